import { viewProgress } from '#lib/server/usecases/view-pages.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
  view: await viewProgress(locals.services, locals.learnerId),
});
