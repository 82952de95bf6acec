import { type FinishedReport, madeAt } from '#lib/engine/report/exports/finished-report.ts';
import { certainties, misconceptions } from './parts/habits.ts';
import { domainLevels, front, skillLevels } from './parts/levels.ts';
import { plan } from './parts/plan.ts';
import {
  type Sheet,
  closeSheet,
  grouped,
  heading,
  numberPages,
  openSheet,
  paragraph,
} from './sheet.ts';

/**
 * The report on paper: everything but the single answers, which other files hold. Tagged, with bookmarks;
 * the same report gives the same bytes.
 */
export async function toPdf({
  view,
}: Pick<FinishedReport, 'view'>): Promise<Uint8Array<ArrayBuffer>> {
  const sheet = openSheet(`Sextant report: ${view.title}`, view.profile.title, madeAt(view));
  const parts = [front, domainLevels, skillLevels, misconceptions, certainties, plan, reading];
  for (const part of parts) {
    grouped(sheet, 'Sect', () => {
      part(sheet, view);
    });
  }
  numberPages(sheet, `Attempt ${view.attemptId}, question bank ${view.bankVersion}`);
  return closeSheet(sheet);
}

function reading(sheet: Sheet): void {
  heading(sheet, 'How to read this', 60);
  paragraph(
    sheet,
    'A level is the percentage of questions, spread evenly from recall to expert, that you would solve without guessing. ' +
      'The true level lies within the interval in nine cases of ten. “Met” is the probability that you meet the target.',
  );
  paragraph(
    sheet,
    'Tested levels rest on your own answers to that skill. Inferred ones rest on related skills, and their intervals are dashed. ' +
      'Where neither says enough, the level is not known and no interval is drawn.',
  );
  paragraph(
    sheet,
    'P50 and P80 are the days by which half and four in five of the simulated runs of the plan are done. ' +
      'Hours of steps run from the fewest to the most still to go.',
  );
}
