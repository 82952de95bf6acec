import { error, fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { viewShares } from '#lib/server/usecases/shares/list-shares.ts';
import { newShareToken, shareForm, shareReport } from '#lib/server/usecases/shares/share-report.ts';
import { found } from '../../../not-found.server.ts';
import { paceOf } from '../../../pace.server.ts';
import { revokeSentShare } from '../../../revoke-share.server.ts';
import { sentForm } from '../../../sent-form.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { id } = params;
  const view = found(await viewShares(locals.services, locals.learnerId, id), 'attempt');
  if (view === 'open') redirect(303, resolve('/attempts/[id]', { id }));
  return { id, ...view, token: newShareToken(), revoked: url.searchParams.has('revoked') };
};

export const actions: Actions = {
  make: async (event) => {
    const { locals, params, request, url } = event;
    const data = await sentForm(request);
    const form = shareForm.safeParse({
      token: data.get('token'),
      expiry: data.get('expiry'),
      withAnswers: data.has('answers'),
    });
    if (!form.success) {
      error(400, {
        message: 'That was not a form this page can have sent.',
        hint: 'No link was made. Go back to the page and try again.',
      });
    }
    const made = found(
      await shareReport(
        locals.services,
        locals.learnerId,
        params.id,
        form.data,
        paceOf(event).choice,
      ),
      'attempt',
    );
    if (!made.ok) return fail(409, { problem: made.error, made: null });
    const address = new URL(resolve('/shared/[token]', { token: made.value }), url.origin).href;
    return { problem: null, made: address };
  },
  revoke: async (event) => {
    await revokeSentShare(event);
    redirect(303, `${resolve('/attempts/[id]/share', { id: event.params.id })}?revoked`);
  },
};
