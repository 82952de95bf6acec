import type { RequestEvent } from '@sveltejs/kit';
import { revokeShare } from '#lib/server/usecases/shares/revoke-share.ts';
import { found } from './not-found.server.ts';
import { sentForm } from './sent-form.server.ts';

/** Ends the link that a form names, or a 404 page where the learner has no such link. */
export async function revokeSentShare({ locals, request }: RequestEvent): Promise<void> {
  const share = (await sentForm(request)).get('share');
  found(
    await revokeShare(locals.services, locals.learnerId, typeof share === 'string' ? share : ''),
    'link',
  );
}
