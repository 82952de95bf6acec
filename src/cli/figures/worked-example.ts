import type { Bank } from '#lib/engine/bank/bank.ts';
import { type Level, levelOf, probabilityAtLeast } from '#lib/engine/measure/levels/level.ts';
import { beliefs } from '#lib/engine/measure/posterior/beliefs.ts';
import type { Evidence } from '#lib/engine/measure/posterior/likelihood.ts';
import { measuredBank } from '#lib/engine/quiz/measured-bank.ts';

/** What is believed after some answers of the example. */
export interface ExampleStage {
  readonly answers: number;
  readonly right: number;
  readonly level: Level;
  readonly chanceMet: number;
}

/** Skill of the domain from 0, kind, difficulty from 1, whether it was right. */
type Answer = readonly [number, 'numeric' | 'single-choice', number, boolean];

const TARGET = 60;
const STAGES = [0, 1, 4, 8, 12];

/**
 * Twelve answers about linear algebra, as the page on measurement tells of them. A choice is among four.
 */
const ANSWERS: readonly Answer[] = [
  [0, 'numeric', 3, true],
  [1, 'numeric', 4, false],
  [2, 'single-choice', 3, true],
  [3, 'numeric', 3, true],
  [4, 'numeric', 4, true],
  [5, 'single-choice', 4, false],
  [6, 'numeric', 3, true],
  [4, 'numeric', 5, false],
  [1, 'numeric', 3, true],
  [7, 'single-choice', 4, true],
  [2, 'numeric', 4, false],
  [5, 'numeric', 3, true],
];

export interface WorkedExample {
  readonly stages: readonly ExampleStage[];
  /** The level after the first answer, had it been a right choice among four. */
  readonly choiceInstead: Level;
}

/** The example's levels and chances of a target of 60 %, stage by stage, with the bank's settings. */
export function workedExample(bank: Bank): WorkedExample {
  const { prior, skillNumber } = measuredBank(bank);
  const { discrimination } = bank.roadmap.measurement;
  const domain = bank.domains.find(({ id }) => id === 'linear-algebra');
  const skills = (domain?.skills ?? []).map(({ id }) => skillNumber.get(id) ?? 0);
  const targets = skills.map(() => TARGET);
  const asEvidence = ([skill, kind, difficulty, right]: Answer): Evidence => ({
    skill: skills[skill] ?? 0,
    parameters: {
      discrimination: discrimination[kind],
      difficulty: difficulty - 3,
      guessing: kind === 'numeric' ? 0 : 0.25,
    },
    category: right ? 1 : 0,
  });
  const after = (answers: readonly Answer[]) => beliefs(prior, answers.map(asEvidence)).gaussian;
  return {
    stages: STAGES.map((answers) => {
      const given = ANSWERS.slice(0, answers);
      return {
        answers,
        right: given.filter(([, , , right]) => right).length,
        level: levelOf(after(given), skills),
        chanceMet: probabilityAtLeast(after(given), skills, targets),
      };
    }),
    choiceInstead: levelOf(after([[0, 'single-choice', 3, true]]), skills),
  };
}
