import { readFileSync } from 'node:fs';
import { type Page, expect } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { type ReportJson, reportJson } from '#lib/engine/report/exports/to-json.ts';
import { inFont } from '#lib/server/exports/pdf/style.ts';
import { readApkg } from '../support/read-apkg.ts';
import { readIcs } from '../support/read-ics.ts';
import { readPdf } from '../support/poppler.ts';
import { xapiStatements } from '../support/xapi-schema.ts';

async function download(page: Page, name: string): Promise<Buffer> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.locator(`a[href$="/export/${name}"]`).click(),
  ]);
  expect(file.suggestedFilename()).toBe(`sextant-${name}`);
  return readFileSync(await file.path());
}

/** "62 % (51–72)", as all forms for readers tell a level. */
function toldLevel({ expected, low, high }: ReportJson['domains'][number]['level']): string {
  return `${Math.round(expected)} % (${Math.round(low)}–${Math.round(high)})`;
}

/** Takes every download from the report page, opens each by a reader of its form, and finds the same figures in all. */
export async function checkDownloads(page: Page): Promise<ReportJson> {
  const text = async (name: string) => (await download(page, name)).toString('utf8');
  const json = reportJson.parse(JSON.parse(await text('report.json')));
  expect(json.domains).toHaveLength(5);
  await checkTexts(page, json, await text('report.md'));
  checkTables(json, await text('skills.csv'), await text('answers.csv'));
  checkPdf(json, await download(page, 'report.pdf'));
  checkCalendar(json, await text('plan.ics'));
  checkStatements(json, await text('statements.json'));
  await checkCards(json, await download(page, 'missed.apkg'));
  return json;
}

async function checkTexts(page: Page, { domains }: ReportJson, markdown: string): Promise<void> {
  const shown = (await page.locator('main').innerText()).replace(/\s+/g, ' ');
  for (const { title, level, target } of domains) {
    expect(markdown).toContain(`| ${title} | ${toldLevel(level)} |`);
    expect(shown).toContain(`${Math.round(level.expected)} %`);
    expect(shown).toContain(`${Math.round(target)} %`);
  }
}

function checkTables(json: ReportJson, skillsCsv: string, answersCsv: string): void {
  const skills = parse<Record<string, string>>(skillsCsv, { columns: true });
  const answers = parse<Record<string, string>>(answersCsv, { columns: true });
  expect(skills.map(({ skill }) => skill)).toEqual(json.skills.map(({ id }) => id));
  for (const [index, { level, chanceMet }] of json.skills.entries()) {
    expect(Number(skills[index]?.['level'])).toBeCloseTo(level.expected, 1);
    expect(Number(skills[index]?.['chance_met'])).toBeCloseTo(chanceMet, 3);
  }
  expect(answers.map(({ item }) => item)).toEqual(
    json.attempt.questions.map(({ itemId }) => itemId),
  );
  for (const [index, { score }] of json.scores.entries()) {
    expect(Number(answers[index]?.['score'])).toBeCloseTo(score, 4);
  }
}

function checkPdf({ domains, schedule }: ReportJson, bytes: Buffer): void {
  const { text, pages, ink } = readPdf(bytes);
  expect(pages).toBeGreaterThanOrEqual(2);
  expect(pages).toBeLessThanOrEqual(6);
  for (const share of ink) expect(share).toBeGreaterThan(0.005);
  for (const { title, level, target, chanceMet } of domains) {
    const figures = `${toldLevel(level)} ${Math.round(target)} % ${Math.round(100 * chanceMet)} %`;
    expect(text).toContain(inFont(`${title} ${figures}`).replace(/\s+/g, ' '));
  }
  expect(text).toContain(`${Math.round(schedule?.finish.p80.hours ?? -1)} h`.replace(/\s+/g, ' '));
}

function checkCalendar({ schedule, owner }: ReportJson, calendar: string): void {
  const events = readIcs(calendar);
  expect(schedule?.steps.length).toBeGreaterThan(0);
  for (const { step, from, to } of schedule?.steps ?? []) {
    const { days = [] } =
      events.find(({ uid }) => uid === `step-${step}.${owner}@sextant.invalid`) ?? {};
    expect(days[0]).toBe(from);
    expect(days.at(-1)! <= to).toBe(true);
  }
  const finish = events.find(({ uid }) => uid.startsWith('finish-p80.'));
  expect(finish?.days).toEqual([schedule?.finish.p80.on]);
}

function checkStatements(json: ReportJson, statements: string): void {
  const read = xapiStatements.parse(JSON.parse(statements));
  const answered = read.filter(({ verb }) => verb.id.endsWith('/answered'));
  expect(answered.map(({ result }) => result?.score?.scaled)).toEqual(
    json.scores.map(({ score }) => score),
  );
  const levels = read.at(-1)?.result?.extensions?.['https://sextant.invalid/xapi/levels'];
  expect(levels).toMatchObject(
    Object.fromEntries(json.domains.map(({ id, level }) => [id, level])),
  );
}

async function checkCards({ scores, attempt }: ReportJson, bytes: Buffer): Promise<void> {
  const { notes, sound, schema } = await readApkg(bytes);
  expect([sound, schema]).toEqual([[{ integrity_check: 'ok' }], 11]);
  const wanted = scores.filter(
    ({ score, position }) => score < 1 || attempt.answers[position - 1]?.certainty === 1,
  );
  expect(notes.map(({ tags }) => tags.split(' ').find((tag) => tag.startsWith('skill::')))).toEqual(
    wanted.map(({ skill }) => `skill::${skill}`),
  );
  expect(new Set(notes.map(({ guid }) => guid)).size).toBe(notes.length);
}
