import { beforeAll, describe, expect, test } from 'vitest';
import { buildReport } from '#lib/engine/report/build-report.ts';
import type { FinishedReport } from '#lib/engine/report/exports/finished-report.ts';
import { type ExportFile, formats } from '#lib/server/exports/formats.ts';
import { newAttempt, play } from '../../engine/quiz/attempts.ts';
import { recordOf } from '../../engine/report/records.ts';
import { findPoppler, readPdf } from '../../support/poppler.ts';
import { readApkg } from '../../support/read-apkg.ts';
import { smallBank } from '../../support/small-bank.ts';

/**
 * One small report in every form, held against the files beside this one. A change of a form is seen there,
 * line by line; where it is meant: npx vitest run -u tests/server/exports/golden.test.ts
 */
const bank = smallBank();
const moods = ['right', 'wrong', 'dont-know', 'wrong', 'right'] as const;
const played = play(newAttempt(bank, { length: 5 }), bank, moods);
const record = {
  ...recordOf(played, bank),
  owner: 'somebody',
  finishedAt: '2026-03-01T12:40:00.000Z',
};
const report: FinishedReport = { view: buildReport(record, bank), record, bank };

/** Figures to six places, as far as processors agree. */
const rounded = (text: string) =>
  JSON.stringify(
    JSON.parse(text),
    (_, value: unknown) => (typeof value === 'number' ? Number(value.toFixed(6)) : value),
    2,
  );

type Reader = (written: string | Uint8Array) => string | Promise<string>;

/** How each form is read for comparison; every one of them has a golden file. */
const readers: Record<ExportFile, { readonly file: string; readonly read: Reader }> = {
  'report.pdf': {
    file: 'report.pdf.txt',
    read: (bytes) => {
      const { text, pages } = readPdf(Buffer.from(bytes));
      return `${pages} pages\n${text.replaceAll('. ', '.\n')}\n`;
    },
  },
  'report.md': { file: 'report.md.txt', read: String },
  'plan.ics': { file: 'plan.ics.txt', read: (text) => String(text).replaceAll('\r\n', '\n') },
  'missed.apkg': {
    file: 'missed.apkg.json',
    read: async (bytes) => JSON.stringify(await readApkg(Buffer.from(bytes)), null, 2),
  },
  'skills.csv': { file: 'skills.csv.txt', read: (text) => String(text).replaceAll('\r\n', '\n') },
  'answers.csv': { file: 'answers.csv.txt', read: (text) => String(text).replaceAll('\r\n', '\n') },
  'statements.json': { file: 'statements.json', read: (text) => rounded(String(text)) },
  'report.json': { file: 'report.json', read: (text) => rounded(String(text)) },
};

beforeAll(() => {
  findPoppler();
}, 300_000);

describe('the golden report', () => {
  test.each(Object.entries(readers))('as %s is what it was', async (name, { file, read }) => {
    const written = await formats[name as ExportFile].write(report);
    await expect(await read(written)).toMatchFileSnapshot(`golden/${file}`);
  });
});
