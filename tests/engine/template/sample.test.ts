import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sampleScope } from '#lib/engine/template/sample.ts';
import { numericItem } from '../../support/items.ts';

const seeds = fc.integer({ min: 1, max: 1e6 });
const item = (variables: Record<string, unknown>, constraints: readonly unknown[] = []) =>
  numericItem({ variables, constraints });

function scopeOf(of: ReturnType<typeof item>, seed: number) {
  const scope = sampleScope(of, seed);
  if (!scope.ok) throw new Error(scope.error);
  return scope.value;
}

/** The different values a variable takes over many seeds, in order. */
function valuesOf(variable: unknown, count = 300): unknown[] {
  const of = item({ x: variable });
  const values = new Set(Array.from({ length: count }, (_, seed) => scopeOf(of, seed)['x']));
  return [...values].toSorted((a, b) => Number(a) - Number(b));
}

describe('a variable', () => {
  test.each([
    [{ integer: [2, 5] }, [2, 3, 4, 5]],
    [{ integer: [3, 3] }, [3]],
    [{ integer: [-1, 1] }, [-1, 0, 1]],
    [{ decimal: [0, 0.3], step: 0.1 }, [0, 0.1, 0.2, 0.3]],
    [{ decimal: [0.5, 1.2], step: 0.25 }, [0.5, 0.75, 1]],
    [{ decimal: [1, 1], step: 1 }, [1]],
    [{ pick: [1, 10, 100] }, [1, 10, 100]],
    ['2 + 3', [5]],
  ])('%j takes all its values and no other', (variable, values) => {
    expect(valuesOf(variable)).toEqual(values);
  });

  test('is picked among words too', () => {
    expect(valuesOf({ pick: ['red', 'blue'] }).toSorted()).toEqual(['blue', 'red']);
  });

  test('is computed from the ones above it, in the order written', () => {
    const of = item({ a: { integer: [1, 9] }, double: '2 * a', list: '[a, double]' });
    fc.assert(
      fc.property(seeds, (seed) => {
        const { a, double, list } = scopeOf(of, seed);
        expect(double).toBe(2 * Number(a));
        expect(list).toEqual([a, double]);
      }),
      { numRuns: 300 },
    );
  });

  test('cannot be computed from one below it', () => {
    expect(sampleScope(item({ b: 'a + 1', a: { integer: [1, 2] } }), 1)).toEqual({
      ok: false,
      error: '"a + 1": a is not defined above',
    });
  });
});

describe('a constraint', () => {
  test('holds in every draw', () => {
    const range = { integer: [1, 6] };
    const of = item({ a: range, b: range }, ['a < b', 'gcd(a, b) == 1']);
    fc.assert(
      fc.property(seeds, (seed) => {
        const { a, b } = scopeOf(of, seed);
        expect(a).toBeLessThan(Number(b));
        expect([a, b]).not.toEqual([2, 4]);
      }),
      { numRuns: 300 },
    );
  });

  test('that cannot be met is reported', () => {
    const of = item({ a: { integer: [1, 6] } }, ['a > 6']);
    expect(sampleScope(of, 1)).toEqual({
      ok: false,
      error: 'no draw of 400 meets the constraints',
    });
  });

  test.each([
    ['a + 1', 'constraint "a + 1" is neither true nor false'],
    ['a > z', '"a > z": z is not defined above'],
    ['import("x")', '"import("x")": import is not on the list of functions'],
  ])('that is none is reported: %s', (constraint, error) => {
    expect(sampleScope(item({ a: { integer: [1, 6] } }, [constraint]), 1)).toEqual({
      ok: false,
      error,
    });
  });
});

describe('a scope', () => {
  const variables = { a: { integer: [1, 1_000_000] }, b: { integer: [1, 1_000_000] } };

  test('is the same for the same id, version and seed, and told apart by each of them', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const scope = scopeOf(item(variables), seed);
        expect(scopeOf(item(variables), seed)).toEqual(scope);
        expect(scopeOf(item(variables), seed + 1)).not.toEqual(scope);
        expect(scopeOf(numericItem({ variables, version: 2 }), seed)).not.toEqual(scope);
        expect(scopeOf(numericItem({ variables, id: 'sums-other' }), seed)).not.toEqual(scope);
      }),
      { numRuns: 300 },
    );
  });

  test('is remembered for an item and a seed, not for an item alone', () => {
    const of = item(variables);
    expect(sampleScope(of, 1)).toBe(sampleScope(of, 1));
    expect(sampleScope(of, 1)).not.toEqual(sampleScope(of, 2));
  });

  test('is empty for an item without variables', () => {
    expect(sampleScope(numericItem(), 1)).toEqual({ ok: true, value: {} });
  });
});
