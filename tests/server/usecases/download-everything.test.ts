import { strFromU8, unzipSync } from 'fflate';
import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { reportJson } from '#lib/engine/report/exports/to-json.ts';
import { downloadEverything } from '#lib/server/usecases/own-data/download-everything.ts';
import { newShareToken, shareReport } from '#lib/server/usecases/shares/share-report.ts';
import {
  type TestServices,
  addLearner,
  answerUnknowing,
  start,
  testServices,
} from '../../support/test-services.ts';

let services: TestServices;
let learner: string;

beforeEach(async () => {
  services = await testServices();
  learner = await addLearner(services);
});

afterEach(() => services.close());

async function download(): Promise<Record<string, string>> {
  const zip = await downloadEverything(services, learner);
  const files = Object.entries(unzipSync(zip ?? new Uint8Array()));
  return Object.fromEntries(files.map(([name, bytes]) => [name, strFromU8(bytes)]));
}

test('has every attempt, all answers, the links and what says what is what', async () => {
  const first = await start(services, learner);
  const asked = await answerUnknowing(services, learner, first);
  services.passDays(3);
  const second = await start(services, learner, { kind: 'domain', domain: 'logic' });
  const askedLater = await answerUnknowing(services, learner, second);
  const open = await start(services, learner);
  await answerUnknowing(services, learner, open, 2);
  const token = newShareToken();
  await shareReport(services, learner, first, { token, expiry: 'never', withAnswers: false });

  const files = await download();
  expect(Object.keys(files)).toEqual([
    'README.txt',
    'attempts/01-2026-03-01.report.json',
    'attempts/02-2026-03-04.report.json',
    'attempts/03-2026-03-04.open.json',
    'answers.csv',
    'links.json',
  ]);
  const json = (name: string): unknown => JSON.parse(files[name] ?? '');
  for (const [name, id] of [
    ['attempts/01-2026-03-01.report.json', first],
    ['attempts/02-2026-03-04.report.json', second],
  ] as const) {
    const report = reportJson.parse(json(name));
    expect(report.attemptId).toBe(id);
    expect(report.attempt).toEqual((await services.attempts.find(learner, id))?.attempt);
  }
  const { attempt, startedAt } = (await services.attempts.find(learner, open)) ?? {};
  expect(json('attempts/03-2026-03-04.open.json')).toMatchObject({
    attemptId: open,
    attempt,
    startedAt,
  });
  const rows = parse(files['answers.csv'] ?? '', { columns: true });
  expect(rows.map((row) => (row as { attempt: string }).attempt)).toEqual([
    ...Array<string>(asked).fill(first),
    ...Array<string>(askedLater).fill(second),
  ]);
  expect(json('links.json')).toMatchObject([{ attemptId: first, tail: token.slice(-4) }]);
  for (const name of Object.keys(files)) {
    if (name === 'README.txt') continue;
    expect(files['README.txt']).toContain(name.replace(/\d\d-\d{4}-\d\d-\d\d/, 'NN-YYYY-MM-DD'));
  }
});

test('judges nothing that still asks', async () => {
  const open = await start(services, learner);
  await answerUnknowing(services, learner, open, 3);
  const text = Object.values(await download()).join('\n');
  const { attempt } = (await services.attempts.find(learner, open)) ?? {};
  const secrets = (attempt?.questions ?? []).flatMap(({ itemId }) => {
    const item = services.bank.items.get(itemId)?.item;
    return item ? [item.explanation, ...item.rubric.map(({ feedback }) => feedback)] : [];
  });
  expect(secrets.filter((secret) => secret.length > 5).length).toBeGreaterThan(3);
  for (const secret of secrets.filter((each) => each.length > 5)) {
    expect(text).not.toContain(secret);
  }
  expect(text).not.toContain('"score"');
});

test('is the same file for the same data', async () => {
  await answerUnknowing(services, learner, await start(services, learner));
  const first = await downloadEverything(services, learner);
  services.passDays(1);
  expect(await downloadEverything(services, learner)).toEqual(first);
});

test('is not there where nothing is kept', async () => {
  expect(await downloadEverything(services, learner)).toBeNull();
  expect(await downloadEverything(services, null)).toBeNull();
});
