const count = 'SELECT COUNT(*) FROM n';
const endless = (more = '') =>
  `WITH RECURSIVE n(x) AS (VALUES (1) UNION ALL SELECT x + 1 FROM n${more}) `;
const times = (text: string, count: number) => text.repeat(count);
const joined = (tables: number) =>
  Array.from({ length: tables }, (_, place) => `t AS t${place}`).join(', ');

/**
 * Queries that go for time, memory, size, files, settings or the engine itself. The tables they meet are
 * `t (a, b)` of a few rows. None may give anything that is worth having, and none may be felt by others.
 */
export const hostileQueries: readonly (readonly [name: string, query: string])[] = [
  // Time.
  ['a recursion without an end', endless() + count],
  ['a recursion without an end, summed', `${endless()}SELECT SUM(x) FROM n`],
  [
    'a recursion that doubles',
    `WITH RECURSIVE n(x) AS (VALUES (1) UNION ALL SELECT x FROM n, t) ${count}`,
  ],
  ['recursions side by side', `${endless(' LIMIT 3000000')}SELECT COUNT(*) FROM n, n AS m`],
  ['a cross join of a dozen tables', `SELECT COUNT(*) FROM ${joined(14)}`],
  ['a cross join ordered at random', `SELECT 1 FROM ${joined(14)} ORDER BY random()`],
  ['a cross join that is grouped', `SELECT t0.a, COUNT(*) FROM ${joined(14)} GROUP BY 1`],
  [
    'windows over a cross join',
    `SELECT SUM(t0.a) OVER (ORDER BY random() ROWS 1000000 PRECEDING) FROM ${joined(13)} LIMIT 1`,
  ],
  [
    'subqueries in each other',
    `SELECT COUNT(*) FROM ${joined(14)} WHERE (SELECT COUNT(*) FROM ${joined(6).replaceAll('t AS t', 't AS u')} WHERE u0.a > t0.a) > 9`,
  ],
  // Memory.
  ['a blob of a gigabyte', 'SELECT randomblob(1000000000)'],
  ['zeros, a gigabyte', 'SELECT zeroblob(1000000000)'],
  ['zeros in hexadecimal', 'SELECT hex(zeroblob(500000000))'],
  ['zeros that are quoted', 'SELECT quote(zeroblob(300000000))'],
  ['a width of a billion', "SELECT printf('%1000000000d', 1)"],
  ['a precision of a billion', "SELECT printf('%.999999999f', 1.5)"],
  ['format with many widths', `SELECT format('${times('%99999999d', 40)}', 1)`],
  [
    'a text replaced by longer ones',
    "SELECT replace(hex(zeroblob(5000000)), '0', hex(zeroblob(5000)))",
  ],
  [
    'texts put together without an end',
    `WITH RECURSIVE n(x) AS (VALUES ('a') UNION ALL SELECT x || x FROM n) ${count}`,
  ],
  ['a list of everything', `${endless(' LIMIT 5000000')}SELECT group_concat(x) FROM n`],
  ['a JSON list of everything', `${endless(' LIMIT 5000000')}SELECT json_group_array(x) FROM n`],
  ['a sort of everything', `${endless(' LIMIT 5000000')}SELECT x FROM n ORDER BY x DESC`],
  ['a set of everything', `${endless(' LIMIT 5000000')}SELECT COUNT(DISTINCT x) FROM n`],
  [
    'a union of everything',
    `WITH RECURSIVE n(x) AS (VALUES (1) UNION SELECT x + 1 FROM n) ${count}`,
  ],
  ['a nest of JSON', "SELECT json_array(json(replace(hex(zeroblob(1000)), '0', '[')))"],
  // Size of the result.
  ['rows without an end', `${endless()}SELECT x FROM n`],
  ['more rows than are read', `${endless(' LIMIT 1001')}SELECT x FROM n`],
  ['few rows that are large', `${endless(' LIMIT 500')}SELECT hex(zeroblob(5000)) FROM n`],
  ['one cell that is large', 'SELECT hex(zeroblob(2000000))'],
  ['two thousand columns', `SELECT ${times('1,', 1990)}1 FROM ${joined(8)}`],
  // The parser and the stack.
  ['brackets in brackets, not closed', `SELECT ${times('(', 3900)}`],
  ['minus after minus', `SELECT ${times('- ', 1900)}1`],
  ['NOT after NOT', `SELECT ${times('NOT ', 998)}1 +`],
  ['selects in selects', `SELECT ${times('(SELECT ', 430)}1${times(')', 430)}`],
  ['joins beyond what can be joined', `SELECT 1 FROM ${joined(70)}`],
  ['a pattern without an end', `SELECT 1 WHERE 'a' LIKE replace(hex(zeroblob(60000)), '0', '%')`],
  // Files, settings and other people's things.
  ['another file', "ATTACH DATABASE '/etc/passwd' AS x"],
  ['a copy in a file', "VACUUM INTO '/tmp/sextant-hostile.db'"],
  ['the limit lifted', 'PRAGMA hard_heap_limit = 0'],
  ['the settings read', 'SELECT * FROM pragma_database_list'],
  ['writing let in again', 'PRAGMA query_only = OFF'],
  ['a library loaded', "SELECT load_extension('/tmp/x.so')"],
  ['a file read', "SELECT readfile('/etc/passwd')"],
  ['a file written', "SELECT writefile('/tmp/sextant-hostile.txt', 'x')"],
  ['a tokenizer’s address', "SELECT fts3_tokenizer('simple')"],
  ['a table dropped', 'DROP TABLE t'],
  ['a table emptied behind a WITH', 'WITH x AS (SELECT 1) DELETE FROM t'],
  ['two statements', 'SELECT 1; DROP TABLE t'],
  ['a trigger', 'CREATE TRIGGER x AFTER INSERT ON t BEGIN SELECT 1; END'],
  ['the master table changed', "UPDATE sqlite_master SET sql = 'x'"],
  ['a NUL in the text', 'SELECT 1 \u0000; ATTACH "x" AS y'],
];

/** Queries that look as bad and that the database answers in no time. */
export const harmlessQueries: readonly (readonly [name: string, query: string])[] = [
  [
    'a LIKE that goes back and back',
    `${endless(' LIMIT 100000')}SELECT COUNT(*) FROM n WHERE '${times('a', 300)}' LIKE '${times('%a', 60)}b'`,
  ],
  [
    'a GLOB that goes back and back',
    `${endless(' LIMIT 100000')}SELECT COUNT(*) FROM n WHERE '${times('a', 300)}' GLOB '${times('*a', 60)}b'`,
  ],
  ['unions of unions', `SELECT 1${times(' UNION SELECT 1', 600).slice(0, 3980)}`],
  ['the master table read', 'SELECT * FROM sqlite_master'],
  ['the options read', 'SELECT sqlite_compileoption_get(1)'],
];
