import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { BankFile } from '#lib/engine/bank/parse-bank.ts';

/** Writes the files of a bank below a folder, which it returns. */
export function writeBank(folder: string, files: readonly BankFile[]): string {
  for (const { path, text } of files) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
  return folder;
}
