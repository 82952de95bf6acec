import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arrangements } from '#lib/engine/rubric/kinds/arrangements.ts';
import {
  blindGuesses,
  keyResponse,
  knownResponses,
  readResponse,
  ruleOf,
  scoreResponse,
  tellResponse,
} from '#lib/engine/rubric/registry.ts';
import type { Response } from '#lib/engine/rubric/response.ts';
import { scoreLevels } from '#lib/engine/rubric/score-levels.ts';
import { orderingItem, placesOf, variantOf } from '../../support/items.ts';

const item = orderingItem();
const variant = variantOf(item);
const ids = ['one', 'two', 'three', 'four'];
const inOrder = (...order: string[]): Response => ({ kind: 'ordering', order });
const scoreOf = (order: readonly string[], fields = {}) =>
  scoreResponse(variantOf(orderingItem(fields)), inOrder(...order));
const criterion = (when: unknown, score: unknown, misconception?: string) => ({
  when,
  score,
  feedback: 'So it is.',
  ...(misconception === undefined ? {} : { misconception }),
});

describe('what a form sent for an order', () => {
  test.each(arrangements(['1', '2', '3', '4']).slice(1))(
    'is read by the place of each entry as shown: %s %s %s %s',
    (...sent) => {
      const order = variant.options
        .map(({ id }, index) => ({ id, place: Number(sent[index]) }))
        .toSorted((one, other) => one.place - other.place)
        .map(({ id }) => id);
      expect(readResponse(variant, sent)).toEqual({
        ok: true,
        value: { response: inOrder(...order), echo: null },
      });
    },
  );

  test.each([
    [[], 'nothing-placed'],
    [[''], 'nothing-placed'],
    [['', '', '', ''], 'nothing-placed'],
    [['1', '2', '3', '4'], 'order-unchanged'],
    [['01', '02', '03', '04'], 'order-unchanged'],
    [['1', '', '', ''], 'place-missing'],
    [['4', '3', '2', ''], 'place-missing'],
    [['4', '4', '', ''], 'place-missing'],
    [['4', '3', '2', '2'], 'place-repeated'],
    [['1', '1', '1', '1'], 'place-repeated'],
    [['2', '1'], 'place-unknown'],
    [['4', '3', '2'], 'place-unknown'],
    [['4', '3', '2', '1', '5'], 'place-unknown'],
    [['4', '3', '2', '1', ''], 'place-unknown'],
    [['0', '3', '2', '1'], 'place-unknown'],
    [['5', '3', '2', '1'], 'place-unknown'],
    [['-1', '3', '2', '1'], 'place-unknown'],
    [[' 4', '3', '2', '1'], 'place-unknown'],
    [['４', '3', '2', '1'], 'place-unknown'],
    [['4.0', '3', '2', '1'], 'place-unknown'],
    [['1e0', '3', '2', '4'], 'place-unknown'],
    [['004', '3', '2', '1'], 'place-unknown'],
    [['one', 'two', 'three', 'four'], 'place-unknown'],
    [['length', 'constructor', '__proto__', '1'], 'place-unknown'],
    [['\u0000', '3', '2', '1'], 'place-unknown'],
    [['9'.repeat(2000), '3', '2', '1'], 'place-unknown'],
  ])('is refused, at no cost, when it is none: %j', (sent, code) => {
    const read = readResponse(variant, sent);
    expect(read).toMatchObject({ ok: false, error: { code, path: 'answer' } });
    if (!read.ok) expect([read.error.message, read.error.hint]).not.toContain('');
  });

  test('says how many are missing, and which place is used twice', () => {
    expect(readResponse(variant, ['1', '2', '3', ''])).toMatchObject({
      error: { message: 'One entry has no place yet.' },
    });
    expect(readResponse(variant, ['1', '2', '', ''])).toMatchObject({
      error: { message: '2 entries have no place yet.' },
    });
    expect(readResponse(variant, ['4', '1', '3', '3'])).toMatchObject({
      error: { message: 'Place 3 is used more than once.' },
    });
  });
});

