import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Bank } from '#lib/engine/bank/bank.ts';
import { type BankFile, parseBank } from '#lib/engine/bank/parse-bank.ts';
import type { Problem } from '#lib/engine/kernel/problem.ts';
import { bankFileNames, readBankFiles } from './read-files.ts';

/** A bank while somebody writes on it. */
export interface FollowedBank {
  readonly folder: string;
  /** The newest that is sound; null until there is one. */
  readonly bank: Bank | null;
  /** What that bank was read from: each file as it is now or, where it is broken, as it was last. */
  readonly files: readonly BankFile[];
  /** Of the files as they are now. */
  readonly problems: readonly Problem[];
}

/** Follows the files of a folder: each call gives the bank as they are at that moment. */
export function followBank(folder: string): () => FollowedBank {
  let current: FollowedBank = { folder, bank: null, files: [], problems: [] };
  let seen: string | null = null;
  return () => {
    try {
      const marks = marksOf(folder);
      if (marks !== seen) {
        current = renewed(current, readBankFiles(folder));
        seen = marks;
      }
    } catch (error) {
      // A file can vanish between being listed and being read; the next call looks again.
      seen = null;
      return { ...current, problems: [unreadable(error)] };
    }
    return current;
  };
}

/** Changes whenever a file is written, added or removed; far cheaper than reading them all. */
function marksOf(folder: string): string {
  return bankFileNames(folder)
    .map((name) => {
      const { mtimeMs, size } = statSync(join(folder, name));
      return `${name} ${mtimeMs} ${size}`;
    })
    .join('\n');
}

/** A broken file stands as it was when it was sound last, so that work on all others goes on. */
function renewed(last: FollowedBank, files: readonly BankFile[]): FollowedBank {
  const parsed = parseBank(files);
  if (parsed.ok) return { ...last, bank: parsed.value, files, problems: [] };
  const problems = parsed.error;
  const broken = new Set(problems.map(({ path }) => path.split(' › ')[0]));
  const patched = files.flatMap((file) =>
    broken.has(file.path) ? (last.files.find(({ path }) => path === file.path) ?? []) : file,
  );
  const again = parseBank(patched);
  return again.ok
    ? { ...last, bank: again.value, files: patched, problems }
    : { ...last, problems };
}

function unreadable(error: unknown): Problem {
  return {
    code: 'bank-unreadable',
    path: '',
    message: error instanceof Error ? `${error.message}.` : 'The folder cannot be read.',
    hint: 'Load the page again; if it stays so, see whether BANK_DIR names the right folder.',
  };
}
