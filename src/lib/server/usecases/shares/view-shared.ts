import { buildReport } from '#lib/engine/report/build-report.ts';
import type {
  AnswerView,
  MisconceptionView,
  ReportView,
  SharedAnswer,
  SharedReport,
} from '#lib/engine/report/view-model.ts';
import { findAttempt } from '../find-attempt.ts';
import { readPace, sentIn } from '../read-pace.ts';
import { hashOf } from '../secrets.ts';
import type { Services } from '../services.ts';
import { rendered } from '../view-report.ts';
import { shareToken } from './share-token.ts';

/** What a link shows to whoever has it; null for one that never was, has run out or was revoked: nobody learns which. */
export async function viewShared(services: Services, token: string): Promise<SharedReport | null> {
  if (!shareToken.safeParse(token).success) return null;
  const share = await services.shares.find(hashOf(token));
  if (!share) return null;
  const { learnerId, attemptId, withAnswers, pace, expiresAt } = share;
  if (expiresAt !== null && expiresAt <= services.now().toISOString()) return null;
  const record = await findAttempt(services, learnerId, attemptId);
  if (!record?.attempt.finished) return null;
  const { choice } = readPace(sentIn(''), pace);
  return forOthers(rendered(buildReport(record, services.bank, choice)), withAnswers);
}

/** Field by field, so that what is added to a report is shown to others only once somebody decides so. */
function forOthers(report: ReportView, withAnswers: boolean): SharedReport {
  // Where answers are not shown, nothing leads to one.
  const misconceptionForOthers = (misconception: MisconceptionView): MisconceptionView => ({
    ...misconception,
    positions: withAnswers ? misconception.positions : [],
  });
  return {
    kind: report.kind,
    title: report.title,
    profile: report.profile,
    bankVersion: report.bankVersion,
    startedAt: report.startedAt,
    finishedAt: report.finishedAt,
    ended: report.ended,
    answered: report.answered,
    length: report.length,
    withdrawn: report.withdrawn,
    summary: report.summary,
    domains: report.domains,
    skills: report.skills,
    misconceptions: report.misconceptions.map(misconceptionForOthers),
    pastMisconceptions: report.pastMisconceptions.map(misconceptionForOthers),
    certainties: report.certainties,
    calibration: report.calibration,
    selfRatings: report.selfRatings,
    retake: report.retake,
    plan: report.plan,
    gaps: report.gaps,
    focus: report.focus,
    schedule: report.schedule,
    told: report.told,
    answers: withAnswers ? report.answers.map(answerForOthers) : null,
  };
}

function answerForOthers(answer: AnswerView): SharedAnswer {
  return {
    position: answer.position,
    domain: answer.domain,
    skill: answer.skill,
    skillTitle: answer.skillTitle,
    kind: answer.kind,
    difficulty: answer.difficulty,
    stem: answer.stem,
    options: answer.options,
    response: answer.response,
    key: answer.key,
    dontKnow: answer.dontKnow,
    score: answer.score,
    certainty: answer.certainty,
    feedback: answer.feedback,
    explanation: answer.explanation,
    misconception: answer.misconception,
  };
}
