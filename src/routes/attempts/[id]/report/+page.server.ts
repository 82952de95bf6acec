import { redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { exportFiles, viewReport } from '#lib/server/usecases/view-report.ts';
import { found } from '../../../not-found.server.ts';
import { hoursOf } from '../../../hours.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { id } = params;
  const report = found(await viewReport(locals.services, locals.learnerId, id), 'attempt');
  if (report === 'open') redirect(303, resolve('/attempts/[id]', { id }));
  return {
    report,
    hours: hoursOf(url),
    exports: exportFiles.map(({ file, label, hint }) => ({
      href: resolve('/attempts/[id]/export/[file]', { id, file }),
      label,
      hint,
    })),
  };
};
