import { viewHome } from '#lib/server/usecases/view-pages.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
  home: await viewHome(locals.services, locals.learnerId),
});
