import type { SymbolDomain } from '#lib/engine/bank/kinds/expression.ts';
import type { ItemOf } from '#lib/engine/bank/item-schema.ts';
import type { Formula } from '#lib/engine/kernel/formula/formula.ts';
import { writeMathjs } from '#lib/engine/kernel/formula/write.ts';
import { type Random, randomFrom } from '#lib/engine/kernel/random.ts';
import { evaluateAt } from '#lib/engine/template/expression.ts';
import type { Drawn } from '#lib/engine/template/instantiate.ts';
import { formulaOf } from './item-formula.ts';

type DrawnExpression = Drawn<ItemOf<'expression'>>;
type Point = Readonly<Record<string, number>>;

/** A value at each point; null where there is none, or none that is real and finite. */
export type Values = readonly (number | null)[];

/** Where expressions of an item are held against its key. */
export interface Trial {
  readonly points: readonly Point[];
  /** The key's value at each of them. */
  readonly key: readonly number[];
  /** The share of tried points at which the key has a value, in (0, 1]. */
  readonly defined: number;
}

/** Points that count. Two different expressions agree at all of them by chance only if they nearly are the same. */
const pointCount = 16;
const mostDraws = 320;

const trials = new WeakMap<ItemOf<'expression'>, Map<number, Trial | null>>();

/**
 * Points of the symbols' domains, drawn by the item and its seed, at which the key has a value.
 *
 * Two expressions that agree at random points are equal but for a vanishing chance: Schwartz (1980)
 * and Zippel (1979) for polynomials; functions that are analytic on the domain and differ, differ at
 * almost every point of it.
 *
 * @returns null where the key cannot be read or is undefined nearly everywhere; the bank check refuses that
 */
export function trialOf(drawn: DrawnExpression): Trial | null {
  let known = trials.get(drawn.item);
  if (!known) trials.set(drawn.item, (known = new Map<number, Trial | null>()));
  let trial = known.get(drawn.seed);
  if (trial === undefined) known.set(drawn.seed, (trial = newTrial(drawn)));
  return trial;
}

function newTrial(drawn: DrawnExpression): Trial | null {
  const { item, seed } = drawn;
  const formula = formulaOf(drawn, item.key);
  if (!formula.ok) return null;
  const random = randomFrom('expression', item.id, item.version, seed);
  const points: Point[] = [];
  const key: number[] = [];
  let tried = 0;
  while (points.length < pointCount && tried < mostDraws) {
    const drawnPoints = Array.from({ length: pointCount }, () => drawPoint(item, random));
    const values = valuesAt(item, formula.value, drawnPoints);
    tried += pointCount;
    drawnPoints.forEach((point, index) => {
      const value = values[index] ?? null;
      if (value === null || points.length === pointCount) return;
      points.push(point);
      key.push(value);
    });
  }
  return points.length < pointCount ? null : { points, key, defined: points.length / tried };
}

function drawPoint({ symbols }: ItemOf<'expression'>, random: Random): Point {
  return Object.fromEntries(
    Object.entries(symbols).map(([name, domain]) => [name, drawSymbol(domain, random)]),
  );
}

function drawSymbol(domain: SymbolDomain, random: Random): number {
  if ('integer' in domain) return random.integer(...domain.integer);
  const [low, high] = domain;
  return low + (high - low) * random.unit();
}

/** Beyond this, differences say nothing any more. */
const largest = 1e150;

/** A formula's value at each point. */
export function valuesAt(
  { functions }: ItemOf<'expression'>,
  formula: Formula,
  points: readonly Point[],
): Values {
  const values = evaluateAt(writeMathjs(formula, functions), points);
  if (!values.ok) return points.map(() => null);
  return values.value.map((value) =>
    typeof value === 'number' && Math.abs(value) < largest ? value : null,
  );
}

/**
 * Whether values are those of another expression, at every point.
 *
 * @param margin how far apart the two may be, relative to the larger; a hundredth of it, relative to the
 *   largest value at any point, is allowed besides, since subtracting nearly equal numbers loses digits
 */
export function agree(values: Values, wanted: Values, margin = 1e-7): boolean {
  const scale = Math.max(...wanted.map((value) => Math.abs(value ?? 0))) || 1;
  return wanted.every((other, index) => {
    const value = values[index] ?? null;
    if (value === null || other === null) return value === other;
    const larger = Math.max(Math.abs(value), Math.abs(other));
    return Math.abs(value - other) <= margin * (larger + scale / 100);
  });
}
