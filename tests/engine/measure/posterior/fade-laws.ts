import fc from 'fast-check';
import { expect } from 'vitest';
import { NODE_COUNT, STEP } from '#lib/engine/measure/posterior/grid.ts';
import {
  type Evidence,
  type LogLikelihood,
  scaled,
  withAnswer,
} from '#lib/engine/measure/posterior/likelihood.ts';
import { anyEvidence, anyItem, extremeItems, real, topOf, usualItems } from '../arbitraries.ts';
import { USUAL_VARIANCE } from '../gaussians.ts';
import { type Law, type LawEngine, largestFall, law, mostApart, priorFor } from '../laws.ts';

const answersOfSomeKind = fc.oneof(anyEvidence(1, usualItems), anyEvidence(1, extremeItems));
const likelihoodOf = (evidence: readonly Evidence[]) =>
  evidence.reduce<LogLikelihood | null>(withAnswer, null) ?? new Float64Array(NODE_COUNT);
const anyLikelihood = answersOfSomeKind.map(likelihoodOf);
const usualLikelihood = anyEvidence(1, usualItems).map(likelihoodOf);
const anyMove = real(0, 2);

const ONE_SKILL = { domainOf: [0], variance: USUAL_VARIANCE };
const believed = (engine: LawEngine, loglikelihood: LogLikelihood) =>
  engine.beliefs(priorFor(engine, ONE_SKILL), [], [loglikelihood]).gaussian;

export const fadeLaws = {
  'no time fades nothing': law(anyLikelihood, (engine, before) => {
    expect(mostApart(engine.fade(before, 0), before)).toBe(0);
  }),

  'fading changes nothing it was given, and stays finite': law(
    fc.tuple(anyLikelihood, anyMove),
    (engine, [before, moved]) => {
      const copy = before.slice();
      const after = engine.fade(before, moved);
      expect(mostApart(before, copy)).toBe(0);
      expect(after.every(Number.isFinite)).toBe(true);
    },
  ),

  'what rises with ability still rises once faded, what falls falls': law(
    fc.tuple(fc.array(anyItem(extremeItems), { minLength: 1, maxLength: 30 }), anyMove),
    (engine, [items, moved]) => {
      const answered = (categoryOf: (item: (typeof items)[number]) => number) =>
        engine.fade(
          likelihoodOf(
            items.map((item) => ({ skill: 0, parameters: item, category: categoryOf(item) })),
          ),
          moved,
        );
      const right = answered(topOf);
      const wrong = answered(() => 0);
      expect(largestFall(right.slice(0, -1), right.slice(1))).toBeLessThanOrEqual(1e-12);
      expect(largestFall(wrong.slice(1), wrong.slice(0, -1))).toBeLessThanOrEqual(1e-12);
    },
  ),

  'after a very long time nothing is left but the prior': law(
    anyLikelihood,
    (engine, before) => {
      const after = engine.fade(before, 400);
      expect(Math.max(...after) - Math.min(...after)).toBeLessThan(1e-2);
    },
    50,
  ),

  'the longer ago, the less is said': law(
    fc.tuple(anyLikelihood, anyMove, anyMove),
    (engine, [before, one, other]) => {
      const span = (of: LogLikelihood) => Math.max(...of) - Math.min(...of);
      const [less, more] = [Math.min(one, other), Math.max(one, other)];
      expect(span(engine.fade(before, more))).toBeLessThanOrEqual(
        span(engine.fade(before, less)) * (1 + 1e-9) + 1e-9,
      );
    },
  ),

  'fading twice is fading once for as long, in whole steps exactly': law(
    fc.tuple(anyLikelihood, fc.nat(40), fc.nat(40)),
    (engine, [before, one, other]) => {
      // STEP²/2 is one step of the walk at its largest chance, 1/4 either way.
      const variance = STEP ** 2 / 2;
      const twice = engine.fade(engine.fade(before, one * variance), other * variance);
      const once = engine.fade(before, (one + other) * variance);
      expect(mostApart(scaled(twice), scaled(once))).toBeLessThan(1e-9);
    },
  ),

  'fading twice is fading once for as long, nearly, whatever the times': law(
    fc.tuple(usualLikelihood, anyMove, anyMove),
    (engine, [before, one, other]) => {
      // Both walks have the same variance, but other numbers of steps, so other tails: where thirty
      // sharp answers make a likelihood fall by e³⁷ from node to node, those are what it is made of.
      const twice = believed(engine, engine.fade(engine.fade(before, one), other));
      const once = believed(engine, engine.fade(before, one + other));
      expect(mostApart(twice.mean, once.mean)).toBeLessThan(0.02);
      expect(mostApart(twice.variance, once.variance)).toBeLessThan(0.01);
    },
  ),
} satisfies Record<string, Law>;
