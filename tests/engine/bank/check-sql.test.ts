import { expect, test } from 'vitest';
import { checkItem } from '#lib/engine/bank/check-item.ts';
import { sqlItem } from '../../support/items.ts';

const criterion = (when: unknown, score: number) => ({ when, score, feedback: 'So it is.' });
const key = criterion('key', 1);
const slip = (id: string, score = 0.5) => criterion({ slip: id }, score);
const one = { slips: { wrong: 'SELECT 1' } };

test.each([
  ['is sound', {}, []],
  ['has no slips', { slips: {}, rubric: [key] }, []],
  ['begins with a slip', { ...one, rubric: [slip('wrong'), key] }, ['key-first rubric.0']],
  [
    'has a key of half credit',
    { slips: {}, rubric: [criterion('key', 0.5)] },
    ['key-first rubric.0'],
  ],
  ['judges the key twice', { slips: {}, rubric: [key, key] }, ['criterion-unreachable rubric.1']],
  [
    'judges a slip twice',
    { ...one, rubric: [key, slip('wrong'), slip('wrong')] },
    ['criterion-unreachable rubric.2'],
  ],
  [
    'judges a slip that is not there',
    { ...one, rubric: [key, slip('wrong'), slip('other')] },
    ['slip-unknown rubric.2'],
  ],
  ['says nothing of a slip', { ...one, rubric: [key] }, ['slip-unjudged slips.wrong']],
  [
    'gives a slip whole credit',
    { ...one, rubric: [key, slip('wrong', 1)] },
    ['wrong-is-full rubric.1'],
  ],
  ['names a slip key', { slips: { key: 'SELECT 1' }, rubric: [key] }, ['id-repeated slips.key']],
])('an SQL item that %s', (_, fields, complaints) => {
  const said: string[] = [];
  checkItem(sqlItem(fields), (at, code, message, hint) => {
    expect([message, hint]).not.toContain('');
    said.push(`${code} ${at.map(String).join('.')}`);
  });
  expect(said).toEqual(complaints);
});
