import { describe, expect, test } from 'vitest';
import { readConfig } from '#lib/server/config.ts';

describe('the configuration', () => {
  test('is a file in data/ and the bank of the repository unless something is said', () => {
    expect(readConfig({})).toEqual({
      database: 'data/sextant.db',
      bankFolder: 'question-bank',
    });
  });

  test('takes the path behind file:, relative, absolute or in memory', () => {
    const fileOf = (DATABASE_URL: string) => readConfig({ DATABASE_URL }).database;
    expect(fileOf('file:other/place.db')).toBe('other/place.db');
    expect(fileOf('file:/var/lib/sextant.db')).toBe('/var/lib/sextant.db');
    expect(fileOf('file::memory:')).toBe(':memory:');
  });

  test('takes the address of a PostgreSQL database as it is', () => {
    for (const DATABASE_URL of [
      'postgres://sextant:secret@db.example.org:5433/sextant?sslmode=verify-full',
      'postgresql:///sextant?host=/run/postgresql',
    ]) {
      expect(readConfig({ DATABASE_URL }).database).toBe(DATABASE_URL);
    }
  });

  test('takes another bank and ignores the rest of the environment', () => {
    expect(readConfig({ BANK_DIR: '/srv/bank', PATH: '/bin', PORT: 'x' }).bankFolder).toBe(
      '/srv/bank',
    );
  });

  test.each(['postgres:sextant', 'postgres://', 'data/sextant.db', '', 'file:', 'file:  '])(
    'refuses DATABASE_URL "%s" and says what it may be',
    (DATABASE_URL) => {
      expect(() => readConfig({ DATABASE_URL })).toThrow(
        'DATABASE_URL must name a SQLite file, such as file:data/sextant.db, or a PostgreSQL database',
      );
    },
  );

  test('refuses an empty BANK_DIR', () => {
    expect(() => readConfig({ BANK_DIR: '' })).toThrow('BANK_DIR');
  });
});
