import { readFixture, readTable } from './fixture-files.ts';
import type { PlainItem } from './plain-model.ts';

/** One of the cases that mirt was given: data, the parameters it found, and its log-likelihood. */
export interface LsatCase {
  readonly name: string;
  readonly items: readonly PlainItem[];
  /** How many of the 1,000 gave each pattern of answers, such as '10110'. */
  readonly counts: ReadonlyMap<string, number>;
  readonly logLikelihood: number;
}

const COLUMNS = ['i1', 'i2', 'i3', 'i4', 'i5'];

/** Case name → the file of its data. */
const CASES = { lsat6: 'lsat6.csv', lsat7: 'lsat7.csv', 'lsat7-3pl': 'lsat7.csv' };

export const lsatCases: readonly LsatCase[] = Object.entries(CASES).map(([name, data]) => {
  const { logLik } = JSON.parse(readFixture(`mirt-${name}.json`)) as { logLik: number };
  return {
    name,
    items: readTable(`mirt-${name}-par.csv`).map((row) => ({
      a: Number(row['a']),
      b: Number(row['b']),
      c: Number(row['g']),
    })),
    counts: new Map(
      readTable(data).map((row) => [
        COLUMNS.map((column) => row[column]).join(''),
        Number(row['freq']),
      ]),
    ),
    logLikelihood: logLik,
  };
});

/** Every pattern that five answers can make, whether somebody gave it or not. */
export const lsatPatterns: readonly string[] = Array.from({ length: 2 ** COLUMNS.length }, (_, i) =>
  i.toString(2).padStart(COLUMNS.length, '0'),
);
