import type { RequestEvent } from '@sveltejs/kit';
import { enrolLearner } from '#lib/server/usecases/identify-learner.ts';
import { dropCookie, keepCookie } from './keep-cookie.server.ts';
import { paceCookie } from './pace.server.ts';

export const learnerCookie = 'sextant';

/** The learner of a request; one is made, and given their cookie, on the first thing worth keeping. */
export async function learnerOf(event: RequestEvent): Promise<string> {
  const { locals } = event;
  if (locals.learnerId !== null) return locals.learnerId;
  const { learnerId, token } = await enrolLearner(locals.services);
  keepCookie(event, learnerCookie, token);
  return learnerId;
}

/** Leaves nothing of a learner in the browser. */
export function forgetLearner(event: Pick<RequestEvent, 'cookies'>): void {
  for (const name of [learnerCookie, paceCookie]) dropCookie(event, name);
}
