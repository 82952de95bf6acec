import { fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { startAttempt } from '#lib/server/usecases/start-attempt.ts';
import { viewStart } from '#lib/server/usecases/view-pages.ts';
import { learnerOf } from '../learner-cookie.server.ts';
import { sentForm, textFields } from '../sent-form.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => ({
  start: viewStart(locals.services, url.searchParams.get('domain')),
});

export const actions: Actions = {
  default: async (event) => {
    const values = textFields(await sentForm(event.request));
    const started = await startAttempt(event.locals.services, await learnerOf(event), values);
    if (!started.ok) return fail(422, { problems: started.error, values });
    redirect(303, resolve('/attempts/[id]', { id: started.value }));
  },
};
