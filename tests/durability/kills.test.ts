import { expect, test } from 'vitest';
import { killRounds } from './kill-rounds.ts';
import { makeTarget } from './targets.ts';

test.each([
  ['sqlite', 3],
  ['postgres', 4],
] as const)(
  'every acknowledged answer outlives kills at any moment, once and in order, on %s',
  { timeout: 120_000 },
  async (store, kills) => {
    const target = await makeTarget(store);
    try {
      const { acknowledged, ...rest } = await killRounds(target, kills);
      expect(rest).toEqual({ kills, lost: 0, doubled: 0, disordered: 0 });
      expect(acknowledged).toBeGreaterThan(kills);
    } finally {
      await target.remove();
    }
  },
);
