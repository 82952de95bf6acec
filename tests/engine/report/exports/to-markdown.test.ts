import { describe, expect, test } from 'vitest';
import { toMarkdown } from '#lib/engine/report/exports/to-markdown.ts';
import { smallBank } from '../../../support/small-bank.ts';
import { readTable } from './read-exports.ts';
import { reportOf } from '../records.ts';

const bank = smallBank();
const view = reportOf(bank, ['right', 'wrong', 'dont-know'], { seed: 2 });
const markdown = toMarkdown(view);

describe('Markdown', () => {
  test('has every section in order, and no empty one', () => {
    expect(markdown.match(/^##? .+$/gm)).toEqual([
      '# Sextant report: Full diagnostic',
      '## Levels by domain',
      '## Skills',
      '## Roadmap',
      '## Every answer',
    ]);
    expect(markdown).not.toMatch(/\n{3}/);
    expect(markdown.endsWith(`Attempt attempt-1, bank ${bank.version}.\n`)).toBe(true);
  });

  test('says when, for whom, why it ended and what came out', () => {
    expect(markdown).toContain('Begun 2026-03-01; target profile: Engineer.\nIt is still open');
    expect(markdown).toContain(view.summary.join(' '));
    const finished = toMarkdown({ ...view, finishedAt: '2026-03-02T00:10:00.000Z' });
    expect(finished).toContain('Begun 2026-03-01, finished 2026-03-02;');
  });

  test('lists misconceptions with their chances, one in the singular', () => {
    const links = { positions: [], steps: [], before: [] };
    const seen = { id: 'm', title: 'Adds twice', remedy: 'Add\n\nonce.', ...links };
    const text = toMarkdown({
      ...view,
      misconceptions: [
        { ...seen, seen: 2, chances: 3 },
        { ...seen, seen: 1, chances: 1 },
      ],
    });
    expect(text).toContain(
      '## Misconceptions seen\n\n- **Adds twice** (2 of 3 chances): Add once.',
    );
    expect(text).toContain('- **Adds twice** (1 of 1 chance): Add once.');
  });

  test('keeps a table whole where a text has bars or line breaks', () => {
    const skills = view.skills.map((skill) => ({ ...skill, title: 'P(A | B)\nand more' }));
    const rows = readTable(toMarkdown({ ...view, skills }), 'Skills');
    expect(rows.map(({ Skill }) => Skill)).toEqual(skills.map(() => 'P(A | B) and more'));
  });

  test('tells each answer with what was chosen, whether it was right, and why', () => {
    const [answer] = view.answers;
    const at = (score: number) =>
      toMarkdown({
        ...view,
        answers: [
          {
            ...answer!,
            score,
            skillTitle: 'Sums',
            stem: 'Which?',
            options: [
              { text: 'this', chosen: true, isKey: false },
              { text: 'that', chosen: false, isKey: true },
            ],
            response: 'this',
            key: 'that',
            feedback: 'No.',
            explanation: 'Because.',
          },
        ],
      });
    expect(at(0.25)).toContain(
      [
        '### 1. Sums',
        'Which?',
        '- [x] this\n- [ ] that',
        'Your answer: this (partly right, score 0.25)',
        'Right answer: that',
        'No.',
        'Because.',
      ].join('\n\n'),
    );
    expect(at(1)).toContain('(right, score 1)');
    expect(at(0)).toContain('(not right, score 0)');
  });
});
