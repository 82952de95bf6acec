/**
 * Something wrong with what somebody gave us, told so that they can mend it.
 *
 * Expected failures are values of this shape; exceptions are for our own bugs.
 */
export interface Problem {
  /** Stable, kebab-case: what tests and scripts match on. */
  readonly code: string;
  /** Where: a file and the path inside it, or the name of a field. */
  readonly path: string;
  /** What is wrong, in one sentence. */
  readonly message: string;
  /** What to do about it, in one sentence. */
  readonly hint: string;
  /** 1-based line in the file named by `path`, where known. */
  readonly line?: number;
}
