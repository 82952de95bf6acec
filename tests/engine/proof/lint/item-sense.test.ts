import { describe, expect, test } from 'vitest';
import { decidingCriteria } from '#lib/engine/proof/lint/item/deciding-criteria.ts';
import { keyChecked } from '#lib/engine/proof/lint/item/key-checked.ts';
import { unusedVariable } from '#lib/engine/proof/lint/item/unused-variable.ts';
import { variantCount } from '#lib/engine/proof/lint/item/variant-count.ts';
import {
  expressionItem,
  matrixItem,
  multipleResponseItem,
  numericItem,
  orderingItem,
  singleChoiceItem,
  sqlItem,
} from '../../../support/items.ts';
import { criterion, oneToNine, parametrised } from '../complaints-of.ts';
import { toldOf } from './told.ts';

describe('a variable', () => {
  const unused = (fields: Record<string, unknown>) => toldOf(unusedVariable, numericItem(fields));

  test('that nothing uses is told', () => {
    expect(unused({ variables: { z: '4' } })).toEqual(['variable-unused variables.z']);
    // The letter alone in a sentence is no use of it.
    expect(unused({ variables: { z: '4' }, stem: 'z' })).toEqual(['variable-unused variables.z']);
  });

  test.each([
    ['a text', { stem: '{{z}}' }],
    ['an explanation, with a filter', { explanation: '{{z | fixed 1}}' }],
    ['a feedback', { rubric: [{ when: { equals: 5 }, score: 1, feedback: '{{z}}' }] }],
    ['the check', { check: 'z + 1' }],
    ['a criterion', { rubric: [criterion({ between: ['z', 9] }, 1)] }],
    ['a constraint', { constraints: ['z < 5'] }],
  ])('used by %s is fine', (_, fields) => {
    expect(unused({ variables: { z: '4' }, ...fields })).toEqual([]);
  });

  test('used by another one is fine, and one named as a constant is told', () => {
    expect(unused({ variables: { z: '4', y: 'z + 1' }, stem: '{{y}}' })).toEqual([]);
    expect(unused({ variables: { e: '4' }, stem: '{{e}}' })).toEqual([
      'variable-constant variables.e',
    ]);
  });
});

describe('a variable that a kind uses in a way of its own', () => {
  const z = { z: { integer: [2, 9] } };
  const rubric = (...more: unknown[]) => [criterion('key', 1), ...more];

  test.each([
    ['key', { key: '2zx + a' }],
    ['slip', { rubric: rubric(criterion({ equals: 'zx' }, 0)) }],
    ['check', { check: 'z * x' }],
  ])('is used by the %s of an expression, written as learners write', (_, fields) => {
    expect(toldOf(unusedVariable, expressionItem({ variables: z, ...fields }))).toEqual([]);
  });

  test.each(['schema', 'sample', 'hidden', 'key', 'check'] as const)(
    'is used by the %s of a question in SQL where a placeholder names it',
    (field) => {
      const text = `${sqlItem()[field]} -- {{z}}`;
      expect(toldOf(unusedVariable, sqlItem({ variables: z, [field]: text }))).toEqual([]);
    },
  );

  test('is used by a slip of a question in SQL', () => {
    const slips = { ...sqlItem().slips, 'inner-join': 'SELECT {{z}}' };
    expect(toldOf(unusedVariable, sqlItem({ variables: z, slips }))).toEqual([]);
  });

  test('is told where only a symbol, an option, a column or a slip has its name', () => {
    const told = ['variable-unused variables.z'];
    expect(toldOf(unusedVariable, expressionItem({ variables: z }))).toEqual(told);
    const [o, slip] = ['SELECT name AS z FROM c', 'SELECT z.name FROM c AS z'];
    const named = sqlItem({
      variables: z,
      ...{ key: o, check: o, slips: { z: slip } },
      rubric: rubric(criterion({ slip: 'z' }, 0)),
    });
    expect(toldOf(unusedVariable, named)).toEqual(told);
    const chosen = multipleResponseItem({ variables: { b: '4' }, check: undefined });
    expect(toldOf(unusedVariable, chosen)).toEqual(['variable-unused variables.b']);
  });
});

describe('a key that is computed or typed', () => {
  test('and that nothing checks is told', () => {
    expect(toldOf(keyChecked, parametrised({ check: undefined }))).toEqual([
      'check-missing variables',
    ]);
    expect(toldOf(keyChecked, numericItem())).toEqual(['check-missing rubric.0']);
    expect(toldOf(keyChecked, expressionItem({ check: undefined }))).toEqual([
      'check-missing rubric.0',
    ]);
  });

  test('is fine with a check, and a choice of words needs none', () => {
    expect(toldOf(keyChecked, parametrised())).toEqual([]);
    expect(toldOf(keyChecked, singleChoiceItem())).toEqual([]);
    expect(toldOf(keyChecked, sqlItem())).toEqual([]);
  });
});

