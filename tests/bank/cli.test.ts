import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { draftKinds } from '../../src/cli/bank/drafts.ts';
import { smallBankFiles, smallBankFilesWith } from '../support/small-bank.ts';
import { writeBank } from '../support/write-bank.ts';

interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

const folder = mkdtempSync(join(tmpdir(), 'sextant-bank-'));
const command = resolve('src/cli/bank.ts');
// By its address, so that the command also runs where there are no node_modules.
const tsx = import.meta.resolve('tsx');

/** The command as a process of its own: true, but slow to start. */
function spawn(args: readonly string[], cwd = process.cwd()): Promise<Run> {
  return new Promise((done) => {
    execFile(process.execPath, ['--import', tsx, command, ...args], { cwd }, (error, out, err) => {
      done({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, out, err });
    });
  });
}

/** The command within this process: what it prints, and the exit code it sets. */
async function run(args: readonly string[]): Promise<Run> {
  const printed = { out: '', err: '' };
  const { argv } = process;
  const log = vi.spyOn(console, 'log').mockImplementation((text) => {
    printed.out += `${String(text)}\n`;
  });
  const error = vi.spyOn(console, 'error').mockImplementation((text) => {
    printed.err += `${String(text)}\n`;
  });
  try {
    process.argv = ['node', command, ...args];
    vi.resetModules();
    await import('../../src/cli/bank.ts');
    return { code: Number(process.exitCode ?? 0), ...printed };
  } finally {
    process.argv = argv;
    process.exitCode = undefined;
    log.mockRestore();
    error.mockRestore();
  }
}

let sound = '';
let broken = '';

beforeAll(() => {
  sound = writeBank(join(folder, 'sound'), smallBankFiles());
  broken = writeBank(
    join(folder, 'broken'),
    smallBankFilesWith('arithmetic/sums.yaml', 'check: sum([a, b])', 'check: a - b'),
  );
  mkdirSync(join(folder, 'static/schemas'), { recursive: true });
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('the bank command', { timeout: 60_000 }, () => {
  test('stats --json of the real bank prints one object with these keys', async () => {
    const { code, out } = await spawn(['stats', '--json']);
    expect(code).toBe(0);
    const stats = z.record(z.string(), z.unknown()).parse(JSON.parse(out));
    expect(Object.keys(stats)).toEqual([
      'items',
      'skills',
      'byDomain',
      'bySkill',
      'byKind',
      'byDifficulty',
      'parametrised',
      'withCheck',
    ]);
  });

  test('check of a sound bank says so and ends with 0', async () => {
    const { code, out, err } = await run(['check', 'logic/sets', '--bank', sound]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    // Advice is told, with its place, and fails nothing.
    expect(out).toContain(`${sound}/logic/sets.yaml › items.0.explanation:`);
    expect(out).toContain('  advice explanation-length: sets-union: ');
    expect(out).toMatch(/\nThe bank \(logic\/sets\) is sound\. \d+ pieces of advice\.\n$/);
    expect((await run(['check', 'roadmap', '--bank', sound])).out).toBe(
      'The bank (roadmap) is sound.\n',
    );
  });

  test('check of a broken bank names file, line, code and hint and ends with 1', async ({
    expect,
  }) => {
    const { code, out } = await run(['check', 'sums', '--bank', broken]);
    const text = readFileSync(join(broken, 'arithmetic/sums.yaml'), 'utf8');
    const line = text.split('\n').findIndex((each) => each.includes('check: a - b')) + 1;
    expect(code).toBe(1);
    expect(out).toContain(`${broken}/arithmetic/sums.yaml › items.0.check:${line}\n`);
    expect(out).toContain('  check-disagrees: sums-add: at seed 1, ');
    expect(out).toContain('  hint: Mend the key or the check.\n1 problem. ');
  });

  test('check of no file at all is no sound bank: it ends with 2', async () => {
    const { code, out, err } = await run(['check', 'no-such-file', '--bank', sound]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('"no-such-file"');
  });

  test('seal keeps what every item is, and refuses a changed key that keeps its version', async () => {
    const bank = writeBank(join(folder, 'sealed'), smallBankFiles());
    expect(await run(['seal', '--bank', bank])).toEqual({ code: 0, out: '', err: '' });
    expect((await run(['check', '--bank', bank])).code).toBe(0);
    const kept = readFileSync(join(bank, 'versions.yaml'), 'utf8');
    writeBank(bank, smallBankFilesWith('arithmetic/sums.yaml', 'equals: key', 'equals: key + 0'));
    const { code, out } = await run(['check', 'sums', '--bank', bank]);
    expect(code).toBe(1);
    expect(out).toMatch(
      /arithmetic\/sums\.yaml › items\.0\.version:\d+\n {2}version-not-raised: sums-add: .*\n {2}hint: Make it version 2, then: npm run bank -- seal\.\n1 problem\./,
    );
    const refused = await run(['seal', '--bank', bank]);
    expect(refused.code).toBe(1);
    expect(refused.out).toContain('version-not-raised: sums-add');
    expect(readFileSync(join(bank, 'versions.yaml'), 'utf8')).toBe(kept);
  });

  test('schemas writes the published schemas, byte for byte', async () => {
    expect((await spawn(['schemas'], folder)).code).toBe(0);
    for (const name of ['skill', 'domain', 'roadmap', 'report']) {
      const file = `static/schemas/${name}.schema.json`;
      expect(readFileSync(join(folder, file), 'utf8')).toBe(readFileSync(file, 'utf8'));
    }
  });

  test('without a command it tells how to use it and ends with 2', async () => {
    const { code, out, err } = await run([]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('usage: npm run bank -- check');
  });

  test.each(draftKinds)(
    'new adds a sound draft of a %s item, as often as it is asked',
    async (kind) => {
      const bank = writeBank(join(folder, `draft-${kind}`), smallBankFiles());
      const add = ['new', 'arithmetic/sums', '--kind', kind, '--bank', bank];
      const first = await run(add);
      expect(first.code).toBe(0);
      expect(first.out).toContain('sums-draft-1');
      const { code, out } = await run(['check', '--bank', bank]);
      expect(code).toBe(0);
      expect(out).toMatch(/\nThe bank is sound\. /);
      expect(out).not.toContain('sums-draft');
      expect((await run(add)).out).toContain('sums-draft-2');
      // As long as both are drafts they ask the same.
      const again = await run(['check', '--bank', bank]);
      expect(again.code).toBe(1);
      expect(again.out).toContain('stem-alike: sums-draft-2: ');
      expect(again.out).toContain('\n1 problem. ');
    },
  );

  test.each([
    [['new', 'arithmetic/nothing'], 'no skill file'],
    [['new', 'arithmetic/domain'], 'no skill file'],
    [['new', 'roadmap'], 'no skill file'],
    [['new', 'arithmetic/sums', '--kind', 'essay'], 'no kind "essay"'],
  ])('%j adds nothing and says why', async (args, reason) => {
    const bank = writeBank(join(folder, 'draft-refused'), smallBankFiles());
    const { code, err } = await run([...args, '--bank', bank]);
    expect(code).toBe(2);
    expect(err).toContain(reason);
    for (const { path, text } of smallBankFiles()) {
      expect(readFileSync(join(bank, path), 'utf8')).toBe(text);
    }
  });
});
