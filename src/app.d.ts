import type { FollowedServices } from '#lib/server/usecases/authors/follow-services.ts';
import type { Services } from '#lib/server/usecases/services.ts';

declare global {
  namespace App {
    interface Error {
      message: string;
      /** What to do next, in one sentence. */
      hint?: string;
      /** The request's id, which names this failure in the server's log. */
      errorId?: string;
    }
    interface Locals {
      /** Names the request, and its failure, in the server's log. */
      requestId: string;
      services: Services;
      /** The learner whose cookie came with the request; null before their first attempt. */
      learnerId: string | null;
      /** The bank as its authors see it, keys included; null but in development. */
      workbench: FollowedServices['workbench'] | null;
    }
  }
}
