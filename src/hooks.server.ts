import { randomUUID } from 'node:crypto';
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit';
import { readConfig } from '#lib/server/config.ts';
import { explainFailure } from '#lib/server/usecases/explain-failure.ts';
import { identifyLearner } from '#lib/server/usecases/identify-learner.ts';
import { type Services, openServices } from '#lib/server/usecases/services.ts';
import { learnerCookie } from './routes/learner-cookie.server.ts';

let services: Services;

/** Everything is opened before the first request; a broken bank or store stops the server with the reason. */
export const init: ServerInit = async () => {
  try {
    services = await openServices(readConfig(process.env));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
  process.on('sveltekit:shutdown', () => void services.close());
};

export const handle: Handle = async ({ event, resolve }) => {
  event.locals.services = services;
  event.locals.learnerId = await identifyLearner(services, event.cookies.get(learnerCookie));
  const response = await resolve(event);
  response.headers.set('x-content-type-options', 'nosniff');
  response.headers.set('x-frame-options', 'DENY');
  response.headers.set('referrer-policy', 'same-origin');
  // Pages show one learner's own data: no cache in between may keep them.
  if (!response.headers.has('cache-control')) {
    response.headers.set('cache-control', 'private, no-store');
  }
  return response;
};

/** What went wrong stays in the log under an id; the page shows the id and nothing of the inside. */
export const handleError: HandleServerError = ({ error, event, status, message }) => {
  if (status < 500) return { message };
  const errorId = randomUUID();
  console.error(JSON.stringify({ errorId, route: event.route.id, error: String(error) }));
  if (error instanceof Error) console.error(error.stack);
  const { message: said, hint } = explainFailure(error);
  return { message: said, hint, errorId };
};
