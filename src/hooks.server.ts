import { randomUUID } from 'node:crypto';
import { type Handle, type HandleServerError, type ServerInit, error } from '@sveltejs/kit';
import { dev } from '$app/environment';
import { readConfig } from '#lib/server/config.ts';
import { explainFailure } from '#lib/server/usecases/explain-failure.ts';
import { identifyLearner } from '#lib/server/usecases/identify-learner.ts';
import { type Services, openServices } from '#lib/server/usecases/services.ts';
import { learnerCookie } from './routes/learner-cookie.server.ts';

interface Opened {
  /** Null where the bank has not been sound since the start, which only development outlives. */
  readonly services: Services | null;
  readonly workbench: App.Locals['workbench'];
}

/** What a request works with. In development the bank follows its files, else nothing changes. */
let opened: () => Opened;

/** Everything is opened before the first request; a broken bank or store stops the server with the reason. */
export const init: ServerInit = async () => {
  try {
    const config = readConfig(process.env);
    if (dev) {
      const authors = await import('#lib/server/usecases/authors/follow-services.ts');
      opened = await authors.followServices(config);
    } else {
      const services = await openServices(config);
      opened = () => ({ services, workbench: null });
      process.on('sveltekit:shutdown', () => void services.close());
    }
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
};

export const handle: Handle = async ({ event, resolve }) => {
  const { services, workbench } = opened();
  event.locals.workbench = workbench;
  if (services) {
    event.locals.services = services;
    event.locals.learnerId = await identifyLearner(services, event.cookies.get(learnerCookie));
  } else if (!event.route.id?.startsWith('/bank')) {
    // Only the pages for authors do without services; they tell what is wrong.
    error(503, 'The question bank has problems: /bank lists them.');
  }
  const response = await resolve(event);
  response.headers.set('x-content-type-options', 'nosniff');
  response.headers.set('x-frame-options', 'DENY');
  if (!response.headers.has('referrer-policy')) {
    response.headers.set('referrer-policy', 'same-origin');
  }
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
