import fc from 'fast-check';
import type { ItemParameters } from '#lib/engine/measure/models/item-parameters.ts';
import type { PartialCredit } from '#lib/engine/measure/models/partial-credit.ts';
import type { ThreeParameter } from '#lib/engine/measure/models/three-parameter.ts';
import type { Evidence } from '#lib/engine/measure/posterior/likelihood.ts';
import type { PriorVariance } from '#lib/engine/measure/posterior/skill-tree.ts';

/**
 * Evenly spread, ends included. Not `fc.double`, which spreads the bits: nearly all it draws from −4..4
 * is 0 to many places.
 */
export function real(min: number, max: number): fc.Arbitrary<number> {
  return fc.nat(1_000_000).map((share) => min + ((max - min) * share) / 1_000_000);
}

export const anyAbility = real(-10, 10);
const anyDiscrimination = real(0.05, 5);
const anyLuck = fc.constantFrom(0, 0.2, 0.25, 0.5);

/** Authored difficulties end at ±2, calibrated ones hardly pass ±4; ±10 is where they are held. */
const usualDifficulty = real(-4, 4);
const extremeDifficulty = fc.oneof(fc.constantFrom(-10, 10), real(-10, 10));

/** How items may be drawn: from which difficulties, and whether they can be guessed. */
export interface ItemKind {
  readonly difficulty: fc.Arbitrary<number>;
  readonly luck: fc.Arbitrary<number>;
}

export const usualItems: ItemKind = { difficulty: usualDifficulty, luck: anyLuck };
export const extremeItems: ItemKind = { difficulty: extremeDifficulty, luck: anyLuck };
export const unguessableItems: ItemKind = { difficulty: usualDifficulty, luck: fc.constant(0) };
export const extremeUnguessableItems: ItemKind = {
  difficulty: extremeDifficulty,
  luck: fc.constant(0),
};

export function anyThreeParameter({ difficulty, luck }: ItemKind = usualItems) {
  return fc.record<ThreeParameter>({
    discrimination: anyDiscrimination,
    difficulty,
    guessing: luck,
  });
}

/** One to four steps in any order, which Muraki's model allows; luck that never grows with the category. */
export function anyPartialCredit({ difficulty, luck }: ItemKind = usualItems) {
  return fc
    .record({
      discrimination: anyDiscrimination,
      parts: fc.array(fc.record({ difficulty, luck }), { minLength: 1, maxLength: 4 }),
    })
    .map(({ discrimination, parts }): PartialCredit => ({
      discrimination,
      steps: parts.map((part) => part.difficulty),
      guessing: parts.map((part) => part.luck).sort((a, b) => b - a),
    }));
}

export function anyItem(kind: ItemKind = usualItems): fc.Arbitrary<ItemParameters> {
  return fc.oneof(anyThreeParameter(kind), anyThreeParameter(kind), anyPartialCredit(kind));
}

/** The best category, m. */
export function topOf(item: ItemParameters): number {
  return 'steps' in item ? item.steps.length : 1;
}

export function anyEvidence(
  skillCount: number,
  kind: ItemKind = usualItems,
  maxLength = 30,
): fc.Arbitrary<Evidence[]> {
  const one = fc
    .record({ skill: fc.nat(skillCount - 1), parameters: anyItem(kind), place: fc.nat(59) })
    .map(({ place, ...answer }) => ({
      ...answer,
      category: place % (topOf(answer.parameters) + 1),
    }));
  return fc.array(one, { maxLength });
}

/** Skills in domains, and how abilities vary: all that a prior is made of. */
export interface Population {
  readonly domainOf: readonly number[];
  readonly variance: PriorVariance;
}

/** One to eight skills in up to three domains, some of which may have none. */
const anyTree = fc.array(fc.nat(2), { minLength: 1, maxLength: 8 });
const anyLevelVariance = fc.oneof(
  { arbitrary: real(0.04, 1), weight: 6 },
  { arbitrary: fc.constantFrom(0, 0.04, 1), weight: 4 },
);
export const anyVariance: fc.Arbitrary<PriorVariance> = fc.record({
  global: anyLevelVariance,
  domain: anyLevelVariance,
  skill: anyLevelVariance,
});

/** Three hundred of them, always the same: a prior takes longer to work out than most laws to check. */
const POPULATIONS: Population[] = fc.sample(
  fc.record({ domainOf: anyTree, variance: anyVariance }),
  { numRuns: 300, seed: 1 },
);
export const anyPopulation = fc.constantFrom(...POPULATIONS);

/** As `anyPopulation`, but of at most two domains of two skills. */
export const anySmallPopulation = fc.constantFrom(
  ...POPULATIONS.map(({ variance }, i): Population => {
    return { domainOf: [[0], [0, 0], [0, 1], [0, 0, 1], [0, 0, 1, 1]][i % 5]!, variance };
  }),
);

/** A learner as plain data, so that a failing example can be read: laws make the beliefs of it themselves. */
export interface Situation {
  readonly population: Population;
  readonly evidence: readonly Evidence[];
  /** An earlier attempt, and the variance of what the ability has moved by since. */
  readonly earlier: { readonly evidence: readonly Evidence[]; readonly moved: number };
}

export const NOTHING_EARLIER: Situation['earlier'] = { evidence: [], moved: 0 };

export function anySituation(kind: ItemKind = usualItems, maxLength = 30): fc.Arbitrary<Situation> {
  return anyPopulation.chain((population) => {
    const skills = population.domainOf.length;
    return fc.record({
      population: fc.constant(population),
      evidence: anyEvidence(skills, kind, maxLength),
      earlier: fc.oneof(
        fc.constant(NOTHING_EARLIER),
        fc.record({ evidence: anyEvidence(skills, kind, 10), moved: real(0, 2) }),
      ),
    });
  });
}

/** The same, and one item more. */
export function anySituationAndItem(kind: ItemKind = usualItems, maxLength = 30) {
  return anySituation(kind, maxLength).chain((situation) =>
    fc.record({
      situation: fc.constant(situation),
      skill: fc.nat(situation.population.domainOf.length - 1),
      parameters: anyItem(kind),
    }),
  );
}
