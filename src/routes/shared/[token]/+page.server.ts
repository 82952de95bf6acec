import { error } from '@sveltejs/kit';
import { viewShared } from '#lib/server/usecases/shares/view-shared.ts';
import type { PageServerLoad } from './$types';

/** Nothing is drawn anew in the browser: a report has a small script of its own. */
export const csr = false;

export const load: PageServerLoad = async ({ locals, params, setHeaders }) => {
  // The address is the secret: it goes to no other site, no search engine and no cache.
  setHeaders({
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex, nofollow, noarchive',
    'cache-control': 'private, no-store',
  });
  const report = await viewShared(locals.services, params.token);
  if (report === null) {
    error(404, {
      message: 'No report is shared at this address.',
      hint: 'The address may be cut short, or the link is no longer good. Ask whoever sent it to you.',
    });
  }
  return { report };
};
