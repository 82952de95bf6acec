import { describe, expect, test } from 'vitest';
import { lengthOfTexts } from '#lib/engine/proof/lint/item/length-of-texts.ts';
import { minutesFit } from '#lib/engine/proof/lint/item/minutes-fit.ts';
import { gradeOf, readingLevel } from '#lib/engine/proof/lint/item/reading-level.ts';
import { codeLines, proseOf, spokenWords } from '#lib/engine/proof/lint/prose.ts';
import { expressionItem, numericItem, sqlItem } from '../../../support/items.ts';
import { criterion } from '../complaints-of.ts';
import { toldOf } from './told.ts';

const words = (count: number) => Array.from({ length: count }, () => 'word').join(' ');

describe('words', () => {
  test('of a formula are what one says aloud, of code none', () => {
    expect(spokenWords('Let $a = 3$ be **so**.')).toBe(6);
    expect(spokenWords('So\n\n$$\\frac{a}{b} = {{c}}$$')).toBe(6);
    expect(spokenWords('Read\n\n```sql\nSELECT 1\n```')).toBe(1);
    expect(codeLines('Read\n\n```sql\nSELECT 1\nFROM x\n```')).toBe(2);
    expect(proseOf('A *long* `code` and $x$.')).toBe('A long x and x .');
  });
});

describe('an explanation', () => {
  const explained = (explanation: string) =>
    toldOf(
      lengthOfTexts,
      numericItem({
        explanation,
        rubric: [criterion({ equals: 5 }, 1)],
      }),
    );

  test('of 60 to 200 words is fine, of fewer or more it is told', () => {
    expect(explained(words(60))).toEqual([]);
    expect(explained(words(200))).toEqual([]);
    expect(explained(words(59))).toEqual(['advice explanation-length explanation']);
    expect(explained(words(201))).toEqual(['advice explanation-length explanation']);
  });
});

describe('a feedback', () => {
  const said = (feedback: string, score: number) =>
    toldOf(
      lengthOfTexts,
      numericItem({
        explanation: words(100),
        rubric: [criterion({ equals: 5 }, 1), { when: 'otherwise', score, feedback }],
      }),
    );

  test('that names no thought or goes on is told', () => {
    expect(said('No.', 0)).toEqual(['advice feedback-length rubric.1.feedback']);
    expect(said(words(61), 0)).toEqual(['advice feedback-length rubric.1.feedback']);
    expect(said(words(20), 0)).toEqual([]);
    expect(said('Right.', 1)).toEqual([]);
  });
});

describe('a stem', () => {
  const plain = 'A shop sells red and blue pens. A red one costs two coins. '.repeat(3);
  const hard =
    'Considering institutional accountability, organisations systematically underestimate interdependencies between administrative responsibilities, notwithstanding comprehensive documentation requirements, international recommendations and considerable organisational expenditure.';

  test('in plain words is fine, one long sentence of long words is told', () => {
    expect(toldOf(readingLevel, numericItem({ stem: plain }))).toEqual([]);
    expect(toldOf(readingLevel, numericItem({ stem: hard }))).toEqual(['advice hard-to-read stem']);
  });

  test('has the grade that its sentences and syllables give', () => {
    // 6 words, 6 syllables, one sentence.
    expect(gradeOf('The cat sat on the mat.')).toBeCloseTo(0.39 * 6 + 11.8 - 15.59, 10);
    expect(gradeOf(hard)).toBeGreaterThan(gradeOf(plain) + 10);
  });
});

describe('minutes', () => {
  const fit = (fields: Record<string, unknown>) => toldOf(minutesFit, numericItem(fields));

  test('that leave no time to read or to work, or time for a rest, are told', () => {
    const told = ['advice minutes-unfit minutes'];
    expect(fit({ stem: words(600), minutes: 2 })).toEqual(told);
    expect(fit({ difficulty: 5, minutes: 1 })).toEqual(told);
    expect(fit({ difficulty: 1, minutes: 4 })).toEqual(told);
  });

  test('that fit are fine', () => {
    expect(fit({})).toEqual([]);
    expect(fit({ stem: words(600), minutes: 4 })).toEqual([]);
    expect(fit({ difficulty: 5, minutes: 5 })).toEqual([]);
  });

  test('leave time to write a query or a formula down', () => {
    const told = ['advice minutes-unfit minutes'];
    const expert = { difficulty: 5, minutes: 7 };
    expect(toldOf(minutesFit, sqlItem(expert))).toEqual([]);
    expect(fit(expert)).toEqual(told);
    const plain = { difficulty: 3, minutes: 0.3 };
    expect(toldOf(minutesFit, expressionItem(plain))).toEqual(told);
    expect(fit(plain)).toEqual([]);
  });

  test('leave time to read the tables of a query', () => {
    const rows = (count: number) =>
      `INSERT INTO c VALUES ${Array.from({ length: count }, (_, n) => `(${n}, 'Ada')`).join(', ')}`;
    const shown = (count: number) =>
      toldOf(minutesFit, sqlItem({ difficulty: 2, minutes: 1, sample: rows(count) }));
    expect(shown(2)).toEqual([]);
    expect(shown(12)).toEqual(['advice minutes-unfit minutes']);
  });
});
