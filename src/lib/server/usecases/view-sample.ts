import type { Bank } from '#lib/engine/bank/bank.ts';
import type { Attempt } from '#lib/engine/quiz/attempt.ts';
import { lengths } from '#lib/engine/quiz/blueprint.ts';
import { drawLearner, simulateAttempt } from '#lib/engine/quiz/simulate.ts';
import { buildReport } from '#lib/engine/report/build-report.ts';
import type { ReportView } from '#lib/engine/report/view-model.ts';
import type { PaceChoice } from '#lib/engine/roadmap/pace.ts';
import type { Services } from './services.ts';
import { rendered } from './view-report.ts';

/** A learner whose report shows something of everything; any other number would be as true. */
const sampleSeed = 49;

/**
 * A report of a simulated learner, made by the real engine on the real bank. Without its answers: their keys and
 * explanations are those of questions that whoever looks may yet be asked.
 */
export function viewSample({ bank }: Services, pace: PaceChoice = {}): ReportView {
  const attempt = sampleAttempt(bank);
  const [first, last] = [attempt.answers[0], attempt.answers.at(-1)];
  const report = buildReport(
    {
      id: 'sample',
      attempt,
      startedAt: first?.answeredAt ?? '2026-01-05T09:00:00.000Z',
      finishedAt: last?.answeredAt ?? null,
      selfRatings: Object.fromEntries(
        bank.domains.map(({ id }, index) => [id, [45, 60, 30, 50, 75][index % 5] ?? 50]),
      ),
      bankVersion: bank.version,
    },
    bank,
    pace,
  );
  return rendered({ ...report, answers: [] });
}

/** The same for everybody and a quarter of a second's work on a slow machine: done once for a bank. */
const simulated = new WeakMap<Bank, Attempt>();

function sampleAttempt(bank: Bank): Attempt {
  const known = simulated.get(bank);
  if (known) return known;
  const attempt = simulateAttempt(
    {
      blueprint: {
        kind: 'diagnostic',
        domains: bank.domains.map(({ id }) => id),
        length: lengths.diagnostic.standard,
        feedback: 'end',
      },
      seed: sampleSeed,
      profile: null,
      avoid: [],
      earlier: [],
    },
    bank,
    drawLearner(bank, sampleSeed),
  );
  simulated.set(bank, attempt);
  return attempt;
}
