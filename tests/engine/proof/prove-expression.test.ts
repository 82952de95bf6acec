import { describe, expect, test } from 'vitest';
import { checkItem } from '#lib/engine/bank/check-item.ts';
import type { Item } from '#lib/engine/bank/item-schema.ts';
import { expressionItem } from '../../support/items.ts';
import { brief, complaintsOf, criterion } from './complaints-of.ts';

const rubric = (...slips: unknown[]) => [criterion('key', 1), ...slips];

/** Code and place of what the bank says of an item before it is instantiated. */
function checked(item: Item): string[] {
  const said: string[] = [];
  checkItem(item, (at, code, message, hint) => {
    expect([message, hint]).not.toContain('');
    said.push(`${code} ${at.map(String).join('.')}`);
  });
  return said;
}

describe('of an expression item is told', () => {
  test.each([
    ['nothing where all is well', {}, []],
    [
      'a key that comes second',
      { rubric: [criterion({ equals: 'x' }, 0), criterion('key', 1)] },
      ['key-first rubric.0', 'criterion-unreachable rubric.1'],
    ],
    ['a key that earns less', { rubric: [criterion('key', 0.5)] }, ['key-first rubric.0']],
    ['a second key', { rubric: rubric(criterion('key', 1)) }, ['criterion-unreachable rubric.1']],
    [
      'a word for another form where any counts',
      { rubric: rubric(criterion('other-form', 0.5)) },
      ['criterion-unreachable rubric.1'],
    ],
    ['no word for another form where one is asked', { form: 'expanded' }, ['form-unjudged rubric']],
    [
      'a credit rule that there is not',
      { rubric: rubric(criterion({ equals: 'x' }, 'credit')) },
      ['score-credit rubric.1.score'],
    ],
    [
      'a symbol that is a constant',
      { symbols: { x: [0, 1], e: [0, 1] } },
      ['name-taken symbols.e'],
    ],
    [
      'a symbol that is a function',
      { symbols: { x: [0, 1], exp: [0, 1] } },
      ['name-taken symbols.exp'],
    ],
    ['a symbol that is a variable', { variables: { a: '2' } }, ['name-taken symbols.a']],
    ['a function that is a symbol', { functions: { a: 't' } }, ['name-taken functions.a']],
  ])('%s', (_, fields, complaints) => {
    expect(checked(expressionItem(fields))).toEqual(complaints);
  });

  test.each([
    ['nothing where all is well', {}, []],
    ['nothing where the check integrates', { check: 'integral(f(t) = 2, 0, x) + a' }, []],
    ['a key with an unknown symbol', { key: '2 * z' }, ['not-computable key']],
    ['a key that can be read in two ways', { key: '1/2x' }, ['not-computable key']],
    ['a key that no learner could type', { key: 'sum([x, a])' }, ['not-computable key']],
    [
      'a key without a value on half of the domain',
      { key: 'ln(x)', check: 'log(x)', symbols: { x: [-4, 1] }, rubric: rubric() },
      ['key-undefined symbols'],
    ],
    [
      'a key without a value anywhere',
      { key: 'ln(-x^2)', check: 'x', rubric: rubric() },
      ['key-undefined symbols'],
    ],
    [
      'a key that is not in its own form',
      {
        key: '2 * (x + a / 2)',
        form: 'expanded',
        rubric: rubric(criterion('other-form', 0.5)),
      },
      ['key-form key'],
    ],
    [
      'a slip that is the key in other words',
      { rubric: rubric(criterion({ equals: 'a + x + x' }, 0)) },
      ['distractor-is-key rubric.1'],
    ],
    [
      'a slip that cannot be read',
      { rubric: rubric(criterion({ equals: '2 * q' }, 0)) },
      ['not-computable rubric.1.when'],
    ],
    ['a check that disagrees', { check: '2 * x - a' }, ['check-disagrees check']],
    ['a check that nearly agrees', { check: '2.001 * x + a' }, ['check-disagrees check']],
    ['a check that gives no number', { check: '[x, a]' }, ['check-fails check']],
    ['a check with an unknown name', { check: 'x + z' }, ['check-fails check']],
    ['a check that is undefined', { check: 'log(-a)' }, ['check-fails check']],
  ])('%s', (_, fields, complaints) => {
    expect(brief(expressionItem(fields))).toEqual(complaints);
  });

  test('the seed at which a slip meets the key, and where the check disagrees', () => {
    const varied = expressionItem({
      variables: { k: { integer: [1, 9] } },
      key: 'k * x',
      check: 'k * x',
      rubric: rubric(criterion({ equals: '3 * x' }, 0)),
    });
    const [complaint] = complaintsOf(varied);
    expect(complaint?.code).toBe('distractor-is-key');
    expect(complaint?.message).toMatch(/^at seed \d+, the wrong expression 3 \* x/);
    const [apart] = complaintsOf(expressionItem({ check: 'x' }));
    expect(apart?.message).toMatch(
      /^at seed 1, at x = -?[\d.]+, a = [\d.]+ the key 2 \* x \+ a is -?[\d.]+, the check gives -?[\d.]+\.$/,
    );
  });
});
