import type { Bank } from '#lib/engine/bank/bank.ts';
import { type Attempt, answersBefore } from '#lib/engine/quiz/attempt.ts';
import { type LengthName, lengths } from '#lib/engine/quiz/blueprint.ts';
import { type SimulatedLearner, drawLearner, simulateAttempt } from '#lib/engine/quiz/simulate.ts';
import { buildReport } from '#lib/engine/report/build-report.ts';
import type { SharedReport } from '#lib/engine/report/view-model.ts';
import type { PaceChoice } from '#lib/engine/roadmap/pace.ts';
import type { Services } from './services.ts';
import { forOthers } from './shares/for-others.ts';
import { rendered } from './view-report.ts';

/** A learner whose report shows something of everything; any other number would be as true. */
const sampleSeed = 49;

/** Long enough to have learned something, which the first attempt was without. */
const daysApart = 60;
/** Logits. */
const learnedBetween = 0.6;

/**
 * A report of a simulated learner, made by the real engine on the real bank: of their second diagnostic, since the
 * first has nothing to be compared with. Without its answers: their keys and explanations are those of questions that
 * whoever looks may yet be asked.
 */
export function viewSample({ bank }: Services, pace: PaceChoice = {}): SharedReport {
  const attempt = sampleAttempt(bank);
  const report = buildReport(
    {
      id: 'sample',
      attempt,
      startedAt: simulatedDay,
      finishedAt: attempt.answers.at(-1)?.answeredAt ?? null,
      selfRatings: Object.fromEntries(
        bank.domains.map(({ id }, index) => [id, [45, 60, 30, 50, 75][index % 5] ?? 50]),
      ),
      bankVersion: bank.version,
    },
    bank,
    pace,
  );
  return forOthers(rendered(report), false);
}

/** The same for everybody and a quarter of a second's work on a slow machine: done once for a bank. */
const simulated = new WeakMap<Bank, Attempt>();

function sampleAttempt(bank: Bank): Attempt {
  const known = simulated.get(bank);
  if (known) return known;
  const learner = drawLearner(bank, sampleSeed);
  const asBefore = learner.abilities.map((ability) => ability - learnedBetween);
  const first = daysEarlier(
    takeDiagnostic(bank, { ...learner, abilities: asBefore }, 'short'),
    daysApart,
  );
  const attempt = takeDiagnostic(bank, learner, 'standard', first);
  simulated.set(bank, attempt);
  return attempt;
}

/** When simulated answers begin. */
const simulatedDay = '2026-01-05T09:00:00.000Z';

/** A diagnostic of that length, after the first one where there was one. */
function takeDiagnostic(
  bank: Bank,
  learner: SimulatedLearner,
  length: LengthName,
  first: Attempt | null = null,
): Attempt {
  const before = first ? [first] : [];
  return simulateAttempt(
    {
      blueprint: {
        kind: 'diagnostic',
        domains: bank.domains.map(({ id }) => id),
        length: lengths.diagnostic[length],
        feedback: 'end',
      },
      seed: sampleSeed,
      profile: null,
      avoid: before.flatMap(({ questions }) => questions.map(({ itemId }) => itemId)),
      earlier: answersBefore(before, simulatedDay),
    },
    bank,
    learner,
  );
}

function daysEarlier(attempt: Attempt, days: number): Attempt {
  return {
    ...attempt,
    answers: attempt.answers.map((answer) => ({
      ...answer,
      answeredAt: new Date(Date.parse(answer.answeredAt) - days * 86_400_000).toISOString(),
    })),
  };
}
