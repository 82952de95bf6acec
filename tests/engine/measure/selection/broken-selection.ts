import { randomFrom } from '#lib/engine/kernel/random.ts';
import { openItems, preference } from '#lib/engine/measure/selection/open-items.ts';
import {
  leverage,
  maximumInformation,
  randomItem,
  varianceReduction,
} from '#lib/engine/measure/selection/rules.ts';
import type { Mistake } from '../laws.ts';

let turn = 0;

export const selectionMistakes = {
  'asks no family twice': [
    'items met closed, and not their families',
    {
      openItems: (pool, ranks, domains, met) => {
        const open = openItems(pool, ranks, domains, []);
        return { ...open, itemRank: open.itemRank.map((rank, i) => (met.includes(i) ? 0 : rank)) };
      },
    },
  ],
  'asks about nothing but the asked domains': [
    'every domain open',
    {
      openItems: (pool, ranks, _, met) =>
        openItems(
          pool,
          ranks,
          pool.tree.skillsOf.map((_, domain) => domain),
          met,
        ),
    },
  ],
  'asks as long as something is open, and then says −1': [
    'an end as soon as nothing fresh is left',
    {
      openItems: (pool, ranks, domains, met) => {
        const open = openItems(pool, ranks, domains, met);
        return { ...open, itemRank: open.itemRank.map((rank) => (rank < 3 ? 0 : rank)) };
      },
    },
  ],
  'asks domains that lag behind first': [
    'domains never balanced',
    {
      openItems: (pool, ranks, domains, met) => {
        const open = openItems(pool, ranks, domains, met);
        return { ...open, skillRank: open.skillRank.map((rank) => Math.min(1, rank)) };
      },
    },
  ],
  'asks fresh items before those met in recent attempts': [
    'recent attempts forgotten',
    { preference: (pool, _, chance, random) => preference(pool, [], chance, random) },
  ],
  'asks what the lottery drew before the rest': [
    'the best item whatever the lottery drew',
    {
      choose: (pool, open, state) => {
        const itemRank = open.itemRank.map((rank) => Math.min(1, rank));
        return varianceReduction(pool, { ...open, itemRank }, state);
      },
    },
  ],
  'asks the same in the same state with the same seed': [
    'a stream of its own, that goes on from call to call',
    {
      choose: (pool, open, state) => {
        turn += 1;
        return randomItem(pool, open, { ...state, random: randomFrom('own stream', turn) });
      },
    },
  ],
  'changes nothing it was given': [
    'what is chosen closed in place',
    {
      choose: (pool, open, state) => {
        const item = varianceReduction(pool, open, state);
        if (item >= 0) open.itemRank[item] = 0;
        return item;
      },
    },
  ],
  'the worth of a question is the fall that updating the whole matrix gives': [
    'importance forgotten',
    {
      leverage: (gaussian, objectives) =>
        leverage(
          gaussian,
          objectives.map(({ weights }) => ({ weights, importance: 1 })),
        ),
    },
  ],
  'variance reduction chooses what brute force over all items chooses': [
    'objectives forgotten',
    { choose: maximumInformation },
  ],
  'on an authored bank that is the best of all, to two in a hundred, off the grid too': [
    'anything at all',
    { choose: randomItem },
  ],
} satisfies Record<string, Mistake>;
