import { viewDomain } from '#lib/server/usecases/view-pages.ts';
import { found } from '../../not-found.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
  view: found(await viewDomain(locals.services, locals.learnerId, params.domain), 'domain'),
});
