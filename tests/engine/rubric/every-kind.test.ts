import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  blindGuesses,
  keyResponse,
  knownResponses,
  readResponse,
  ruleOf,
  scoreResponse,
  tellResponse,
} from '#lib/engine/rubric/registry.ts';
import { response } from '#lib/engine/rubric/response.ts';
import type { Variant } from '#lib/engine/template/instantiate.ts';
import { loadBank } from '#lib/server/bank/load-bank.ts';
import { submissions } from '../../fuzz/submissions.ts';
import { itemKinds, itemsByKind, sentFor, variantOf } from '../../support/items.ts';
import { afterRunning } from '../../support/run-query.ts';

const bank = loadBank('question-bank');

/** The fixture item of a kind and the real ones, at any seed. */
function variantsOf(kind: (typeof itemKinds)[number]) {
  const real = [...bank.items.values()]
    .map(({ item }) => item)
    .filter((item) => item.kind === kind);
  return fc
    .tuple(fc.constantFrom(itemsByKind[kind](), ...real), fc.integer({ min: 1, max: 200 }))
    .map(([item, seed]): Variant => variantOf(item, seed));
}

/** What is read of a submission, a query having been run as well; null where it is refused. */
function reading(variant: Variant, sent: readonly string[]) {
  const read = readResponse(variant, sent);
  if (!read.ok) return null;
  return { ...read.value, response: afterRunning(variant, read.value.response) };
}

describe.each(itemKinds)('of every item of the kind %s', (kind) => {
  const anyVariant = variantsOf(kind);
  const runs = { numRuns: 100 };

  test('the key, sent as a form sends it, is read as itself and scores 1', () => {
    fc.assert(
      fc.property(anyVariant, (variant) => {
        const key = keyResponse(variant);
        if (key === null) throw new Error(`${variant.item.id} has no key`);
        const read = reading(variant, sentFor(variant, key));
        expect(read && scoreResponse(variant, read.response).score).toBe(1);
        expect(read && tellResponse(variant, read.response)).toBe(tellResponse(variant, key));
        expect(scoreResponse(variant, key).score).toBe(1);
      }),
      runs,
    );
  });

  test('every response a simulated learner gives is stored whole, told, and scores in [0, 1]', () => {
    fc.assert(
      fc.property(anyVariant, fc.nat(), (variant, any) => {
        const all = [...knownResponses(variant), ...blindGuesses(variant.item)];
        const given = all[any % all.length];
        const kept = response.parse(JSON.parse(JSON.stringify(given)));
        expect(kept).toEqual(given);
        expect(tellResponse(variant, kept)).not.toBe('');
        const { score } = scoreResponse(variant, kept);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
      }),
      runs,
    );
  });

  test('what is echoed reads as the same and scores the same, and so does what was sent, twice', () => {
    fc.assert(
      fc.property(anyVariant, fc.integer(), (variant, seed) => {
        const source = submissions(variant, seed);
        for (let count = 0; count < 30; count++) {
          const sent = source.next().value;
          const read = reading(variant, sent);
          expect(reading(variant, sent)).toEqual(read);
          if (read?.echo == null) continue;
          const again = reading(variant, [read.echo]);
          const text = again && 'text' in again.response ? again.response.text : null;
          expect(again?.echo ?? text).toBe(read.echo);
          expect(again && scoreResponse(variant, again.response).score).toBe(
            scoreResponse(variant, read.response).score,
          );
        }
      }),
      { numRuns: 30 },
    );
  });

  test('“I don’t know yet” scores 0, and the rule of the grader is told', () => {
    fc.assert(
      fc.property(anyVariant, (variant) => {
        expect(scoreResponse(variant, { kind: 'dont-know' }).score).toBe(0);
        expect(ruleOf(variant.item)).not.toBe('');
      }),
      runs,
    );
  });
});
