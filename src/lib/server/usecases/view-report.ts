import { buildReport } from '#lib/engine/report/build-report.ts';
import type { MisconceptionView, ReportView } from '#lib/engine/report/view-model.ts';
import type { PaceChoice } from '#lib/engine/roadmap/pace.ts';
import { renderInline, renderMarkdown } from '#lib/engine/template/markup.ts';
import { findAttempt } from './find-attempt.ts';
import type { Services } from './services.ts';

/**
 * The report of a finished attempt, its Markdown rendered.
 *
 * @returns null where this learner has no such attempt; 'open' while it still asks
 */
export async function viewReport(
  services: Services,
  learnerId: string | null,
  id: string,
  pace: PaceChoice = {},
): Promise<ReportView | 'open' | null> {
  const record = await findAttempt(services, learnerId, id);
  if (!record) return null;
  if (record.attempt.finished === null) return 'open';
  return rendered(buildReport(record, services.bank, pace));
}

/** The same report with its Markdown fields as HTML. */
export function rendered(view: ReportView): ReportView {
  return {
    ...view,
    domains: view.domains.map((domain) => ({
      ...domain,
      band: { ...domain.band, can: renderInline(domain.band.can) },
    })),
    misconceptions: view.misconceptions.map(withRemedy),
    pastMisconceptions: view.pastMisconceptions.map(withRemedy),
    answers: view.answers.map((answer) => ({
      ...answer,
      stem: renderMarkdown(answer.stem),
      options: answer.options.map((option) => ({ ...option, text: renderMarkdown(option.text) })),
      response: renderMarkdown(answer.response),
      key: renderMarkdown(answer.key),
      feedback: answer.feedback === null ? null : renderMarkdown(answer.feedback),
      explanation: renderMarkdown(answer.explanation),
    })),
  };
}

function withRemedy(misconception: MisconceptionView): MisconceptionView {
  return { ...misconception, remedy: renderInline(misconception.remedy) };
}
