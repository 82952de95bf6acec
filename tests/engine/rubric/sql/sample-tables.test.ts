import { describe, expect, test } from 'vitest';
import { sampleTables } from '#lib/engine/rubric/sql/sample-tables.ts';

const schema = `
  CREATE TABLE IF NOT EXISTS "my table" (
    id INTEGER PRIMARY KEY, -- the key, of course
    price DECIMAL(10, 2) CHECK (price > 0),
    [a note] TEXT DEFAULT 'x, y',
    UNIQUE (id, price),
    FOREIGN KEY (id) REFERENCES other (id)
  );
  CREATE INDEX by_price ON "my table" (price);
  CREATE TABLE other (id INTEGER, flag BOOLEAN);`;

test('a schema and its INSERTs are read as tables', () => {
  const data = `
    INSERT INTO "my table" VALUES (1, 2.50, 'it''s; fine'), (2, -3e2, NULL);
    -- INSERT INTO other VALUES (9, 9);
    insert into OTHER (flag, id) values (true, 7), (FALSE, +8);`;
  expect(sampleTables(schema, data)).toBeNull();
  expect(sampleTables(schema, data.replace('+8', '8'))).toEqual([
    {
      name: 'my table',
      columns: ['id', 'price', 'a note'],
      rows: [
        [1, 2.5, "it's; fine"],
        [2, -300, null],
      ],
    },
    {
      name: 'other',
      columns: ['id', 'flag'],
      rows: [
        [7, 1],
        [8, 0],
      ],
    },
  ]);
});

test('a table without rows is shown with its columns, and columns left out are NULL', () => {
  expect(sampleTables(schema, "INSERT INTO other (id) VALUES (x'0A')")).toMatchObject([
    { name: 'my table', rows: [] },
    { name: 'other', rows: [["x'0a'", null]] },
  ]);
});

describe('what is not plain values cannot be shown', () => {
  test.each([
    'INSERT INTO nowhere VALUES (1)',
    'INSERT INTO other VALUES (1)',
    'INSERT INTO other VALUES (1, 2, 3)',
    'INSERT INTO other VALUES (1 + 1, 0)',
    "INSERT INTO other VALUES (date('now'), 0)",
    'INSERT INTO other SELECT 1, 2',
    'INSERT INTO other VALUES (1, 2) RETURNING *',
    'INSERT INTO other VALUES',
    'INSERT INTO other VALUES ()',
    'UPDATE other SET id = 1',
    'INSERT OR IGNORE INTO other VALUES (1, 2)',
    "INSERT INTO other VALUES (-'a', 2)",
  ])('%s', (data) => {
    expect(sampleTables(schema, data)).toBeNull();
  });
});
