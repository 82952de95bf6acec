import type { ItemParameters } from '#lib/engine/measure/models/item-parameters.ts';
import type { PriorVariance } from '#lib/engine/measure/posterior/skill-tree.ts';
import { type SelectionRuleName, selectionRules } from '#lib/engine/measure/selection/rules.ts';
import type { Examination } from '#lib/engine/measure/simulation/examination.ts';
import { fixedLengthExamination } from '#lib/engine/measure/simulation/fixed-length-examination.ts';
import {
  type SyntheticBank,
  syntheticItems,
  withDifficultyError,
} from '#lib/engine/measure/simulation/synthetic-bank.ts';
import type { SimulationJob } from './job.ts';

/** Of the synthetic banks; what the real bank has too. */
const VARIANCE: PriorVariance = { global: 0.45, domain: 0.3, skill: 0.25 };

/** What a good bank of this size would measure: domains, skills and items in all, as many as the real one has or less. */
const COUNTERPART = { domains: 5, skills: 40, items: 320 };

/** How learners are examined in a job, by its own rule or by another, and how many items there are. */
export interface ExaminationRoom {
  readonly items: number;
  readonly examinationBy: (rule: SelectionRuleName) => Examination;
  /** The made-up bank that a real one is held against; null where the bank is made up itself. */
  readonly counterpart: { readonly items: number; readonly examine: Examination } | null;
}

export async function examinationRoom(job: SimulationJob): Promise<ExaminationRoom> {
  return job.synthetic ? ofNumbers(job, { ...job.synthetic, kind: job.kind }) : ofTheQuiz(job);
}

function ofNumbers(job: SimulationJob, size: Omit<SyntheticBank, 'seed'>): ExaminationRoom {
  const { tree, items } = syntheticItems({ ...size, seed: job['bank-seed'] });
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
        questions: job.questions,
        rule,
        aim: 'domains',
        exposure: job.exposure ?? 1,
        ability: job.ability,
        slip: job.slips,
        seed: job.seed,
      }),
    counterpart: null,
  };
}

async function ofTheQuiz(job: SimulationJob): Promise<ExaminationRoom> {
  // Loaded only here: with all that reads, draws and scores items, it takes a thread seconds.
  const { quizExamination } = await import('#lib/engine/quiz/simulate-learners.ts');
  const { measuredBank } = await import('#lib/engine/quiz/measured-bank.ts');
  const { loadBank } = await import('#lib/server/bank/load-bank.ts');
  const { questions, ability, seed, exposure } = job;
  const bank = loadBank(job.bank);
  const { pool } = measuredBank(bank);
  const guessed = pool.items.filter(({ parameters }) => canBeGuessed(parameters)).length;
  const made = ofNumbers(job, { ...COUNTERPART, kind: guessed / pool.items.length });
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
    counterpart: { items: made.items, examine: made.examinationBy(job.rule) },
  };
}

function canBeGuessed({ guessing }: ItemParameters): boolean {
  return [guessing].flat().some((chance) => chance > 0);
}
