/**
 * Kills the app and the store's server at random under load and counts what was acknowledged against what
 * is stored: `npm run -s durability -- --kills 50 [--store sqlite|postgres] [--json]`.
 * Exits 1 where an acknowledged answer is lost, doubled or out of order.
 */
import { parseArgs } from 'node:util';
import { type Tally, killRounds } from './kill-rounds.ts';
import { makeTarget } from './targets.ts';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '50' },
    store: { type: 'string', default: 'both' },
    json: { type: 'boolean', default: false },
  },
});
const kills = Number(values.kills);
const stores = (['sqlite', 'postgres'] as const).filter(
  (store) => values.store === 'both' || values.store === store,
);
if (!(Number.isSafeInteger(kills) && kills > 0) || stores.length === 0) {
  console.error('--kills is a whole number above 0, --store is sqlite, postgres or both.');
  process.exit(2);
}

const tallies: (Tally & { store: string })[] = [];
for (const store of stores) {
  const target = await makeTarget(store);
  try {
    tallies.push({ store, ...(await killRounds(target, kills)) });
  } finally {
    await target.remove();
  }
}
if (values.json) console.log(JSON.stringify(tallies));
else console.table(tallies);
process.exitCode = tallies.some((each) => each.lost + each.doubled + each.disordered > 0) ? 1 : 0;
