import { describe, expect, test } from 'vitest';
import { skillTree } from '#lib/engine/measure/posterior/skill-tree.ts';
import {
  BLOCK_SIZE,
  blockCount,
  tallyOfAll,
  tallyOfBlock,
} from '#lib/engine/measure/simulation/examination.ts';
import { figuresOf } from '#lib/engine/measure/simulation/figures.ts';
import {
  type Aim,
  type FixedLengthSetting,
  fixedLengthExamination,
  objectivesOf,
} from '#lib/engine/measure/simulation/fixed-length-examination.ts';
import {
  normalItems,
  syntheticItems,
  withDifficultyError,
} from '#lib/engine/measure/simulation/synthetic-bank.ts';

const variance = { global: 0.45, domain: 0.3, skill: 0.25 };
const { tree, items } = syntheticItems({
  domains: 4,
  skills: 16,
  items: 128,
  kind: 'mixed',
  seed: 1,
});
const usual: FixedLengthSetting = {
  tree,
  variance,
  believed: variance,
  items,
  trueItems: items,
  questions: 16,
  rule: 'variance-reduction',
  aim: 'domains',
  exposure: 1,
  ability: 'prior',
  slip: 0,
  seed: 7,
};
const figures = (setting: Partial<FixedLengthSetting>, learners = 300) =>
  figuresOf(tallyOfAll(fixedLengthExamination({ ...usual, ...setting }), items.length, learners));

describe('an examination', () => {
  test('is decided by the learner’s number alone and asks nothing twice', () => {
    const examine = fixedLengthExamination(usual);
    const third = examine(3);
    examine(1);
    expect(examine(3)).toEqual(third);
    expect(new Set(third.met).size).toBe(16);
    expect(fixedLengthExamination({ ...usual, seed: 8 })(3)).not.toEqual(third);
  });

  test('examines the same people by every rule', () => {
    const adaptive = fixedLengthExamination(usual)(3);
    const random = fixedLengthExamination({ ...usual, rule: 'random' })(3);
    expect(random.truth).toEqual(adaptive.truth);
    expect(random.met).not.toEqual(adaptive.met);
  });

  test('ends when all has been asked', () => {
    expect(fixedLengthExamination({ ...usual, questions: 1000 })(0).met).toHaveLength(128);
  });
});

test('blocks add up to the whole', () => {
  const examine = fixedLengthExamination({ ...usual, questions: 3 });
  const counts = Array.from({ length: blockCount(60) }, (_, block) =>
    tallyOfBlock(examine, items.length, block, 60),
  ).map(({ attempts }) => attempts);
  expect(counts).toEqual([BLOCK_SIZE, BLOCK_SIZE, 60 - 2 * BLOCK_SIZE]);
});

describe('simulated learners', () => {
  const adaptive = figures({});

  test('lie in their intervals as often as those promise, domains, levels and skills', () => {
    for (const share of [adaptive.coverage90, adaptive.levelCoverage90, adaptive.skillCoverage90]) {
      expect(share).toBeGreaterThan(0.87);
      expect(share).toBeLessThan(0.93);
    }
    for (const share of [adaptive.coverage95, adaptive.skillCoverage95]) {
      expect(share).toBeGreaterThan(0.93);
      expect(share).toBeLessThan(0.97);
    }
    expect(Math.abs(adaptive.domainRmse - adaptive.meanSe)).toBeLessThan(0.03);
    expect(Math.abs(adaptive.bias)).toBeLessThan(0.05);
  });

  test('are measured better by every rule than at random', () => {
    const random = figures({ rule: 'random' });
    expect(adaptive.domainRmse).toBeLessThan(random.domainRmse - 0.05);
    expect(adaptive.reliability).toBeGreaterThan(random.reliability);
    for (const rule of ['maximum-information', 'kullback-leibler'] as const) {
      expect(figures({ rule }).domainRmse).toBeLessThan(random.domainRmse - 0.02);
    }
  });

  test('are measured worse where difficulties are wrong or answers slip', () => {
    const trueItems = withDifficultyError(items, 1, 1);
    expect(figures({ trueItems }).domainRmse).toBeGreaterThan(adaptive.domainRmse);
    expect(figures({ slip: 0.2 }).bias).toBeLessThan(adaptive.bias - 0.1);
  });

  test('who are skewed, untold, are measured nearly as well', () => {
    const { domainRmse, coverage90 } = figures({ ability: 'skewed' });
    expect(domainRmse).toBeLessThan(adaptive.domainRmse + 0.05);
    expect(coverage90).toBeGreaterThan(0.85);
  });

  test('share an item no more often than the lottery lets them', () => {
    const { maxExposure, unusedItems } = figures({ exposure: 0.3, questions: 8 });
    expect(maxExposure).toBeLessThan(0.4);
    expect(unusedItems).toBeLessThan(figures({ questions: 8 }).unusedItems);
  });
});

describe('the aim', () => {
  test('is a reading for each domain or each skill', () => {
    expect(objectivesOf(tree, 'domains')).toHaveLength(4);
    const skills = objectivesOf(tree, 'skills');
    expect(skills).toHaveLength(16);
    expect(skills[3]!.weights).toEqual(
      Float64Array.from({ length: 16 }, (_, s) => (s === 3 ? 1 : 0)),
    );
  });

  test('at skills asks more about a domain that has many of them', () => {
    const uneven = skillTree([0, 1, 1, 1, 1, 1, 1, 1]);
    const own = normalItems(8, 30, { logMean: 0.2, logDeviation: 0.3 }, 1);
    const asked = (aim: Aim) => {
      const bank = { tree: uneven, items: own, trueItems: own, questions: 9 };
      const examine = fixedLengthExamination({ ...usual, ...bank, aim });
      const met = Array.from({ length: 20 }, (_, learner) => examine(learner).met).flat();
      return met.filter((item) => own[item]!.skill > 0).length / met.length;
    };
    expect(asked('skills')).toBeGreaterThan(asked('domains') + 0.1);
  });
});
