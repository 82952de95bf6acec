import type { Problem } from '#lib/engine/kernel/problem.ts';

/**
 * What it means to a learner that the store refused, or could not be asked; null for any other error.
 * In every one of these cases what was acknowledged before stays recorded.
 */
export function storeProblem(error: unknown): Problem | null {
  for (let each = error; each instanceof Error; each = each.cause) {
    const said = 'code' in each && typeof each.code === 'string' ? each.code : each.message;
    const met = meanings.find(({ codes }) => codes.test(said));
    if (met) return met.problem;
  }
  return null;
}

const sentAgain =
  'All that was recorded before is safe. What you sent just now is not recorded: go back and send it again later.';

/**
 * By code: SQLite's result codes, PostgreSQL's SQLSTATE, Node's system errors; the client of PostgreSQL
 * has none of its own and says it in words. Sources: sqlite.org/rescode.html, PostgreSQL's appendix A.
 */
const meanings: readonly { readonly codes: RegExp; readonly problem: Problem }[] = [
  {
    codes: /^(SQLITE_FULL|53100|ENOSPC)$/,
    problem: {
      code: 'store-full',
      path: 'store',
      message: 'There is no room left to record anything.',
      hint: sentAgain,
    },
  },
  {
    codes: /^(SQLITE_READONLY\w*|25006|EROFS)$/,
    problem: {
      code: 'store-read-only',
      path: 'store',
      message: 'Nothing can be recorded at the moment.',
      hint: sentAgain,
    },
  },
  {
    codes:
      /^(SQLITE_BUSY\w*|SQLITE_CANTOPEN|08\w{3}|57P0[1-5]|53300|ECONN\w+|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENOTFOUND|EAI_AGAIN|Connection terminated.*|timeout exceeded.*|Client has encountered a connection error.*)$/,
    problem: {
      code: 'store-unreachable',
      path: 'store',
      message: 'Our records cannot be reached at the moment.',
      hint: 'All that was recorded before is safe. If you sent an answer just now, go back and send it again in a moment: it counts once.',
    },
  },
];