describe('a parametrised item', () => {
  const drawn = (from: number, to: number) =>
    toldOf(variantCount, parametrised({ variables: { a: { integer: [from, to] }, b: '10' } }));

  test('with seven variants is told, with eight it is fine', () => {
    expect(drawn(2, 8)).toEqual(['hardly-varies variables']);
    expect(drawn(2, 9)).toEqual([]);
    expect(toldOf(variantCount, numericItem())).toEqual([]);
  });
});

describe('a criterion', () => {
  const wrong = (expression: string, constraints: readonly string[] = []) =>
    toldOf(
      decidingCriteria,
      parametrised({
        variables: { a: oneToNine, b: oneToNine },
        constraints,
        rubric: [
          criterion({ equals: 'a + b' }, 1),
          criterion({ equals: '100 + a' }, 0),
          criterion({ equals: expression }, 0),
        ],
      }),
    );

  test('with a value of its own decides', () => {
    expect(wrong('200 + b')).toEqual([]);
    expect(wrong('100 + b', ['a != b'])).toEqual([]);
  });

  test('whose value is always another’s never does', () => {
    expect(wrong('100 + a + 0 * b')).toEqual(['criterion-unreachable rubric.2']);
  });

  test('that meets another at a ninth of variants is a problem, at fewer than a twentieth advice', () => {
    expect(wrong('100 + b')).toEqual(['criterion-shadowed rubric.2']);
    expect(wrong('a + b == 18 ? 100 + a : 300')).toEqual(['advice criterion-meets rubric.2']);
  });

  test('for a stretch is looked at in more places than its middle', () => {
    const stretch = [criterion({ equals: 5 }, 1), criterion({ between: [4, 6] }, 0.5)];
    expect(toldOf(decidingCriteria, numericItem({ rubric: stretch }))).toEqual([]);
  });

  test('of a matrix, of options and of an order is looked at alike', () => {
    expect(toldOf(decidingCriteria, matrixItem())).toEqual([]);
    const same = [criterion('key', 1), criterion({ equals: 'A * B + 0 * B' }, 0.5)];
    expect(toldOf(decidingCriteria, matrixItem({ rubric: same }))).toEqual([
      'criterion-unreachable rubric.1',
    ]);
    const after = { chosen: 'b' };
    const rubric = [
      criterion(after, 0),
      criterion({ exactly: ['b'] }, 0),
      criterion('otherwise', 'credit'),
    ];
    expect(toldOf(decidingCriteria, multipleResponseItem({ rubric }))).toEqual([
      'criterion-unreachable rubric.1',
    ]);
    const orders = [
      criterion({ before: ['two', 'one'] }, 0),
      criterion({ order: ['two', 'one', 'three', 'four'] }, 0),
    ];
    expect(toldOf(decidingCriteria, orderingItem({ rubric: orders }))).toEqual([
      'criterion-unreachable rubric.1',
    ]);
    expect(toldOf(decidingCriteria, singleChoiceItem())).toEqual([]);
  });

  test.each([
    ['expanded', 'x + 1'],
    ['factored', '(x + 1) * (x - a)'],
    ['simplified', 'x + a'],
  ])('for another form than %s is reached', (form, key) => {
    const rubric = [criterion('key', 1), criterion('other-form', 0.5)];
    expect(toldOf(decidingCriteria, expressionItem({ form, key, rubric }))).toEqual([]);
    const late = [criterion({ equals: key }, 1), ...rubric];
    expect(toldOf(decidingCriteria, expressionItem({ form, key, rubric: late }))).toEqual([
      'criterion-unreachable rubric.1',
      'criterion-unreachable rubric.2',
    ]);
  });

  test('of an expression that equals one above in other words never decides', () => {
    const rubric = [criterion('key', 1), criterion({ equals: '2 * x' }, 0.5)];
    const twice = [...rubric, criterion({ equals: 'x + x' }, 0)];
    expect(toldOf(decidingCriteria, expressionItem({ rubric }))).toEqual([]);
    expect(toldOf(decidingCriteria, expressionItem({ rubric: twice }))).toEqual([
      'criterion-unreachable rubric.2',
    ]);
  });

  test('of a question in SQL decides for its own slip, and once', () => {
    expect(toldOf(decidingCriteria, sqlItem())).toEqual([]);
    const rubric = [...sqlItem().rubric, criterion({ slip: 'inner-join' }, 0)];
    expect(toldOf(decidingCriteria, sqlItem({ rubric }))).toEqual([
      'criterion-unreachable rubric.3',
    ]);
  });
});
