import type { PlanPhase, PlanStep } from '#lib/engine/roadmap/plan.ts';
import { percent, tellLevel } from './summary.ts';
import type { AnswerView, ReportView } from './view-model.ts';

/** The whole report as Markdown, to keep beside one's notes. */
export function toMarkdown(view: ReportView): string {
  const sections = [
    `# Sextant report: ${view.title}`,
    [
      `Begun ${day(view.startedAt)}${view.finishedAt ? `, finished ${day(view.finishedAt)}` : ''}; target profile: ${view.profile.title}.`,
      view.ended,
    ].join('\n'),
    view.summary.join(' '),
    '## Levels by domain',
    'A level is the percentage of questions, spread evenly from recall to expert, that you would solve without guessing. The range behind it holds the true level in nine cases of ten.',
    table(
      ['Domain', 'Level', 'Self-rating', 'Target', 'Chance met', 'Answered', 'Basis'],
      view.domains.map((domain) => [
        domain.title,
        tellLevel(domain),
        domain.selfRating === null ? 'not rated' : percent(domain.selfRating),
        percent(domain.target),
        percent(100 * domain.chanceMet),
        String(domain.answered),
        domain.standing,
      ]),
    ),
    view.domains
      .flatMap(({ title, change }) => (change ? `- **${title}**: ${change.sentence}` : []))
      .join('\n'),
    '## Skills',
    table(
      ['Skill', 'Level', 'Target', 'Chance met', 'Answered', 'Basis'],
      view.skills.map((skill) => [
        skill.title,
        skill.standing === 'unknown' ? 'not known' : tellLevel(skill),
        percent(skill.target),
        skill.standing === 'unknown' ? 'not known' : percent(100 * skill.chanceMet),
        String(skill.answered),
        skill.standing,
      ]),
    ),
    ...misconceptions(view),
    '## Roadmap',
    `Still to go on measured skills: ${hours(view.plan.hours)}. Lines that are not measured: ${hours(view.plan.unmeasuredHours)} from nothing.`,
    ...view.plan.phases.map(phaseSection),
    '### What you bring along',
    view.plan.credits.map(({ title, why }) => `- **${title}**: ${why}`).join('\n'),
    '## Every answer',
    ...view.answers.map(answerSection),
    `Attempt ${view.attemptId}, bank ${view.bankVersion}.`,
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

function misconceptions(view: ReportView): string[] {
  if (view.misconceptions.length === 0) return [];
  return [
    '## Misconceptions seen',
    view.misconceptions
      .map(
        ({ title, seen, chances, remedy }) =>
          `- **${title}** (${seen} of ${chances} ${chances === 1 ? 'chance' : 'chances'}): ${oneLine(remedy)}`,
      )
      .join('\n'),
  ];
}

function phaseSection(phase: PlanPhase): string {
  const [first, last] = phase.months;
  return [
    `### Phase ${phase.id}: ${phase.title} (months ${first}${last === null ? '+' : `–${last}`})`,
    table(
      ['Step', 'What to do', 'Hours', 'Why'],
      phase.steps.map((step) => [step.title, actionOf(step), hours(step.hours), step.why]),
    ),
  ].join('\n\n');
}

function actionOf({ action, domain }: PlanStep): string {
  return action === 'unmeasured' ? (domain === null ? 'judge yourself' : 'measure first') : action;
}

function answerSection(answer: AnswerView): string {
  const mark = answer.score === 1 ? 'right' : answer.score === 0 ? 'not right' : 'partly right';
  return [
    `### ${answer.position}. ${answer.skillTitle}`,
    answer.stem,
    answer.options
      .map(({ text, chosen }) => `- [${chosen ? 'x' : ' '}] ${oneLine(text)}`)
      .join('\n'),
    told('Your answer', answer.response, ` (${mark}, score ${Number(answer.score.toFixed(2))})`),
    told('Right answer', answer.key),
    answer.feedback ?? '',
    answer.explanation,
    `Item ${answer.itemId}, version ${answer.itemVersion}, seed ${answer.seed}.`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** A label and what it is of; code keeps its lines and so stands below. */
function told(label: string, text: string, more = ''): string {
  return text.startsWith('```')
    ? `${label}${more}:\n\n${text}`
    : `${label}: ${oneLine(text)}${more}`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => oneLine(cell).replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function hours([fewest, most]: readonly [number, number]): string {
  if (most === 0) return 'none';
  return `${Math.round(fewest)}–${Math.round(most)} h`;
}

function day(iso: string): string {
  return iso.slice(0, 10);
}
