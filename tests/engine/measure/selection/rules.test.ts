import { describe, expect, test } from 'vitest';
import { randomFrom } from '#lib/engine/kernel/random.ts';
import { domainWeights } from '#lib/engine/measure/levels/reading.ts';
import { type PoolItem, itemPool } from '#lib/engine/measure/selection/item-pool.ts';
import { openItems, preference } from '#lib/engine/measure/selection/open-items.ts';
import {
  type SelectionRule,
  kullbackLeibler,
  maximumInformation,
  randomItem,
  selectionRules,
  varianceReduction,
} from '#lib/engine/measure/selection/rules.ts';
import { syntheticItems } from '#lib/engine/measure/simulation/synthetic-bank.ts';
import { freshGaussian } from '../gaussians.ts';
import { realEngine } from '../laws.ts';
import { testLaws } from '../test-laws.ts';
import { selectionLaws } from './selection-laws.ts';
import { worthLaws } from './worth-laws.ts';

describe.each(Object.entries(selectionRules))('%s', (_, choose) => {
  testLaws(selectionLaws, { ...realEngine, choose });
});

describe('the next question', () => {
  testLaws(worthLaws);
});

const PARAMETERS = { discrimination: 1.2, difficulty: 0, guessing: 0 };
const gaussian = freshGaussian([0, 0, 1, 1], { global: 0.1, domain: 0.5, skill: 0.4 });

/** Items, all open, each a family of its own, in an attempt that wants to know about domain 1. */
function chosenFrom(rule: SelectionRule, items: readonly Omit<PoolItem, 'family'>[], seed = 0) {
  const pool = itemPool(
    gaussian.tree,
    items.map((item, family) => ({ ...item, family })),
  );
  const open = {
    skillRank: new Uint8Array(gaussian.tree.skillCount).fill(1),
    itemRank: new Uint8Array(items.length).fill(1),
  };
  const objectives = [{ weights: domainWeights(gaussian.tree, 1), importance: 1 }];
  return rule(pool, open, { gaussian, objectives, random: randomFrom('rules', seed) });
}

describe('each rule by its own lights', () => {
  const oneForEach = [0, 1, 2, 3].map((skill) => ({ skill, parameters: PARAMETERS }));

  test('variance reduction asks about what bears on the objective', () => {
    expect(chosenFrom(varianceReduction, oneForEach)).toBe(2);
    expect(chosenFrom(varianceReduction, oneForEach.slice(0, 2))).toBe(0);
    const sharpElsewhere = [{ skill: 0, parameters: { ...PARAMETERS, discrimination: 2 } }];
    expect(chosenFrom(varianceReduction, [...sharpElsewhere, ...oneForEach.slice(1)])).toBe(2);
  });

  test('maximum information asks what is sharpest where the skill is thought to be', () => {
    const items = [-2, -0.3, 0.2, 3].map((difficulty) => {
      return { skill: 0, parameters: { ...PARAMETERS, difficulty } };
    });
    expect(chosenFrom(maximumInformation, items)).toBe(2);
  });

  test('Kullback–Leibler asks what tells the mean from abilities around it', () => {
    const items = [0.05, 1.2, 0.4].map((discrimination) => {
      return { skill: 1, parameters: { ...PARAMETERS, discrimination } };
    });
    expect(chosenFrom(kullbackLeibler, items)).toBe(1);
  });

  test('at random, every item is reached about as often', () => {
    const counts = [0, 0, 0, 0];
    for (let seed = 0; seed < 2000; seed += 1)
      counts[chosenFrom(randomItem, oneForEach, seed)]! += 1;
    for (const count of counts) expect(Math.abs(count - 500)).toBeLessThan(80);
  });

  test('equals go by the lower place, save at random', () => {
    const same = Array.from({ length: 5 }, () => ({ skill: 2, parameters: PARAMETERS }));
    for (const rule of [varianceReduction, maximumInformation, kullbackLeibler]) {
      expect(chosenFrom(rule, same)).toBe(0);
    }
  });
});

describe('exposure over 2,000 attempts', () => {
  const CHANCE = 0.3;
  const ATTEMPTS = 2000;
  const { tree, items } = syntheticItems({
    domains: 2,
    skills: 4,
    items: 120,
    kind: 'mixed',
    seed: 1,
  });
  const pool = itemPool(tree, items);
  const objectives = [0, 1].map((d) => ({ weights: domainWeights(tree, d), importance: 1 }));
  /** Learners as far along as they come, so that not all want the same items. */
  const believed = Array.from({ length: 10 }, (_, i) => {
    const mean = Float64Array.from(tree.domainOf, (_, s) => 1.5 * Math.sin(i + 2 * s));
    return { ...freshGaussian(tree.domainOf), mean };
  });

  function exposure(choose: SelectionRule, chance: number) {
    const counts = items.map(() => 0);
    let undrawn = 0;
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const random = randomFrom('exposure', attempt);
      const ranks = preference(pool, [], chance, random);
      const met: number[] = [];
      while (met.length < 8) {
        const open = openItems(pool, ranks, [0, 1], met);
        const item = choose(pool, open, { gaussian: believed[attempt % 10]!, objectives, random });
        met.push(item);
        counts[item]! += 1;
        if (ranks[item]! < 4) undrawn += 1;
      }
    }
    return { largest: Math.max(...counts) / ATTEMPTS, undrawn };
  }

  test.each(Object.entries(selectionRules))(
    '%s shows no item more often than the lottery’s chance, but for noise',
    (_, choose) => {
      const { largest, undrawn } = exposure(choose, CHANCE);
      expect(undrawn).toBe(0); // drawn items always remained
      // The largest of 120 shares: four standard errors of 1.02 %.
      expect(largest).toBeLessThan(CHANCE + 4 * Math.sqrt((CHANCE * (1 - CHANCE)) / ATTEMPTS));
    },
  );

  test('without the lottery the favourites are shown far more often', () => {
    expect(exposure(varianceReduction, 1).largest).toBeGreaterThan(CHANCE + 0.1);
  });
});
