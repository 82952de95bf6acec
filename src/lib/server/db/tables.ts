/**
 * Rows as the database keeps them. Columns are text and integers of 32 bits and nothing else, which both
 * stores keep alike; JSON columns are text and are parsed where they are read.
 */
export interface Tables {
  learners: {
    id: string;
    /** The id once more since tokens are in `sessions`: SQLite cannot drop a unique column. */
    token_hash: string;
    created_at: string;
  };
  /** A browser that is signed in to a learner's data. */
  sessions: {
    /** SHA-256 of the cookie's token, hexadecimal: the token itself is nowhere at rest. */
    token_hash: string;
    learner_id: string;
    created_at: string;
  };
  /** At most one a learner: what signs in one more browser. */
  transfer_codes: {
    /** SHA-256, hexadecimal. */
    code_hash: string;
    learner_id: string;
    expires_at: string;
  };
  /** Tries at entering a code, kept until they are too old to count. */
  transfer_tries: {
    id: string;
    /** SHA-256 of the address or the learner that tried, hexadecimal. */
    who: string;
    at: string;
  };
  shares: {
    id: string;
    attempt_id: string;
    /** SHA-256, hexadecimal. */
    token_hash: string;
    /** The last characters of the token, by which its learner tells links apart. */
    tail: string;
    /** 0 or 1. */
    with_answers: number;
    /** As `toRemember` of read-pace.ts writes it. */
    pace: string;
    created_at: string;
    /** Null: never. */
    expires_at: string | null;
    /** The row stays, so that a resent form cannot bring the link back to life. */
    revoked_at: string | null;
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
  'sessions',
  'transfer_codes',
  'transfer_tries',
  'attempts',
  'questions',
  'answers',
  'shares',
] as const satisfies readonly (keyof Tables)[];
