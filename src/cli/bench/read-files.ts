import { readFileSync } from 'node:fs';
import { CsvError, type InfoRecord, parse } from 'csv-parse/sync';
import { z } from 'zod';
import { UsageError, quoted } from '../arguments.ts';
import type { ThreeParameter } from '#lib/engine/measure/models/three-parameter.ts';

/** An item with its name in the file. */
export interface NamedItem {
  readonly name: string;
  readonly parameters: ThreeParameter;
}

/** A learner with their name in the file, and their true ability, logits. */
export interface NamedLearner {
  readonly name: string;
  readonly theta: number;
}

const number = (what: string, lo: number, hi: number) =>
  z
    .string()
    .refine((text) => text !== '' && Number(text) >= lo && Number(text) <= hi, {
      error: ({ input }) => `${what} is a number from ${lo} to ${hi}, not ${quoted(input)}`,
    })
    .transform(Number);

const name = z.string().min(1, 'a name is missing');

const itemRow = z.object({
  item: name,
  a: number('a', 0.05, 5),
  b: number('b', -10, 10),
  c: number('c', 0, 0.99),
  d: z
    .string()
    .refine((text) => text.trim() === '' || Number(text) === 1, {
      error: ({ input }) =>
        `d is 1 or left out, not ${quoted(input)}: the model here has no upper asymptote but 1`,
    })
    .optional(),
});

const learnerRow = z.object({ person: name, theta: number('theta', -10, 10) });

/** `item,a,b,c,d` with a header; d may be left out. @throws UsageError */
export function readItems(file: string): NamedItem[] {
  return readRows(file, itemRow, ['item', 'a', 'b', 'c']).map(({ item, a, b, c }) => ({
    name: item,
    parameters: { discrimination: a, difficulty: b, guessing: c },
  }));
}

/** `person,theta` with a header. @throws UsageError */
export function readLearners(file: string): NamedLearner[] {
  return readRows(file, learnerRow, ['person', 'theta']).map(({ person, theta }) => ({
    name: person,
    theta,
  }));
}

/** A line a learner, a 0 or 1 an item, in the order of the other files. @throws UsageError */
export function readResponses(file: string, learners: number, items: number): Uint8Array[] {
  const lines = readText(file).trimEnd().split(/\r?\n/);
  if (lines.length !== learners) {
    throw wrong(file, lines.length, `${lines.length} lines, but ${learners} learners`);
  }
  return lines.map((line, i) => {
    if (line.length !== items) {
      throw wrong(file, i + 1, `${line.length} characters, but ${items} items`);
    }
    const odd = /[^01]/.exec(line)?.[0];
    if (odd !== undefined) throw wrong(file, i + 1, `a response is 0 or 1, not ${quoted(odd)}`);
    return Uint8Array.from(line, Number);
  });
}

function readRows<T>(file: string, row: z.ZodType<T>, columns: readonly string[]): T[] {
  const records = parseCsv(file);
  const [first] = records;
  if (!first) throw wrong(file, 1, 'there is no row below the header');
  const missing = columns.filter((column) => !(column in first.record));
  if (missing.length > 0) throw wrong(file, 1, `the header lacks ${missing.join(', ')}`);
  return records.map(({ record, info }) => {
    const checked = row.safeParse(record);
    if (checked.success) return checked.data;
    throw wrong(file, info.lines, checked.error.issues.map(({ message }) => message).join('; '));
  });
}

function parseCsv(file: string): { record: object; info: InfoRecord }[] {
  try {
    // With `info`, each record comes with the line it ends on; the types of the package do not tell.
    return parse(readText(file), {
      columns: true,
      info: true,
      bom: true,
      trim: true,
      skip_empty_lines: true,
    }) as unknown as { record: object; info: InfoRecord }[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw wrong(file, Number(error['lines'] ?? 1), error.message);
  }
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new UsageError([`${file} cannot be read: ${(error as Error).message}`]);
  }
}

function wrong(file: string, line: number, message: string): UsageError {
  return new UsageError([`${file}:${line}: ${message}`]);
}
