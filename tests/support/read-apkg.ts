import { strFromU8, unzipSync } from 'fflate';
import initSqlJs from 'sql.js';
import { z } from 'zod';

const note = z.object({
  guid: z.string(),
  mid: z.number(),
  mod: z.number(),
  flds: z.string(),
  sfld: z.string(),
  csum: z.number(),
  tags: z.string(),
  did: z.number(),
});
const named = z.record(z.string(), z.object({ id: z.number(), name: z.string() }));

/** An Anki package as SQLite reads it: every note with the deck of its card. */
export async function readApkg(bytes: Uint8Array) {
  const files = unzipSync(bytes);
  const { Database } = await initSqlJs();
  const db = new Database(files['collection.anki2']);
  try {
    const rows = (sql: string) => {
      const [result] = db.exec(sql);
      return (result?.values ?? []).map((values) =>
        Object.fromEntries(result!.columns.map((name, index) => [name, values[index]])),
      );
    };
    const [col] = rows('SELECT ver, models, decks FROM col');
    return {
      files: Object.keys(files).toSorted(),
      media: strFromU8(files['media'] ?? new Uint8Array()),
      sound: rows('PRAGMA integrity_check'),
      schema: col?.['ver'],
      models: named.parse(JSON.parse(String(col?.['models']))),
      decks: named.parse(JSON.parse(String(col?.['decks']))),
      cards: rows('SELECT id, nid, did, due FROM cards'),
      notes: z
        .array(note)
        .parse(rows('SELECT n.*, c.did FROM notes n JOIN cards c ON c.nid = n.id ORDER BY c.due')),
    };
  } finally {
    db.close();
  }
}
