import { downloadEverything } from '#lib/server/usecases/own-data/download-everything.ts';
import { found } from '../../not-found.server.ts';
import { paceOf } from '../../pace.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
  const { locals } = event;
  const zip = found(
    await downloadEverything(locals.services, locals.learnerId, paceOf(event).choice),
    'data of yours',
  );
  return new Response(zip, {
    headers: {
      'content-type': 'application/zip',
      'content-disposition': 'attachment; filename="sextant-data.zip"',
    },
  });
};
