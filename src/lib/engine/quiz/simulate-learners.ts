import type { Bank } from '#lib/engine/bank/bank.ts';
import { normalQuantile } from '#lib/engine/kernel/normal.ts';
import { randomFrom } from '#lib/engine/kernel/random.ts';
import { domainWeights, readingOf } from '#lib/engine/measure/reading.ts';
import { randomRule } from '#lib/engine/measure/selection.ts';
import { estimate } from './estimate.ts';
import { measuredBank } from './measured-bank.ts';
import { type Choose, nextQuestion } from './next-question.ts';
import { type SimulatedLearner, drawLearner, simulateAttempt } from './simulate.ts';

export interface SimulationFigures {
  /** Root mean squared error of the domains' ability, logits; adaptive, and with random questions. */
  readonly domainRmse: number;
  readonly randomDomainRmse: number;
  /** Share of the domains' nominal 90 % intervals that hold the truth. */
  readonly coverage90: number;
  readonly skillRmse: number;
  /** Mean standard error of the domains' ability, logits. */
  readonly meanSe: number;
}

const z90 = normalQuantile(0.95);

/** Diagnostics of simulated learners, whose true abilities we can hold against what is measured. */
export function simulateLearners(
  bank: Bank,
  learners: number,
  questions: number,
  seed: number,
): SimulationFigures {
  const adaptive = emptyTally();
  const random = emptyTally();
  for (let index = 0; index < learners; index++) {
    const learner = drawLearner(bank, seed * 1_000_003 + index);
    measureOne(bank, learner, questions, adaptive, nextQuestion);
    measureOne(bank, learner, questions, random, (attempt, within) =>
      nextQuestion(attempt, within, () =>
        randomRule(randomFrom('random selection', learner.seed, attempt.answers.length)),
      ),
    );
  }
  return {
    domainRmse: Math.sqrt(adaptive.domainError / adaptive.domains),
    randomDomainRmse: Math.sqrt(random.domainError / random.domains),
    coverage90: adaptive.covered / adaptive.domains,
    skillRmse: Math.sqrt(adaptive.skillError / adaptive.skills),
    meanSe: adaptive.standardError / adaptive.domains,
  };
}

const emptyTally = () => ({
  domains: 0,
  domainError: 0,
  covered: 0,
  standardError: 0,
  skills: 0,
  skillError: 0,
});

function measureOne(
  bank: Bank,
  learner: SimulatedLearner,
  questions: number,
  tally: ReturnType<typeof emptyTally>,
  choose: Choose,
): void {
  const domains = bank.domains.map(({ id }) => id);
  const attempt = simulateAttempt(
    {
      blueprint: { kind: 'diagnostic', domains, length: questions, feedback: 'end' },
      seed: learner.seed,
      profile: null,
      avoid: [],
    },
    bank,
    learner,
    choose,
  );
  const { abilities } = estimate(attempt, bank);
  const { tree } = measuredBank(bank);
  learner.abilities.forEach((truth, skill) => {
    tally.skills++;
    tally.skillError += ((abilities.mean[skill] ?? 0) - truth) ** 2;
  });
  for (let domain = 0; domain < tree.domainCount; domain++) {
    const weights = domainWeights(tree, domain);
    const truth = learner.abilities.reduce((sum, each, s) => sum + (weights[s] ?? 0) * each, 0);
    const { mean, variance } = readingOf(abilities, weights);
    tally.domains++;
    tally.domainError += (mean - truth) ** 2;
    tally.standardError += Math.sqrt(variance);
    if (Math.abs(mean - truth) <= z90 * Math.sqrt(variance)) tally.covered++;
  }
}
