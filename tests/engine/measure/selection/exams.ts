import fc from 'fast-check';
import { randomFrom } from '#lib/engine/kernel/random.ts';
import { domainWeights } from '#lib/engine/measure/levels/reading.ts';
import { type SkillTree, skillTree } from '#lib/engine/measure/posterior/skill-tree.ts';
import type { TreeGaussian } from '#lib/engine/measure/posterior/tree-gaussian.ts';
import { type ItemPool, type PoolItem, itemPool } from '#lib/engine/measure/selection/item-pool.ts';
import type { OpenItems } from '#lib/engine/measure/selection/open-items.ts';
import type { SelectionState } from '#lib/engine/measure/selection/rules.ts';
import { anyItem, real } from '../arbitraries.ts';
import type { LawEngine } from '../laws.ts';

/** An attempt to be made: plain data, so that a failing example can be read. */
export interface Exam {
  readonly domainOf: readonly number[];
  readonly items: readonly PoolItem[];
  /** Domains asked about. */
  readonly asked: readonly number[];
  readonly seen: readonly number[];
  readonly chance: number;
  readonly questions: number;
  readonly seed: number;
  /** Variance of the root, and what domains and skills add. */
  readonly shares: readonly number[];
  /** Of each domain. */
  readonly importance: readonly number[];
  readonly means: readonly number[];
}

function anyItems(skills: number, size: fc.ArrayConstraints): fc.Arbitrary<PoolItem[]> {
  return fc
    .array(
      fc.record({ skill: fc.nat(skills - 1), family: fc.nat(15), parameters: anyItem() }),
      size,
    )
    .map((items) => items.sort((one, other) => one.skill - other.skill));
}

/** Banks that run out and banks that do not; items in few families, so that they meet; some seen before. */
export const anyExam: fc.Arbitrary<Exam> = fc
  .constantFrom([0], [0, 1], [0, 0, 1], [0, 1, 1, 2], [0, 1, 2, 0, 2])
  .chain((domainOf) => {
    const domains = [...new Set(domainOf)];
    return fc.record({
      domainOf: fc.constant(domainOf),
      items: fc.oneof(
        anyItems(domainOf.length, { maxLength: 6 }),
        anyItems(domainOf.length, { minLength: 10, maxLength: 15 }),
      ),
      asked: fc.oneof(fc.constant(domains), fc.subarray(domains, { minLength: 1 })),
      seen: fc.array(fc.nat(15), { maxLength: 6 }),
      chance: fc.constantFrom(0, 0.3, 0.7, 1),
      questions: fc.integer({ min: 2, max: 7 }),
      seed: fc.nat(),
      shares: fc.array(real(0, 1), { minLength: 3, maxLength: 3 }),
      importance: fc.array(fc.constantFrom(0.01, 1), { minLength: 3, maxLength: 3 }),
      means: fc.array(real(-4, 4), { minLength: 5, maxLength: 5 }),
    });
  })
  .map((exam) => ({ ...exam, seen: exam.seen.filter((i) => i < exam.items.length) }));

/** What is believed while the exam goes on; the laws hold whatever it is. */
export function gaussianOf({ means, shares }: Exam, tree: SkillTree): TreeGaussian {
  const [root, domain, skill] = shares as [number, number, number];
  return {
    tree,
    mean: Float64Array.from(tree.domainOf, (_, s) => means[s]!),
    variance: new Float64Array(tree.skillCount).fill(root + domain + skill),
    skillSlope: new Float64Array(tree.skillCount).fill(1),
    domainVariance: new Float64Array(tree.domainCount).fill(root + domain),
    domainSlope: new Float64Array(tree.domainCount).fill(1),
    rootVariance: root,
  };
}

/** One choice, and all that it rested on. */
export interface Choice {
  readonly pool: ItemPool;
  /** As the lottery and recent attempts rank the items. */
  readonly ranks: Uint8Array;
  readonly met: readonly number[];
  readonly open: OpenItems;
  readonly state: SelectionState;
  /** −1 where nothing was open. */
  readonly item: number;
}

/** Every choice of an attempt, the last of them −1 where the items ran out. */
export function choicesOf(engine: LawEngine, exam: Exam): Choice[] {
  const tree = skillTree(exam.domainOf);
  const pool = itemPool(tree, exam.items);
  const random = randomFrom('exam', exam.seed);
  const ranks = engine.preference(pool, exam.seen, exam.chance, random);
  const objectives = exam.asked.map((domain) => ({
    weights: domainWeights(tree, domain),
    importance: exam.importance[domain]!,
  }));
  const state = { gaussian: gaussianOf(exam, tree), objectives, random };
  const met: number[] = [];
  const choices: Choice[] = [];
  while (met.length < exam.questions) {
    const open = engine.openItems(pool, ranks, exam.asked, met);
    const item = engine.choose(pool, open, state);
    choices.push({ pool, ranks, met: [...met], open, state, item });
    if (!(item >= 0 && item < exam.items.length)) break;
    met.push(item);
  }
  return choices;
}
