import fc from 'fast-check';
import type { Evidence, Gaussian } from '#lib/engine/measure/posterior.ts';
import { posterior, priorGaussian } from '#lib/engine/measure/posterior.ts';
import { skillTree } from '#lib/engine/measure/skill-tree.ts';
import type { ItemParameters } from '#lib/engine/measure/three-parameter.ts';

const real = (min: number, max: number) => fc.double({ min, max, noNaN: true });

export const anyItem: fc.Arbitrary<ItemParameters> = fc.record({
  discrimination: real(0.05, 5),
  difficulty: real(-4, 4),
  guessing: fc.constantFrom(0, 0.2, 0.25, 0.5),
});

export const anyAbility = real(-10, 10);
export const anyScore = fc.oneof(fc.constantFrom(0, 1), real(0, 1));

export function anyEvidence(skillCount: number, maxLength = 30): fc.Arbitrary<Evidence[]> {
  const one = fc.record({
    skill: fc.nat(skillCount - 1),
    parameters: anyItem,
    score: fc.oneof(
      { arbitrary: fc.constantFrom(0, 1), weight: 4 },
      { arbitrary: anyScore, weight: 1 },
    ),
  });
  return fc.array(one, { maxLength });
}

export interface Situation {
  readonly prior: Gaussian;
  readonly evidence: readonly Evidence[];
  readonly skillCount: number;
}

/** A prior (fresh from a tree, or an earlier attempt's posterior) and answers. */
export const anySituation: fc.Arbitrary<Situation> = fc
  .record({
    domainOf: fc.array(fc.nat(2), { minLength: 1, maxLength: 8 }),
    variance: fc.record({ global: real(0, 2), domain: real(0, 2), skill: real(0.05, 2) }),
  })
  .chain(({ domainOf, variance }) => {
    const fresh = priorGaussian(skillTree(domainOf), variance);
    const skillCount = domainOf.length;
    return fc
      .tuple(anyEvidence(skillCount, 10), anyEvidence(skillCount), fc.boolean())
      .map(([earlier, evidence, retake]) => {
        return { prior: retake ? posterior(fresh, earlier) : fresh, evidence, skillCount };
      });
  });

/** The same, and one answer more. */
export const anySituationAndAnswer = anySituation.chain((situation) =>
  fc.record({
    situation: fc.constant(situation),
    skill: fc.nat(situation.skillCount - 1),
    parameters: anyItem,
  }),
);
