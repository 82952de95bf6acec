import { test } from 'vitest';
import { type Law, realEngine } from './laws.ts';

/** One test a law: the engine, or one with another rule of selection, keeps it in a thousand situations. */
export function testLaws(laws: Readonly<Record<string, Law>>, engine = realEngine): void {
  test.each(Object.entries(laws))('%s', (_, law) => {
    law(engine, { numRuns: 1000 });
  });
}
