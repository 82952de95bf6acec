import type { Bank } from '#lib/engine/bank/bank.ts';
import type { Problem } from '#lib/engine/kernel/problem.ts';
import { type Result, fail, ok } from '#lib/engine/kernel/result.ts';
import { type Attempt, currentQuestion } from '#lib/engine/quiz/attempt.ts';
import { variantOf } from '#lib/engine/quiz/show-question.ts';
import { readSql } from '#lib/engine/rubric/readers/read-sql.ts';
import { type OnBoth, onBoth, sameAs, sqlTexts } from '#lib/engine/rubric/sql/references.ts';
import type { SqlOutcome, SqlTable, SqlValue } from '#lib/engine/rubric/sql/table.ts';
import { findAttempt } from './find-attempt.ts';
import type { Services } from './services.ts';

/** What says which question a form is about, and what is typed in it. */
export interface QueryForm {
  readonly position: number;
  readonly item: string;
  readonly version: number;
  readonly seed: number;
  readonly answer: readonly string[];
}

/** The references whose results the query equals; or why it cannot be said, which costs nothing. */
export type Compared = Result<string[], Problem>;

/** The result of a query on the sample, as much as is worth showing. */
export interface QueryResult extends SqlTable {
  /** Rows in all; `rows` holds the first of them. */
  readonly total: number;
}

export type Ran =
  | { readonly outcome: 'ran'; readonly result: QueryResult }
  | { readonly outcome: 'unreadable'; readonly problem: Problem }
  /** Another question is asked there now. */
  | { readonly outcome: 'overtaken' };

/** No query waits for its answer there: nothing is told of it but that. */
export const notRun = fail<Problem>({
  code: 'sql-not-run',
  path: 'answer',
  message: 'The query was not run.',
  hint: 'Submit it again.',
});

const mostRowsShown = 50;
const longestCell = 200;

export function isAbout(form: QueryForm, question: Attempt['questions'][number]): boolean {
  return (
    form.item === question.itemId &&
    form.version === question.itemVersion &&
    form.seed === question.seed
  );
}

/** Runs a query on the sample alone and records nothing. Null where this learner has no such attempt. */
export async function runQuery(
  services: Services,
  learnerId: string | null,
  id: string,
  form: QueryForm,
): Promise<Ran | null> {
  const record = await findAttempt(services, learnerId, id);
  if (!record || learnerId === null) return null;
  const question = currentQuestion(record.attempt);
  const texts = question?.position === form.position && askedTexts(form, question, services.bank);
  if (!texts) return { outcome: 'overtaken' };
  const { schema, sample } = texts;
  const query = texts.typed;
  if (!query.ok) return { outcome: 'unreadable', problem: query.error };
  const ran = await services.sql.run(learnerId, [{ schema, data: sample, query: query.value }]);
  const outcome = ran.ok ? ran.value[0] : ran;
  return outcome?.ok
    ? { outcome: 'ran', result: firstRows(outcome.value) }
    : { outcome: 'unreadable', problem: outcome?.error ?? broken() };
}

/**
 * Runs a submitted query on both data sets and holds its results against the references'. What fails on
 * the sample cannot be read; what fails on the hidden data alone equals nothing, and says no more.
 *
 * @returns null where this learner has no such attempt
 */
export async function compareQuery(
  services: Services,
  learnerId: string,
  id: string,
  form: QueryForm,
): Promise<Compared | null> {
  const record = await findAttempt(services, learnerId, id);
  if (!record) return null;
  const question = record.attempt.questions[form.position - 1];
  const texts = question && askedTexts(form, question, services.bank);
  if (!texts) return notRun;
  const { typed: query, item } = texts;
  if (!query.ok) return query;
  const earlier = record.attempt.answers[form.position - 1];
  if (earlier) {
    // Sent again it is the same answer, and running it anew could only say the same.
    const { response } = earlier;
    return ok(response.kind === 'sql' && response.query === query.value ? response.same : []);
  }
  if (question !== currentQuestion(record.attempt)) return notRun;
  const { references } = texts;
  const memory = JSON.stringify([texts.schema, texts.sample, texts.hidden, references]);
  const known = remembered.get(memory);
  // The learner's comes last: whatever it does to its database engine, the references are done.
  const queries = [...(known ? [] : references.map((each) => each.query)), query.value];
  const ran = await services.sql.run(
    learnerId,
    queries.flatMap((each) => onBoth(texts, each)),
  );
  if (!ran.ok) return ran;
  const results = pairs(ran.value);
  const own = results.at(-1) ?? broken();
  const gave = known ?? results.slice(0, -1);
  if (gave.some(([sample, hidden]) => !sample.ok || !hidden.ok)) broken();
  if (!known) remember(memory, gave);
  if (!own[0].ok) return fail(own[0].error);
  return ok(
    sameAs(
      own,
      references.map(({ id: reference }, place) => ({
        id: reference,
        gave: gave[place] ?? broken(),
      })),
      item,
    ),
  );
}

/** The texts of the question that a form is about, and what was typed; null where it is about no query. */
function askedTexts(form: QueryForm, question: Attempt['questions'][number], bank: Bank) {
  const variant = isAbout(form, question) ? variantOf(question, bank) : null;
  if (variant?.item.kind !== 'sql') return null;
  const { item } = variant;
  const texts = sqlTexts({ ...variant, item });
  if (!texts) return null;
  const read = readSql({ ...variant, item }, form.answer);
  const typed = read.ok ? ok(read.value.response.query) : read;
  return { ...texts, item, typed };
}

/** What the references of an item gave; they are the same for everybody. */
const remembered = new Map<string, readonly OnBoth[]>();
const mostRemembered = 300;

function remember(texts: string, gave: readonly OnBoth[]): void {
  if (remembered.size >= mostRemembered) remembered.clear();
  remembered.set(texts, gave);
}

/** The outcomes of queries that ran on sample and hidden data in turn. */
export function pairs(outcomes: readonly SqlOutcome[]): OnBoth[] {
  return outcomes.flatMap((sample, place): OnBoth[] => {
    const hidden = outcomes[place + 1];
    return place % 2 === 0 && hidden ? [[sample, hidden]] : [];
  });
}

/** The bank check has run every reference on both data sets, so what is missing here is our bug. */
function broken(): never {
  throw new Error('a reference query of a checked bank gave no result');
}

/** As much of a table as is worth showing. */
export function firstRows({ columns, rows }: SqlTable): QueryResult {
  const clip = (value: SqlValue) =>
    typeof value === 'string' && value.length > longestCell
      ? `${value.slice(0, longestCell)}…`
      : value;
  return {
    columns: columns.map((name) => name.slice(0, longestCell)),
    rows: rows.slice(0, mostRowsShown).map((row) => row.map(clip)),
    total: rows.length,
  };
}
