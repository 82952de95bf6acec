import type { SqlValue } from './table.ts';
import { type Token, is, tokensOf } from './tokens.ts';

/** A table of the sample as the learner is shown it. */
export interface SampleTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly SqlValue[])[];
}

/**
 * The tables that a schema and its INSERTs make, read from their text: CREATE TABLE with its columns,
 * INSERT … VALUES with plain values. The bank check holds them against what the database has.
 *
 * @returns null where a statement is of another form
 */
export function sampleTables(schema: string, data: string): SampleTable[] | null {
  const tables = new Map<string, { name: string; columns: string[]; rows: SqlValue[][] }>();
  for (const tokens of statements(schema)) {
    const table = createdBy(tokens);
    if (table) tables.set(table.name.toLowerCase(), { ...table, rows: [] });
  }
  for (const tokens of statements(data)) {
    const inserted = insertedBy(tokens);
    const table = inserted && tables.get(inserted.name.toLowerCase());
    if (!inserted || !table) return null;
    const named = inserted.columns.length > 0 ? inserted.columns : table.columns;
    const places = table.columns.map((column) => named.indexOf(column));
    if (inserted.rows.some((row) => row.length !== named.length)) return null;
    table.rows.push(...inserted.rows.map((row) => places.map((place) => row[place] ?? null)));
  }
  return [...tables.values()];
}

function statements(sql: string): Token[][] {
  const all: Token[][] = [[]];
  for (const token of tokensOf(sql)) {
    if (is(token, ';')) all.push([]);
    else all.at(-1)?.push(token);
  }
  return all.filter((tokens) => tokens.length > 0);
}

/** CREATE TABLE name (column …, …, constraint …); null for an index or anything else. */
function createdBy(tokens: readonly Token[]): { name: string; columns: string[] } | null {
  const open = tokens.findIndex((token) => is(token, '('));
  const name = tokens[open - 1]?.text;
  if (!is(tokens[0], 'CREATE') || !tokens.slice(0, 3).some((each) => is(each, 'TABLE')))
    return null;
  if (name === undefined) return null;
  const columns = inBrackets(tokens, open).parts.flatMap(([first]) => {
    const isConstraint = ['PRIMARY', 'UNIQUE', 'FOREIGN', 'CHECK', 'CONSTRAINT'].some((word) =>
      is(first, word),
    );
    return first && !isConstraint ? first.text : [];
  });
  return { name, columns };
}

/** INSERT INTO name (column, …) VALUES (value, …), …; null where it is anything else. */
function insertedBy(
  tokens: readonly Token[],
): { name: string; columns: string[]; rows: SqlValue[][] } | null {
  const name = tokens[2]?.text;
  if (!is(tokens[0], 'INSERT') || !is(tokens[1], 'INTO') || name === undefined) return null;
  const rows: SqlValue[][] = [];
  let columns: string[] = [];
  let at = 3;
  if (is(tokens[at], '(')) {
    const named = inBrackets(tokens, at);
    columns = named.parts.flatMap(([first]) => first?.text ?? []);
    at = named.end;
  }
  if (!is(tokens[at], 'VALUES')) return null;
  do {
    const { parts, end } = inBrackets(tokens, at + 1);
    const row = parts.map(valueOf);
    if (row.length === 0 || row.includes(undefined)) return null;
    rows.push(row.map((value) => value ?? null));
    at = end;
  } while (is(tokens[at], ','));
  return at === tokens.length ? { name, columns, rows } : null;
}

/** The parts between brackets that open at a place, and the place after them; none where no bracket opens. */
function inBrackets(tokens: readonly Token[], open: number): { parts: Token[][]; end: number } {
  if (!is(tokens[open], '(')) return { parts: [], end: open };
  const parts: Token[][] = [[]];
  let depth = 1;
  let at = open + 1;
  for (; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (is(token, '(')) depth += 1;
    if (is(token, ')')) depth -= 1;
    if (depth === 0) break;
    if (depth === 1 && is(token, ',')) parts.push([]);
    else if (token) parts.at(-1)?.push(token);
  }
  return { parts, end: at + 1 };
}

/** Undefined for anything but a plain value. */
function valueOf(tokens: readonly Token[]): SqlValue | undefined {
  const isNegative = is(tokens[0], '-');
  const [token, ...more] = isNegative ? tokens.slice(1) : tokens;
  if (!token || more.length > 0) return undefined;
  if (token.kind === 'number') return isNegative ? -Number(token.text) : Number(token.text);
  if (isNegative) return undefined;
  if (token.kind === 'string') return token.text;
  if (token.kind === 'blob') return `x'${token.text.slice(2, -1).toLowerCase()}'`;
  if (is(token, 'NULL')) return null;
  return is(token, 'TRUE') ? 1 : is(token, 'FALSE') ? 0 : undefined;
}
