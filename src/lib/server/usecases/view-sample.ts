import { lengths } from '#lib/engine/quiz/blueprint.ts';
import { drawLearner, simulateAttempt } from '#lib/engine/quiz/simulate.ts';
import { buildReport } from '#lib/engine/report/build-report.ts';
import type { ReportView } from '#lib/engine/report/view-model.ts';
import type { PaceChoice } from '#lib/engine/roadmap/pace.ts';
import type { Services } from './services.ts';
import { rendered } from './view-report.ts';

/** A learner whose report shows something of everything; any other number would be as true. */
const sampleSeed = 49;

/** A complete report of a simulated learner, made by the real engine on the real bank. */
export function viewSample({ bank }: Services, pace: PaceChoice = {}): ReportView {
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
  const [first, last] = [attempt.answers[0], attempt.answers.at(-1)];
  return rendered(
    buildReport(
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
    ),
  );
}
