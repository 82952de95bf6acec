import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { skillFile } from '#lib/engine/bank/domain-schema.ts';
import type { BankFile } from '#lib/engine/bank/parse-bank.ts';
import { readYaml } from '#lib/engine/bank/yaml-source.ts';
import { checkBankFiles } from '#lib/engine/proof/check-bank.ts';
import { readBankFiles } from '#lib/server/bank/read-files.ts';
import { openSql } from '#lib/server/sql/in-process.ts';
import { draftKinds } from '../../src/cli/bank/drafts.ts';

const guide = readFileSync('question-bank/README.md', 'utf8');
// An example is no item of the bank, so that no version of it is sealed.
const files = readBankFiles('question-bank').filter(({ path }) => path !== 'versions.yaml');
const runSql = await openSql();

/** Every example of the guide that is a whole file of a skill, under the name it would have in the bank. */
const examples = [...guide.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].flatMap(([, text = '']) => {
  const skill = /^skill: (\S+)$/m.exec(text)?.[1];
  return skill === undefined ? [] : [{ text, path: pathOf(skill) }];
});

function pathOf(skill: string): string {
  return files.find(({ path }) => path.endsWith(`/${skill}.yaml`))?.path ?? `nowhere/${skill}.yaml`;
}

function itemsOf({ path, text }: BankFile) {
  return readYaml(path, text, skillFile).source?.value.items ?? [];
}

describe('the authors’ guide', () => {
  test.each(draftKinds)('has a whole example of the kind %s', (kind) => {
    const kinds = examples.flatMap(itemsOf).map((item) => item.kind);
    expect(kinds).toContain(kind);
  });

  test.each(draftKinds)('has %s in its table of kinds, once', (kind) => {
    const table = guide.slice(guide.indexOf('## Rubric')).split('\n');
    expect(table.filter((line) => line.startsWith(`| \`${kind}\` `))).toHaveLength(1);
  });

  test('closes every fence, so that no section swallows the next', () => {
    const fences = guide.split('\n').filter((line) => line.startsWith('```'));
    const opened = fences.map((_, index) => index % 2 === 0);
    expect(fences.map((line) => line !== '```')).toEqual(opened);
  });

  test.each(examples.map((example, index) => [`${example.path}, example ${index + 1}`, example]))(
    'shows an item that the bank check finds nothing wrong with: %s',
    (_, { path, text }) => {
      const changed = files.map((file) => (file.path === path ? { path, text } : file));
      const { problems } = checkBankFiles(changed, runSql, (each) => each.startsWith(path));
      expect(problems).toEqual([]);
      expect(itemsOf({ path, text })).not.toEqual([]);
    },
    60_000,
  );

  test.each(examples.map((example, index) => [`${example.path}, example ${index + 1}`, example]))(
    'shows an item that can be copied to the end of its skill’s file: %s',
    (_, { path, text }) => {
      const skill = files.find((file) => file.path === path);
      const copied = text.slice(text.indexOf('items:\n') + 'items:\n'.length);
      const pasted = { path, text: `${skill?.text.trimEnd() ?? ''}\n${copied}` };
      expect(itemsOf(pasted)).toHaveLength(
        itemsOf({ path, text: skill?.text ?? '' }).length + itemsOf({ path, text }).length,
      );
    },
  );
});
