import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { buildReport } from '#lib/engine/report/build-report.ts';
import { toApkg } from '#lib/server/exports/anki/to-apkg.ts';
import { withoutTags } from '#lib/server/exports/anki/notes.ts';
import { type Mood, always, newAttempt, play } from '../../engine/quiz/attempts.ts';
import { recordOf } from '../../engine/report/records.ts';
import { readApkg } from '../../support/read-apkg.ts';
import { smallBank } from '../../support/small-bank.ts';

const bank = smallBank();
const reportOf = (moods: readonly Mood[], finishedAt = '2026-03-01T12:40:00.000Z') => {
  const played = play(newAttempt(bank, { length: 100 }), bank, moods);
  const record = { ...recordOf(played, bank), finishedAt };
  return { view: buildReport(record, bank), bank };
};
const mixed: Mood[] = ['right', 'wrong', 'dont-know', 'right', 'wrong', 'right', 'right'];

describe('an Anki package', () => {
  test('holds what was missed or guessed, and nothing else', async () => {
    const report = reportOf(mixed);
    const { notes, files, media, sound, schema, cards } = await readApkg(await toApkg(report));
    expect([files, media, schema]).toEqual([['collection.anki2', 'media'], '{}', 11]);
    expect(sound).toEqual([{ integrity_check: 'ok' }]);
    const wanted = report.view.answers.filter(
      ({ score, certainty }) => score < 1 || certainty === 1,
    );
    expect(wanted.length).toBeGreaterThan(2);
    expect(wanted.length).toBeLessThan(report.view.answers.length);
    expect(notes).toHaveLength(wanted.length);
    expect(cards).toHaveLength(wanted.length);
    wanted.forEach(({ skill, domain }, index) => {
      const { flds, tags } = notes[index]!;
      expect(tags).toBe(` sextant domain::${domain} skill::${skill} `);
      expect(flds.split('\u001f')).toHaveLength(2);
      expect(flds).toContain('<h4>Right answer</h4>');
    });
  });

  test('names deck and note type once and for all, and every note by what Anki checks', async () => {
    const { notes, models, decks } = await readApkg(await toApkg(reportOf(always('wrong'))));
    for (const { mid, did, flds, sfld, csum } of notes) {
      expect(models[mid]?.name).toBe('Sextant question');
      expect(decks[did]?.name).toBe('Sextant: missed and unsure');
      const [front = ''] = flds.split('\u001f');
      expect(sfld).toBe(withoutTags(front));
      expect(csum).toBe(
        Number.parseInt(createHash('sha1').update(sfld).digest('hex').slice(0, 8), 16),
      );
    }
  });

  test('is the same bytes for the same report', async () => {
    const [one, other] = await Promise.all([toApkg(reportOf(mixed)), toApkg(reportOf(mixed))]);
    expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true);
  });

  test('of a later attempt updates the notes of the same questions and doubles none', async () => {
    const first = await readApkg(await toApkg(reportOf(always('wrong'))));
    const later = await readApkg(
      await toApkg(reportOf(always('wrong'), '2026-05-01T12:00:00.000Z')),
    );
    expect(later.notes.map(({ guid }) => guid)).toEqual(first.notes.map(({ guid }) => guid));
    expect(new Set(first.notes.map(({ guid }) => guid)).size).toBe(first.notes.length);
    for (const [index, { mod, mid, did }] of later.notes.entries()) {
      expect(mod).toBeGreaterThan(first.notes[index]!.mod);
      expect([mid, did]).toEqual([first.notes[index]!.mid, first.notes[index]!.did]);
    }
  });

  test('writes formulas as MathJax reads them and lets no markup of a text through', async () => {
    const report = reportOf(mixed);
    const answers = report.view.answers.map((answer) => ({
      ...answer,
      stem: 'Is $a < b$ <script>alert(1)</script>?',
      score: 0,
    }));
    const { notes } = await readApkg(
      await toApkg({ ...report, view: { ...report.view, answers } }),
    );
    for (const { flds } of notes) {
      expect(flds).toContain('\\(a &lt; b\\)');
      expect(flds).not.toContain('<script');
      expect(flds).not.toContain('<math');
    }
  });

  test('where nothing was missed is a sound one without notes', async () => {
    const report = reportOf([]);
    expect((await readApkg(await toApkg(report))).notes).toEqual([]);
  });
});
