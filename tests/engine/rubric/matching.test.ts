import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arrangements } from '#lib/engine/rubric/kinds/arrangements.ts';
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
import type { Response } from '#lib/engine/rubric/response.ts';
import { scoreLevels } from '#lib/engine/rubric/score-levels.ts';
import { matchingItem, placesOf, variantOf } from '../../support/items.ts';

const item = matchingItem();
const variant = variantOf(item);
const lefts = ['two', 'three', 'four'];
const matched = (...rights: string[]): Response => ({
  kind: 'matching',
  pairs: lefts.map((left, index) => [left, rights[index] ?? '']),
});
const scoreOf = (rights: readonly string[], fields = {}) =>
  scoreResponse(variantOf(matchingItem(fields)), matched(...rights));
const criterion = (when: unknown, score: unknown, misconception?: string) => ({
  when,
  score,
  feedback: 'So it is.',
  ...(misconception === undefined ? {} : { misconception }),
});

describe('what a form sent for matches', () => {
  test.each(arrangements(['1', '2', '3', '4'], 3))(
    'is read by the place of the right text as shown: %s %s %s',
    (...sent) => {
      const rights = sent.map((place) => variant.options[Number(place) - 1]!.id);
      expect(readResponse(variant, sent)).toEqual({
        ok: true,
        value: { response: matched(...rights), echo: null },
      });
    },
  );

  test('is the same response whichever way the left texts are shuffled', () => {
    const shuffled = matchingItem({ order: 'shuffled' });
    const orders = new Set<string>();
    for (let seed = 1; seed <= 40; seed++) {
      const at = variantOf(shuffled, seed);
      orders.add(at.prompts.map(({ id }) => id).join());
      const given = matched('three', 'two', 'five');
      expect(readResponse(at, placesOf(at, given))).toMatchObject({ value: { response: given } });
    }
    expect(orders.size).toBe(6);
  });

  test.each([
    [[], 'nothing-placed'],
    [[''], 'nothing-placed'],
    [['', '', ''], 'nothing-placed'],
    [['1', '', ''], 'place-missing'],
    [['1', '2', ''], 'place-missing'],
    [['1', '1', ''], 'place-missing'],
    [['1', '2', '2'], 'place-repeated'],
    [['4', '4', '4'], 'place-repeated'],
    [['1', '2'], 'place-unknown'],
    [['1', '2', '3', '4'], 'place-unknown'],
    [['0', '2', '3'], 'place-unknown'],
    [['5', '2', '3'], 'place-unknown'],
    [['A', 'B', 'C'], 'place-unknown'],
    [['-1', '2', '3'], 'place-unknown'],
    [['1 ', '2', '3'], 'place-unknown'],
    [['001', '2', '3'], 'place-unknown'],
    [['1.0', '2', '3'], 'place-unknown'],
    [['１', '2', '3'], 'place-unknown'],
    [['two', 'three', 'four'], 'place-unknown'],
    [['constructor', '__proto__', 'length'], 'place-unknown'],
    [['1'.repeat(2000), '2', '3'], 'place-unknown'],
  ])('is refused, at no cost, when it is none: %j', (sent, code) => {
    const read = readResponse(variant, sent);
    expect(read).toMatchObject({ ok: false, error: { code, path: 'answer' } });
    if (!read.ok) expect([read.error.message, read.error.hint]).not.toContain('');
  });
});

test('a choice that is used twice is named as the select shows it', () => {
  expect(readResponse(variant, ['1', '2', '2'])).toMatchObject({
    error: { message: `“${variant.options[1]!.text}” is used more than once.` },
  });
  const lettered = variantOf(matchingItem({ extra: { five: '$5$' } }));
  expect(readResponse(lettered, ['1', '2', '2'])).toMatchObject({
    error: { message: '“B” is used more than once.' },
  });
});

describe('matches without a criterion that holds', () => {
  test.each([
    [['two', 'three', 'four'], 1, 1],
    [['two', 'three', 'five'], 0, 2 / 3],
    [['two', 'four', 'three'], 0, 1 / 3],
    [['three', 'four', 'two'], 0, 0],
    [['gone', 'gone', 'gone'], 0, 0],
    [[], 0, 0],
  ])('%j earn %d all-or-nothing and %d by right pairs', (rights, all, partial) => {
    expect(scoreOf(rights, { credit: 'all-or-nothing' }).score).toBe(all);
    expect(scoreOf(rights).score).toBeCloseTo(partial, 12);
  });
});

describe('the rubric of matches', () => {
  const rubric = [
    criterion({ pair: ['two', 'five'] }, 'credit', 'far'),
    criterion({ pair: ['three', 'four'] }, 0, 'one-more'),
  ];
  test.each([
    [['five', 'three', 'four'], { score: 2 / 3, criterion: 0, misconception: 'far' }],
    [['two', 'four', 'three'], { score: 0, criterion: 1, misconception: 'one-more' }],
    [['two', 'three', 'four'], { score: 1, criterion: null, misconception: null }],
  ])('decides for %j by its first criterion that holds', (rights, judgement) => {
    expect(scoreOf(rights, { rubric })).toEqual(judgement);
  });
});

describe('a matching item', () => {
  test('tells its key in words, a pair a line, and its rule beforehand', () => {
    expect(tellResponse(variant, keyResponse(variant)!)).toBe(
      '1 + 1 → two;  \n2 + 1 → three;  \n2 + 2 → four',
    );
    expect(ruleOf(item)).toBe(
      'Match each with a different one. One is left over. Each right match earns a share.',
    );
    expect(ruleOf(matchingItem({ extra: {}, credit: 'all-or-nothing' }))).toBe(
      'Match each with a different one. It counts if all are right.',
    );
  });

  test('offers plain short words in the selects, and letters where they are long or drawn', () => {
    const words = variant.options.map(({ text }) => text);
    expect(askOf(variant)).toEqual({ prompts: ['1 + 1', '2 + 1', '2 + 2'], words });
    for (const five of ['$5$', '`5`', '*5*', 'five, written so long that no select holds it']) {
      expect(askOf(variantOf(matchingItem({ extra: { five } })))).toMatchObject({ words: null });
    }
  });

  test('is guessed rightly once in all ways to match, and partly more often', () => {
    expect(blindGuesses(item)).toHaveLength(24);
    expect(scoreLevels(item).map(({ luck }) => Math.round(luck * 24))).toEqual([24, 13, 4, 1]);
  });

  test('knows responses of every score, and ends with one that earns nothing', () => {
    for (const any of [item, matchingItem({ extra: {} })]) {
      const known = knownResponses(variantOf(any));
      expect(known).toContainEqual(keyResponse(variant));
      expect(scoreResponse(variantOf(any), known.at(-1)!).score).toBe(0);
    }
  });

  test('of any size and seed gives the key 1, read back from the places sent for it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 3, max: 6 }),
        fc.integer({ min: 1, max: 200 }),
        (size, seed) => {
          const pairs = Object.fromEntries(
            Array.from({ length: size }, (_, n) => [`p${n}`, { left: `${n}`, right: `text ${n}` }]),
          );
          const any = variantOf(matchingItem({ pairs }), seed);
          const key = keyResponse(any)!;
          const read = readResponse(any, placesOf(any, key));
          expect(read).toEqual({ ok: true, value: { response: key, echo: null } });
          expect(scoreResponse(any, key).score).toBe(1);
        },
      ),
      { numRuns: 200 },
    );
  });
});
