import { parseArgs } from 'node:util';
import { z } from 'zod';

/** Raw values of a command line: a text, true for a bare flag, or missing. */
export type Arguments = Readonly<Record<string, string | boolean | undefined>>;

type Options = Readonly<Record<string, { readonly type: 'string' | 'boolean' }>>;

/** The command was called wrongly; one message a problem. */
export class UsageError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.problems = problems;
  }
}

/**
 * Options by name, and nothing else. Unlike parseArgs in its strict mode it tells of every problem at once.
 *
 * @throws UsageError
 */
export function readArguments(options: Options, args = process.argv.slice(2)): Arguments {
  return parseAll(options, args, (operand) => `${quoted(operand)} stands by itself`).values;
}

/**
 * Options by name, and the operands that stand by themselves between them.
 *
 * @throws UsageError
 */
export function readWithOperands(
  options: Options,
  args = process.argv.slice(2),
): { readonly values: Arguments; readonly operands: readonly string[] } {
  return parseAll(options, args, () => null);
}

function parseAll(
  options: Options,
  args: readonly string[],
  refuseOperand: (operand: string) => string | null,
) {
  const { values, positionals, tokens } = parseArgs({
    args: [...args],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const problems = tokens.flatMap((token) => {
    if (token.kind === 'positional') return refuseOperand(token.value) ?? [];
    if (token.kind !== 'option') return [];
    const option = options[token.name];
    if (option === undefined) return [`${token.rawName} is not an option`];
    const isGiven = token.value !== undefined;
    if (option.type === 'string' && !isGiven) return [`${token.rawName} lacks its value`];
    if (option.type === 'boolean' && isGiven) return [`${token.rawName} takes no value`];
    return [];
  });
  if (problems.length > 0) throw new UsageError(problems);
  return { values, operands: positionals };
}

/**
 * The arguments as the schema wants them.
 *
 * @throws UsageError with every problem, each named after its option
 */
export function checkArguments<T>(schema: z.ZodType<T>, given: Arguments): T {
  const checked = schema.safeParse(given);
  if (checked.success) return checked.data;
  throw new UsageError(
    checked.error.issues.map(({ path, message }) =>
      path.length === 0 ? message : `--${String(path[0])} ${message}`,
    ),
  );
}

export function quoted(value: unknown): string {
  return JSON.stringify(value);
}

/** "takes …, not …", the message of every refusal. */
function takes(what: string) {
  return ({ input }: { readonly input?: unknown }) => `takes ${what}, not ${quoted(input)}`;
}

/** A whole number as text, lo..hi. */
export function wholeNumber(lo: number, hi: number) {
  const error = takes(`a whole number from ${lo} to ${hi}`);
  return z
    .string()
    .refine((text) => /^-?\d+$/.test(text) && Number(text) >= lo && Number(text) <= hi, { error })
    .transform(Number);
}

/** A decimal number as text, lo..hi; `lo` itself only where `open` is false. */
export function decimalNumber(lo: number, hi: number, { open = false } = {}) {
  const error = takes(`a number ${open ? 'above' : 'from'} ${lo} ${open ? 'and up ' : ''}to ${hi}`);
  return z
    .string()
    .refine(
      (text) => {
        const value = Number(text);
        return /^-?\d*\.?\d+$/.test(text) && value <= hi && (open ? value > lo : value >= lo);
      },
      { error },
    )
    .transform(Number);
}

/** One of some names. */
export function oneOf<const T extends readonly [string, ...string[]]>(names: T) {
  return z.enum(names, { error: takes(`one of ${names.join(', ')}`) });
}

/**
 * Runs a command: shows how it is used where asked to, and ends with 2 where it was called wrongly
 * or 1 where it failed, with a message and no stack.
 */
export async function runCommand(usage: string, main: () => void | Promise<void>): Promise<void> {
  if (process.argv.includes('--help')) {
    console.log(usage);
    return;
  }
  try {
    await main();
  } catch (error) {
    if (error instanceof UsageError) {
      for (const problem of error.problems) console.error(problem);
      console.error(usage);
      process.exitCode = 2;
    } else {
      console.error(error instanceof Error ? error.message : String(error));
      process.exitCode = 1;
    }
  }
}
