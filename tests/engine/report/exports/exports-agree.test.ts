import { describe, expect, test } from 'vitest';
import { buildReport } from '#lib/engine/report/build-report.ts';
import { answersToCsv, skillsToCsv } from '#lib/engine/report/exports/to-csv.ts';
import { toJson } from '#lib/engine/report/exports/to-json.ts';
import { toMarkdown } from '#lib/engine/report/exports/to-markdown.ts';
import { smallBank } from '../../../support/small-bank.ts';
import { type Mood, always, newAttempt, play } from '../../quiz/attempts.ts';
import { readCsv, readTable } from './read-exports.ts';
import { recordOf } from '../records.ts';

const bank = smallBank();
const mixed = ['right', 'wrong', 'right', 'dont-know', 'right', 'wrong', 'right'] as const;

describe.each<[string, readonly Mood[]]>([
  ['a mixed attempt', mixed],
  ['an attempt all right', always('right')],
  ['an empty attempt', []],
])('the exports of %s', (_, moods) => {
  const attempt = play(newAttempt(bank, { length: 100 }), bank, moods);
  const record = recordOf(attempt, bank);
  const view = buildReport(record, bank);
  const json = toJson(view, record);
  const markdown = toMarkdown(view);

  test('have the same skills with the same figures', () => {
    const csv = readCsv(skillsToCsv(view));
    const table = readTable(markdown, 'Skills');
    expect(csv.map(({ skill }) => skill)).toEqual(json.skills.map(({ id }) => id));
    expect(table).toHaveLength(json.skills.length);
    json.skills.forEach(
      ({ level, target, chanceMet, standing, answered, phase, domain }, index) => {
        expect(csv[index]).toMatchObject({
          domain,
          standing,
          phase: String(phase),
          answered: String(answered),
          level: String(Number(level.expected.toFixed(1))),
          level_low: String(Number(level.low.toFixed(1))),
          level_high: String(Number(level.high.toFixed(1))),
          target: String(Number(target.toFixed(1))),
          chance_met: String(Number(chanceMet.toFixed(3))),
        });
        const known = standing !== 'unknown';
        const [expected, low, high] = [level.expected, level.low, level.high].map(Math.round);
        expect(table[index]).toEqual({
          Skill: csv[index]!['title'],
          Level: known ? `${expected} % (${low}–${high})` : 'not known',
          Target: `${Math.round(target)} %`,
          'Chance met': known ? `${Math.round(100 * chanceMet)} %` : 'not known',
          Answered: String(answered),
          Basis: standing,
        });
      },
    );
  });

  test('have the same domains with the same figures', () => {
    const table = readTable(markdown, 'Levels by domain');
    expect(table).toHaveLength(json.domains.length);
    json.domains.forEach(({ id, title, level, target, chanceMet, answered, standing }, index) => {
      const [expected, low, high] = [level.expected, level.low, level.high].map(Math.round);
      expect(table[index]).toEqual({
        Domain: title,
        Level: `${expected} % (${low}–${high})`,
        'Self-rating': id in json.selfRatings ? `${json.selfRatings[id]} %` : 'not rated',
        Target: `${Math.round(target)} %`,
        'Chance met': `${Math.round(100 * chanceMet)} %`,
        Answered: String(answered),
        Basis: standing,
      });
    });
  });

  test('have the same answers with the same scores', () => {
    const csv = readCsv(answersToCsv(view));
    expect(csv).toHaveLength(attempt.answers.length);
    expect(json.scores).toHaveLength(attempt.answers.length);
    json.scores.forEach(({ position, itemId, skill, score, misconception }, index) => {
      const { itemVersion, seed } = attempt.questions[index]!;
      const { certainty, answeredAt } = attempt.answers[index]!;
      expect(csv[index]).toMatchObject({
        position: String(position),
        item: itemId,
        version: String(itemVersion),
        seed: String(seed),
        skill,
        score: String(Number(score.toFixed(4))),
        certainty: String(certainty ?? ''),
        misconception: misconception ?? '',
        answered_at: answeredAt,
      });
      expect(markdown).toContain(`Item ${itemId}, version ${itemVersion}, seed ${seed}.`);
      expect(markdown).toContain(`score ${Number(score.toFixed(2))})`);
    });
  });

  test('have the same plan with the same hours', () => {
    const dates = new Map(
      json.schedule!.steps.map(({ step, from, to }) => [step, `${from} to ${to}`]),
    );
    const steps = json.plan.map(({ step, action, hours: [fewest, most] }) => {
      const { title, domain } = view.plan.phases
        .flatMap((phase) => phase.steps)
        .find(({ id }) => id === step)!;
      const shown = domain === null ? 'judge yourself' : 'measure first';
      return [
        title,
        action === 'unmeasured' ? shown : action,
        most === 0 ? 'none' : `${Math.round(fewest)}–${Math.round(most)} h`,
        dates.get(step) ?? 'not planned',
      ];
    });
    const rows = view.plan.phases.flatMap(({ id, title, months: [first, last] }) =>
      readTable(
        markdown,
        `# Phase ${id}: ${title} (months ${first}${last ? `–${last}` : '+'})`.slice(2),
      ).map(({ Step, 'What to do': what, Hours, When }) => [Step, what, Hours, When]),
    );
    expect(rows).toEqual(steps);
  });

  test('have the same gaps, finishes and skill to settle', () => {
    const rowsOf = (heading: string) =>
      readTable(
        `## x\n${markdown.slice(markdown.indexOf(`| ${heading} | Level |`, markdown.indexOf('### Gaps')))}`,
        'x',
      );
    (['phases', 'domains'] as const).forEach((group) => {
      const rows = rowsOf(group === 'phases' ? 'Phase' : 'Domain');
      expect(rows).toHaveLength(json.gaps![group].length);
      json.gaps![group].forEach(({ level, target, met, chanceMost, chanceAll, skills }, index) => {
        const [expected, low, high] = [level.expected, level.low, level.high].map(Math.round);
        const chance = (of: number | null) =>
          of === null ? 'not known' : `${Math.round(100 * of)} %`;
        expect(rows[index]).toMatchObject({
          Level: chanceAll === null ? 'not known' : `${expected} % (${low}–${high})`,
          Target: `${Math.round(target)} %`,
          'Targets met': `${met.toFixed(1)} of ${skills.tested + skills.inferred + skills.unknown}`,
          'Most met': chance(chanceMost),
          'All met': chance(chanceAll),
        });
      });
    });
    const finishes = readTable(
      markdown.replace('### When it ends', '## When it ends'),
      'When it ends',
    );
    expect(finishes.map(({ P50, P80 }) => [P50, P80])).toEqual(
      json.schedule!.finishes.map(({ p50, p80 }) => [p50.on, p80.on]),
    );
    if (view.focus) expect(markdown).toContain(view.focus.sentence);
    expect(json.focus?.skill).toBe(view.focus?.skill);
  });
});
