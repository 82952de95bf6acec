import { fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { deleteAttempt, viewDeletion } from '#lib/server/usecases/own-data/delete-attempt.ts';
import { found } from '../../../not-found.server.ts';
import { unsure } from '../../../unsure.server.ts';
import { sentForm } from '../../../sent-form.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
  id: params.id,
  deletion: found(await viewDeletion(locals.services, locals.learnerId, params.id), 'attempt'),
});

export const actions: Actions = {
  default: async ({ locals, params, request }) => {
    const data = await sentForm(request);
    if (!data.has('sure')) {
      // Nobody is asked whether they are sure of what is not theirs.
      found(await viewDeletion(locals.services, locals.learnerId, params.id), 'attempt');
      return fail(422, { problem: unsure });
    }
    const deleted = await deleteAttempt(locals.services, locals.learnerId, params.id);
    // Sent twice, the second finds nothing; the page says what is so in either case.
    redirect(303, `${resolve('/yours')}?notice=${deleted ? 'attempt-deleted' : 'attempt-gone'}`);
  },
};
