import { describe, expect, test } from 'vitest';
import { logLikelihood } from '#lib/engine/measure/models/item-parameters.ts';
import { NODES, NODE_COUNT, normalOnGrid } from '#lib/engine/measure/posterior/grid.ts';
import { type LogLikelihood, withAnswer } from '#lib/engine/measure/posterior/likelihood.ts';
import {
  expectedAPosteriori,
  maximumAPosteriori,
  weightedLikelihood,
} from '#lib/engine/measure/posterior/one-ability.ts';
import { type LsatReference, lsatReference } from './dense-eap.ts';
import { readFixture } from './fixture-files.ts';
import { lsatCases, lsatPatterns } from './lsat-data.ts';

const fixture = JSON.parse(readFixture('lsat-eap.json')) as LsatReference;

/** The answers of a pattern, as the engine takes them. */
function judged(items: (typeof lsatCases)[number]['items'], pattern: string) {
  return items.map(({ a, b, c }, i) => ({
    skill: 0,
    parameters: { discrimination: a, difficulty: b, guessing: c },
    category: Number(pattern[i]),
  }));
}

function onGrid(answers: ReturnType<typeof judged>): LogLikelihood {
  return answers.reduce<LogLikelihood>(withAnswer, new Float64Array(NODE_COUNT));
}

test('the stored values are those that the dense script computes', () => {
  const anew = lsatReference();
  expect(fixture.madeBy).toBe(anew.madeBy);
  expect(fixture.cases.map(({ name }) => name)).toEqual(lsatCases.map(({ name }) => name));
  fixture.cases.forEach((stored, c) => {
    const computed = anew.cases[c]!;
    expect(stored.logLikelihood).toBeCloseTo(computed.logLikelihood, 8);
    expect(stored.patterns.map(({ pattern }) => pattern)).toEqual(lsatPatterns);
    stored.patterns.forEach((each, p) => {
      for (const method of ['eap', 'map', 'wle'] as const) {
        const { theta, standardError } = computed.patterns[p]![method];
        expect(each[method].theta).toBeCloseTo(theta, 8);
        expect(each[method].standardError).toBeCloseTo(standardError, 8);
      }
    });
  });
});

describe.each(lsatCases)('$name', ({ name, items, counts, logLikelihood: printed }) => {
  const reference = fixture.cases.find((each) => each.name === name)!;

  /** Largest distances, over all patterns, of an estimate and of its error from the reference. */
  function furthest(
    method: 'eap' | 'map' | 'wle',
    estimate: (answers: ReturnType<typeof judged>) => { theta: number; standardError: number },
  ) {
    const found = reference.patterns.map((each) => ({
      stored: each[method],
      computed: estimate(judged(items, each.pattern)),
    }));
    const largest = (of: 'theta' | 'standardError') =>
      Math.max(...found.map(({ stored, computed }) => Math.abs(stored[of] - computed[of])));
    return { theta: largest('theta'), standardError: largest('standardError') };
  }

  test('has the log-likelihood that mirt prints, by the engine’s curves on the engine’s nodes', () => {
    const normal = normalOnGrid(1);
    const total = normal.reduce((sum, weight) => sum + weight, 0);
    let found = 0;
    for (const [pattern, count] of counts) {
      const answers = judged(items, pattern);
      const chance = NODES.reduce((sum, theta, k) => {
        const exponent = answers.reduce(
          (logs, { parameters, category }) => logs + logLikelihood(parameters, theta, category),
          0,
        );
        return sum + (normal[k]! / total) * Math.exp(exponent);
      }, 0);
      found += count * Math.log(chance);
    }
    expect([...counts.values()].reduce((sum, count) => sum + count, 0)).toBe(1000);
    expect(Math.abs(found - printed)).toBeLessThan(1e-3);
    expect(Math.abs(reference.logLikelihood - printed)).toBeLessThan(1e-3);
  });

  test('has every expected ability and its error to 1e-6', () => {
    const { theta, standardError } = furthest('eap', (answers) =>
      expectedAPosteriori(onGrid(answers)),
    );
    expect(theta).toBeLessThan(1e-6);
    expect(standardError).toBeLessThan(1e-6);
  });

  test.each([
    ['most probable', 'map', maximumAPosteriori],
    ['weighted-likelihood', 'wle', weightedLikelihood],
  ] as const)('has every %s ability and its error to 1e-5', (_, method, estimate) => {
    const { theta, standardError } = furthest(method, estimate);
    expect(theta).toBeLessThan(1e-5);
    expect(standardError).toBeLessThan(1e-5);
  });
});
