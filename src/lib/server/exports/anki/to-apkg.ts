import { strToU8, zipSync } from 'fflate';
import initSqlJs, { type Database } from 'sql.js';
import { type FinishedReport, madeAt } from '#lib/engine/report/exports/finished-report.ts';
import { conf, dconf, deckId, decksOf, modelId, modelsOf, tables } from './collection.ts';
import { type AnkiNote, checksumOf, notesOf, numberOf, withoutTags } from './notes.ts';

/** Notes and cards are numbered by milliseconds; these lie between 2013 and 2014, before any of the learner's. */
const firstNumber = 1_360_000_000_000;

/**
 * An Anki package of the questions that were missed or guessed. The same report gives the same bytes, and
 * Anki takes a note whose GUID it has as a newer state of that note when its time is newer.
 */
export async function toApkg({
  view,
  bank,
}: Pick<FinishedReport, 'view' | 'bank'>): Promise<Uint8Array<ArrayBuffer>> {
  const { Database } = await initSqlJs();
  const db = new Database();
  try {
    fillCollection(db, notesOf(view, bank), Math.floor(Date.parse(madeAt(view)) / 1000));
    // A zip keeps local time without a zone: this reads the same on every machine.
    const mtime = new Date(1980, 0, 1);
    return new Uint8Array(
      zipSync({ 'collection.anki2': db.export(), media: strToU8('{}') }, { mtime }),
    );
  } finally {
    db.close();
  }
}

/** @param mod seconds since 1970 */
function fillCollection(db: Database, notes: readonly AnkiNote[], mod: number): void {
  db.run(tables);
  const day = 86_400;
  db.run('INSERT INTO col VALUES (1, ?, ?, ?, 11, 0, 0, 0, ?, ?, ?, ?, ?)', [
    ...[mod - (mod % day), mod * 1000, mod * 1000],
    ...[conf, modelsOf(mod), decksOf(mod), dconf, '{}'],
  ]);
  notes.forEach(({ guid, fields, tags }, index) => {
    const id = numberOf(guid, firstNumber);
    const [front] = fields;
    db.run('INSERT INTO notes VALUES (?, ?, ?, ?, -1, ?, ?, ?, ?, 0, ?)', [
      ...[id, guid, modelId, mod],
      ...[` ${tags.join(' ')} `, fields.join('\u001f'), withoutTags(front), checksumOf(front), ''],
    ]);
    db.run('INSERT INTO cards VALUES (?, ?, ?, 0, ?, -1, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, ?)', [
      ...[id, id, deckId, mod, index + 1, ''],
    ]);
  });
}
