import { describe, expect, test } from 'vitest';
import { answersToCsv, skillsToCsv } from '#lib/engine/report/exports/to-csv.ts';
import { smallBank } from '../../../support/small-bank.ts';
import { readCsv } from './read-exports.ts';
import { reportOf } from '../records.ts';

const view = reportOf(smallBank(), ['right', 'wrong', 'dont-know']);
const withResponses = (...responses: string[]) => ({
  ...view,
  answers: responses.map((response) => ({ ...view.answers[0]!, response })),
});
const readBack = (...responses: string[]) =>
  readCsv(answersToCsv(withResponses(...responses))).map(({ response }) => response);

describe('CSV', () => {
  test('disarms every text that a spreadsheet would run as a formula', () => {
    const formulas = ['=1+1', '+1', '-2+3', '@SUM(A1)', '\t=1', '\r=1', '=HYPERLINK("x","y")'];
    expect(readBack(...formulas)).toEqual(formulas.map((formula) => `'${formula}`));
  });

  test('disarms texts of the bank as well', () => {
    const skills = view.skills.map((skill) => ({ ...skill, title: '=cmd|x' }));
    for (const { title } of readCsv(skillsToCsv({ ...view, skills })))
      expect(title).toBe("'=cmd|x");
  });

  test('gives back quotes, commas, line breaks and formulas of TeX as they were', () => {
    const texts = [
      'a "quoted" word',
      'one, two',
      'first\nsecond',
      '$\\frac{1}{2}$',
      'ünïcode ∑',
      '',
    ];
    expect(readBack(...texts)).toEqual(texts);
  });

  test('ends each line as RFC 4180 wants and begins with a header', () => {
    const lines = skillsToCsv(view).split('\r\n');
    expect(lines[0]).toBe(
      'skill,title,domain,phase,standing,answered,level,level_low,level_high,target,chance_met',
    );
    expect(lines).toHaveLength(1 + view.skills.length + 1);
    expect(lines.at(-1)).toBe('');
  });

  test('of no answers is the header all the same', () => {
    expect(answersToCsv({ ...view, answers: [] })).toMatch(
      /^position,item,version,.*answered_at\r\n$/,
    );
  });
});
