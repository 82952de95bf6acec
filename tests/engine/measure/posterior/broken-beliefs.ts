import {
  type ItemParameters,
  withoutGuessing,
} from '#lib/engine/measure/models/item-parameters.ts';
import { type Beliefs, beliefs, observe } from '#lib/engine/measure/posterior/beliefs.ts';
import { type Evidence, fade, withAnswer } from '#lib/engine/measure/posterior/likelihood.ts';
import { priorOf } from '#lib/engine/measure/posterior/prior.ts';
import type { TreeGaussian } from '#lib/engine/measure/posterior/tree-gaussian.ts';
import { topOf } from '../arbitraries.ts';
import type { LawEngine, Mistake } from '../laws.ts';

/** The same item, its curve the other way up. */
const turned = (item: ItemParameters): ItemParameters => ({
  ...withoutGuessing(item),
  discrimination: -item.discrimination,
});

const misjudging = (categoryOf: (answer: Evidence) => number): Partial<LawEngine> => {
  const misjudged = (answer: Evidence) => ({ ...answer, category: categoryOf(answer) });
  return {
    beliefs: (prior, evidence, earlier) => beliefs(prior, evidence.map(misjudged), earlier),
    observe: (before, answer) => observe(before, misjudged(answer)),
  };
};

/** Beliefs, and something else in place of some of their moments. */
export const misread = (
  change: (gaussian: TreeGaussian, answers: number) => Partial<TreeGaussian>,
) => ({
  beliefs: (...[prior, evidence, earlier]: Parameters<typeof beliefs>): Beliefs => {
    const own = beliefs(prior, evidence, earlier);
    return { ...own, gaussian: { ...own.gaussian, ...change(own.gaussian, evidence.length) } };
  },
});

export const beliefMistakes = {
  'a right answer lowers no skill': [
    'a score with its sign turned',
    misjudging(({ parameters, category }) => topOf(parameters) - category),
  ],
  'a wrong answer raises no skill': [
    'wrong answers to hard questions taken for right ones',
    misjudging(({ parameters, category }) =>
      'difficulty' in parameters && parameters.difficulty > 2 ? 1 : category,
    ),
  ],
  '"I don\'t know yet" raises no skill': ['honesty rewarded', { withoutGuessing: turned }],
  'answers that contradict each other still move every skill the right way': [
    'nothing ever taken to be less likely than e^−30',
    {
      beliefs: (prior, evidence) => {
        const { logLikelihoods } = beliefs(prior, evidence);
        const floored = logLikelihoods.map((log) => {
          const floor = Math.max(...(log ?? [])) - 30;
          return log?.map((value) => Math.max(value, floor)) ?? null;
        });
        return beliefs(prior, [], floored);
      },
    },
  ],
  'a better category lowers no skill where nothing can be guessed': [
    'categories between the worst and the best the wrong way round',
    misjudging(({ parameters, category }) => {
      const top = topOf(parameters);
      return category === 0 || category === top ? category : top - category;
    }),
  ],
  'a bank that is all too hard turns no wrong answer into a gain': [
    'what nobody can do taken for done',
    misjudging(({ parameters, category }) =>
      'difficulty' in parameters && parameters.difficulty > 4 ? 1 : category,
    ),
  ],
  'answers that cannot be guessed widen no skill beyond the prior': [
    'a prior forgotten',
    {
      priorOf: (tree, { global, domain, skill }) =>
        priorOf(tree, { global: 4 * global, domain: 4 * domain, skill: 4 * skill }),
    },
  ],
  'the order of the answers is immaterial': [
    'earlier answers of one attempt counted for less',
    {
      beliefs: (prior, evidence, earlier) => {
        const logs = prior.tree.domainOf.map((_, s) => earlier?.[s] ?? null);
        for (const answer of evidence) {
          const before = logs[answer.skill] ?? null;
          logs[answer.skill] = withAnswer(before && fade(before, 0.05), answer);
        }
        return beliefs(prior, [], logs);
      },
    },
  ],
  'one answer at a time is all at once': [
    'an answer counted twice when it comes alone',
    { observe: (before, answer) => observe(observe(before, answer), answer) },
  ],
  'the same answers give the same bits, and change nothing they were given': [
    'an update in place',
    {
      observe: (before, answer) => {
        const after = observe(before, answer);
        before.gaussian.mean.set(after.gaussian.mean);
        return after;
      },
    },
  ],
  'whatever was answered, every number is finite': [
    'probabilities multiplied instead of logarithms added',
    misread(({ tree, mean }, answers) => {
      const product = 1e-3 ** answers;
      return tree.skillCount > 0 ? { mean: mean.map((value) => (value * product) / product) } : {};
    }),
  ],
  'no answers give the prior back': [
    'a skill’s own variance forgotten',
    { priorOf: (tree, variance) => priorOf(tree, { ...variance, skill: 0 }) },
  ],
  'beliefs are the sums over every node': [
    'guessing left out of what is believed',
    {
      beliefs: (prior, evidence, earlier) => {
        const honest = evidence.map((answer) => {
          return { ...answer, parameters: withoutGuessing(answer.parameters) };
        });
        return beliefs(prior, honest, earlier);
      },
    },
  ],
  'on average over its answers no question widens or moves a skill': [
    'a variance that grows with every answer',
    misread(({ variance }, answers) => ({
      variance: variance.map((value) => value * (1 + answers / 10)),
    })),
  ],
} satisfies Record<string, Mistake>;
