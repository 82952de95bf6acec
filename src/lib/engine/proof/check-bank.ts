import type { Complain } from '#lib/engine/bank/complain.ts';
import { domainFile, skillFile } from '#lib/engine/bank/domain-schema.ts';
import { type BankFile, parseBank } from '#lib/engine/bank/parse-bank.ts';
import { type KeyPath, type YamlSource, readYaml } from '#lib/engine/bank/yaml-source.ts';
import { type VersionsFile, versionsFile } from '#lib/engine/bank/versions/versions-schema.ts';
import { roadmapFile } from '#lib/engine/bank/roadmap-schema.ts';
import type { Problem } from '#lib/engine/kernel/problem.ts';
import type { RunSql } from '#lib/engine/rubric/sql/table.ts';
import { checkVersion } from './check-version.ts';
import { lintBank } from './lint/lint-bank.ts';
import { lintItem } from './lint/lint-item.ts';
import type { Placed, Tell } from './lint/rule.ts';
import { proveItem } from './prove-item.ts';

/** What is told of a bank. With a problem it is not sound; advice is for its author to weigh. */
export interface Findings {
  readonly problems: Problem[];
  readonly advice: Problem[];
}

/**
 * Everything that is wrong with a bank: its files and how they fit together, every item proved, and
 * items and bank held against the rules of the lint. Items are proved even where other files are
 * broken, so that an author sees all there is to mend.
 *
 * @param run runs the queries of items that have some
 * @param wanted limits the work, and what is told, to some files
 */
export function checkBankFiles(
  files: readonly BankFile[],
  run: RunSql,
  wanted: (path: string) => boolean = () => true,
): Findings {
  const findings: Findings = { problems: [], advice: [] };
  const parsed = parseBank(files);
  if (!parsed.ok) findings.problems.push(...parsed.error.filter(({ path }) => wanted(path)));
  const versions = versionsIn(files);
  const placed = files
    .filter(({ path }) => /\/(?!domain\.yaml$)[^/]+\.yaml$/.test(path))
    .flatMap((file) =>
      checkSkillFile(file, { run, versions, findings: wanted(file.path) ? findings : null }),
    );
  if (parsed.ok) lintBank(factsOf(files, placed, wanted, findings));
  return findings;
}

/** Null where the bank keeps no versions, or they cannot be read, which is told with its structure. */
function versionsIn(files: readonly BankFile[]): VersionsFile['items'] | null {
  const file = files.find(({ path }) => path === 'versions.yaml');
  return (file && readYaml(file.path, file.text, versionsFile).source?.value.items) ?? null;
}

/** What is to be told of one item, held against what concerns it alone; nothing where its file cannot be read. */
export function checkItemAlone(file: BankFile, run: RunSql, id: string): Findings {
  const findings: Findings = { problems: [], advice: [] };
  checkSkillFile(file, { run, versions: null, findings, only: id });
  return findings;
}

interface Check {
  readonly run: RunSql;
  /** What the bank was sealed at. */
  readonly versions: VersionsFile['items'] | null;
  /** Null where nothing is to be told. */
  readonly findings: Findings | null;
  /** The id of an item, where nothing is to be told of others. */
  readonly only?: string;
}

/** Proves the items of a file, unless nothing is to be told of them, and hands all on. */
function checkSkillFile(
  { path, text }: BankFile,
  { run, versions, findings, only }: Check,
): Placed[] {
  const { source } = readYaml(path, text, skillFile);
  if (!source) return [];
  return source.value.items.map((item, index) => {
    const tell = tellOf(source, findings, ['items', index], `${item.id}: `);
    const asked = findings && (only ?? item.id) === item.id;
    const variants = asked ? proveItem(item, tell.problem, run) : [];
    if (asked && versions) checkVersion(item, versions[item.id], tell.problem);
    if (variants.length > 0) lintItem(item, variants, tell);
    return { item, domain: path.split('/')[0] ?? '', tell };
  });
}

function factsOf(
  files: readonly BankFile[],
  items: readonly Placed[],
  wanted: (path: string) => boolean,
  findings: Findings,
) {
  const tellIn = <T>(source: YamlSource<T> | null, path: string): Tell =>
    tellOf(source, wanted(path) ? findings : null, [], '');
  const domains = files
    .filter(({ path }) => path.endsWith('/domain.yaml'))
    .flatMap(({ path, text }) => {
      const { source } = readYaml(path, text, domainFile);
      if (!source) return [];
      const { domain, misconceptions } = source.value;
      return { id: domain, misconceptions, tell: tellIn(source, path) };
    });
  const roadmap = files.find(({ path }) => path === 'roadmap.yaml');
  const { source } = readYaml('roadmap.yaml', roadmap?.text ?? '', roadmapFile);
  return { items, domains, tell: tellIn(source, 'roadmap.yaml') };
}

/** Adds to the findings what is complained of below a place of a file; to nothing where there are none. */
function tellOf<T>(
  source: YamlSource<T> | null,
  findings: Findings | null,
  at: KeyPath,
  whose: string,
): Tell {
  const into =
    (list: Problem[] | undefined): Complain =>
    (inside, code, message, hint) => {
      if (source) list?.push(source.problem([...at, ...inside], code, whose + message, hint));
    };
  return { problem: into(findings?.problems), advice: into(findings?.advice) };
}
