import { error, fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { finishAttempt } from '#lib/server/usecases/finish-attempt.ts';
import { type AnswerForm, answerForm, submitAnswer } from '#lib/server/usecases/submit-answer.ts';
import { runQuery } from '#lib/server/usecases/run-query.ts';
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

async function formOf(request: Request): Promise<AnswerForm> {
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
  if (form.success) return form.data;
  error(400, {
    message: 'That was not an answer this page can have sent.',
    hint: 'Nothing was recorded. Go back to the question and try again.',
  });
}

/** What was typed and chosen, to be shown again. */
function sentBack({ answer, certainty }: AnswerForm) {
  return { sent: answer, certainty: String(certainty ?? '') };
}

export const actions: Actions = {
  answer: async ({ locals, params, request }) => {
    const form = await formOf(request);
    const submitted = found(
      await submitAnswer(locals.services, locals.learnerId, params.id, form),
      'attempt',
    );
    const here = resolve('/attempts/[id]', { id: params.id });
    switch (submitted.outcome) {
      case 'recorded':
        return redirect(303, submitted.practice ? `${here}?review=${submitted.position}` : here);
      case 'overtaken':
        return redirect(303, `${here}?notice=${submitted.problem.code}`);
      case 'closed':
        return error(410, submitted.problem);
      case 'unreadable':
        return fail(422, { problem: submitted.problem, echo: null, ran: null, ...sentBack(form) });
      case 'confirm':
        return { problem: null, echo: submitted.echo, ran: null, ...sentBack(form) };
    }
  },
  run: async ({ locals, params, request }) => {
    const form = await formOf(request);
    const ran = found(
      await runQuery(locals.services, locals.learnerId, params.id, form),
      'attempt',
    );
    switch (ran.outcome) {
      case 'ran':
        return { problem: null, echo: null, ran: ran.result, ...sentBack(form) };
      case 'unreadable':
        return fail(422, { problem: ran.problem, echo: null, ran: null, ...sentBack(form) });
      case 'overtaken':
        return redirect(
          303,
          `${resolve('/attempts/[id]', { id: params.id })}?notice=other-question`,
        );
    }
  },
  finish: async ({ locals, params }) => {
    found(await finishAttempt(locals.services, locals.learnerId, params.id), 'attempt');
    redirect(303, resolve('/attempts/[id]/report', { id: params.id }));
  },
};
