import { viewSample } from '#lib/server/usecases/view-sample.ts';
import { hoursOf } from '../hours.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => ({
  report: viewSample(locals.services),
  hours: hoursOf(url),
});
