import { redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { offeredExports } from '#lib/server/usecases/export-report.ts';
import { viewReport } from '#lib/server/usecases/view-report.ts';
import { found } from '../../../not-found.server.ts';
import { paceForm, paceOf } from '../../../pace.server.ts';
import type { PageServerLoad } from './$types';

/** Nothing is drawn anew in the browser: a report has a small script of its own. */
export const csr = false;

export const load: PageServerLoad = async (event) => {
  const { locals, params } = event;
  const { id } = params;
  const asked = paceOf(event);
  const report = found(
    await viewReport(locals.services, locals.learnerId, id, asked.choice),
    'attempt',
  );
  if (report === 'open') redirect(303, resolve('/attempts/[id]', { id }));
  return {
    report,
    pace: paceForm(event, asked, report),
    exports: offeredExports.map(({ file, label, hint }) => ({
      href: resolve('/attempts/[id]/export/[file]', { id, file }),
      label,
      hint,
    })),
  };
};
