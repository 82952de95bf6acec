import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bankJsonSchemas } from '#lib/engine/proof/json-schemas.ts';
import { type BankFile, parseBank } from '#lib/engine/bank/parse-bank.ts';
import { bankStats } from '#lib/engine/proof/bank-stats.ts';
import { checkBankFiles } from '#lib/engine/proof/check-bank.ts';
import { sealBank } from '#lib/engine/proof/seal-bank.ts';
import { readBankFiles } from '#lib/server/bank/read-files.ts';
import { openSql } from '#lib/server/sql/in-process.ts';
import { reportJsonSchema } from '#lib/engine/report/exports/to-json.ts';
import { draftKinds, draftOf } from './bank/drafts.ts';
import type { Problem } from '#lib/engine/kernel/problem.ts';

const usage = `usage: npm run bank -- check [part of a path]   every problem of the bank, exit 1 if there is one; and advice
       npm run -s bank -- stats [--json]       how many items of each sort
       npm run bank -- new <domain>/<skill> --kind ${draftKinds.join('|')}
                                               add a commented draft of an item to the skill's file
       npm run bank -- seal                    keep what every item now is in versions.yaml
       npm run bank -- schemas                 write static/schemas/ anew`;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    bank: { type: 'string', default: 'question-bank' },
    kind: { type: 'string', default: 'numeric' },
  },
});
const [command, part = ''] = positionals;

switch (command) {
  case 'check':
    process.exitCode = await check(readBankFiles(values.bank));
    break;
  case 'stats':
    process.exitCode = stats(readBankFiles(values.bank));
    break;
  case 'new':
    process.exitCode = addDraft();
    break;
  case 'seal':
    process.exitCode = seal(readBankFiles(values.bank));
    break;
  case 'schemas':
    for (const [name, schema] of Object.entries(publishedSchemas())) {
      writeFileSync(`static/schemas/${name}`, `${JSON.stringify(schema, null, 2)}\n`);
    }
    break;
  default:
    console.error(usage);
    process.exitCode = 2;
}

async function check(files: readonly BankFile[]): Promise<number> {
  if (!files.some(({ path }) => path.includes(part))) {
    console.error(`No file of ${values.bank} has "${part}" in its path.`);
    return 2;
  }
  const { problems, advice } = checkBankFiles(files, await openSql(), (path) =>
    path.includes(part),
  );
  tell(advice, 'advice ');
  tell(problems);
  const verdict =
    problems.length === 0
      ? `The bank${part && ` (${part})`} is sound.`
      : counted(problems.length, 'problem');
  console.log(advice.length === 0 ? verdict : `${verdict} ${counted(advice.length, 'advice')}`);
  return problems.length === 0 ? 0 : 1;
}

function counted(count: number, what: 'problem' | 'advice'): string {
  if (what === 'advice') return `${count} ${count === 1 ? 'piece' : 'pieces'} of advice.`;
  return `${count} problem${count === 1 ? '' : 's'}.`;
}

function addDraft(): number {
  const file = join(values.bank, `${part}.yaml`);
  const kind = draftKinds.find((each) => each === values.kind);
  const skill = readBankFiles(values.bank).find(({ path }) => path === `${part}.yaml`);
  if (!skill || part.endsWith('/domain') || !part.includes('/') || !kind) {
    console.error(
      kind
        ? `There is no skill file ${file}: name it as domain/skill.`
        : `There is no kind "${values.kind}": kinds are ${draftKinds.join(', ')}.`,
    );
    return 2;
  }
  const name = part.slice(part.indexOf('/') + 1);
  const numbers = Array.from({ length: 100 }, (_, n) => `${name}-draft-${n + 1}`);
  const id = numbers.find((each) => !skill.text.includes(`id: ${each} `)) ?? `${name}-draft`;
  writeFileSync(file, `${skill.text.trimEnd()}\n${draftOf(kind, id)}`);
  console.log(
    `${id} stands at the end of ${file}. Make it yours, then: npm run bank -- check ${part}`,
  );
  return 0;
}

function stats(files: readonly BankFile[]): number {
  const bank = parseBank(files);
  if (!bank.ok) {
    tell(bank.error);
    return 1;
  }
  const counted = bankStats(bank.value);
  if (values.json) console.log(JSON.stringify(counted));
  else console.table(counted.bySkill);
  return 0;
}

function seal(files: readonly BankFile[]): number {
  const bank = parseBank(files);
  const sealed = bank.ok ? sealBank(bank.value) : bank;
  if (!sealed.ok) {
    tell(sealed.error);
    return 1;
  }
  writeFileSync(join(values.bank, 'versions.yaml'), sealed.value);
  return 0;
}

function tell(problems: readonly Problem[], sort: 'advice ' | '' = ''): void {
  for (const { code, path, line, message, hint } of problems) {
    console.log(
      `${values.bank}/${path}${line ? `:${line}` : ''}\n  ${sort}${code}: ${message}\n  hint: ${hint}`,
    );
  }
}

function publishedSchemas(): Record<string, unknown> {
  return { ...bankJsonSchemas(), 'report.schema.json': reportJsonSchema() };
}
