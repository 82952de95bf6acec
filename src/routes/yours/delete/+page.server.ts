import { fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { deleteEverything } from '#lib/server/usecases/own-data/delete-everything.ts';
import { viewOwnData } from '#lib/server/usecases/own-data/view-own-data.ts';
import { forgetLearner } from '../../learner-cookie.server.ts';
import { unsure } from '../../unsure.server.ts';
import { sentForm } from '../../sent-form.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const view = await viewOwnData(locals.services, locals.learnerId);
  if (!view) redirect(303, resolve('/yours'));
  return { view };
};

export const actions: Actions = {
  default: async (event) => {
    const { locals, request } = event;
    const data = await sentForm(request);
    if (!data.has('sure')) return fail(422, { problem: unsure });
    await deleteEverything(locals.services, locals.learnerId);
    forgetLearner(event);
    redirect(303, `${resolve('/yours')}?notice=deleted`);
  },
};
