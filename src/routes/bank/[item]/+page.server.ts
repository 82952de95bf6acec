import { error, fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { answerForm } from '#lib/server/usecases/submit-answer.ts';
import { authorsOnly } from '../development.server.ts';
import type { Actions, PageServerLoad } from './$types';

const missing = {
  message: 'The bank has no such item, or cannot show it at that seed.',
  hint: 'The list of items is at /bank. Seeds run from 1 to 200.',
};

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { workbench, itemFilter, randomSeed, readSeed, viewItem } = await authorsOnly(locals);
  if (url.searchParams.get('seed') === 'random') {
    const query = new URLSearchParams(url.searchParams);
    query.set('seed', String(randomSeed()));
    redirect(303, `${resolve('/bank/[item]', params)}?${query.toString()}`);
  }
  const filter = itemFilter.parse(Object.fromEntries(url.searchParams));
  const seed = readSeed(url.searchParams.get('seed'));
  const view = seed === null ? null : viewItem(workbench, params.item, seed, filter);
  return view ? { view, filter } : error(404, missing);
};

export const actions: Actions = {
  try: async ({ locals, params, url, request }) => {
    const { workbench, readSeed, tryAnswer } = await authorsOnly(locals);
    const seed = readSeed(url.searchParams.get('seed'));
    const sent = answerForm.shape.answer.safeParse((await request.formData()).getAll('answer'));
    const trial =
      seed === null || !sent.success ? null : tryAnswer(workbench, params.item, seed, sent.data);
    if (!trial || !sent.success) return error(400, missing);
    return trial.problem ? fail(422, { ...trial, sent: sent.data }) : { ...trial, sent: sent.data };
  },
};
