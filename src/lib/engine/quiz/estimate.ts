import type { Bank } from '#lib/engine/bank/bank.ts';
import { itemAsked } from '#lib/engine/bank/versions/item-asked.ts';
import { withoutGuessing } from '#lib/engine/measure/models/item-parameters.ts';
import { type Beliefs, beliefs } from '#lib/engine/measure/posterior/beliefs.ts';
import {
  type Evidence,
  type LogLikelihood,
  fade,
  withAnswer,
} from '#lib/engine/measure/posterior/likelihood.ts';
import type { Response } from '#lib/engine/rubric/response.ts';
import { scoreResponse } from '#lib/engine/rubric/registry.ts';
import { categoryOf } from '#lib/engine/rubric/score-levels.ts';
import { drawItem } from '#lib/engine/template/instantiate.ts';
import type { Attempt, EarlierAnswer, Question } from './attempt.ts';
import { measuredBank } from './measured-bank.ts';

/** What an attempt says of the learner: its answers as evidence, and what is believed after them. */
export interface Estimate {
  readonly evidence: readonly Evidence[];
  /** The same, and the answers of the year before: what still counts as a test of a skill. */
  readonly recent: readonly Evidence[];
  readonly beliefs: Beliefs;
}

const daysPerYear = 365.25;

/**
 * What is believed after an attempt: recomputed from the answers, always, so that a mended key or
 * rubric mends every report. It starts from what was answered before the attempt, faded by the time
 * since: abilities move, by a random walk whose variance a year is the bank's `driftPerYear`.
 */
export function estimate(attempt: Attempt, bank: Bank): Estimate {
  const { prior } = measuredBank(bank);
  const evidence = evidenceIn(attempt, bank);
  const answered = attempt.questions.slice(0, attempt.answers.length);
  const again = new Set(answered.map(({ itemId }) => itemId));
  const earlier = attempt.earlier.filter(({ itemId }) => !again.has(itemId));
  const lastYear = earlier
    .filter(({ daysBefore }) => daysBefore <= daysPerYear)
    .flatMap((answer) => evidenceOf(answer, answer.response, bank) ?? []);
  return {
    evidence,
    recent: [...lastYear, ...evidence],
    beliefs: beliefs(prior, evidence, faded(earlier, 0, bank)),
  };
}

/** What the attempt says by itself, as if nothing had been answered before. */
export function estimateAlone(attempt: Attempt, bank: Bank): Beliefs {
  return estimate({ ...attempt, earlier: [] }, bank).beliefs;
}

/** Two independent views of a learner, and the answers that each rests on. */
export interface BeforeAndAfter {
  readonly before: Beliefs;
  readonly after: Beliefs;
  readonly evidenceBefore: readonly Evidence[];
  readonly evidenceAfter: readonly Evidence[];
}

/**
 * What was believed when the last earlier answer was given, and what this attempt says by the items
 * that were not asked before. Null where there was nothing before.
 */
export function beforeAndAfter(attempt: Attempt, bank: Bank): BeforeAndAfter | null {
  const { earlier } = attempt;
  const newest = earlier.at(-1);
  if (!newest) return null;
  const { prior } = measuredBank(bank);
  const met = new Set(earlier.map(({ itemId }) => itemId));
  const evidenceAfter = evidenceIn(attempt, bank, ({ itemId }) => !met.has(itemId));
  return {
    before: beliefs(prior, [], faded(earlier, newest.daysBefore, bank)),
    after: beliefs(prior, evidenceAfter),
    evidenceBefore: earlier.flatMap((answer) => evidenceOf(answer, answer.response, bank) ?? []),
    evidenceAfter,
  };
}

function evidenceIn(
  attempt: Attempt,
  bank: Bank,
  counts: (question: Question) => boolean = () => true,
): Evidence[] {
  return attempt.answers.flatMap(({ response }, index) => {
    const question = attempt.questions[index];
    return question && counts(question) ? (evidenceOf(question, response, bank) ?? []) : [];
  });
}

/** The log-likelihood of earlier answers (oldest first) by skill, as it stands `daysBefore` the attempt. */
function faded(
  earlier: readonly EarlierAnswer[],
  daysBefore: number,
  bank: Bank,
): (LogLikelihood | null)[] {
  const { skillNumber } = measuredBank(bank);
  const drift = bank.roadmap.measurement.driftPerYear / daysPerYear;
  const known = Array.from(skillNumber, (): { log: LogLikelihood; day: number } | null => null);
  for (const answer of earlier) {
    const evidence = evidenceOf(answer, answer.response, bank);
    if (!evidence) continue;
    const { skill } = evidence;
    const before = known[skill];
    const log = before && fade(before.log, drift * (before.day - answer.daysBefore));
    known[skill] = { log: withAnswer(log ?? null, evidence), day: answer.daysBefore };
  }
  return known.map((each) => each && fade(each.log, drift * (each.day - daysBefore)));
}

/** Null where the item has left the bank or changed its meaning: then the answer says nothing. */
function evidenceOf(
  { itemId, itemVersion, seed }: Pick<Question, 'itemId' | 'itemVersion' | 'seed'>,
  response: Response,
  bank: Bank,
): Evidence | null {
  const { itemNumber, pool, levels } = measuredBank(bank);
  const place = itemNumber.get(itemId);
  const item = itemAsked(bank, itemId, itemVersion);
  const measured = place === undefined ? undefined : pool.items[place];
  if (place === undefined || !item || !measured) return null;
  const { skill, parameters } = measured;
  // Saying so is not guessing: no floor.
  if (response.kind === 'dont-know') {
    return { skill, parameters: withoutGuessing(parameters), category: 0 };
  }
  const drawn = drawItem(item, seed);
  if (!drawn.ok || response.kind !== item.kind) return null;
  const { score } = scoreResponse(drawn.value, response);
  return { skill, parameters, category: categoryOf(score, levels[place] ?? []) };
}
