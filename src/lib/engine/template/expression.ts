import type {
  AccessorNode,
  EvalFunction,
  FunctionAssignmentNode,
  FunctionNode,
  IndexNode,
  MathNode,
  SymbolNode,
} from 'mathjs';
import { type Result, fail, ok } from '#lib/engine/kernel/result.ts';
import {
  type Scope,
  type Value,
  isCallable,
  isConstant,
  parseExpression,
  run,
} from './functions.ts';

/** A parsed expression that uses nothing but the closed list of functions. */
export interface Expression {
  /** Names that the scope must hold. */
  readonly names: ReadonlySet<string>;
  readonly code: EvalFunction;
}

const plainNodes = new Set([
  'ArrayNode',
  'ConditionalNode',
  'ConstantNode',
  'IndexNode',
  'OperatorNode',
  'ParenthesisNode',
  'RangeNode',
  'RelationalNode',
]);

const compiled = new Map<string, Result<Expression, string>>();

/**
 * Parses an expression and refuses whatever is not on the closed list.
 * Remembered by its text, which decides everything about it.
 */
export function compile(text: string): Result<Expression, string> {
  let result = compiled.get(text);
  if (!result) {
    result = parse(text);
    compiled.set(text, result);
  }
  return result;
}

function parse(text: string): Result<Expression, string> {
  let node: MathNode;
  try {
    node = parseExpression(text);
  } catch (error) {
    return fail(`"${text}" cannot be read: ${messageOf(error)}`);
  }
  const names = new Set<string>();
  const refusal = vet(node, new Set(), names);
  return refusal === null ? ok({ names, code: node.compile() }) : fail(`"${text}": ${refusal}`);
}

/** Null when the node and all below it are allowed; else why not. Free names are collected. */
function vet(node: MathNode, bound: ReadonlySet<string>, names: Set<string>): string | null {
  const children: MathNode[] = [];
  let inside = bound;
  switch (node.type) {
    case 'SymbolNode': {
      const { name } = node as SymbolNode;
      if (!bound.has(name) && !isConstant(name)) names.add(name);
      return null;
    }
    case 'FunctionNode': {
      const call = node as FunctionNode;
      const called: MathNode = call.fn;
      // In `a.size()` the name is that of a property, and `a` could be anything.
      if (called.type !== 'SymbolNode') return 'a function is called by its bare name';
      const { name } = called as SymbolNode;
      if (!isCallable(name) && !bound.has(name)) return `${name} is not on the list of functions`;
      children.push(...call.args);
      break;
    }
    case 'FunctionAssignmentNode': {
      const { name, params, expr } = node as FunctionAssignmentNode;
      inside = new Set([...bound, name, ...params]);
      children.push(expr);
      break;
    }
    case 'AccessorNode': {
      const access = node as AccessorNode;
      if (isProperty(access.index)) return 'properties cannot be read';
      children.push(access.object, access.index);
      break;
    }
    default:
      if (!plainNodes.has(node.type)) return `${node.type} is not allowed here`;
      node.forEach((child) => children.push(child));
  }
  for (const child of children) {
    const refusal = vet(child, inside, names);
    if (refusal !== null) return refusal;
  }
  return null;
}

/** `a.name` and `a["name"]`, which could reach past the closed list; `a[1]` cannot. */
function isProperty(index: IndexNode): boolean {
  return index.dimensions.some((each) => 'value' in each && typeof each.value === 'string');
}

/** Computes an expression; what is undefined, infinite or of no use as a value is a failure. */
export function evaluate(text: string, scope: Scope): Result<Value, string> {
  const parsed = compile(text);
  if (!parsed.ok) return parsed;
  for (const name of parsed.value.names) {
    if (!Object.hasOwn(scope, name)) return fail(`"${text}": ${name} is not defined above`);
  }
  try {
    const value = canonical(run(parsed.value.code, scope));
    return value === null ? fail(`"${text}" gives no finite value`) : ok(value);
  } catch (error) {
    return fail(`"${text}" cannot be computed: ${messageOf(error)}`);
  }
}

/**
 * The value of an expression in each of several scopes; null where it has none. It is not remembered,
 * so that what learners type never fills the memory.
 *
 * @returns a sentence where the expression itself is at fault
 */
export function evaluateAt(
  text: string,
  scopes: readonly Scope[],
): Result<(Value | null)[], string> {
  const parsed = parse(text);
  if (!parsed.ok) return parsed;
  const { names, code } = parsed.value;
  const missing = [...names].find((name) => scopes.some((scope) => !Object.hasOwn(scope, name)));
  if (missing !== undefined) return fail(`"${text}": ${missing} is not defined`);
  return ok(
    scopes.map((scope) => {
      try {
        return canonical(run(code, scope));
      } catch {
        return null;
      }
    }),
  );
}

/**
 * Rounds to twelve significant digits, all the way down, so that the last bits in which machines'
 * logarithms and sines may differ never reach a learner. Null where there is no finite value.
 */
function canonical(value: unknown): Value | null {
  if (typeof value === 'number') {
    return Number.isFinite(value) ? Number(value.toPrecision(12)) + 0 : null;
  }
  if (typeof value === 'boolean' || typeof value === 'string') return value;
  if (!Array.isArray(value)) return null;
  const entries = value.map(canonical);
  return entries.some((entry) => entry === null) ? null : (entries as Value[]);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
