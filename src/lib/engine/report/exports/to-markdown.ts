import type { PlanPhase, PlanStep } from '#lib/engine/roadmap/plan.ts';
import { type Gap, skillCount } from '#lib/engine/roadmap/gap.ts';
import type { Schedule } from '#lib/engine/roadmap/schedule.ts';
import { percent, tellLevel } from '../summary.ts';
import type { AnswerView, ReportView } from '../view-model.ts';

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
    ...planSections(view),
    ...view.plan.phases.map((phase) => phaseSection(phase, view.schedule)),
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

/** Gaps, the skill to settle first, and when it ends. */
function planSections({ gaps, focus, schedule, told }: ReportView): string[] {
  const gapTable = (heading: string, rows: readonly Gap[]) =>
    table(
      [heading, 'Level', 'Target', 'Targets met', 'Most met', 'All met', 'Basis'],
      rows.map((gap) => [
        gap.title,
        gap.chanceAll === null ? 'not known' : tellLevel(gap),
        percent(gap.target),
        `${gap.met.toFixed(1)} of ${skillCount(gap)}`,
        gap.chanceMost === null ? 'not known' : percent(100 * gap.chanceMost),
        gap.chanceAll === null ? 'not known' : percent(100 * gap.chanceAll),
        `${gap.skills.tested} tested, ${gap.skills.inferred} inferred, ${gap.skills.unknown} unknown`,
      ]),
    );
  return [
    focus?.sentence ?? '',
    '### Gaps',
    gapTable('Phase', gaps.phases),
    gapTable('Domain', gaps.domains),
    '### When it ends',
    `${told.finish} ${told.usual}`,
    table(
      ['Counted', 'Hours (P50)', 'P50', 'Hours (P80)', 'P80'],
      schedule.finishes.map(({ counting, p50, p80 }) => [
        told.counting[counting],
        `${Math.round(p50.hours)} h`,
        p50.on,
        `${Math.round(p80.hours)} h`,
        p80.on,
      ]),
    ),
  ];
}

function phaseSection(phase: PlanPhase, schedule: Schedule): string {
  const [first, last] = phase.months;
  const dates = new Map(schedule.steps.map(({ step, from, to }) => [step, `${from} to ${to}`]));
  return [
    `### Phase ${phase.id}: ${phase.title} (months ${first}${last === null ? '+' : `–${last}`})`,
    table(
      ['Step', 'What to do', 'Hours', 'When', 'Why'],
      phase.steps.map((step) => [
        step.title,
        actionOf(step),
        hours(step.hours),
        dates.get(step.id) ?? 'not planned',
        step.why,
      ]),
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
