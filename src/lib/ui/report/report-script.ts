import type { Attachment } from 'svelte/attachments';
import { chartFiles } from '#lib/ui/charts/files/chart-files.ts';
import { radarOfPage } from '#lib/ui/charts/radar/radar.ts';
import { copyProblem } from './answers/copy-problem.ts';
import { filterAnswers } from './answers/filter-answers.ts';
import { openTarget } from './open-target.ts';

/**
 * The whole script of a report that came from the server: its text stands, so nothing is drawn anew, and
 * the few places that answer to a hand get the attachments they have in pages drawn by the browser.
 */
function attach<T extends HTMLElement>(selector: string, attachment: Attachment<T>): void {
  for (const element of document.querySelectorAll<T>(selector)) attachment(element);
}

attach('.report', openTarget);
attach('#answers', filterAnswers);
attach('.report .problem', copyProblem);
attach('.report .files', chartFiles);
attach('.report .radar canvas', radarOfPage);
