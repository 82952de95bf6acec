import { error, fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { answerForm } from '#lib/server/usecases/submit-answer.ts';
import { authorsOnly } from '../development.server.ts';
import { sentForm } from '../../sent-form.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

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

/** What an author typed, and the seed it is about. */
async function typed({ locals, url, request }: RequestEvent) {
  const authors = await authorsOnly(locals);
  const seed = authors.readSeed(url.searchParams.get('seed'));
  const sent = answerForm.shape.answer.safeParse((await sentForm(request)).getAll('answer'));
  return seed === null || !sent.success
    ? error(400, missing)
    : { ...authors, seed, sent: sent.data };
}

export const actions: Actions = {
  try: async (event) => {
    const { workbench, tryAnswer, seed, sent } = await typed(event);
    const trial = await tryAnswer(workbench, event.params.item, seed, sent);
    if (!trial) return error(400, missing);
    return trial.problem ? fail(422, { ...trial, ran: null, sent }) : { ...trial, ran: null, sent };
  },
  run: async (event) => {
    const { workbench, runTyped, seed, sent } = await typed(event);
    const ran = await runTyped(workbench, event.params.item, seed, sent);
    if (!ran) return error(400, missing);
    return ran.ok
      ? { problem: null, tried: null, ran: ran.value, sent }
      : fail(422, { problem: ran.error, tried: null, ran: null, sent });
  },
};
