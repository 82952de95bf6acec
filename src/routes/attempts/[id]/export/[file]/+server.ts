import { exportReport } from '#lib/server/usecases/view-report.ts';
import { found } from '../../../../not-found.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params }) => {
  const { id, file } = params;
  const { type, body } = found(
    await exportReport(locals.services, locals.learnerId, id, file),
    'report',
  );
  return new Response(body, {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="sextant-${file}"`,
    },
  });
};
