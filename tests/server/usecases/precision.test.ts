import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { echoOf } from '#lib/engine/kernel/number-text.ts';
import { variantOf } from '#lib/engine/quiz/show-question.ts';
import { reportJson } from '#lib/engine/report/exports/to-json.ts';
import { scoreResponse } from '#lib/engine/rubric/registry.ts';
import { finishAttempt } from '#lib/server/usecases/finish-attempt.ts';
import { submitAnswer } from '#lib/server/usecases/submit-answer.ts';
import { exportReport } from '#lib/server/usecases/export-report.ts';
import { kindsBank } from '../../support/kinds-bank.ts';
import {
  type TestServices,
  addLearner,
  formFor,
  start,
  testServices,
  waitingQuestion,
} from '../../support/test-services.ts';

const bank = kindsBank();
const folder = mkdtempSync(join(tmpdir(), 'sextant-precision-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const numbers: [typed: string, value: number][] = [
  ['1/3', 1 / 3],
  ['-1/3', -1 / 3],
  ['1e-17', 1e-17],
  ['0.30000000000000004', 0.1 + 0.2],
  ['0.1', 0.1],
  // Halfway between two doubles: the even one, as the standard rounds.
  ['9007199254740993', 2 ** 53],
  ['9007199254740995', 2 ** 53 + 4],
  ['-0', 0],
  ['5e-324', Number.MIN_VALUE],
  ['1.7976931348623157e308', Number.MAX_VALUE],
];

/** Answers a question of a kind, lets the store be closed and opened again, and exports the report. */
async function answeredAndExported(kind: string, answer: readonly string[]) {
  const file = join(folder, `${crypto.randomUUID()}.db`);
  let services: TestServices = await testServices(bank, file);
  const learner = await addLearner(services);
  const id = await start(services, learner, { kind: 'domain', domain: kind });
  const question = await waitingQuestion(services, learner, id);
  const confirmed = answer.join('\n');
  const form = formFor(question, { answer: [...answer], confirmed });
  expect(await submitAnswer(services, learner, id, form)).toMatchObject({ outcome: 'recorded' });
  await services.close();

  services = await testServices(bank, file);
  const resumed = await services.attempts.find(learner, id);
  await finishAttempt(services, learner, id);
  const exported = await exportReport(services, learner, id, 'report.json');
  await services.close();
  if (exported === null) throw new Error('there is no report');
  const report = reportJson.parse(JSON.parse(String(exported.body)));
  const variant = variantOf(question, bank);
  const kept = resumed?.attempt.answers[0]?.response;
  if (!variant || !kept) throw new Error('the answer is lost');
  return { kept, report, score: scoreResponse(variant, kept).score };
}

test.each(numbers)(
  '%s is kept to the last bit: saved, resumed, exported and scored again',
  async (typed, value) => {
    const { kept, report, score } = await answeredAndExported('numeric', [typed]);
    if (kept.kind !== 'numeric') throw new Error(`a ${kept.kind} was kept`);
    expect(kept.text).toBe(typed);
    expect(Object.is(kept.value, value)).toBe(true);
    expect(report.attempt.answers[0]?.response).toEqual(kept);
    expect(report.scores[0]?.score).toBe(score);
  },
);

test('so is every entry of a matrix', async () => {
  const entries = numbers.slice(0, 4);
  const { kept, report, score } = await answeredAndExported(
    'matrix',
    entries.map(([typed]) => typed),
  );
  if (kept.kind !== 'matrix') throw new Error(`a ${kept.kind} was kept`);
  expect(kept.rows.flat()).toEqual(entries.map(([, value]) => value));
  expect(report.attempt.answers[0]?.response).toEqual(kept);
  expect(report.scores[0]?.score).toBe(score);
});

test('what is echoed of a whole number is that number, to the last digit', () => {
  expect(echoOf(2 ** 53)).toBe('9007199254740992');
});
