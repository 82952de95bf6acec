import type { Bank } from '#lib/engine/bank/bank.ts';
import type { Problem } from '#lib/engine/kernel/problem.ts';
import { type Result, fail, ok } from '#lib/engine/kernel/result.ts';
import type { AttemptRecord } from '#lib/engine/quiz/attempt.ts';
import { type ReportJson, reportJson } from '../exports/to-json.ts';

/** A downloaded report that was read: what it says, and the attempt it says it of. */
export interface Evidence {
  readonly json: ReportJson;
  readonly record: AttemptRecord;
}

/** Characters; the longest attempt takes a few per cent of it. */
const longest = 4_000_000;
const mostProblems = 20;

/** The text of a downloaded report.json, read and held against the bank that is to score it. */
export function readEvidence(text: string, bank: Bank): Result<Evidence, Problem[]> {
  if (text.length > longest) {
    return refused('too-long', '', `It has more than ${longest} characters.`);
  }
  const parsed = parse(text);
  if (parsed === undefined) return refused('not-json', '', 'It is not JSON.');
  const read = reportJson.safeParse(parsed);
  if (!read.success) {
    const problems = read.error.issues
      .slice(0, mostProblems)
      .map(({ path, message }) => problem('schema', path.join('.'), `${message}.`));
    return fail(problems);
  }
  const json = read.data;
  const wrong = inconsistencies(json, bank);
  return wrong.length > 0 ? fail(wrong) : ok({ json, record: recordOf(json) });
}

/** The attempt as the store would give it. */
function recordOf(json: ReportJson): AttemptRecord {
  const { attemptId, owner, attempt, startedAt, finishedAt, selfRatings, bankVersion } = json;
  const whose = owner === undefined ? {} : { owner };
  return { id: attemptId, ...whose, attempt, startedAt, finishedAt, selfRatings, bankVersion };
}

function inconsistencies({ attempt }: ReportJson, bank: Bank): Problem[] {
  const { blueprint, questions, answers } = attempt;
  const problems: Problem[] = [];
  if (!blueprint.domains.some((id) => bank.domains.some((domain) => domain.id === id))) {
    const message = `The bank has none of its domains (${blueprint.domains.join(', ')}).`;
    problems.push(problem('domains-unknown', 'attempt.blueprint.domains', message));
  }
  if (answers.length > questions.length) {
    problems.push(problem('answers-unasked', 'attempt.answers', 'It has answers to no question.'));
  }
  const misplaced = [questions, answers].some((list) =>
    list.some(({ position }, index) => position !== index + 1),
  );
  if (misplaced) {
    const message = 'Questions and answers do not count their positions from 1 in order.';
    problems.push(problem('positions', 'attempt', message));
  }
  return problems;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function problem(code: string, path: string, message: string): Problem {
  const hint = 'Give the file as the report page hands it out: report.json, unchanged.';
  return { code, path, message, hint };
}

function refused(code: string, path: string, message: string): Result<never, Problem[]> {
  return fail([problem(code, path, message)]);
}
