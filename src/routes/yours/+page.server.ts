import { error, fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { acceptTransfer, transferForm } from '#lib/server/usecases/own-data/accept-transfer.ts';
import { CODE_MINUTES, offerTransfer } from '#lib/server/usecases/own-data/offer-transfer.ts';
import { signOutOthers } from '#lib/server/usecases/own-data/sign-out-others.ts';
import { viewOwnData } from '#lib/server/usecases/own-data/view-own-data.ts';
import { keepCookie } from '../keep-cookie.server.ts';
import { learnerCookie } from '../learner-cookie.server.ts';
import { found } from '../not-found.server.ts';
import { revokeSentShare } from '../revoke-share.server.ts';
import { sentForm } from '../sent-form.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** Sentences a redirect may ask this page to show; the address carries only their names. */
const notices: Readonly<Record<string, string>> = {
  joined: 'This browser now has the same attempts as the one that made the code.',
  revoked: 'The link is revoked. It shows nothing to anybody now.',
  'signed-out': 'Only this browser is signed in now.',
  'attempt-deleted': 'The attempt is deleted, with its answers and links.',
  'attempt-gone': 'That attempt is not here, or no longer.',
  deleted: 'Everything is deleted. The server keeps nothing of you, nor does this browser.',
};

export const load: PageServerLoad = async ({ locals, url }) => ({
  view: await viewOwnData(locals.services, locals.learnerId),
  notice: notices[url.searchParams.get('notice') ?? ''] ?? null,
});

const back = (notice: string) => redirect(303, `${resolve('/yours')}?notice=${notice}`);

export const actions: Actions = {
  offer: async ({ locals }) => {
    const code = found(await offerTransfer(locals.services, locals.learnerId), 'data of yours');
    return { code, minutes: CODE_MINUTES, problem: null, typed: '' };
  },
  accept: async (event) => {
    const { locals, request, cookies, getClientAddress } = event;
    const data = await sentForm(request);
    const form = transferForm.safeParse({ code: data.get('code'), agreed: data.has('agreed') });
    if (!form.success) {
      error(400, {
        message: 'That was not a form this page can have sent.',
        hint: 'Nothing was changed. Go back to the page and try again.',
      });
    }
    const accepted = await acceptTransfer(locals.services, locals.learnerId, form.data, {
      token: cookies.get(learnerCookie) ?? null,
      address: getClientAddress(),
    });
    if (!accepted.ok) {
      const typed = form.data.code.slice(0, 40);
      return fail(422, { code: null, minutes: CODE_MINUTES, problem: accepted.error, typed });
    }
    keepCookie(event, learnerCookie, accepted.value);
    return back('joined');
  },
  'sign-out': async ({ locals, cookies }) => {
    await signOutOthers(locals.services, locals.learnerId, cookies.get(learnerCookie) ?? '');
    return back('signed-out');
  },
  revoke: async (event) => {
    await revokeSentShare(event);
    return back('revoked');
  },
};
