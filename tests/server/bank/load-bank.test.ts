import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { BankFile } from '#lib/engine/bank/parse-bank.ts';
import { loadBank } from '#lib/server/bank/load-bank.ts';
import { readBankFiles } from '#lib/server/bank/read-files.ts';
import { smallBank, smallBankFiles, smallBankFilesWith } from '../../support/small-bank.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sextant-bank-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function write(files: readonly BankFile[]): void {
  for (const { path, text } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

describe('reading the files of a bank', () => {
  test('gives every YAML file with its path below the folder, in order of path', () => {
    write([...smallBankFiles(), { path: 'README.md', text: 'for authors' }]);
    expect(readBankFiles(folder)).toEqual(smallBankFiles());
  });

  test('throws where there is no such folder', () => {
    expect(() => readBankFiles(join(folder, 'nowhere'))).toThrow('ENOENT');
  });
});

describe('loading a bank', () => {
  test('gives the bank of the files, with the version of their bytes', () => {
    write(smallBankFiles());
    const bank = loadBank(folder);
    expect(bank).toEqual(smallBank());
    write(smallBankFilesWith('roadmap.yaml', 'title: Engineer', 'title: Engineers'));
    expect(loadBank(folder).version).not.toBe(bank.version);
  });

  test('throws with every problem, its file, line and code, and how to hear more', () => {
    write(smallBankFilesWith('arithmetic/sums.yaml', 'difficulty: 1', 'difficulty: 9'));
    expect(() => loadBank(folder)).toThrow(/npm run bank -- check/);
    expect(() => loadBank(folder)).toThrow(/^ {2}arithmetic\/sums\.yaml.*:7 schema: /m);
    expect(() => loadBank(folder)).toThrow(folder);
  });

  test('throws for a folder that holds no bank', () => {
    expect(() => loadBank(folder)).toThrow('roadmap.yaml');
  });

  test('finds the real bank sound', () => {
    expect(loadBank('question-bank').items.size).toBeGreaterThan(250);
  });
});
