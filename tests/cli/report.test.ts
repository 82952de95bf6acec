import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildReport } from '#lib/engine/report/build-report.ts';
import { toJson, writeJson } from '#lib/engine/report/exports/to-json.ts';
import { exportFiles, formats } from '#lib/server/exports/formats.ts';
import { loadBank } from '#lib/server/bank/load-bank.ts';
import { newAttempt, play } from '../engine/quiz/attempts.ts';
import { recordOf } from '../engine/report/records.ts';
import { smallBankFiles } from '../support/small-bank.ts';
import { writeBank } from '../support/write-bank.ts';
import { runScript } from './run-script.ts';

const folder = mkdtempSync(join(tmpdir(), 'sextant-report-'));
const bankFolder = writeBank(join(folder, 'bank'), smallBankFiles());
const evidence = join(folder, 'report.json');
const bank = loadBank(bankFolder);
const record = recordOf(play(newAttempt(bank), bank, ['right', 'wrong', 'dont-know']), bank);
const view = buildReport(record, bank, { hoursPerWeek: 5 });

beforeAll(() => {
  writeFileSync(evidence, writeJson(toJson(view, record)));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

const run = (...args: string[]) => runScript('report.ts', ...args, '--bank', bankFolder);

describe('the report command', { timeout: 60_000 }, () => {
  test('writes every form of a report, as the app would, at the pace of the evidence', async () => {
    const out = join(folder, 'all');
    const { status, stdout } = await run(evidence, '--format', 'all', '--out', out);
    expect(status).toBe(0);
    const names = exportFiles.map((file) => `sextant-${file}`);
    expect(stdout.trim().split('\n').toSorted()).toEqual(
      names.map((name) => join(out, name)).toSorted(),
    );
    expect(readdirSync(out).toSorted()).toEqual(names.toSorted());
    for (const file of exportFiles) {
      const written = await formats[file].write({ view, record, bank });
      expect(readFileSync(join(out, `sextant-${file}`)).equals(Buffer.from(written))).toBe(true);
    }
  });

  test('writes one form to a file, at another pace if asked', async () => {
    const out = join(folder, 'mine.json');
    const { status } = await run(evidence, '--format', 'json', '--hours', '20', '--out', out);
    expect(status).toBe(0);
    const other = buildReport(record, bank, { hoursPerWeek: 20 });
    expect(readFileSync(out, 'utf8')).toBe(writeJson(toJson(other, record)));
  });

  test('scores again, in words and as JSON', async () => {
    const { status, stdout } = await run('rescore', evidence);
    expect([status, stdout]).toEqual([
      0,
      'Nothing changed: the report is the same, byte for byte.\n',
    ]);
    const json: unknown = JSON.parse((await run('rescore', evidence, '--json')).stdout);
    expect(json).toMatchObject({ identical: true, items: [], levels: [] });
  });

  test('ends with 1 where the evidence cannot be used, and lists why', async () => {
    const bad = join(folder, 'bad.json');
    writeFileSync(bad, '{"format": "other"}');
    const { status, stderr } = await run('rescore', bad);
    expect(status).toBe(1);
    expect(stderr).toContain(`${bad} › format\n  schema: `);
    expect(stderr).toContain('  hint: ');
    expect((await run('rescore', join(folder, 'none.json'))).status).toBe(1);
  });

  test('ends with 2 where it is called wrongly', async () => {
    const calls = [
      [],
      [evidence],
      [evidence, '--format', 'docx'],
      [evidence, evidence, '--format', 'md'],
      [evidence, '--format', 'md', '--hours', '0'],
    ];
    for (const args of calls) {
      const { status, stderr } = await run(...args);
      expect(status).toBe(2);
      expect(stderr).toContain('usage: ');
    }
  });
});
