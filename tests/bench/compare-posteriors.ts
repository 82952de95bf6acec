/**
 * The exact posterior against two Gaussian approximations of it, on the same answers:
 * `npx tsx tests/bench/compare-posteriors.ts --learners 500 --seed 7 [--json]`.
 */
import { parseArgs } from 'node:util';
import { normalQuantile } from '#lib/engine/kernel/normal.ts';
import { type Reading, domainWeights, readingOf } from '#lib/engine/measure/levels/reading.ts';
import { beliefs } from '#lib/engine/measure/posterior/beliefs.ts';
import type { Evidence } from '#lib/engine/measure/posterior/likelihood.ts';
import { priorOf } from '#lib/engine/measure/posterior/prior.ts';
import type { SkillTree } from '#lib/engine/measure/posterior/skill-tree.ts';
import {
  type SyntheticKind,
  syntheticItems,
} from '#lib/engine/measure/simulation/synthetic-bank.ts';
import { type SimulatedLearner, adaptiveAnswers } from './adaptive-answers.ts';
import { type DenseGaussian, densePrior, denseReading } from './dense-gaussian.ts';
import { expectationPropagation } from './expectation-propagation.ts';
import { laplace } from './laplace.ts';

const KINDS: readonly SyntheticKind[] = ['constructed', 'single-choice', 'mixed'];
const LENGTHS = [15, 25, 40];
const VARIANCE = { global: 0.45, domain: 0.3, skill: 0.25 };
const BANK_SEED = 1;
/** The least of so many rounds counts: what else the machine does only ever adds. */
const ROUNDS = 7;
const MOST_TIMED = 100;

const Z90 = normalQuantile(0.95);
const Z95 = normalQuantile(0.975);

/** A way to a posterior. `fit` is what is timed; `read` fits, and takes domains and skills from it. */
interface Method {
  readonly name: string;
  readonly fit: (evidence: readonly Evidence[]) => unknown;
  readonly read: (evidence: readonly Evidence[]) => Estimate;
}

interface Estimate {
  readonly domains: readonly Reading[];
  readonly skills: readonly Reading[];
}

interface Row {
  readonly items: SyntheticKind;
  readonly questions: number;
  readonly posterior: string;
  /** Of the domains' plain means, logits. */
  readonly domainRmse: number;
  /** Share of nominal intervals, mean ± z·SD, that hold the true mean of a domain. */
  readonly coverage90: number;
  readonly coverage95: number;
  /** Mean absolute difference from the exact posterior, of domains and of skills. */
  readonly domainMeanOff: number;
  readonly domainSdOff: number;
  readonly skillMeanOff: number;
  readonly skillSdOff: number;
  /** Of one refit from all the answers. */
  readonly microseconds: number;
}

