import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { BankFile } from '#lib/engine/bank/parse-bank.ts';
import { followBank } from '#lib/server/bank/follow-bank.ts';
import { smallBank, smallBankFiles, smallBankFilesWith } from '../../support/small-bank.ts';

const sums = 'arithmetic/sums.yaml';
let folder = '';
let saves = 0;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sextant-follow-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Each save is a second later than the one before, as it would be under somebody's hands. */
function save(files: readonly BankFile[]): void {
  const at = 1_700_000_000 + ++saves;
  for (const { path, text } of files) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    utimesSync(file, at, at);
  }
}

const edited = smallBankFilesWith(sums, 'What is $', 'How much is $');
const broken = (path: string, files = smallBankFiles()) =>
  files.map((file) => (file.path === path ? { path, text: 'skill: [\n' } : file));

describe('following the files of a bank', () => {
  test('gives the bank as its files are at each call, and the same one while they stay', () => {
    save(smallBankFiles());
    const current = followBank(folder);
    const first = current();
    expect(first).toEqual({ folder, bank: smallBank(), files: smallBankFiles(), problems: [] });
    expect(current()).toBe(first);
    save(edited);
    expect(current().bank?.items.get('sums-add')?.item.stem).toMatch(/^How much is/);
  });

  test('shows a broken file as it was last, and other files as they are', () => {
    save(edited);
    const current = followBank(folder);
    current();
    const others = smallBankFilesWith('logic/domain.yaml', 'title: Logic and sets', 'title: Sets');
    save(broken(sums, others));
    const { bank, files, problems } = current();
    expect(problems).toMatchObject([{ code: 'yaml-syntax', path: sums }]);
    expect(problems[0]?.line).toBeGreaterThan(0);
    expect(bank?.items.get('sums-add')?.item.stem).toMatch(/^How much is/);
    expect(bank?.domains.map(({ title }) => title)).toContain('Sets');
    expect(files.find(({ path }) => path === sums)).toEqual(
      edited.find(({ path }) => path === sums),
    );
    save(smallBankFiles());
    expect(current()).toMatchObject({ bank: smallBank(), problems: [] });
  });

  test('keeps the whole bank where a file is gone and the rest does not fit together', () => {
    save(smallBankFiles());
    const current = followBank(folder);
    const { bank } = current();
    rmSync(join(folder, sums));
    expect(current().bank).toBe(bank);
    expect(current().problems.map(({ code }) => code)).toContain('skill-without-items');
  });

  test('has no bank until there is a sound one, and says what is wrong', () => {
    save(broken('roadmap.yaml'));
    const current = followBank(folder);
    expect(current().bank).toBeNull();
    expect(current().problems.map(({ path }) => path)).toContain('roadmap.yaml');
    save(smallBankFiles());
    expect(current().bank).toEqual(smallBank());
  });

  test('tells of a folder that cannot be read, and looks again', () => {
    const place = join(folder, 'later');
    const current = followBank(place);
    expect(current().problems).toMatchObject([{ code: 'bank-unreadable' }]);
    mkdirSync(place);
    expect(current().problems).toMatchObject([{ code: 'roadmap-missing' }]);
  });
});
