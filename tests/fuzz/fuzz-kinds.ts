import { isDeepStrictEqual } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Bank } from '#lib/engine/bank/bank.ts';
import type { ItemKind } from '#lib/engine/bank/item-schema.ts';
import { readResponse, scoreResponse, tellResponse } from '#lib/engine/rubric/registry.ts';
import { response } from '#lib/engine/rubric/response.ts';
import type { Variant } from '#lib/engine/template/instantiate.ts';
import { itemKinds, itemsByKind, variantOf } from '../support/items.ts';
import { submissions } from './submissions.ts';

/** Milliseconds that reading, storing, scoring and telling one submission may take. */
export const MOST_TIME = 50;

export interface FuzzReport {
  readonly kind: ItemKind;
  readonly runs: number;
  readonly read: number;
  /** Each code of a refusal, and how often. */
  readonly refused: Readonly<Record<string, number>>;
  /** What must not be: thrown, slow, unreadable without a reason, a score outside [0, 1]. */
  readonly faults: readonly string[];
  /** Milliseconds: all of them, and the slowest one at its best try. */
  readonly time: { readonly total: number; readonly most: number };
  /** Bytes that the heap holds more after the runs than before, both after garbage was collected. */
  readonly heapGrowth: number;
}

/** Other forms of the fixture items that are read in a way of their own. */
const variations = {
  'single-choice': [{}],
  'multiple-response': [{}, { credit: 'right-minus-wrong' }],
  numeric: [{}, { unit: 'ms', units: { ticks: '50 / 3' } }, { unit: '%' }],
  matrix: [{}, { shape: 'asked' }, { shape: { rows: 1, columns: 3 }, key: '[[1, 2, 3]]' }],
  expression: [{}, { form: 'expanded' }, { form: 'factored', key: 'x * (x + a)' }],
  ordering: [{}, { credit: 'all-or-nothing' }],
  sql: [{}],
  matching: [{}, { order: 'shuffled' }, { extra: { five: '$5$' } }],
} satisfies Record<ItemKind, Readonly<Record<string, unknown>>[]>;

/** Fuzzes every kind with as many submissions, on made-up items and on a dozen of the bank. */
export function fuzzKinds(runs: number, seed: number, bank: Bank): FuzzReport[] {
  return itemKinds.map((kind) => {
    const real = [...bank.items.values()].filter(({ item }) => item.kind === kind);
    const variants: Variant[] = [
      ...variations[kind].map((fields) => variantOf(itemsByKind[kind](fields), seed)),
      ...real.slice(0, 12).map(({ item }) => variantOf(item, 1 + (seed % 200))),
    ];
    return fuzzKind(kind, variants, runs, seed);
  });
}

function fuzzKind(
  kind: ItemKind,
  variants: readonly Variant[],
  runs: number,
  seed: number,
): FuzzReport {
  const sources = variants.map((variant) => ({ variant, sent: submissions(variant, seed) }));
  const refused: Record<string, number> = {};
  const faults: string[] = [];
  let read = 0;
  let most = 0;
  const one = (run: number) => {
    const { variant, sent } = sources[run % sources.length] ?? {};
    const texts = sent?.next().value;
    if (!variant || !texts) throw new Error(`no item of the kind ${kind} to fuzz`);
    const { outcome, time } = timed(() => judged(variant, texts));
    most = Math.max(most, time);
    const at = `${variant.item.id}: ${JSON.stringify(texts).slice(0, 300)}`;
    if (outcome.fault !== null) faults.push(`${outcome.fault}, ${at}`);
    if (time > MOST_TIME) faults.push(`took ${time.toFixed(0)} ms, ${at}`);
    if (outcome.refused === null) read += 1;
    else refused[outcome.refused] = (refused[outcome.refused] ?? 0) + 1;
  };
  // What is kept once and for all, such as compiled expressions, is there before the heap is measured.
  const warmUp = Math.min(runs, 1000);
  const start = performance.now();
  for (let run = 0; run < warmUp; run++) one(run);
  const before = heapHeld();
  for (let run = warmUp; run < runs; run++) one(run);
  const total = performance.now() - start;
  return {
    kind,
    runs,
    read,
    refused,
    faults,
    time: { total, most },
    heapGrowth: heapHeld() - before,
  };
}

interface Outcome {
  /** The code of the problem; null where the submission was read. */
  readonly refused: string | null;
  readonly fault: string | null;
}

/** All that happens to a submission until it is told in a report. */
function judged(variant: Variant, texts: readonly string[]): Outcome {
  try {
    const read = readResponse(variant, texts);
    if (!read.ok) {
      const { code, path, message, hint } = read.error;
      const isTold = path.startsWith('answer') && message !== '' && hint !== '';
      return { refused: code, fault: isTold ? null : `refused as ${code} without saying why` };
    }
    const given = read.value.response;
    const kept = response.parse(JSON.parse(JSON.stringify(given)));
    if (!isDeepStrictEqual(kept, given)) return { refused: null, fault: 'was stored as another' };
    const { score } = scoreResponse(variant, kept);
    tellResponse(variant, kept);
    return { refused: null, fault: score >= 0 && score <= 1 ? null : `scored ${score}` };
  } catch (error) {
    return { refused: 'thrown', fault: `threw ${String(error)}` };
  }
}

/** A slow one is tried again: garbage collection and other programs slow any one down, but not each time. */
function timed(act: () => Outcome): { outcome: Outcome; time: number } {
  let time = Infinity;
  let outcome: Outcome | undefined;
  for (let tries = 0; tries < 5 && time > MOST_TIME; tries++) {
    const start = performance.now();
    outcome = act();
    time = Math.min(time, performance.now() - start);
  }
  if (!outcome) throw new Error('nothing was tried');
  return { outcome, time };
}

/** Bytes in use once garbage is collected. */
function heapHeld(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  collect();
  return process.memoryUsage().heapUsed;
}
