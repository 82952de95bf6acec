import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  keyResponse,
  readResponse,
  scoreResponse,
  tellResponse,
} from '#lib/engine/rubric/registry.ts';
import { scoreLevels } from '#lib/engine/rubric/score-levels.ts';
import { type Variant, seedCount } from '#lib/engine/template/instantiate.ts';
import { loadBank } from '#lib/server/bank/load-bank.ts';
import { sentFor, variantOf } from '../support/items.ts';
import { afterRunning } from '../support/run-query.ts';

/** Without an exponent, which a formula has to be asked about. */
const decimal = new Intl.NumberFormat('en', { useGrouping: false, maximumFractionDigits: 20 });

const bank = loadBank('question-bank');
const items = [...bank.items.values()].map(({ item }) => item);

/** What the form would send of someone who knows the key. */
function keySent(variant: Variant): string[] {
  const key = keyResponse(variant);
  return key ? sentFor(variant, key) : [];
}

/** The score of what a form sends, all the way from its text. */
function scoreOf(variant: Variant, sent: readonly string[]): number {
  const read = readResponse(variant, sent);
  if (!read.ok) throw new Error(`${variant.item.id}: ${read.error.message}`);
  return scoreResponse(variant, afterRunning(variant, read.value.response)).score;
}

describe('of every item', () => {
  test('the key, sent as a form sends it, scores 1 at three seeds', () => {
    const wrong = items.flatMap((item) =>
      [1, 77, seedCount].flatMap((seed) => {
        const variant = variantOf(item, seed);
        return scoreOf(variant, keySent(variant)) === 1 ? [] : [`${item.id} at ${seed}`];
      }),
    );
    expect(wrong).toEqual([]);
  });

  test('nothing is left of a placeholder, and the key can be told in words', () => {
    for (const item of items) {
      const variant = variantOf(item, 5);
      const texts = [variant.stem, variant.explanation, ...variant.options.map(({ text }) => text)];
      expect([item.id, texts.filter((text) => text.includes('{{'))]).toEqual([item.id, []]);
      const key = keyResponse(variant);
      expect([item.id, key === null || tellResponse(variant, key) === '']).toEqual([
        item.id,
        false,
      ]);
    }
  });

  test('answering blindly reaches full score in at most a third of cases, and never where the answer is typed', () => {
    for (const item of items) {
      const levels = scoreLevels(item);
      expect([item.id, levels[0]?.score, levels.at(-1)?.score]).toEqual([item.id, 0, 1]);
      const luck = levels.at(-1)?.luck ?? 1;
      expect([item.id, luck <= 1 / 3]).toEqual([item.id, true]);
      expect([item.id, luck === 0]).toEqual([
        item.id,
        ['numeric', 'matrix', 'expression', 'sql'].includes(item.kind),
      ]);
    }
  });

  test('choosing every option of a multiple response, or none, earns nothing, at any seed', () => {
    const several = items.filter((item) => item.kind === 'multiple-response');
    fc.assert(
      fc.property(
        fc.constantFrom(...several),
        fc.integer({ min: 1, max: seedCount }),
        (item, at) => {
          const variant = variantOf(item, at);
          const all = variant.options.map((_, index) => String(index + 1));
          expect([item.id, scoreOf(variant, all)]).toEqual([item.id, 0]);
          expect(readResponse(variant, [])).toMatchObject({ error: { code: 'nothing-chosen' } });
          const none = scoreResponse(variant, { kind: 'multiple-response', options: [] });
          expect([item.id, none.score]).toEqual([item.id, 0]);
        },
      ),
      { numRuns: 5 * several.length },
    );
  });
});

test('any item at any seed gives the key 1 and any answer a score in [0, 1]', () => {
  const seed = fc.integer({ min: 1, max: seedCount });
  const answer = fc.double({ min: -1e6, max: 1e6, noNaN: true });
  fc.assert(
    fc.property(fc.constantFrom(...items), seed, answer, fc.nat(254), (item, at, x, choice) => {
      const variant = variantOf(item, at);
      expect(scoreOf(variant, keySent(variant))).toBe(1);
      const places = variant.options.map((_, index) => String(index + 1));
      const some = places.filter((_, index) => ((choice + 1) >> index) & 1);
      const sent = {
        numeric: [String(x)],
        'single-choice': places.slice(0, 1),
        'multiple-response': some,
        matrix: keySent(variant).with(-1, String(x)),
        ordering: places.toReversed(),
        matching: places.slice(0, variant.prompts.length),
        expression: [decimal.format(x)],
        sql: [`SELECT ${x}`],
      };
      if (sent[item.kind].length === 0) return;
      const score = scoreOf(variant, sent[item.kind]);
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(1);
    }),
    { numRuns: 500 },
  );
});
