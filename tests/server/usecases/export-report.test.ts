import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildReport } from '#lib/engine/report/build-report.ts';
import { answersToCsv, skillsToCsv } from '#lib/engine/report/exports/to-csv.ts';
import { reportJson, toJson, writeJson } from '#lib/engine/report/exports/to-json.ts';
import { toMarkdown } from '#lib/engine/report/exports/to-markdown.ts';
import { exportReport, offeredExports } from '#lib/server/usecases/export-report.ts';
import { pseudonymOf } from '#lib/server/usecases/secrets.ts';
import { findAttempt } from '#lib/server/usecases/find-attempt.ts';
import { finishAttempt } from '#lib/server/usecases/finish-attempt.ts';
import {
  type TestServices,
  addLearner,
  answerUnknowing,
  start,
  testServices,
} from '../../support/test-services.ts';

let services: TestServices;
let learner = '';
let id = '';

beforeEach(async () => {
  services = await testServices();
  learner = await addLearner(services);
  id = await start(services, learner, { 'self-logic': '40' });
  await answerUnknowing(services, learner, id, 4);
});

afterEach(() => services.close());

describe('an export', () => {
  const files = offeredExports.map(({ file }) => file);

  test('is offered for each form, with a label and a hint', () => {
    expect(new Set(files).size).toBe(files.length);
    expect(files).toEqual(
      expect.arrayContaining(['report.json', 'report.md', 'skills.csv', 'answers.csv']),
    );
    for (const { label, hint } of offeredExports) expect([label, hint]).not.toContain('');
  });

  test('is what the engine writes of the report', async () => {
    await finishAttempt(services, learner, id);
    const found = (await findAttempt(services, learner, id))!;
    const record = { ...found, owner: pseudonymOf(learner) };
    const view = buildReport(record, services.bank);
    const written = await Promise.all([
      exportReport(services, learner, id, 'report.json'),
      exportReport(services, learner, id, 'report.md'),
      exportReport(services, learner, id, 'skills.csv'),
      exportReport(services, learner, id, 'answers.csv'),
    ]);
    expect(written).toEqual([
      { type: 'application/json', body: writeJson(toJson(view, record)) },
      { type: 'text/markdown; charset=utf-8', body: toMarkdown(view) },
      { type: 'text/csv; charset=utf-8', body: skillsToCsv(view) },
      { type: 'text/csv; charset=utf-8', body: answersToCsv(view) },
    ]);
  });

  test('names its learner by one pseudonym over attempts, and nobody else by it', async () => {
    await finishAttempt(services, learner, id);
    const second = await start(services, learner);
    await answerUnknowing(services, learner, second, 1);
    await finishAttempt(services, learner, second);
    const files = await Promise.all(
      [id, second].map((each) => exportReport(services, learner, each, 'report.json')),
    );
    const owners = files.map((file) => reportJson.parse(JSON.parse(String(file?.body))).owner);
    expect(owners).toEqual([pseudonymOf(learner), pseudonymOf(learner)]);
    expect(pseudonymOf('another')).not.toBe(pseudonymOf(learner));
  });

  test('of every form has something in it', async () => {
    await finishAttempt(services, learner, id);
    for (const file of files) {
      expect((await exportReport(services, learner, id, file))?.body.length).toBeGreaterThan(100);
    }
  });

  test('is null while the attempt is open', async () => {
    for (const file of files) expect(await exportReport(services, learner, id, file)).toBeNull();
  });

  test.each(['report.docx', 'report', '', 'toString', '__proto__', 'constructor'])(
    'is null for "%s", which is no form',
    async (file) => {
      await finishAttempt(services, learner, id);
      expect(await exportReport(services, learner, id, file)).toBeNull();
    },
  );

  test('is null for nobody', async () => {
    await finishAttempt(services, learner, id);
    expect(await exportReport(services, null, id, 'report.json')).toBeNull();
  });
});
