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
    expect(sample).toMatchObject({ kind: 'diagnostic', withdrawn: 0, answers: null });
    expect(sample.domains).toHaveLength(5);
    expect(sample.domains.every(({ selfRating }) => selfRating !== null)).toBe(true);
    expect(sample.finishedAt).not.toBeNull();
    expect(sample.misconceptions).not.toEqual([]);
    const actions = sample.plan.phases.flatMap(({ steps }) => steps.map(({ action }) => action));
    expect(new Set(actions)).toEqual(new Set(['skip', 'refresh', 'learn', 'unmeasured']));
    expect(sample.skills.some(({ answered }) => answered > 0)).toBe(true);
  });

  test('gives no question away', () => {
    const sample = JSON.stringify(viewSample(services));
    const given = [...services.bank.items.values()].filter(({ item }) =>
      [item.stem, item.explanation].some((text) =>
        sample.includes(JSON.stringify(text).slice(1, -1)),
      ),
    );
    expect(given.map(({ item }) => item.id)).toEqual([]);
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