function methodsFor(tree: SkillTree): Method[] {
  const prior = priorOf(tree, VARIANCE);
  const dense = densePrior(tree, VARIANCE);
  const weights = tree.skillsOf.map((_, domain) => domainWeights(tree, domain));
  const exact = (evidence: readonly Evidence[]) => beliefs(prior, evidence).gaussian;
  const approximate = (
    name: string,
    fit: (prior: DenseGaussian, evidence: readonly Evidence[]) => DenseGaussian,
  ): Method => ({
    name,
    fit: (evidence) => fit(dense, evidence),
    read: (evidence) => {
      const gaussian = fit(dense, evidence);
      const n = gaussian.mean.length;
      return {
        domains: weights.map((own) => denseReading(gaussian, own)),
        skills: Array.from(gaussian.mean, (mean, s) => {
          return { mean, variance: gaussian.covariance[s * n + s]! };
        }),
      };
    },
  });
  return [
    {
      name: 'exact',
      fit: exact,
      read: (evidence) => {
        const gaussian = exact(evidence);
        return {
          domains: weights.map((own) => readingOf(gaussian, own)),
          skills: Array.from(gaussian.mean, (mean, s) => {
            return { mean, variance: gaussian.variance[s]! };
          }),
        };
      },
    },
    approximate('EP', expectationPropagation),
    approximate('Laplace', laplace),
  ];
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Mean absolute difference of means, and of standard deviations. */
function apart(some: readonly Reading[], others: readonly Reading[]): [number, number] {
  const off = (of: (reading: Reading) => number) =>
    meanOf(some.map((reading, i) => Math.abs(of(reading) - of(others[i]!))));
  return [off(({ mean }) => mean), off(({ variance }) => Math.sqrt(variance))];
}

/** Mean over the learners, of the least of some rounds each. Methods take turns, so that load meets all alike. */
function microsecondsOf(
  methods: readonly Method[],
  answers: readonly (readonly Evidence[])[],
): number[] {
  const least = methods.map(() => answers.map(() => Infinity));
  for (let round = 0; round < ROUNDS; round += 1) {
    methods.forEach(({ fit }, m) => {
      answers.forEach((evidence, i) => {
        const start = performance.now();
        fit(evidence);
        least[m]![i] = Math.min(least[m]![i]!, performance.now() - start);
      });
    });
  }
  return least.map((milliseconds) => 1000 * meanOf(milliseconds));
}

function rowsOf(
  items: SyntheticKind,
  questions: number,
  tree: SkillTree,
  learners: readonly SimulatedLearner[],
): Row[] {
  const answers = learners.map(({ evidence }) => evidence.slice(0, questions));
  const truths = learners.flatMap(({ truth }) =>
    tree.skillsOf.map((skills) => meanOf(skills.map((skill) => truth[skill]!))),
  );
  const methods = methodsFor(tree);
  const estimates = methods.map(({ read }) => {
    const each = answers.map(read);
    return {
      domains: each.flatMap(({ domains }) => domains),
      skills: each.flatMap(({ skills }) => skills),
    };
  });
  const microseconds = microsecondsOf(methods, answers.slice(0, MOST_TIMED));
  return methods.map((method, m) => {
    const { domains, skills } = estimates[m]!;
    const errors = domains.map(({ mean }, i) => mean - truths[i]!);
    const within = (z: number) =>
      meanOf(errors.map((e, i) => (Math.abs(e) <= z * Math.sqrt(domains[i]!.variance) ? 1 : 0)));
    const [domainMeanOff, domainSdOff] = apart(domains, estimates[0]!.domains);
    const [skillMeanOff, skillSdOff] = apart(skills, estimates[0]!.skills);
    return {
      items,
      questions,
      posterior: method.name,
      domainRmse: Math.sqrt(meanOf(errors.map((error) => error ** 2))),
      coverage90: within(Z90),
      coverage95: within(Z95),
      domainMeanOff,
      domainSdOff,
      skillMeanOff,
      skillSdOff,
      microseconds: microseconds[m]!,
    };
  });
}

const COLUMNS: readonly [string, (row: Row) => string][] = [
  ['items', ({ items }) => items],
  ['questions', ({ questions }) => String(questions)],
  ['posterior', ({ posterior }) => posterior],
  ['RMSE', ({ domainRmse }) => domainRmse.toFixed(4)],
  ['in 90 %', ({ coverage90 }) => coverage90.toFixed(3)],
  ['in 95 %', ({ coverage95 }) => coverage95.toFixed(3)],
  ['mean off', ({ domainMeanOff }) => domainMeanOff.toFixed(5)],
  ['SD off', ({ domainSdOff }) => domainSdOff.toFixed(5)],
  ['skill mean off', ({ skillMeanOff }) => skillMeanOff.toFixed(5)],
  ['skill SD off', ({ skillSdOff }) => skillSdOff.toFixed(5)],
  ['µs a refit', ({ microseconds }) => microseconds.toFixed(0)],
];

function table(rows: readonly Row[]): string {
  const cells = [
    COLUMNS.map(([name]) => name),
    ...rows.map((row) => COLUMNS.map(([, show]) => show(row))),
  ];
  const widths = COLUMNS.map((_, i) => Math.max(...cells.map((line) => line[i]!.length)));
  return cells
    .map((line) => `| ${line.map((cell, i) => cell.padStart(widths[i]!)).join(' | ')} |`)
    .toSpliced(1, 0, `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`)
    .join('\n');
}

const { values: given } = parseArgs({
  options: {
    learners: { type: 'string', default: '500' },
    seed: { type: 'string', default: '7' },
    json: { type: 'boolean', default: false },
  },
});
const rows = KINDS.flatMap((kind) => {
  const { tree, items } = syntheticItems({
    domains: 5,
    skills: 40,
    items: 320,
    kind,
    seed: BANK_SEED,
  });
  const learners = adaptiveAnswers(priorOf(tree, VARIANCE), VARIANCE, items, {
    learners: Number(given.learners),
    questions: Math.max(...LENGTHS),
    seed: Number(given.seed),
  });
  return LENGTHS.flatMap((questions) => rowsOf(kind, questions, tree, learners));
});
console.log(given.json ? JSON.stringify(rows) : table(rows));
