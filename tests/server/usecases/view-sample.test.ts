import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadBank } from '#lib/server/bank/load-bank.ts';
import { viewSample } from '#lib/server/usecases/view-sample.ts';
import { type TestServices, testServices } from '../../support/test-services.ts';

let services: TestServices;

beforeAll(async () => {
  services = await testServices(loadBank('question-bank'));
});

afterAll(() => services.close());

describe('the sample report', () => {
  test('shows something of everything', () => {
    const sample = viewSample(services);
    expect(sample).toMatchObject({ attemptId: 'sample', kind: 'diagnostic', withdrawn: 0 });
    expect(sample.domains).toHaveLength(5);
    expect(sample.domains.every(({ selfRating }) => selfRating !== null)).toBe(true);
    expect(sample.answers.length).toBeGreaterThan(12);
    expect(sample.finishedAt).not.toBeNull();
    expect(sample.misconceptions).not.toEqual([]);
    const actions = sample.plan.phases.flatMap(({ steps }) => steps.map(({ action }) => action));
    expect(new Set(actions)).toEqual(new Set(['skip', 'refresh', 'learn', 'unmeasured']));
    expect(new Set(sample.answers.map(({ score }) => score))).toContain(1);
    expect(new Set(sample.answers.map(({ score }) => score))).toContain(0);
  });

  test('is the same every time and leaves the store empty', async () => {
    const before = await services.dump();
    const once = JSON.stringify(viewSample(services));
    services.passDays(100);
    services.setSeed(99);
    expect(JSON.stringify(viewSample(services))).toBe(once);
    expect(await services.dump()).toBe(before);
  });
});
