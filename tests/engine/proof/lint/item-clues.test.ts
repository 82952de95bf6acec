import { describe, expect, test } from 'vitest';
import { allOrNone } from '#lib/engine/proof/lint/item/all-or-none.ts';
import { articleClue } from '#lib/engine/proof/lint/item/article-clue.ts';
import { lengthClue } from '#lib/engine/proof/lint/item/length-clue.ts';
import { negativeWording } from '#lib/engine/proof/lint/item/negative-wording.ts';
import { optionComputed } from '#lib/engine/proof/lint/item/option-computed.ts';
import { numericItem, singleChoiceItem } from '../../../support/items.ts';
import { choice } from '../complaints-of.ts';
import { toldOf } from './told.ts';

const options = (texts: readonly [string, string, string, string]) =>
  singleChoiceItem({ options: { a: texts[0], b: texts[1], c: texts[2], d: texts[3] } });

describe('an option that refers to the others is told', () => {
  test.each(['All of the above', 'None of these', 'Neither of them', 'Both a and c'])('%s', (d) => {
    expect(toldOf(allOrNone, options(['one', 'two', 'three', d]))).toEqual([
      'all-or-none options.d',
    ]);
  });

  test('but not one that speaks of all of something else', () => {
    expect(toldOf(allOrNone, options(['all of the rows', 'none', 'both keys', 'three']))).toEqual(
      [],
    );
  });
});

describe('a stem that ends in an article', () => {
  const stem = 'A square with four equal sides is an';

  test('is told of each option that begins with the other sound', () => {
    const item = singleChoiceItem({
      stem,
      options: { a: 'oval', b: 'equilateral shape', c: 'triangle', d: '**circle**' },
    });
    expect(toldOf(articleClue, item)).toEqual(['article-clue options.c', 'article-clue options.d']);
  });

  test('is fine where all options go with it, and so is a whole question', () => {
    const odd = { a: 'oval', b: 'ellipse', c: 'arc', d: 'angle' };
    expect(toldOf(articleClue, singleChoiceItem({ stem, options: odd }))).toEqual([]);
    expect(toldOf(articleClue, singleChoiceItem())).toEqual([]);
  });
});

describe('a key that is the longest option', () => {
  const others = ['It is short', 'It is rather short'] as const;

  test('by far is told', () => {
    const key = 'It is short in the first case and rather long in the second one';
    expect(toldOf(lengthClue, options([others[0], key, others[1], 'No']))).toEqual([
      'length-clue options.b',
    ]);
  });

  test('by little, by number or not at all is fine', () => {
    expect(
      toldOf(lengthClue, options([others[0], 'It is short enough.', others[1], 'No'])),
    ).toEqual([]);
    expect(toldOf(lengthClue, options(['1', '1000000', '10', '100']))).toEqual([]);
    const long = 'A wrong option that goes on and on, and so gives nothing away';
    expect(toldOf(lengthClue, options([long, 'short', 'four', 'six']))).toEqual([]);
  });
});

describe('a question that asks for what is not so', () => {
  test.each([
    'Which of these is not a metric?',
    'All hold but one. Which does never hold?',
    'Which statement is wrong?',
    'What of this is true of every list except the empty one?',
  ])('is told without emphasis: %s', (stem) => {
    expect(toldOf(negativeWording, numericItem({ stem }))).toEqual(['negative-wording stem']);
  });

  test.each([
    'Which of these is **not** a metric?',
    'The index does not help here. Which one would?',
    'Which result is a false positive?',
    'What is wrong with this code?',
    'Which rows come back?\n\n```sql\nSELECT 1 WHERE x NOT IN (2)\n```\n\nIs it one?',
  ])('is fine: %s', (stem) => {
    expect(toldOf(negativeWording, numericItem({ stem }))).toEqual([]);
  });
});

describe('an option that stays while the others are computed', () => {
  test('is told', () => {
    const item = choice({ options: { a: '1000', b: '{{a + b}}', c: '{{a}}', d: '{{a - b}}' } });
    expect(toldOf(optionComputed, item)).toEqual(['option-not-computed options.a']);
  });

  test('is fine where all are computed, or nothing is', () => {
    expect(toldOf(optionComputed, choice())).toEqual([]);
    expect(toldOf(optionComputed, singleChoiceItem())).toEqual([]);
  });
});
