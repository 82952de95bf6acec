import { expect, test } from 'vitest';
import { loadBank } from '#lib/server/bank/load-bank.ts';
import { workedExample } from '../../src/cli/figures/worked-example.ts';
import figures from '../../src/routes/about/measurement/figures.json' with { type: 'json' };

test('the worked example of the page on measurement is what the engine computes with the bank’s settings (if not: npm run figures)', () => {
  const computed = workedExample(loadBank('question-bank'));
  const numbers = (value: unknown): number[] =>
    typeof value === 'number'
      ? [value]
      : typeof value === 'object' && value !== null
        ? Object.values(value).flatMap(numbers)
        : [];
  const [told, now] = [figures.workedExample, computed].map(numbers);
  expect(told).toHaveLength(now!.length);
  told!.forEach((value, place) => {
    expect(Math.abs(value - now![place]!)).toBeLessThanOrEqual(1e-4 * Math.abs(now![place]!));
  });
});
