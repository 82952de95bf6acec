import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scoreResponse } from '#lib/engine/rubric/registry.ts';
import { multipleResponseItem, singleChoiceItem, variantOf } from '../../support/items.ts';

const criterion = (when: unknown, score: unknown, misconception?: string) => ({
  when,
  score,
  feedback: 'So it is.',
  ...(misconception ? { misconception } : {}),
});

describe('a single choice', () => {
  const variant = variantOf(singleChoiceItem());

  test.each([
    ['a', { score: 0, criterion: 0, misconception: 'short' }],
    ['b', { score: 1, criterion: 1, misconception: null }],
    ['c', { score: 0.5, criterion: 2, misconception: null }],
    ['d', { score: 0, criterion: 3, misconception: null }],
    ['left-the-item', { score: 0, criterion: null, misconception: null }],
  ])('of %s is judged by the criterion that names it', (option, judgement) => {
    expect(scoreResponse(variant, { kind: 'single-choice', option })).toEqual(judgement);
  });
});

/** The score of choosing these of a multiple response. */
function scoreOf(fields: Record<string, unknown>, options: readonly string[]) {
  const variant = variantOf(multipleResponseItem(fields));
  return scoreResponse(variant, { kind: 'multiple-response', options: [...options] });
}

describe('a multiple response without a criterion that holds', () => {
  test.each([
    [['a', 'c'], 1, 1],
    [['c', 'a'], 1, 1],
    [['a'], 0, 0.5],
    [['a', 'b'], 0, 0],
    [['a', 'c', 'd'], 0, 0.5],
    [['a', 'b', 'c', 'd'], 0, 0],
    [['b', 'd'], 0, 0],
    [[], 0, 0],
  ])('choosing %j earns %d all-or-nothing and %d right-minus-wrong', (options, all, partial) => {
    const nobody = { criterion: null, misconception: null };
    expect(scoreOf({ credit: 'all-or-nothing' }, options)).toEqual({ score: all, ...nobody });
    expect(scoreOf({ credit: 'right-minus-wrong' }, options)).toEqual({
      score: partial,
      ...nobody,
    });
  });
});

describe('the rubric of a multiple response', () => {
  const rubric = [
    criterion({ exactly: ['a', 'c'] }, 1),
    criterion({ chosen: 'd' }, 0, 'fourth'),
    criterion({ missed: 'c' }, 'credit', 'third'),
  ];
  const fields = { credit: 'right-minus-wrong', rubric };

  test.each([
    [['a', 'c'], { score: 1, criterion: 0, misconception: null }],
    [['a', 'c', 'd'], { score: 0, criterion: 1, misconception: 'fourth' }],
    [['a', 'd'], { score: 0, criterion: 1, misconception: 'fourth' }],
    [['a'], { score: 0.5, criterion: 2, misconception: 'third' }],
    [['c'], { score: 0.5, criterion: null, misconception: null }],
  ])('decides for %j by its first criterion that holds', (options, judgement) => {
    expect(scoreOf(fields, options)).toEqual(judgement);
  });

  test('ends with "otherwise", which always holds', () => {
    const withLast = { ...fields, rubric: [...rubric, criterion('otherwise', 0.25)] };
    expect(scoreOf(withLast, ['c'])).toEqual({ score: 0.25, criterion: 3, misconception: null });
  });
});

describe('the credit rules', () => {
  /** An item of three to eight options of which some, but not all, are keys. */
  const anyItem = fc.integer({ min: 3, max: 8 }).chain((count) => {
    const ids = Array.from({ length: count }, (_, index) => `o${index}`);
    const keys = fc.subarray(ids, { minLength: 1, maxLength: count - 1 });
    return fc.record({ ids: fc.constant(ids), keys, chosen: fc.subarray(ids) });
  });
  const itemOf = (ids: readonly string[], keys: readonly string[], credit: string) => ({
    options: Object.fromEntries(ids.map((id) => [id, `text ${id}`])),
    keys,
    credit,
  });
  const rule = fc.constantFrom('all-or-nothing', 'right-minus-wrong');

  test('give 1 for exactly the keys and for nothing else', () => {
    fc.assert(
      fc.property(anyItem, rule, ({ ids, keys, chosen }, credit) => {
        const item = itemOf(ids, keys, credit);
        expect(scoreOf(item, keys).score).toBe(1);
        const isKeys = chosen.length === keys.length && chosen.every((id) => keys.includes(id));
        expect(scoreOf(item, chosen).score === 1).toBe(isKeys);
      }),
      { numRuns: 300 },
    );
  });

  test('give nothing for choosing all options', () => {
    fc.assert(
      fc.property(anyItem, rule, ({ ids, keys }, credit) => {
        expect(scoreOf(itemOf(ids, keys, credit), ids).score).toBe(0);
      }),
      { numRuns: 300 },
    );
  });

  test('stay in [0, 1], grow with a key and fall with another option', () => {
    fc.assert(
      fc.property(anyItem, rule, ({ ids, keys, chosen }, credit) => {
        const item = itemOf(ids, keys, credit);
        const before = scoreOf(item, chosen).score;
        expect(before).toBeGreaterThanOrEqual(0);
        expect(before).toBeLessThanOrEqual(1);
        for (const id of ids.filter((each) => !chosen.includes(each))) {
          const after = scoreOf(item, [...chosen, id]).score;
          if (keys.includes(id)) expect(after).toBeGreaterThanOrEqual(before);
          else expect(after).toBeLessThanOrEqual(before);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('see neither the order of the choices nor a choice made twice', () => {
    fc.assert(
      fc.property(anyItem, rule, ({ ids, keys, chosen }, credit) => {
        const item = itemOf(ids, keys, credit);
        const again = [...chosen.toReversed(), ...chosen];
        expect(scoreOf(item, again)).toEqual(scoreOf(item, chosen));
      }),
      { numRuns: 300 },
    );
  });
});
