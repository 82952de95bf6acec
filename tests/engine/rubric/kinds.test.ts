import { describe, expect, test } from 'vitest';
import {
  blindGuesses,
  chosenOptions,
  keyResponse,
  knownResponses,
  scoreResponse,
  tellResponse,
} from '#lib/engine/rubric/registry.ts';
import type { Response } from '#lib/engine/rubric/response.ts';
import {
  multipleResponseItem,
  numericItem,
  singleChoiceItem,
  variantOf,
} from '../../support/items.ts';

const single = variantOf(singleChoiceItem());
const multiple = variantOf(multipleResponseItem({ order: 'fixed' }));
const numeric = (fields: Record<string, unknown> = {}) => variantOf(numericItem(fields));
const typed = (value: number): Response => ({ kind: 'numeric', text: 'as typed', value });

describe('a response in words', () => {
  test.each([
    [single, { kind: 'dont-know' } as const, 'I don’t know yet'],
    [single, { kind: 'single-choice', option: 'c' } as const, 'about five'],
    [single, { kind: 'single-choice', option: 'gone' } as const, ''],
    [multiple, { kind: 'multiple-response', options: ['d', 'a'] } as const, 'one; four'],
    [numeric(), typed(0.25), '0.25'],
    [numeric(), typed(1 / 3), '0.333333'],
    [numeric(), typed(1234567), '1234567'],
    [numeric({ unit: 'ms' }), typed(5), '5 ms'],
    [numeric({ unit: '%' }), typed(12.5), '12.5 %'],
  ])('$item.kind %#', (variant, response, words) => {
    expect(tellResponse(variant, response as Response)).toBe(words);
  });
});

describe('the key', () => {
  test.each([
    [single, { options: ['b'], text: 'five' }],
    [multiple, { options: ['a', 'c'], text: 'one; three' }],
    [numeric(), { options: [], text: '5' }],
    [numeric({ unit: 'GB' }), { options: [], text: '5 GB' }],
    [
      numeric({ rubric: [{ when: { equals: '2^20' }, score: 1, feedback: 'Right.' }] }),
      { options: [], text: '1048576' },
    ],
    [
      numeric({ rubric: [{ when: { equals: 'z' }, score: 1, feedback: 'Right.' }] }),
      { options: [], text: '' },
    ],
  ])('of $item.kind %# is told by its options and in words', (variant, key) => {
    const response = keyResponse(variant);
    expect({
      options: response ? chosenOptions(variant.item, response) : [],
      text: response ? tellResponse(variant, response) : '',
    }).toEqual(key);
  });
});

describe('guessing blindly', () => {
  test('is choosing an option, or a non-empty selection of options', () => {
    expect(blindGuesses(single.item).map((guess) => chosenOptions(single.item, guess))).toEqual(
      ['a', 'b', 'c', 'd'].map((option) => [option]),
    );
    const selections = blindGuesses(multiple.item).map((guess) =>
      chosenOptions(multiple.item, guess).join(''),
    );
    expect(selections).toHaveLength(15);
    expect(new Set(selections).size).toBe(15);
    expect(selections).toContain('acd');
  });

  test('is no way to a number', () => {
    expect(blindGuesses(numericItem())).toEqual([]);
  });
});

describe('the responses that a rubric tells apart', () => {
  test.each([[single], [multiple], [numeric()]])(
    'of $item.kind hold the key and end with one that is wrong',
    (variant) => {
      const known = knownResponses(variant);
      expect(known).toContainEqual(keyResponse(variant));
      expect(Math.max(...known.map((each) => scoreResponse(variant, each).score))).toBe(1);
      expect(scoreResponse(variant, known.at(-1)!).score).toBe(0);
    },
  );
});
