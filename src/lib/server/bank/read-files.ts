import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { BankFile } from '#lib/engine/bank/parse-bank.ts';

/**
 * Every YAML file below a folder, paths relative to it with forward slashes.
 *
 * @throws when the folder cannot be read
 */
export function readBankFiles(folder: string): BankFile[] {
  return bankFileNames(folder).map((name) => ({
    path: name.replaceAll('\\', '/'),
    text: readFileSync(join(folder, name), 'utf8'),
  }));
}

/** Their names, as the system writes paths. */
export function bankFileNames(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .toSorted();
}
