import { describe, expect, test } from 'vitest';
import { readResponse } from '#lib/engine/rubric/registry.ts';
import { multipleResponseItem, singleChoiceItem, variantOf } from '../../support/items.ts';

const options = Object.fromEntries('abcdefgh'.split('').map((id) => [id, `option ${id}`]));
const rubric = Object.keys(options).map((id) => ({
  when: { option: id },
  score: Number(id === 'b'),
  feedback: 'So it is.',
}));
const single = variantOf(singleChoiceItem({ order: 'fixed', options, rubric }));
const multiple = variantOf(multipleResponseItem({ order: 'fixed', options }));

/** The ids read, joined; of what is refused the code. */
function reading(variant: typeof single | typeof multiple, sent: readonly string[]): string {
  const read = readResponse(variant, sent);
  if (!read.ok) {
    expect(read.error).toMatchObject({ path: 'answer' });
    expect([read.error.message, read.error.hint]).not.toContain('');
    return read.error.code;
  }
  expect(read.value.echo).toBeNull();
  const { response } = read.value;
  if (response.kind === 'single-choice') return response.option;
  return response.kind === 'multiple-response' ? response.options.join('') : response.kind;
}

/** Texts that no place among eight is spelled as. */
const noPlace = [
  '0',
  '00',
  '9',
  '10',
  '99',
  '-1',
  '+1',
  '1.0',
  '1.5',
  '1e0',
  '0x1',
  ' 1',
  '1 ',
  '1\n',
  '1,2',
  '1 2',
  '001',
  '１',
  '١',
  '²',
  'Ⅱ',
  'b',
  'B',
  'option b',
  '',
  ' ',
  'NaN',
  'Infinity',
  'null',
  'true',
  'length',
  'constructor',
  '__proto__',
  '[object Object]',
  '\u0000',
  '1\u0000',
  '<b>1</b>',
  "1' OR '1'='1",
  '1'.repeat(2000),
  '9'.repeat(400),
];

describe('a single choice', () => {
  test.each([
    [['1'], 'a'],
    [['2'], 'b'],
    [['3'], 'c'],
    [['4'], 'd'],
    [['5'], 'e'],
    [['6'], 'f'],
    [['7'], 'g'],
    [['8'], 'h'],
    [['01'], 'a'],
    [['08'], 'h'],
    [[], 'nothing-chosen'],
    [['1', '2'], 'too-many-options'],
    [['2', '2'], 'too-many-options'],
    [['1', '2', '3', '4', '5', '6', '7', '8'], 'too-many-options'],
    [['1', ''], 'option-unknown'],
    [['1', 'x'], 'option-unknown'],
    [['9', '1'], 'option-unknown'],
    ...noPlace.map((text): [string[], string] => [[text], 'option-unknown']),
  ])('sent as %j is %s', (sent, id) => {
    expect(reading(single, sent)).toBe(id);
  });
});

describe('several choices', () => {
  test.each([
    [['1'], 'a'],
    [['8'], 'h'],
    [['02'], 'b'],
    [['1', '3'], 'ac'],
    [['3', '1'], 'ac'],
    [['1', '1'], 'a'],
    [['1', '01'], 'a'],
    [['2', '4', '2', '4'], 'bd'],
    [['8', '7', '6', '5', '4', '3', '2', '1'], 'abcdefgh'],
    [['1', '2', '3', '4', '5', '6', '7', '8'], 'abcdefgh'],
    [Array.from({ length: 40 }, () => '5'), 'e'],
    [[], 'nothing-chosen'],
    [['1', '9'], 'option-unknown'],
    [['0', '1'], 'option-unknown'],
    [['1', ''], 'option-unknown'],
    [['1', '2', 'three'], 'option-unknown'],
    [['1', '2', '3', '4', '5', '6', '7', '8', '9'], 'option-unknown'],
    ...noPlace.map((text): [string[], string] => [['1', text], 'option-unknown']),
  ])('sent as %j are %s', (sent, ids) => {
    expect(reading(multiple, sent)).toBe(ids);
  });
});
