declare global {
  namespace App {
    interface Error {
      message: string;
      /** What to do next, in one sentence. */
      hint?: string;
      /** Names this failure in the server's log. */
      errorId?: string;
    }
    interface Locals {
      /** The learner whose cookie came with the request. */
      learnerId: string;
    }
  }
}

export {};