describe('the order shown', () => {
  test('is never the key, and every other order comes up', () => {
    const shown = Array.from({ length: 600 }, (_, seed) =>
      variantOf(item, seed + 1)
        .options.map(({ id }) => id)
        .join(),
    );
    expect(shown).not.toContain(ids.join());
    expect(new Set(shown).size).toBe(23);
  });
});

describe('an order without a criterion that holds', () => {
  test.each([
    [ids, 1, 1],
    [['four', 'one', 'two', 'three'], 0, 2 / 3],
    [['two', 'three', 'four', 'one'], 0, 2 / 3],
    [['three', 'four', 'one', 'two'], 0, 2 / 3],
    [['one', 'two', 'four', 'three'], 0, 1 / 3],
    [['one', 'three', 'two', 'four'], 0, 0],
    [['four', 'three', 'two', 'one'], 0, 0],
    [['one', 'two'], 0, 1 / 3],
    [[], 0, 0],
    [['left', 'the', 'item', 'gone'], 0, 0],
  ])('%j earns %d all-or-nothing and %d by adjacent pairs', (order, all, partial) => {
    expect(scoreOf(order, { credit: 'all-or-nothing' }).score).toBe(all);
    expect(scoreOf(order).score).toBeCloseTo(partial, 12);
  });
});

describe('the rubric of an order', () => {
  const rubric = [
    criterion({ order: ids }, 1),
    criterion({ order: ids.toReversed() }, 0, 'backwards'),
    criterion({ before: ['four', 'one'] }, 'credit', 'late'),
    criterion('otherwise', 0.25),
  ];
  test.each([
    [ids, { score: 1, criterion: 0, misconception: null }],
    [ids.toReversed(), { score: 0, criterion: 1, misconception: 'backwards' }],
    [['four', 'one', 'two', 'three'], { score: 2 / 3, criterion: 2, misconception: 'late' }],
    [['one', 'two', 'four', 'three'], { score: 0.25, criterion: 3, misconception: null }],
  ])('decides for %j by its first criterion that holds', (order, judgement) => {
    expect(scoreOf(order, { rubric })).toEqual(judgement);
  });
});

describe('an ordering item', () => {
  test('has its written order as key, told as a list, and its rule beforehand', () => {
    expect(keyResponse(variant)).toEqual(inOrder(...ids));
    expect(tellResponse(variant, inOrder(...ids))).toBe('1. 1\n2. 1 + 1\n3. 2 + 1\n4. 2 + 2');
    expect(ruleOf(item)).toContain('neighbours');
    expect(ruleOf(orderingItem({ credit: 'all-or-nothing' }))).toContain('whole order');
  });

  test('is guessed rightly once in all orders, and partly more often', () => {
    expect(blindGuesses(item)).toHaveLength(24);
    const levels = scoreLevels(item);
    expect(levels.map(({ score }) => Number(score.toFixed(3)))).toEqual([0, 0.333, 0.667, 1]);
    expect(levels.map(({ luck }) => Math.round(luck * 24))).toEqual([24, 13, 4, 1]);
  });

  test('knows responses of every score, and ends with one that earns nothing', () => {
    const known = knownResponses(variant);
    expect(known).toContainEqual(keyResponse(variant));
    expect(scoreResponse(variant, known.at(-1)!).score).toBe(0);
  });

  test('of any size and seed gives the key 1, read back from the places sent for it', () => {
    const sizes = fc.integer({ min: 3, max: 7 });
    fc.assert(
      fc.property(sizes, fc.integer({ min: 1, max: 200 }), (size, seed) => {
        const entries = Object.fromEntries(
          Array.from({ length: size }, (_, index) => [`e${index}`, `text ${index}`]),
        );
        const any = variantOf(orderingItem({ entries }), seed);
        const key = keyResponse(any)!;
        const read = readResponse(any, placesOf(any, key));
        expect(read).toEqual({ ok: true, value: { response: key, echo: null } });
        expect(scoreResponse(any, key).score).toBe(1);
      }),
      { numRuns: 200 },
    );
  });
});
