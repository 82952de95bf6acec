import { viewSample } from '#lib/server/usecases/view-sample.ts';
import { paceForm, paceOf } from '../pace.server.ts';
import type { PageServerLoad } from './$types';

/** Nothing is drawn anew in the browser: a report has a small script of its own. */
export const csr = false;

export const load: PageServerLoad = (event) => {
  const asked = paceOf(event);
  const report = viewSample(event.locals.services, asked.choice);
  return { report, pace: paceForm(event, asked, report) };
};
