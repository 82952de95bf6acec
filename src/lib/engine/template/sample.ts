import type { Variable } from '#lib/engine/bank/kinds/item-fields.ts';
import type { Item } from '#lib/engine/bank/item-schema.ts';
import { type Random, randomFrom } from '#lib/engine/kernel/random.ts';
import { type Result, fail, ok } from '#lib/engine/kernel/result.ts';
import { evaluate } from './expression.ts';
import type { Scope, Value } from './functions.ts';

/** Draws before a constraint counts as unsatisfiable; each draw is cheap and honest ones need a few. */
const mostDraws = 400;

/** Scopes are met again whenever an attempt is scored anew; at most one a seed is kept for each item. */
const remembered = new WeakMap<Item, Map<number, Result<Scope, string>>>();

/**
 * The values of an item's variables for a seed: the same for the same (id, version, seed) everywhere.
 *
 * @returns the scope, or a sentence that says which expression or constraint failed
 */
export function sampleScope(item: Item, seed: number): Result<Scope, string> {
  let scopes = remembered.get(item);
  if (!scopes) remembered.set(item, (scopes = new Map<number, Result<Scope, string>>()));
  let scope = scopes.get(seed);
  if (!scope) scopes.set(seed, (scope = sample(item, seed)));
  return scope;
}

function sample(item: Item, seed: number): Result<Scope, string> {
  if (Object.keys(item.variables).length === 0) return ok({});
  const random = randomFrom('variables', item.id, item.version, seed);
  for (let draw = 0; draw < mostDraws; draw++) {
    const scope = drawOnce(item, random);
    if (!scope.ok) return scope;
    const held = holds(item, scope.value);
    if (!held.ok) return held;
    if (held.value) return scope;
  }
  return fail(`no draw of ${mostDraws} meets the constraints`);
}

function drawOnce(item: Item, random: Random): Result<Scope, string> {
  const scope: Record<string, Value> = {};
  for (const [name, variable] of Object.entries(item.variables)) {
    const value = draw(variable, scope, random);
    if (!value.ok) return value;
    scope[name] = value.value;
  }
  return ok(scope);
}

function draw(variable: Variable, scope: Scope, random: Random): Result<Value, string> {
  if (typeof variable === 'string') return evaluate(variable, scope);
  if ('integer' in variable) return ok(random.integer(...variable.integer));
  if ('pick' in variable) return ok(random.pick(variable.pick));
  const [low, high] = variable.decimal;
  const steps = random.integer(0, Math.floor((high - low) / variable.step + 1e-9));
  return ok(Number((low + steps * variable.step).toPrecision(12)));
}

function holds(item: Item, scope: Scope): Result<boolean, string> {
  for (const constraint of item.constraints) {
    const value = evaluate(constraint, scope);
    if (!value.ok) return value;
    if (value.value !== true && value.value !== false) {
      return fail(`constraint "${constraint}" is neither true nor false`);
    }
    if (!value.value) return ok(false);
  }
  return ok(true);
}
