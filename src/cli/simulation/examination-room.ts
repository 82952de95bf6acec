import type { PriorVariance } from '#lib/engine/measure/posterior/skill-tree.ts';
import { type SelectionRuleName, selectionRules } from '#lib/engine/measure/selection/rules.ts';
import type { Examination } from '#lib/engine/measure/simulation/examination.ts';
import { fixedLengthExamination } from '#lib/engine/measure/simulation/fixed-length-examination.ts';
import {
  syntheticItems,
  withDifficultyError,
} from '#lib/engine/measure/simulation/synthetic-bank.ts';
import type { SimulationJob } from './job.ts';

/** Of the synthetic banks; what the real bank has too. */
const VARIANCE: PriorVariance = { global: 0.45, domain: 0.3, skill: 0.25 };

/** How learners are examined in a job, by its own rule or by another, and how many items there are. */
export interface ExaminationRoom {
  readonly items: number;
  readonly examinationBy: (rule: SelectionRuleName) => Examination;
}

export async function examinationRoom(job: SimulationJob): Promise<ExaminationRoom> {
  return job.synthetic ? ofNumbers(job, job.synthetic) : ofTheQuiz(job);
}

function ofNumbers(
  job: SimulationJob,
  size: NonNullable<SimulationJob['synthetic']>,
): ExaminationRoom {
  const { kind, questions, ability, seed } = job;
  const { tree, items } = syntheticItems({ ...size, kind, seed: job['bank-seed'] });
  const trueItems = withDifficultyError(items, job['difficulty-error'], job['bank-seed']);
  return {
    items: items.length,
    examinationBy: (rule) =>
      fixedLengthExamination({
        tree,
        variance: VARIANCE,
        believed: VARIANCE,
        items,
        trueItems,
        questions,
        rule,
        aim: 'domains',
        exposure: job.exposure ?? 1,
        ability,
        slip: job.slips,
        seed,
      }),
  };
}

async function ofTheQuiz(job: SimulationJob): Promise<ExaminationRoom> {
  // Loaded only here: with all that reads, draws and scores items, it takes a thread seconds.
  const { quizExamination } = await import('#lib/engine/quiz/simulate-learners.ts');
  const { loadBank } = await import('#lib/server/bank/load-bank.ts');
  const { questions, ability, seed, exposure } = job;
  const bank = loadBank(job.bank);
  return {
    items: bank.items.size,
    examinationBy: (rule) =>
      quizExamination(bank, {
        questions,
        rule: selectionRules[rule],
        ...(exposure === undefined ? {} : { exposure }),
        ability,
        difficultyError: job['difficulty-error'],
        difficultySeed: job['bank-seed'],
        slip: job.slips,
        seed,
      }),
  };
}
