import { beforeAll, describe, expect, test } from 'vitest';
import { knownResponses } from '#lib/engine/rubric/registry.ts';
import { currentQuestion } from '#lib/engine/quiz/attempt.ts';
import { variantOf } from '#lib/engine/quiz/show-question.ts';
import { begin } from '#lib/engine/quiz/step.ts';
import { buildReport } from '#lib/engine/report/build-report.ts';
import { percent, tellLevel } from '#lib/engine/report/summary.ts';
import type { ReportView } from '#lib/engine/report/view-model.ts';
import { plainText } from '#lib/engine/template/plain-text.ts';
import { loadBank } from '#lib/server/bank/load-bank.ts';
import { inFont } from '#lib/server/exports/pdf/style.ts';
import { toPdf } from '#lib/server/exports/pdf/to-pdf.ts';
import { answered, newAttempt, stepped } from '../../engine/quiz/attempts.ts';
import { recordOf } from '../../engine/report/records.ts';
import { type ReadPdf, findPoppler, readPdf } from '../../support/poppler.ts';

const bank = loadBank('question-bank');

/** A quiz of the real bank, answered rightly and wrongly by turns. */
function reportOf(domains: readonly string[] | undefined, length: number): ReportView {
  let attempt = begin(newAttempt(bank, { length, ...(domains && { domains }) }), bank);
  for (let question = currentQuestion(attempt); question; question = currentQuestion(attempt)) {
    const known = knownResponses(variantOf(question, bank)!);
    const response = question.position % 3 === 0 ? known[0] : known.at(-1);
    attempt = stepped(attempt, answered(question, response!), bank);
  }
  const record = { ...recordOf(attempt, bank), selfRatings: { statistics: 70 } };
  return buildReport(record, bank);
}

let view: ReportView;
let bytes: Uint8Array;
let pdf: ReadPdf;

beforeAll(async () => {
  findPoppler();
  view = reportOf(undefined, 40);
  bytes = await toPdf({ view });
  pdf = readPdf(bytes);
}, 300_000);

const flat = (text: string) => inFont(text).replace(/\s+/g, ' ');

/** A string with signs beyond ASCII, as it stands in the file. */
const toldAs = (text: string) => Buffer.from(text, 'utf16le').swap16().toString('latin1');

describe('the PDF of a full diagnostic', () => {
  test('has two to six pages of A4, none of them empty', () => {
    expect(pdf.pages).toBeGreaterThanOrEqual(2);
    expect(pdf.pages).toBeLessThanOrEqual(6);
    expect(pdf.info['Page size']).toContain('A4');
    expect(pdf.ink).toHaveLength(pdf.pages);
    for (const share of pdf.ink) expect(share).toBeGreaterThan(0.01);
  });

  test('tells the summary, every level, target and step of the view', () => {
    const { text } = pdf;
    for (const sentence of view.summary) expect(text).toContain(flat(sentence));
    for (const each of view.domains) {
      const figures = `${tellLevel(each)} ${percent(each.target)} ${percent(100 * each.chanceMet)}`;
      expect(text).toContain(flat(`${each.title} ${figures}`));
    }
    for (const each of view.skills.filter(({ standing }) => standing !== 'unknown')) {
      expect(text).toContain(flat(`${each.title} ${tellLevel(each)} ${percent(each.target)}`));
    }
    for (const { steps } of view.plan.phases) {
      for (const { title } of steps) expect(text).toContain(flat(title));
    }
    for (const { title, remedy } of view.misconceptions.slice(0, 8)) {
      expect(text).toContain(flat(title));
      expect(text).toContain(flat(plainText(remedy)));
    }
    expect(text).toContain(flat(view.told.finish));
  });

  test('is tagged, in English, with headings, tables and charts told in words', () => {
    expect(pdf.info).toMatchObject({ Tagged: 'yes', Title: `Sextant report: ${view.title}` });
    for (const tag of ['H1', 'H2', 'H3', 'Table', 'TR', 'TH', 'TD', 'Figure']) {
      expect(pdf.structure).toMatch(new RegExp(`^\\s*${tag}\\b`, 'm'));
    }
    const raw = Buffer.from(bytes).toString('latin1');
    expect(raw).toContain(toldAs('Radar chart of levels by domain: '));
    expect(raw).toContain('Timeline of the phases: ');
    expect(raw).toContain('/Lang (en)');
    expect(/\/Type \/Outlines|\/Outlines \d+ 0 R/.exec(raw)).not.toBeNull();
  });

  test('embeds its fonts and nothing is left to the reader’s', () => {
    const rows = pdf.fonts.trim().split('\n').slice(2);
    expect(rows).toHaveLength(3);
    for (const row of rows) {
      expect(row).toMatch(/Sextant/);
      expect(row).toMatch(/ yes yes yes /);
    }
  });

  test('is the same bytes for the same report', async () => {
    expect(Buffer.from(await toPdf({ view })).equals(Buffer.from(bytes))).toBe(true);
  });
});

describe('the PDF of a quiz on one domain', () => {
  test('has no radar, and its level', async () => {
    const one = reportOf(['statistics'], 12);
    const file = await toPdf({ view: one });
    const { text, pages } = readPdf(file);
    expect(pages).toBeLessThanOrEqual(6);
    expect(Buffer.from(file).toString('latin1')).not.toContain(toldAs('Radar'));
    expect(text).toContain(flat(`${one.domains[0]!.title} ${tellLevel(one.domains[0]!)}`));
  });
});

describe('a text for the embedded fonts', () => {
  test.each([
    ['x ≥ 3 – θ …', 'x ≥ 3 – θ …'],
    ['5\u2009–\u20099 Mar', '5 – 9 Mar'],
    ['48 % of 3 h', '48\u00a0% of 3\u00a0h'],
    ['ȳ and x̂', 'y and x'],
    ['∇f ∈ R, Xᵀ', 'grad f in R, X^T'],
    ['漢', '?'],
  ])('%s is set as %s', (text, set) => {
    expect(inFont(text)).toBe(set);
  });

  test('of every misconception of the bank is wholly in them', () => {
    for (const { title, remedy } of bank.misconceptions.values()) {
      const text = `${title} ${plainText(remedy)}`;
      expect(inFont(text).split('?')).toHaveLength(text.split('?').length);
    }
  });
});
