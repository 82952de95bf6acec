import { error, fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { finishAttempt } from '#lib/server/usecases/finish-attempt.ts';
import { answerForm, submitAnswer } from '#lib/server/usecases/submit-answer.ts';
import { viewAttempt } from '#lib/server/usecases/view-attempt.ts';
import { found } from '../../not-found.server.ts';
import { sentForm } from '../../sent-form.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** Sentences a redirect may ask this page to show; the address carries only their names. */
const notices: Readonly<Record<string, string>> = {
  'already-answered':
    'That question had already been answered, perhaps in another tab. The first answer counts.',
  'other-question':
    'That answer was to a question that is no longer asked here. Nothing was recorded.',
};

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const reviewed = Number(url.searchParams.get('review')) || null;
  const view = found(
    await viewAttempt(locals.services, locals.learnerId, params.id, reviewed),
    'attempt',
  );
  if (view.attempt.isFinished && !view.review) {
    redirect(303, resolve('/attempts/[id]/report', { id: params.id }));
  }
  return { ...view, notice: notices[url.searchParams.get('notice') ?? ''] ?? null };
};

export const actions: Actions = {
  answer: async ({ locals, params, request }) => {
    const data = await sentForm(request);
    const form = answerForm.safeParse({
      ...Object.fromEntries(
        ['position', 'item', 'version', 'seed'].map((name) => [name, data.get(name)]),
      ),
      answer: data.getAll('answer'),
      certainty: data.get('certainty'),
      confirmed: data.get('confirmed'),
      dontKnow: data.has('dont-know'),
    });
    if (!form.success) {
      error(400, {
        message: 'That was not an answer this page can have sent.',
        hint: 'Nothing was recorded. Go back to the question and try again.',
      });
    }
    const submitted = found(
      await submitAnswer(locals.services, locals.learnerId, params.id, form.data),
      'attempt',
    );
    const here = resolve('/attempts/[id]', { id: params.id });
    const sent = { sent: form.data.answer, certainty: String(form.data.certainty ?? '') };
    switch (submitted.outcome) {
      case 'recorded':
        return redirect(303, submitted.practice ? `${here}?review=${submitted.position}` : here);
      case 'overtaken':
        return redirect(303, `${here}?notice=${submitted.problem.code}`);
      case 'closed':
        return error(410, submitted.problem);
      case 'unreadable':
        return fail(422, { problem: submitted.problem, echo: null, ...sent });
      case 'confirm':
        return { problem: null, echo: submitted.echo, ...sent };
    }
  },
  finish: async ({ locals, params }) => {
    found(await finishAttempt(locals.services, locals.learnerId, params.id), 'attempt');
    redirect(303, resolve('/attempts/[id]/report', { id: params.id }));
  },
};
