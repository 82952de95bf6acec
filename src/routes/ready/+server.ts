import { text } from '@sveltejs/kit';
import { checkReady } from '#lib/server/usecases/check-ready.ts';
import type { RequestHandler } from './$types';

/** Learners can be served; a balancer sends nobody here while it says 503. */
export const GET: RequestHandler = async ({ locals }) =>
  (await checkReady(locals.services)) ? text('ready\n') : text('not ready\n', { status: 503 });
