import { describe, expect, test } from 'vitest';
import { keyOf, tellResponse } from '#lib/engine/rubric/tell-response.ts';
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
    expect(keyOf(variant)).toEqual(key);
  });
});
