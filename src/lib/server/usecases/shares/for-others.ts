import type {
  AnswerView,
  MisconceptionView,
  ReportView,
  SharedAnswer,
  SharedReport,
} from '#lib/engine/report/view-model.ts';

/** A report as others may see it, field by field, so that what is added to a report is shown to others only once somebody decides so. */
export function forOthers(report: ReportView, withAnswers: boolean): SharedReport {
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
