import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { feedbackOf } from '#lib/engine/rubric/judgement.ts';
import { readResponse, scoreResponse } from '#lib/engine/rubric/registry.ts';
import type { Response } from '#lib/engine/rubric/response.ts';
import {
  multipleResponseItem,
  numericItem,
  singleChoiceItem,
  variantOf,
} from '../../support/items.ts';
import { smallBank } from '../../support/small-bank.ts';

const single = variantOf(singleChoiceItem({ order: 'fixed' }));
const multiple = variantOf(multipleResponseItem({ order: 'fixed' }));
const numeric = variantOf(numericItem({ unit: 'ms' }));

describe('what a form sent for a choice', () => {
  test('is read by the place of the option as shown, so that ids never travel', () => {
    const shuffled = variantOf(singleChoiceItem(), 3);
    shuffled.options.forEach(({ id }, index) => {
      expect(readResponse(shuffled, [String(index + 1)])).toEqual({
        ok: true,
        value: { response: { kind: 'single-choice', option: id }, echo: null },
      });
    });
    expect(shuffled.options.map(({ id }) => id)).not.toEqual(['a', 'b', 'c', 'd']);
  });

  test('is, for several, their ids in one order and each once', () => {
    for (const sent of [
      ['4', '1'],
      ['1', '4', '1'],
      ['01', '04'],
    ]) {
      expect(readResponse(multiple, sent)).toEqual({
        ok: true,
        value: { response: { kind: 'multiple-response', options: ['a', 'd'] }, echo: null },
      });
    }
  });
});

describe('what a form sent for a number', () => {
  test.each([
    ['5', { text: '5', value: 5 }, null],
    [' 1/3 ', { text: '1/3', value: 1 / 3 }, '0.333333333333 ms'],
    ['5 ms', { text: '5 ms', value: 5 }, null],
    ['5e2', { text: '5e2', value: 500 }, '500 ms'],
  ])('is read, kept as typed, and echoed where that helps: %j', (typed, read, echo) => {
    expect(readResponse(numeric, [typed])).toEqual({
      ok: true,
      value: { response: { kind: 'numeric', ...read }, echo },
    });
  });

  test('is echoed without a unit where there is none', () => {
    const read = readResponse(variantOf(numericItem()), ['25%']);
    expect(read.ok && read.value.echo).toBe('0.25');
  });

  test.each([
    [[], 'no-number'],
    [['  '], 'no-number'],
    [['x'], 'not-a-number'],
  ])('is refused when it is none: %j', (sent, code) => {
    expect(readResponse(numeric, sent)).toMatchObject({ ok: false, error: { code } });
  });
});

test.each([
  ['spaces around a slash', `1${' '.repeat(400)}/2`],
  ['spaces between the number and its unit', `5${' '.repeat(400)}ms`],
  ['a long number', '1'.repeat(5000)],
])('a text too long to be stored is refused: %s', (_, typed) => {
  expect(readResponse(numeric, [typed])).toMatchObject({ error: { code: 'number-too-long' } });
});

describe('a response', () => {
  const bank = smallBank();
  const anyItem = fc.constantFrom(...bank.items.values()).map(({ item }) => item);

  test('scores in [0, 1] on any item at any seed, and the criterion told is one of the item', () => {
    const seed = fc.integer({ min: 1, max: 200 });
    const value = fc.double({ noNaN: true });
    fc.assert(
      fc.property(anyItem, seed, value, fc.nat(255), (item, at, number, choice) => {
        const variant = variantOf(item, at);
        const options = variant.options.filter((_, place) => (choice >> place) & 1);
        const ids = options.map(({ id }) => id);
        const given: Response =
          item.kind === 'numeric'
            ? { kind: 'numeric', text: '', value: number }
            : item.kind === 'single-choice'
              ? { kind: 'single-choice', option: ids[0] ?? 'none' }
              : { kind: 'multiple-response', options: ids };
        const judgement = scoreResponse(variant, given);
        expect(judgement.score).toBeGreaterThanOrEqual(0);
        expect(judgement.score).toBeLessThanOrEqual(1);
        if (judgement.criterion !== null) {
          const decisive = item.rubric[judgement.criterion];
          expect(decisive?.misconception ?? null).toBe(judgement.misconception);
          expect(feedbackOf(variant, judgement)).not.toContain('{{');
        }
      }),
      { numRuns: 400 },
    );
  });

  test('"I don’t know yet" scores 0 on every kind, with no misconception and no feedback', () => {
    for (const variant of [single, multiple, numeric]) {
      const judgement = scoreResponse(variant, { kind: 'dont-know' });
      expect(judgement).toEqual({ score: 0, criterion: null, misconception: null });
      expect(feedbackOf(variant, judgement)).toBeNull();
    }
  });

  test('of another kind than the item is our bug and throws', () => {
    expect(() => scoreResponse(single, { kind: 'numeric', text: '1', value: 1 })).toThrow(
      'a numeric response to a single-choice item',
    );
  });

  test('gets its feedback in the numbers of its variant', () => {
    const variant = variantOf(
      numericItem({
        variables: { n: '7' },
        rubric: [{ when: { equals: 'n' }, score: 1, feedback: '{{n}} it is.' }],
      }),
    );
    const judgement = scoreResponse(variant, { kind: 'numeric', text: '7', value: 7 });
    expect(feedbackOf(variant, judgement)).toBe('7 it is.');
  });
});
