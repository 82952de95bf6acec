import type { Problem } from '#lib/engine/kernel/problem.ts';
import { type Result, ok } from '#lib/engine/kernel/result.ts';
import { unreadable } from '../judgement.ts';
import { type Token, is, tokensOf } from './tokens.ts';

/**
 * Lets a text pass that is one query and nothing else: SELECT, VALUES, or WITH … and one of them.
 * Whether it is a right one is for the database to say.
 */
export function oneSelect(sql: string): Result<null, Problem> {
  const tokens = tokensOf(sql);
  while (is(tokens.at(-1), ';')) tokens.pop();
  if (tokens.length === 0) {
    return unreadable(
      'no-query',
      'There is no query yet.',
      'Write one, or say that you don’t know yet.',
    );
  }
  const open = tokens.find(({ kind, text }) => kind === 'symbol' && /['"`[]/.test(text));
  if (open) {
    return unreadable('quote-open', `A ${open.text} is not closed.`, 'Close it and try again.');
  }
  if (tokens.some((token) => is(token, ';'))) {
    return unreadable('several-statements', 'That is more than one statement.', 'Write one query.');
  }
  const verb = verbOf(tokens);
  if (!is(verb, 'SELECT') && !is(verb, 'VALUES')) {
    const named = verb?.kind === 'word' ? verb.text.toUpperCase().slice(0, 30) : null;
    return unreadable(
      'not-a-query',
      named ? `${named} is refused: only a query runs here.` : 'That is not a query.',
      'Write a SELECT; it may begin with WITH.',
    );
  }
  const forbidden = tokens.find((token, place) => isForbidden(token, place, tokens));
  return forbidden
    ? unreadable(
        'name-refused',
        `${forbidden.text.slice(0, 40)} is refused here.`,
        'Query the tables shown.',
      )
    : ok(null);
}

/** The word that says what the statement does; in WITH … it follows the last of the named queries. */
function verbOf(tokens: readonly Token[]): Token | undefined {
  const first = tokens[0];
  if (!is(first, 'WITH')) return first;
  let depth = 0;
  for (const [place, token] of tokens.entries()) {
    // AS follows the names of columns, a comma another named query.
    if (depth === 0 && is(tokens[place - 1], ')') && !is(token, 'AS') && !is(token, ',')) {
      return token;
    }
    if (is(token, '(')) depth += 1;
    if (is(token, ')')) depth -= 1;
  }
  return first;
}

/** Settings read through table-valued functions, code from files and addresses. SQLite takes a string for a table's name too. */
function isForbidden({ kind, text }: Token, place: number, tokens: readonly Token[]): boolean {
  if (kind === 'string') return /^pragma_/i.test(text) && namesTable(place, tokens);
  if (kind !== 'word' && kind !== 'quoted') return false;
  return (
    /^pragma_/i.test(text) ||
    (/^(load_extension|fts3_tokenizer)$/i.test(text) && is(tokens[place + 1], '('))
  );
}

/** True where a table is expected: after FROM or JOIN, or in the list that a FROM begins. */
function namesTable(place: number, tokens: readonly Token[]): boolean {
  let depth = 0;
  for (let at = place - 1; at >= 0; at -= 1) {
    const token = tokens[at];
    if (is(token, ')')) depth += 1;
    else if (is(token, '(')) depth -= 1;
    if (depth > 0) continue;
    if (is(token, 'FROM') || is(token, 'JOIN')) return at === place - 1 || isListed(place, tokens);
    if (['SELECT', 'WHERE', 'ON', 'BY', 'HAVING', 'VALUES', 'IN'].some((word) => is(token, word))) {
      return false;
    }
  }
  return false;
}

function isListed(place: number, tokens: readonly Token[]): boolean {
  const before = tokens[place - 1];
  return is(before, ',') || is(before, '(') || is(before, '.');
}
