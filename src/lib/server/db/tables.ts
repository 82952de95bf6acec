/**
 * Rows as the database keeps them. Columns are text and integers of 32 bits and nothing else, which both
 * stores keep alike; JSON columns are text and are parsed where they are read.
 */
export interface Tables {
  learners: {
    id: string;
    /** SHA-256 of the cookie's token, hexadecimal: the token itself is nowhere at rest. */
    token_hash: string;
    created_at: string;
  };
  attempts: {
    id: string;
    learner_id: string;
    /** JSON: Blueprint. */
    blueprint: string;
    seed: number;
    profile: string | null;
    /** JSON: item ids. */
    avoid: string;
    /** JSON: percent by domain. */
    self_ratings: string;
    bank_version: string;
    started_at: string;
    finished_at: string | null;
    finished: string | null;
  };
  questions: {
    attempt_id: string;
    position: number;
    item_id: string;
    item_version: number;
    seed: number;
  };
  /** Append-only: a row is never changed, so a resend changes nothing. */
  answers: {
    attempt_id: string;
    position: number;
    /** JSON: Response. */
    response: string;
    certainty: number | null;
    answered_at: string;
  };
}

/** Every table, each after those it refers to. */
export const tableNames = [
  'learners',
  'attempts',
  'questions',
  'answers',
] as const satisfies readonly (keyof Tables)[];
