import { describe, expect, test } from 'vitest';
import { multipleResponseItem, numericItem, singleChoiceItem } from '../../support/items.ts';
import {
  brief,
  choice,
  complaintsOf,
  criterion,
  oneToNine,
  parametrised,
} from './complaints-of.ts';

test.each([
  ['numeric', numericItem()],
  ['numeric, parametrised', parametrised()],
  ['single-choice', singleChoiceItem()],
  ['single-choice, parametrised', choice()],
  ['multiple-response', multipleResponseItem()],
])('a sound item draws no complaint: %s', (_, item) => {
  expect(complaintsOf(item)).toEqual([]);
});

test('a key of 0 has no significant figures', () => {
  const rubric = [criterion({ equals: 0 }, 1)];
  expect(brief(numericItem({ rubric, tolerance: { significant: 2 } }))).toEqual([
    'zero-has-no-figures tolerance',
  ]);
  expect(complaintsOf(numericItem({ tolerance: { significant: 2 } }))).toEqual([]);
});

describe('what does not compute is told', () => {
  test.each([
    ['the stem', parametrised({ stem: '{{z}}' }), ['not-computable variables']],
    ['the explanation', parametrised({ explanation: '{{a | no}}' }), ['not-computable variables']],
    [
      'a variable',
      parametrised({ variables: { a: oneToNine, b: '1 / 0' } }),
      ['not-computable variables'],
    ],
    [
      'constraints that cannot be met',
      parametrised({ constraints: ['a > 9'] }),
      ['not-computable variables'],
    ],
    [
      'an option',
      choice({ options: { a: '{{z}}', b: '1', c: '2', d: '3' } }),
      ['not-computable variables'],
    ],
    [
      'a feedback',
      numericItem({ rubric: [{ when: { equals: 5 }, score: 1, feedback: '{{z}}' }] }),
      ['not-computable rubric.0.feedback'],
    ],
    [
      'the key',
      numericItem({ rubric: [criterion({ equals: 'z' }, 1)] }),
      ['not-computable rubric.0.when'],
    ],
    [
      'a key that is no number',
      numericItem({ rubric: [criterion({ equals: true }, 1)] }),
      ['not-computable rubric.0.when'],
    ],
    [
      'a wrong value',
      numericItem({ rubric: [criterion({ equals: 5 }, 1), criterion({ equals: '1 / 0' }, 0)] }),
      ['not-computable rubric.1.when'],
    ],
    [
      'the end of a range',
      numericItem({ rubric: [criterion({ equals: 5 }, 1), criterion({ between: [6, 'z'] }, 0)] }),
      ['not-computable rubric.1.when'],
    ],
  ])('%s', (_, item, complaints) => {
    expect(brief(item)).toEqual(complaints);
  });

  test('even where only one seed in many shows it, and that seed is named', () => {
    const variables = { a: { integer: [1, 40] }, b: '1 / (a - 17)' };
    const item = numericItem({ variables, check: '2 + 3' });
    const [complaint, ...more] = complaintsOf(item);
    expect(more).toEqual([]);
    expect(complaint).toMatchObject({ code: 'not-computable', at: 'variables' });
    expect(complaint?.message).toMatch(/^at seed \d+, "1 \/ \(a - 17\)" gives no finite value\.$/);
  });
});

describe('a text that does not render is told', () => {
  test.each([
    ['stem', numericItem({ stem: '$\\frac{1}$' }), 'stem'],
    ['explanation', numericItem({ explanation: 'It costs $5.' }), 'explanation'],
    [
      'option',
      singleChoiceItem({ options: { a: '$\\foo$', b: 'x', c: 'y', d: 'z' } }),
      'options.a',
    ],
    [
      'feedback',
      numericItem({ rubric: [{ when: { equals: 5 }, score: 1, feedback: '```java\nx\n```' }] }),
      'rubric.0.feedback',
    ],
  ])('%s', (_, item, at) => {
    expect(brief(item)).toEqual([`markup ${at}`]);
  });
});

describe('the options are told', () => {
  test('when two read alike, if only at some seeds', () => {
    const item = choice({
      options: { a: '{{a}} ', b: '{{a + b}}', c: '{{b}}', d: '{{a + b + 2}}' },
    });
    const complaints = complaintsOf(item);
    expect(complaints.map(({ code }) => code)).toEqual(['options-alike']);
    expect(complaints[0]?.message).toMatch(/options "[ac]" and "[ac]" read alike/);
  });

  test('when one shows no number to hold against the check', () => {
    const options = { a: 'less', b: '{{a + b}}', c: '{{a + b + 1}}', d: '{{a + b + 2}}' };
    expect(brief(choice({ options }))).toEqual(['option-no-number options.a']);
  });
});

/** Small ranges, so that 2 + 2 = 2 * 2 comes up. */
const few = { a: { integer: [2, 5] }, b: { integer: [2, 5] } };

describe('an item is told', () => {
  test('when a wrong value counts as the key, if only at some seeds', () => {
    const complaints = complaintsOf(parametrised({ constraints: [], variables: few }));
    expect(complaints.map(({ code, at }) => [code, at])).toEqual([
      ['distractor-is-key', 'rubric.1'],
    ]);
    expect(complaints[0]?.message).toContain('the wrong value 4 counts as the key 4');
  });

  test('when a wrong value is within the tolerance of the key', () => {
    const rubric = [criterion({ equals: 5 }, 1), criterion({ equals: 5.05 }, 0.5)];
    expect(brief(numericItem({ tolerance: { absolute: 0.1 }, rubric }))).toEqual([
      'distractor-is-key rubric.1',
    ]);
    expect(brief(numericItem({ tolerance: { absolute: 0.01 }, rubric }))).toEqual([]);
  });

  test('when choosing exactly the keys is not the full score', () => {
    const rubric = [criterion({ chosen: 'a' }, 0.5)];
    expect(brief(multipleResponseItem({ rubric }))).toEqual([
      'key-not-full rubric',
      'everything-pays rubric.0',
    ]);
  });

  test('when choosing everything earns something', () => {
    const rubric = [criterion({ exactly: ['a', 'c'] }, 1), criterion({ chosen: 'a' }, 0.5)];
    expect(brief(multipleResponseItem({ rubric }))).toEqual(['everything-pays rubric.1']);
  });

  test('of everything at once, each code once', () => {
    const item = parametrised({
      constraints: [],
      variables: few,
      check: 'a - b - 1',
      explanation: '$\\foo$',
    });
    expect(brief(item)).toEqual([
      'markup explanation',
      'check-disagrees check',
      'distractor-is-key rubric.1',
    ]);
  });
});
