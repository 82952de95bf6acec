import { randomUUID } from 'node:crypto';
import {
  type Handle,
  type HandleServerError,
  type RequestEvent,
  type ServerInit,
  error,
} from '@sveltejs/kit';
import { dev } from '$app/environment';
import { readConfig } from '#lib/server/config.ts';
import { readGuardConfig } from '#lib/server/guard/guard-config.ts';
import { secure } from '#lib/server/guard/headers.ts';
import { type Guard, openGuard } from '#lib/server/guard/open-guard.ts';
import { refuse, tooLarge, tooMany } from '#lib/server/guard/refusals.ts';
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

let guard: Guard;

/** Asked by machines: nobody to know, nothing to limit, and no need of the store to say that the process is up. */
const probes: readonly (string | null)[] = ['/health', '/ready'];

/** Everything is opened before the first request; a broken bank or store stops the server with the reason. */
export const init: ServerInit = async () => {
  try {
    const config = readConfig(process.env);
    guard = await openGuard(readGuardConfig(process.env));
    if (dev) {
      const authors = await import('#lib/server/usecases/authors/follow-services.ts');
      opened = await authors.followServices(config);
    } else {
      const services = guard.counted(await openServices(config));
      opened = () => ({ services, workbench: null });
      process.on('sveltekit:shutdown', () => void services.close());
    }
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
  process.on('sveltekit:shutdown', () => {
    guard.close();
  });
};

export const handle: Handle = async ({ event, resolve }) => {
  const began = performance.now();
  const { locals, request, route, url } = event;
  const { services, workbench } = opened();
  locals.requestId = randomUUID();
  locals.workbench = workbench;
  locals.learnerId = null;
  if (services) locals.services = services;
  // Only the pages for authors do without services; they tell what is wrong.
  else if (!route.id?.startsWith('/bank')) {
    error(503, 'The question bank has problems: /bank lists them.');
  }
  const response = (services && (await admit(event, services))) ?? (await resolve(event));
  secure(response, url.protocol === 'https:');
  guard.answered({
    requestId: locals.requestId,
    method: request.method,
    route: route.id,
    status: response.status,
    ms: performance.now() - began,
  });
  return response;
};

/** Finds out who asks. @returns the refusal where they ask too much, else null */
async function admit(event: RequestEvent, services: Services): Promise<Response | null> {
  const { cookies, locals, request, route } = event;
  if (probes.includes(route.id)) return null;
  const large = tooLarge(request);
  if (large) return refuse(event, large);
  locals.learnerId = await identifyLearner(services, cookies.get(learnerCookie));
  const address = event.getClientAddress();
  const wait = await guard.limits.count({ address, learnerId: locals.learnerId });
  return wait === null ? null : refuse(event, tooMany(wait));
}

/** What went wrong stays in the log under the request's id; the page shows the id and nothing of the inside. */
export const handleError: HandleServerError = ({ error, event, status, message }) => {
  if (status < 500) return { message };
  const errorId = event.locals.requestId;
  guard.log.failure(errorId, event.route.id, error);
  return { ...explainFailure(error), errorId };
};
