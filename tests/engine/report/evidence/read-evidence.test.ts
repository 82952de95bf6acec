import { describe, expect, test } from 'vitest';
import { buildReport } from '#lib/engine/report/build-report.ts';
import { readEvidence } from '#lib/engine/report/evidence/read-evidence.ts';
import { toJson, writeJson } from '#lib/engine/report/exports/to-json.ts';
import { smallBank } from '../../../support/small-bank.ts';
import { newAttempt, play } from '../../quiz/attempts.ts';
import { recordOf } from '../records.ts';

const bank = smallBank();
const record = recordOf(play(newAttempt(bank), bank, ['right', 'wrong', 'dont-know']), bank);
const json = toJson(buildReport(record, bank), record);
const codesOf = (text: string) => {
  const read = readEvidence(text, bank);
  return read.ok ? [] : read.error.map(({ code, path }) => `${code} ${path}`.trim());
};

describe('evidence', () => {
  test('gives back the record of which it is the report', () => {
    expect(readEvidence(writeJson(json), bank)).toEqual({ ok: true, value: { json, record } });
  });

  test('keeps whose it is, where it says so', () => {
    const owned = { ...record, owner: 'somebody' };
    const text = writeJson(toJson(buildReport(owned, bank), owned));
    expect(readEvidence(text, bank)).toMatchObject({ ok: true, value: { record: owned } });
  });

  test.each([
    ['no JSON', '{', ['not-json']],
    ['nothing', '', ['not-json']],
    ['too much', ' '.repeat(4_000_001), ['too-long']],
    ['another file', '{"format":"x"}', null],
    ['an own property of objects', '{"__proto__": {}, "constructor": 1}', null],
  ])('is refused where it is %s', (_, text, codes) => {
    const found = codesOf(text);
    expect(found.length).toBeGreaterThan(0);
    if (codes) expect(found).toEqual(codes);
    else expect(found.every((code) => code.startsWith('schema'))).toBe(true);
  });

  test('is refused with a list of what does not fit together', () => {
    const { attempt } = json;
    const [first, ...rest] = attempt.questions;
    const bad = (changed: Partial<typeof attempt>) =>
      codesOf(JSON.stringify({ ...json, attempt: { ...attempt, ...changed } }));
    expect(bad({ questions: [] })).toEqual(['answers-unasked attempt.answers']);
    expect(bad({ questions: [{ ...first!, position: 9 }, ...rest] })).toEqual([
      'positions attempt',
    ]);
    expect(bad({ blueprint: { ...attempt.blueprint, domains: ['x'] } })).toEqual([
      'domains-unknown attempt.blueprint.domains',
    ]);
  });

  test('with no end of problems tells the first twenty', () => {
    const scores = Array.from({ length: 1000 }, () => ({ position: -1 }));
    expect(codesOf(JSON.stringify({ ...json, scores }))).toHaveLength(20);
  });
});
