import type { RequestEvent } from '@sveltejs/kit';
import { enrolLearner } from '#lib/server/usecases/identify-learner.ts';

export const learnerCookie = 'sextant';

const oneYear = 365 * 24 * 60 * 60;

/** The learner of a request; one is made, and given their cookie, on the first thing worth keeping. */
export async function learnerOf({ locals, cookies, url }: RequestEvent): Promise<string> {
  if (locals.learnerId !== null) return locals.learnerId;
  const { learnerId, token } = await enrolLearner(locals.services);
  cookies.set(learnerCookie, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: url.protocol === 'https:',
    maxAge: oneYear,
  });
  return learnerId;
}
