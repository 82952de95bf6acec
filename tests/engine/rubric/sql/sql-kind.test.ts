import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { longestQuery } from '#lib/engine/bank/kinds/sql.ts';
import {
  askOf,
  blindGuesses,
  keyResponse,
  knownResponses,
  readResponse,
  ruleOf,
  scoreResponse,
  tellResponse,
} from '#lib/engine/rubric/registry.ts';
import { response } from '#lib/engine/rubric/response.ts';
import { scoreLevels } from '#lib/engine/rubric/score-levels.ts';
import { sqlItem, variantOf } from '../../../support/items.ts';

const variant = variantOf(sqlItem());
const same = (...ids: string[]) => ({ kind: 'sql', query: 'SELECT 1', same: ids }) as const;

describe('a query', () => {
  test('is read as it is typed, but for the white space around it and the ends of its lines', () => {
    expect(readResponse(variant, ['  SELECT 1\r\nFROM c ;\n'])).toEqual({
      ok: true,
      value: { response: { kind: 'sql', query: 'SELECT 1\nFROM c ;', same: [] }, echo: null },
    });
  });

  test.each([
    [[], 'no-query'],
    [[''], 'no-query'],
    [['DELETE FROM c'], 'not-a-query'],
    [[`SELECT ${'1'.repeat(longestQuery)}`], 'query-too-long'],
  ])('is refused at no cost: %.30j', (sent, code) => {
    expect(readResponse(variant, sent)).toMatchObject({ ok: false, error: { code } });
  });

  test('is as long as may be, not counting how browsers send the ends of lines', () => {
    const lines = `SELECT 1${'\r\n'.repeat(longestQuery - 10)},2`;
    expect(readResponse(variant, [lines]).ok).toBe(true);
  });

  test('of any text is read or refused, and what is read scores within [0, 1]', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60, unit: 'binary' }), fc.boolean(), (text, select) => {
        const reading = readResponse(variant, [select ? `SELECT ${text}` : text]);
        if (!reading.ok) {
          expect(reading.error.path).toBe('answer');
          return;
        }
        expect(response.parse(reading.value.response)).toEqual(reading.value.response);
        expect(scoreResponse(variant, reading.value.response).score).toBe(0);
      }),
    );
  });
});

describe('a response', () => {
  test.each([
    [same('key'), 1, 0],
    [same('inner-join'), 0.25, 1],
    [same('count-star'), 0.5, 2],
    [same(), 0, null],
    [same('gone-from-the-bank'), 0, null],
    [same('count-star', 'key'), 1, 0],
  ])('%j scores by what its results equal', (given, score, criterion) => {
    expect(scoreResponse(variant, given)).toMatchObject({ score, criterion });
  });

  test('is told as code, whatever backticks stand in it', () => {
    expect(tellResponse(variant, { kind: 'sql', query: 'SELECT 1', same: [] })).toBe(
      '```sql\nSELECT 1\n```',
    );
    const query = "SELECT '```' AS `a`";
    expect(tellResponse(variant, { kind: 'sql', query, same: [] })).toBe(
      `\`\`\`\`sql\n${query}\n\`\`\`\``,
    );
  });
});

test('the key scores 1, each slip what its criterion says, and the last known response 0', () => {
  const known = knownResponses(variant);
  expect(known[0]).toEqual(keyResponse(variant));
  expect(known.map((each) => scoreResponse(variant, each).score)).toEqual([1, 0.25, 0.5, 0]);
});

test('nobody guesses a query', () => {
  expect(blindGuesses(variant.item)).toEqual([]);
  expect(scoreLevels(variant.item)).toEqual([
    { score: 0, luck: 1 },
    { score: 0.25, luck: 0 },
    { score: 0.5, luck: 0 },
    { score: 1, luck: 0 },
  ]);
});

test('what is asked shows the schema and the sample, and nothing that is hidden', () => {
  const asked = askOf(variant);
  expect(asked).toMatchObject({
    tables: [
      { name: 'c', columns: ['id', 'name'] },
      {
        name: 'o',
        rows: [
          [1, 2.5],
          [1, 3],
        ],
      },
    ],
  });
  const text = JSON.stringify(asked);
  expect(text).toContain('hljs-keyword');
  for (const secret of ['Secret', 'LEFT', 'COUNT']) expect(text).not.toContain(secret);
});

test('the rule says what counts', () => {
  expect(ruleOf(variant.item)).toBe(
    'Your result is compared with the right one on this data and on other data: the same rows in any order, duplicates counted, columns by position, whatever their names.',
  );
  expect(ruleOf(sqlItem({ ordered: true, columns: 'name', tolerance: { absolute: 0.01 } }))).toBe(
    'Your result is compared with the right one on this data and on other data: the same rows in the same order, columns by name. Within 0.01 of the exact value counts.',
  );
});

test('placeholders are filled in the queries and in the data', () => {
  const item = sqlItem({
    variables: { n: { integer: [4, 9] } },
    sample: 'INSERT INTO c VALUES (1, {{n}})',
    key: 'SELECT {{n}}',
  });
  const drawn = variantOf(item, 3);
  const n = drawn.scope['n'];
  expect(keyResponse(drawn)).toMatchObject({ query: `SELECT ${String(n)}` });
  expect(askOf(drawn)).toMatchObject({ tables: [{ rows: [[1, n]] }, { rows: [] }] });
});
