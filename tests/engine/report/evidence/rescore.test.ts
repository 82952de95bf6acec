import { describe, expect, test } from 'vitest';
import type { Bank } from '#lib/engine/bank/bank.ts';
import { buildReport } from '#lib/engine/report/build-report.ts';
import { readEvidence } from '#lib/engine/report/evidence/read-evidence.ts';
import { rescore } from '#lib/engine/report/evidence/rescore.ts';
import { tellRescored } from '#lib/engine/report/evidence/tell-rescored.ts';
import { toJson, writeJson } from '#lib/engine/report/exports/to-json.ts';
import { sealBank } from '#lib/engine/proof/seal-bank.ts';
import { type Edit, withEdits } from '../../bank/sealed-bank.ts';
import { always, newAttempt, play } from '../../quiz/attempts.ts';
import { recordOf } from '../records.ts';

const { bank } = withEdits([]);
const record = recordOf(play(newAttempt(bank, { length: 100 }), bank, always('wrong')), bank);
const text = writeJson(toJson(buildReport(record, bank, { hoursPerWeek: 5 }), record));
const positionOf = (item: string) =>
  record.attempt.questions.find(({ itemId }) => itemId === item)!.position;

/** The bank after edits, its versions kept before and after. */
function edited(...edits: Edit[]): Bank {
  const before = withEdits(edits, sealBank(bank)).bank;
  return withEdits(edits, sealBank(before)).bank;
}

function again(present: Bank, file = text) {
  const evidence = readEvidence(file, present);
  if (!evidence.ok) throw new Error(JSON.stringify(evidence.error));
  return rescore(evidence.value, file, present);
}

describe('scoring again', () => {
  test('gives the same bytes where nothing changed', () => {
    const rescored = again(withEdits([]).bank);
    expect(rescored).toMatchObject({ identical: true, items: [], levels: [] });
    expect(writeJson(rescored.report)).toBe(text);
    expect(tellRescored(rescored)).toEqual([
      'Nothing changed: the report is the same, byte for byte.',
    ]);
  });

  test('judges answers by a mended key, and tells level, item and version', () => {
    // The learner chose what was wrong then: the first option of no credit that the rubric names.
    const mended = edited(
      ['family: sums-odd', 'family: sums-odd\n    version: 2'],
      ['option: even-odd }, score: 1', 'option: even-odd }, score: 0'],
      ['option: odd-odd }, score: 0', 'option: odd-odd }, score: 1'],
    );
    const rescored = again(mended);
    const position = positionOf('sums-odd');
    expect(rescored.identical).toBe(false);
    expect(rescored.items).toEqual([
      {
        itemId: 'sums-odd',
        position,
        domain: 'arithmetic',
        fate: 'rejudged',
        versionThen: 1,
        versionNow: 2,
        scoreThen: 0,
        scoreNow: 1,
      },
    ]);
    const { level: then } = buildReport(record, bank).domains[0]!;
    const { level: now } = buildReport(record, mended).domains[0]!;
    expect(now.expected).toBeGreaterThan(then.expected + 1);
    expect(tellRescored(rescored)[0]).toBe(
      `${Math.round(then.expected)} → ${Math.round(now.expected)} in Arithmetic: item sums-odd ` +
        `(question ${position}) had its key or criteria mended in version 2, score 0 → 1.`,
    );
  });

  test('no longer counts what was asked otherwise or has left, and says so', () => {
    const reworded = again(
      edited(
        ['family: sums-odd', 'family: sums-odd\n    version: 2'],
        ['Which sum is odd?', 'Which sum is even?'],
      ),
    );
    expect(reworded.items).toMatchObject([
      { itemId: 'sums-odd', fate: 'reworded', scoreThen: 0, scoreNow: null },
    ]);
    expect(tellRescored(reworded)[0]).toMatch(
      / in Arithmetic: item sums-odd \(question \d+\) asks something else since version 2 and no longer counts\.$/,
    );
    const gone = { ...bank, items: new Map([...bank.items].filter(([id]) => id !== 'sums-odd')) };
    const left = again(gone);
    expect(left.items).toMatchObject([{ itemId: 'sums-odd', fate: 'gone', domain: null }]);
    expect(tellRescored(left).join('\n')).toContain(
      `Item sums-odd (question ${positionOf('sums-odd')}) has left the bank and no longer counts.`,
    );
  });

  test('tells a judging that changed behind its version’s back', () => {
    const sly = withEdits([
      ['option: even-odd }, score: 1', 'option: even-odd }, score: 0'],
      ['option: odd-odd }, score: 0', 'option: odd-odd }, score: 1'],
    ]).bank;
    expect(tellRescored(again(sly))[0]).toContain(
      'is judged otherwise though it still is version 1, score 0 → 1',
    );
  });

  test('puts a move that no item explains down to the bank', () => {
    const harder = withEdits([['difficulty: 3', 'difficulty: 5']]).bank;
    const lines = tellRescored(again(harder));
    expect(lines[0]).toMatch(/ → .* in Arithmetic\.$/);
    expect(lines.at(-1)).toBe(
      `Difficulties, targets or measurement settings may differ: the bank was ${bank.version} and is ${harder.version}.`,
    );
  });

  test('of a file that was written otherwise finds the same figures', () => {
    const rescored = again(withEdits([]).bank, JSON.stringify(JSON.parse(text)));
    expect(rescored).toMatchObject({ identical: false, items: [], levels: [] });
    expect(tellRescored(rescored)).toEqual([
      'No score and no domain’s level changed; the file differs in other figures or in form.',
    ]);
  });

  test('reaches answers from before the attempt', () => {
    const before = play(newAttempt(bank, { seed: 3, length: 100 }), bank, always('wrong'));
    const earlier = before.answers.map(({ response }, index) => {
      const { itemId, itemVersion, seed } = before.questions[index]!;
      return { itemId, itemVersion, seed, response, daysBefore: 10 };
    });
    const start = newAttempt(bank, { domains: ['logic'], earlier });
    const later = recordOf(play(start, bank, ['right']), bank);
    const file = writeJson(toJson(buildReport(later, bank), later));
    const gone = { ...bank, items: new Map([...bank.items].filter(([id]) => id !== 'sums-odd')) };
    expect(again(gone, file).items).toMatchObject([{ itemId: 'sums-odd', position: null }]);
  });
});
