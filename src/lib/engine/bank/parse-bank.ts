import type { z } from 'zod';
import type { Problem } from '#lib/engine/kernel/problem.ts';
import { hash32 } from '#lib/engine/kernel/random.ts';
import { type Result, fail, ok } from '#lib/engine/kernel/result.ts';
import type { Bank, Domain, Skill } from './bank.ts';
import { type Sources, crossCheck } from './cross-check.ts';
import { domainFile, skillFile } from './domain-schema.ts';
import { roadmapFile } from './roadmap-schema.ts';
import { type VersionsFile, versionsFile } from './versions/versions-schema.ts';
import { type YamlSource, readYaml } from './yaml-source.ts';

/** A file of the bank: its path below question-bank/ with forward slashes, and what stands in it. */
export interface BankFile {
  readonly path: string;
  readonly text: string;
}

/**
 * Reads the whole bank.
 *
 * @returns the bank, or every problem found in any file; a bank with a problem is no bank
 */
export function parseBank(files: readonly BankFile[]): Result<Bank, Problem[]> {
  const problems: Problem[] = [];
  const read = <T>(file: BankFile, schema: z.ZodType<T>): YamlSource<T> | null => {
    const result = readYaml(file.path, file.text, schema);
    problems.push(...result.problems);
    return result.source;
  };

  const roadmapText = files.find(({ path }) => path === 'roadmap.yaml');
  const roadmap = roadmapText ? read(roadmapText, roadmapFile) : null;
  if (!roadmapText) {
    problems.push({
      code: 'roadmap-missing',
      path: 'roadmap.yaml',
      message: 'The bank has no roadmap.yaml.',
      hint: 'Write one; question-bank/README.md says what stands in it.',
    });
  }
  const versionsText = files.find(({ path }) => path === 'versions.yaml');
  const versions = versionsText ? read(versionsText, versionsFile) : null;
  const domains = files
    .filter(({ path }) => /^[^/]+\/domain\.yaml$/.test(path))
    .flatMap((file) => read(file, domainFile) ?? []);
  const skills = files
    .filter(({ path }) => /^[^/]+\/(?!domain\.yaml$)[^/]+\.yaml$/.test(path))
    .flatMap((file) => {
      const source = read(file, skillFile);
      return source ? [{ folder: file.path.split('/')[0] ?? '', source }] : [];
    });

  // Without a readable roadmap the files can still be checked against each other in most ways,
  // but what is missing would be blamed on every skill: wait until it can be read.
  if (!roadmap || problems.length > 0) return fail(problems);
  const sources: Sources = { roadmap, domains, skills };
  const crossed = crossCheck(sources);
  return crossed.length > 0
    ? fail(crossed)
    : ok(assemble(sources, versions?.value ?? { items: {} }, versionOf(files)));
}

function assemble(
  { roadmap, domains, skills }: Sources,
  versions: VersionsFile,
  version: string,
): Bank {
  const itemsOf = new Map(skills.map(({ source }) => [source.value.skill, source.value.items]));
  const steps = new Map(
    roadmap.value.phases.flatMap((phase) =>
      phase.skills.map((step) => [step.skill, { step, phase: phase.id }] as const),
    ),
  );
  const files = new Map(domains.map(({ value }) => [value.domain, value]));
  const assembled = roadmap.value.domains.map((id): Domain => {
    const file = present(files.get(id));
    const inOrder = file.skills.map((head): Skill => ({
      ...head,
      domain: id,
      items: present(itemsOf.get(head.id)),
      ...present(steps.get(head.id)),
    }));
    const { title, short, about, misconceptions } = file;
    return { id, title, short, about, misconceptions, skills: inOrder };
  });
  const all = assembled.flatMap((domain) => domain.skills);
  return {
    version,
    domains: assembled,
    roadmap: roadmap.value,
    skills: new Map(all.map((skill) => [skill.id, skill])),
    items: new Map(
      all.flatMap((skill) => skill.items.map((item) => [item.id, { item, skill }] as const)),
    ),
    misconceptions: new Map(
      assembled.flatMap((domain) => domain.misconceptions.map((each) => [each.id, each] as const)),
    ),
    versions: new Map(Object.entries(versions.items)),
  };
}

/** The cross-check has proved it; a missing one is our bug. */
function present<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the cross-check let a hole through');
  return value;
}

/** Sixteen hexadecimal digits over all paths and texts, whatever order they were read in. */
function versionOf(files: readonly BankFile[]): string {
  const parts = files
    .toSorted((a, b) => (a.path < b.path ? -1 : 1))
    .flatMap(({ path, text }) => [path, text]);
  return [0, 1]
    .map((salt) => (hash32(salt, ...parts) >>> 0).toString(16).padStart(8, '0'))
    .join('');
}
