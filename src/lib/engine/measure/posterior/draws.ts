import type { Beliefs } from './beliefs.ts';
import { type Kernel, NODES, NODE_COUNT, STEP } from './grid.ts';
import { scaled } from './likelihood.ts';

// Names of this module's own: test runners turn every access of an import into a call.
const nodes = NODES;
const count = NODE_COUNT;

/**
 * Abilities of all skills together, drawn from the exact posterior: one array a skill, one entry a draw,
 * logits. The skills of one draw belong together, so what the answers say of their neighbours is in it.
 *
 * From the root down by inversion, one uniform of `unit` for each ability: g from p(g | answers), each
 * domain from p(d | g, answers), each skill from p(θ | d, answers), spread evenly over its node's cell.
 * The uniforms are taken in an order that the answers do not touch. Since the posterior is totally
 * positive of order 2, each of these distributions rises with its parent and with better answers: of
 * two sets of beliefs drawn with the same uniforms the better answers never give a lower draw.
 */
export function drawAbilities(beliefs: Beliefs, draws: number, unit: () => number): Float64Array[] {
  const { prior, domains, logLikelihoods } = beliefs;
  const { tree } = prior;
  const logRoot = prior.logRoot.map((log, g) =>
    domains.reduce((sum, message) => sum + message.log[g]!, log),
  );
  const root = scaled(logRoot);
  accumulate(root, 0);
  const rootNodes = drawNodes(root, new Uint8Array(draws), unit);
  const domainNodes = domains.map(({ own }) =>
    drawNodes(conditional(prior.toDomain, own), rootNodes, unit),
  );
  const untested = conditional(prior.toSkill, new Float64Array(count));
  return logLikelihoods.map((log, s) => {
    const table = log === null ? untested : conditional(prior.toSkill, log);
    return drawWithinCells(table, domainNodes[tree.domainOf[s]!]!, unit);
  });
}

function drawNodes(table: Float64Array, parents: Uint8Array, unit: () => number): Uint8Array {
  return parents.map((parent) => nodeAt(table, parent * count, unit()));
}

function drawWithinCells(
  table: Float64Array,
  parents: Uint8Array,
  unit: () => number,
): Float64Array {
  const drawn = new Float64Array(parents.length);
  for (let i = 0; i < drawn.length; i += 1) {
    const u = unit();
    const row = parents[i]! * count;
    const k = nodeAt(table, row, u);
    const below = k === 0 ? 0 : table[row + k - 1]!;
    drawn[i] = nodes[k]! + ((u - below) / (table[row + k]! - below) - 0.5) * STEP;
  }
  return drawn;
}

/** P(child ≤ node k | parent at node i) ∝ Σ_{j ≤ k} p(j | i)·exp(logs[j]), row major, NODE_COUNT². */
function conditional({ density, reach }: Kernel, logs: Float64Array): Float64Array {
  const likelihood = scaled(logs);
  const table = new Float64Array(count * count);
  for (let i = 0; i < count; i += 1) {
    const row = i * count;
    const from = Math.max(0, i - reach);
    const last = Math.min(count - 1, i + reach);
    let peak = 0;
    for (let k = from; k <= last; k += 1) peak = Math.max(peak, likelihood[k]!);
    // Where all that this parent can reach is faint, it is measured against the largest of itself.
    const weights =
      peak > 0
        ? likelihood
        : scaled(logs.map((log, k) => (k >= from && k <= last ? log : -Infinity)));
    for (let k = from; k <= last; k += 1) table[row + k] = density[row + k]! * weights[k]!;
    accumulate(table, row);
  }
  return table;
}

/** Turns the weights of a row into running shares of their sum; the last is 1. */
function accumulate(table: Float64Array, row: number): void {
  let sum = 0;
  for (let k = row; k < row + count; k += 1) {
    sum += table[k]!;
    table[k] = sum;
  }
  for (let k = row; k < row + count; k += 1) table[k]! /= sum;
}

/** The first node of a row whose running share is above u, by bisection. */
function nodeAt(table: Float64Array, row: number, u: number): number {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (table[row + middle]! > u) high = middle;
    else low = middle + 1;
  }
  return low;
}
