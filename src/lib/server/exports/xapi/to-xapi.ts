import {
  type FinishedReport,
  madeAt,
  ownerOf,
} from '#lib/engine/report/exports/finished-report.ts';
import { variantOf } from '#lib/engine/quiz/show-question.ts';
import type { AnswerView } from '#lib/engine/report/view-model.ts';
import { plainText } from '#lib/engine/template/plain-text.ts';
import { interactionOf, writeResponse } from './interaction.ts';
import { uuidOf } from './statement-id.ts';

/** Not an address of anything: names only have to be ours (RFC 6761 keeps .invalid for that). */
const home = 'https://sextant.invalid';
const verbs = 'http://adlnet.gov/expapi/verbs';
const types = 'http://adlnet.gov/expapi/activities';

/**
 * The attempt as xAPI statements (IEEE 9274.1.1 and its 1.0.3 forerunner): one an answer, and one for the
 * whole. Ids follow from attempt and position, so that a learning record store takes each only once.
 */
export function toXapi(report: FinishedReport): string {
  const answered = report.view.answers.map((answer) => answeredStatement(report, answer));
  return `${JSON.stringify([...answered, wholeStatement(report)], null, 2)}\n`;
}

function answeredStatement(report: FinishedReport, answer: AnswerView) {
  const { record, bank } = report;
  const { position, itemId, itemVersion, seed, score } = answer;
  const { questions, answers } = record.attempt;
  const question = questions[position - 1];
  const given = answers[position - 1];
  const variant = question && variantOf(question, bank);
  if (!variant || !given) throw new Error(`answer ${position} has no question`);
  return {
    id: uuidOf(`${record.id}/answers/${position}`),
    actor: actorOf(report),
    verb: { id: `${verbs}/answered`, display: { en: 'answered' } },
    object: {
      objectType: 'Activity',
      id: `${home}/items/${itemId}?version=${itemVersion}&seed=${seed}`,
      definition: {
        type: `${types}/cmi.interaction`,
        name: { en: answer.skillTitle },
        description: { en: plainText(answer.stem) },
        ...interactionOf(variant),
      },
    },
    result: {
      score: { scaled: score, raw: score, min: 0, max: 1 },
      success: score === 1,
      completion: true,
      response: writeResponse(variant, given.response),
      duration: durationOf(record.startedAt, answers, position),
      extensions: {
        [`${home}/xapi/certainty`]: answer.certainty,
        [`${home}/xapi/misconception`]: answer.misconception,
        [`${home}/xapi/dont-know`]: answer.dontKnow,
      },
    },
    context: {
      ...contextOf(report),
      contextActivities: {
        parent: [quizOf(report)],
        grouping: [
          { objectType: 'Activity', id: `${home}/skills/${answer.skill}` },
          { objectType: 'Activity', id: `${home}/domains/${answer.domain}` },
        ],
      },
    },
    timestamp: answer.answeredAt,
  };
}

/** The attempt as a whole; success is that every target is more likely met than not. */
function wholeStatement(report: FinishedReport) {
  const { view, record } = report;
  const raw = view.answers.reduce((sum, { score }) => sum + score, 0);
  const count = view.answers.length;
  const { finished } = record.attempt;
  const isWhole = finished !== 'learner' && finished !== 'expired';
  const verb = isWhole ? 'completed' : 'exited';
  return {
    id: uuidOf(`${record.id}/${verb}`),
    actor: actorOf(report),
    verb: { id: `${verbs}/${verb}`, display: { en: verb } },
    object: quizOf(report),
    result: {
      ...(count > 0 && { score: { scaled: raw / count, raw, min: 0, max: count } }),
      success: view.domains.every(({ chanceMet }) => chanceMet >= 0.5),
      completion: isWhole,
      response: view.summary.join(' '),
      duration: lasting(record.startedAt, madeAt(view)),
      extensions: {
        [`${home}/xapi/levels`]: Object.fromEntries(
          view.domains.map(({ id, level, target, chanceMet }) => [
            id,
            { ...level, target, chanceMet },
          ]),
        ),
      },
    },
    context: contextOf(report),
    timestamp: madeAt(view),
  };
}

function actorOf({ record }: FinishedReport) {
  return { objectType: 'Agent', account: { homePage: home, name: ownerOf(record) } };
}

function contextOf({ record, view }: FinishedReport) {
  return {
    registration: uuidOf(record.id),
    platform: 'Sextant',
    language: 'en',
    revision: view.bankVersion,
  };
}

function quizOf({ view }: FinishedReport) {
  const domain = view.kind === 'domain' ? `/${view.domains[0]?.id ?? ''}` : '';
  return {
    objectType: 'Activity',
    id: `${home}/quizzes/${view.kind}${domain}`,
    definition: { type: `${types}/assessment`, name: { en: view.title } },
  };
}

type Answered = readonly { readonly position: number; readonly answeredAt: string }[];

/** From the answer before, or the start, to this one. */
function durationOf(startedAt: string, answers: Answered, position: number): string {
  const end = answers[position - 1]?.answeredAt ?? startedAt;
  return lasting(answers[position - 2]?.answeredAt ?? startedAt, end);
}

/** ISO 8601, to a hundredth of a second, which is as far as xAPI compares. */
function lasting(from: string, to: string): string {
  const seconds = Math.max(0, Date.parse(to) - Date.parse(from)) / 1000;
  return `PT${Number(seconds.toFixed(2))}S`;
}
