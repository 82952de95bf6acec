import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { finishAttempt } from '#lib/server/usecases/finish-attempt.ts';
import { rendered, viewReport } from '#lib/server/usecases/view-report.ts';
import { always } from '../../engine/quiz/attempts.ts';
import { reportOf } from '../../engine/report/records.ts';
import { smallBank } from '../../support/small-bank.ts';
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

describe('the report', () => {
  test('is open until the attempt is finished', async () => {
    expect(await viewReport(services, learner, id)).toBe('open');
    await finishAttempt(services, learner, id);
    expect(await viewReport(services, learner, id)).toMatchObject({
      attemptId: id,
      answered: 4,
      finishedAt: '2026-03-01T12:00:00.000Z',
      ended: 'You ended it after 4 of 25 questions.',
    });
  });

  test('of an attempt left for too long says so', async () => {
    services.passDays(31);
    expect(await viewReport(services, learner, id)).toMatchObject({
      finishedAt: '2026-03-01T12:00:00.000Z',
      ended: 'It was left for too long and closed after 4 of 25 questions.',
    });
  });

  test('is null for nobody and for an attempt that is not there', async () => {
    await finishAttempt(services, learner, id);
    expect(await viewReport(services, null, id)).toBeNull();
    expect(await viewReport(services, learner, 'no-such')).toBeNull();
  });
});

describe('its Markdown', () => {
  const view = reportOf(smallBank(), always('wrong'), { length: 100 });
  const html = rendered(view);

  test('is HTML in every text that a page shows, and all else is as it was', () => {
    html.answers.forEach((answer, index) => {
      const { score, seed, skillTitle, feedback } = view.answers[index]!;
      expect(answer).toMatchObject({ score, seed, skillTitle });
      expect(answer.feedback === null).toBe(feedback === null);
      for (const text of [answer.stem, answer.response, answer.key, answer.explanation]) {
        expect(text).toMatch(/^<p>/);
      }
      for (const { text } of answer.options) expect(text).toMatch(/^<p>/);
    });
    expect(html.plan).toEqual(view.plan);
    expect(html.skills).toEqual(view.skills);
  });

  test('is HTML in bands and remedies, without a paragraph around it', () => {
    const can = 'Explains it to **others**.';
    const links = { positions: [], steps: [], before: [] };
    const shown = { id: 'm', title: 'M', remedy: 'It is $5$.', seen: 1, chances: 1, ...links };
    const { domains, misconceptions, pastMisconceptions } = rendered({
      ...view,
      domains: view.domains.map((domain) => ({ ...domain, band: { title: 'Expert', can } })),
      misconceptions: [shown],
      pastMisconceptions: [{ ...shown, seen: 0 }],
    });
    for (const { band } of domains) {
      expect(band.can).toBe('Explains it to <strong>others</strong>.');
    }
    for (const { remedy } of [...misconceptions, ...pastMisconceptions]) {
      expect(remedy).toMatch(/^It is <math/);
    }
  });

  test('lets no raw HTML through', () => {
    const [answer] = view.answers;
    const bad = '<script>alert(1)</script> <img src=x onerror=alert(1)>';
    const text = JSON.stringify(
      rendered({
        ...view,
        answers: [
          { ...answer!, stem: bad, response: bad, key: bad, explanation: bad, feedback: bad },
        ],
      }),
    );
    expect(text).toContain('&lt;script&gt;');
    expect(text).not.toMatch(/<script|<img/);
  });
});
