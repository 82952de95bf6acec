/** A piece of SQL text; comments and white space are none. */
export interface Token {
  readonly kind: 'word' | 'quoted' | 'string' | 'number' | 'blob' | 'symbol';
  /** As written; of a string or quoted name what stands between its quotes. */
  readonly text: string;
}

const pattern =
  /(?<space>\s+|--[^\n]*|\/\*[\s\S]*?(?:\*\/|$))|(?<blob>[xX]'[0-9a-fA-F]*')|'(?<string>(?:[^']|'')*)'|"(?<double>(?:[^"]|"")*)"|`(?<tick>(?:[^`]|``)*)`|\[(?<bracket>[^\]]*)\]|(?<number>0[xX][0-9a-fA-F]+|(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?)|(?<word>[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*)|(?<symbol>[\s\S])/gy;

/**
 * The tokens of a text in SQLite's dialect (sqlite.org/lang_keywords.html, "quoting"). What stands in
 * strings and comments is never taken for a word, and a quote that is not closed becomes a symbol.
 */
export function tokensOf(sql: string): Token[] {
  return [...sql.matchAll(pattern)].flatMap(({ groups = {} }): Token[] => {
    const { blob, string, double, tick, bracket, number, word, symbol } = groups;
    if (blob !== undefined) return [{ kind: 'blob', text: blob }];
    if (string !== undefined) return [{ kind: 'string', text: string.replaceAll("''", "'") }];
    const quoted = double?.replaceAll('""', '"') ?? tick?.replaceAll('``', '`') ?? bracket;
    if (quoted !== undefined) return [{ kind: 'quoted', text: quoted }];
    if (number !== undefined) return [{ kind: 'number', text: number }];
    if (word !== undefined) return [{ kind: 'word', text: word }];
    return symbol === undefined ? [] : [{ kind: 'symbol', text: symbol }];
  });
}

/** True for this keyword, in capitals, or this symbol. */
export function is(token: Token | undefined, text: string): boolean {
  return (
    (token?.kind === 'word' && token.text.toUpperCase() === text) ||
    (token?.kind === 'symbol' && token.text === text)
  );
}
