import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { bankJsonSchemas } from '#lib/engine/proof/json-schemas.ts';
import { reportJsonSchema } from '#lib/engine/report/exports/to-json.ts';
import { readBankFiles } from '#lib/server/bank/read-files.ts';

const generated: Record<string, unknown> = {
  ...bankJsonSchemas(),
  'report.schema.json': reportJsonSchema(),
};

describe('the published schemas', () => {
  test('are those the code knows, one file each', () => {
    expect(readdirSync('static/schemas').toSorted()).toEqual(Object.keys(generated).toSorted());
  });

  test.each(Object.entries(generated))(
    '%s is what the code gives now (if not: npm run bank -- schemas)',
    (name, schema) => {
      const published = JSON.parse(readFileSync(`static/schemas/${name}`, 'utf8')) as unknown;
      expect(published).toEqual(JSON.parse(JSON.stringify(schema)));
    },
  );

  test('are named in the first line of every file of the bank', () => {
    // What is kept of versions is written by a command, never by hand.
    const written = readBankFiles('question-bank').filter(({ path }) => path !== 'versions.yaml');
    for (const { path, text } of written) {
      const kind = path.includes('/')
        ? path.endsWith('/domain.yaml')
          ? 'domain'
          : 'skill'
        : 'roadmap';
      const up = path.includes('/') ? '../../' : '../';
      expect([path, text.split('\n')[0]]).toEqual([
        path,
        `# yaml-language-server: $schema=${up}static/schemas/${kind}.schema.json`,
      ]);
    }
  });
});
