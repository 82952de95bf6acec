import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { oneSelect } from '#lib/engine/rubric/sql/one-select.ts';
import { tokensOf } from '#lib/engine/rubric/sql/tokens.ts';

describe('a query that is let pass', () => {
  test.each([
    'SELECT 1',
    'select 1;',
    ' SELECT 1 ;; ',
    '-- a note; with a semicolon\nSELECT 1',
    '/* ATTACH */ SELECT 1 -- DROP TABLE t',
    "SELECT 'ATTACH; DELETE FROM t'",
    `SELECT "a;b" FROM t`,
    'SELECT [a;b], `c;d` FROM t',
    "SELECT 'it''s; fine'",
    'VALUES (1), (2)',
    'WITH a AS (SELECT 1) SELECT * FROM a',
    'WITH a(x, y) AS (SELECT 1, 2), b AS (SELECT * FROM a) SELECT * FROM b',
    'WITH RECURSIVE n(x) AS (VALUES (1) UNION ALL SELECT x + 1 FROM n LIMIT 9) SELECT x FROM n',
    'WITH a AS NOT MATERIALIZED (SELECT 1) SELECT * FROM a',
    'WITH a AS (SELECT ")" FROM t) VALUES (1)',
    'WITH "delete" AS (SELECT 1) SELECT * FROM "delete"',
    'WITH a AS (WITH b AS (SELECT 1) SELECT * FROM b) SELECT * FROM a',
    'SELECT replace(name, 1, 2) FROM t',
    "SELECT 'pragma_table_info'",
    "SELECT * FROM t WHERE kind IN ('a', 'pragma_x')",
    'SELECT load_extension FROM t',
    'SELECT attach FROM t',
    'SELECT * FROM sqlite_master',
    'SELECT * FRO t',
  ])('%s', (query) => {
    expect(oneSelect(query)).toEqual({ ok: true, value: null });
  });
});

describe('a query that is refused', () => {
  test.each([
    ['', 'no-query'],
    [' \n\t', 'no-query'],
    ['-- only a note', 'no-query'],
    ['/* never closed', 'no-query'],
    [';', 'no-query'],
    ['SELECT 1; SELECT 2', 'several-statements'],
    ['SELECT 1;-- note\nDROP TABLE t', 'several-statements'],
    ['SELECT 1; ;/**/ATTACH DATABASE ":memory:" AS x', 'several-statements'],
    ["SELECT 'its", 'quote-open'],
    ['SELECT "a', 'quote-open'],
    ['SELECT [a', 'quote-open'],
    ["ATTACH DATABASE '/etc/passwd' AS x", 'not-a-query'],
    ['attach "x" as y', 'not-a-query'],
    ['DETACH x', 'not-a-query'],
    ['PRAGMA hard_heap_limit = 0', 'not-a-query'],
    ['pragma query_only = off', 'not-a-query'],
    ["VACUUM INTO '/tmp/x'", 'not-a-query'],
    ['INSERT INTO t VALUES (1)', 'not-a-query'],
    ['UPDATE t SET a = 1', 'not-a-query'],
    ['DELETE FROM t', 'not-a-query'],
    ['REPLACE INTO t VALUES (1)', 'not-a-query'],
    ['DROP TABLE t', 'not-a-query'],
    ['CREATE TABLE u AS SELECT 1', 'not-a-query'],
    ['ALTER TABLE t RENAME TO u', 'not-a-query'],
    ['BEGIN', 'not-a-query'],
    ['EXPLAIN SELECT 1', 'not-a-query'],
    ['REINDEX', 'not-a-query'],
    ['ANALYZE', 'not-a-query'],
    ['/* SELECT */ DELETE FROM t', 'not-a-query'],
    ["'SELECT' 1", 'not-a-query'],
    ['"SELECT" 1', 'not-a-query'],
    ['(SELECT 1)', 'not-a-query'],
    ['WITH a AS (SELECT 1) DELETE FROM t', 'not-a-query'],
    ['WITH a AS (SELECT 1), b AS (SELECT 2) INSERT INTO t SELECT * FROM a', 'not-a-query'],
    ['WITH a(x) AS (SELECT 1) UPDATE t SET a = 1', 'not-a-query'],
    ['WITH', 'not-a-query'],
    ['SELECT * FROM pragma_database_list', 'name-refused'],
    ['SELECT * FROM PRAGMA_TABLE_INFO("t")', 'name-refused'],
    ['SELECT * FROM "pragma_compile_options"', 'name-refused'],
    ['SELECT * FROM [pragma_compile_options]', 'name-refused'],
    ["SELECT * FROM 'pragma_database_list'", 'name-refused'],
    ["SELECT * FROM t JOIN 'pragma_database_list'", 'name-refused'],
    ["SELECT * FROM t, 'pragma_database_list'", 'name-refused'],
    ["SELECT load_extension('/tmp/x.so')", 'name-refused'],
    ["SELECT fts3_tokenizer('simple')", 'name-refused'],
    ["SELECT Load_Extension /* */ ('/tmp/x.so')", 'name-refused'],
  ])('%s: %s', (query, code) => {
    expect(oneSelect(query)).toMatchObject({ ok: false, error: { code, path: 'answer' } });
  });

  test('is told what to do about it', () => {
    expect(oneSelect('drop table t')).toEqual({
      ok: false,
      error: {
        code: 'not-a-query',
        path: 'answer',
        message: 'DROP is refused: only a query runs here.',
        hint: 'Write a SELECT; it may begin with WITH.',
      },
    });
  });
});

test('any text is let pass or refused, and its words are its own', () => {
  const pieces = fc.constantFrom(
    ...['SELECT', 'WITH', ' ', '\n', '(', ')', ',', ';', "'", '"', '`', '[', ']', '--', '/*', '*/'],
    ...['a', '1.5e3', "x'0a'", '.', 'FROM', '\u0000', 'é', 'AS', "''"],
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
      const text = parts.join('');
      expect(typeof oneSelect(text).ok).toBe('boolean');
      const words = tokensOf(text).filter(({ kind }) => kind === 'word');
      for (const { text: word } of words) expect(text).toContain(word);
    }),
    { numRuns: 500 },
  );
});
