import { exportReport } from '#lib/server/usecases/export-report.ts';
import { paceOf } from '../../../../pace.server.ts';
import { found } from '../../../../not-found.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
  const { locals, params } = event;
  const { id, file } = params;
  const { type, body } = found(
    await exportReport(locals.services, locals.learnerId, id, file, paceOf(event).choice),
    'report',
  );
  return new Response(body, {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="sextant-${file}"`,
    },
  });
};
