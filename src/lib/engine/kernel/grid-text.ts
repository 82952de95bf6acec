/** A text that holds a grid: the text of each entry, row by row. */
export interface GridText {
  /** May be ragged, may hold anything: what the entries say is for others to judge. */
  readonly rows: readonly (readonly string[])[];
  /** True where tabs and line ends alone part the entries, so that the text shows the grid itself. */
  readonly isBare: boolean;
}

/** Longer texts are not read; the patterns below are made for texts of this length. */
export const longestGridText = 2000;

/**
 * Splits a grid as people paste it: NumPy (`np.array([[1, 2], [3, 4]])`), LaTeX (`1 & 2 \\ 3 & 4`), MATLAB
 * (`[1 2; 3 4]`), cells of a spreadsheet, lines with commas or spaces. A plain vector becomes one column.
 *
 * @returns null where the text is too long
 */
export function splitGrid(typed: string): GridText | null {
  if (typed.length > longestGridText) return null;
  const text = typed
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\t\n]/g, ' ')
    .replace(/^[ \n]+|[ \n]+$/g, '');
  if (text.trim() === '') return { rows: [], isBare: true };
  const rows = rowsOf(text);
  const asItStands = text.split('\n').map((line) => line.split('\t').map((cell) => cell.trim()));
  return { rows, isBare: JSON.stringify(rows) === JSON.stringify(asItStands) };
}

/** One number with a comma in it, `0,5` or `1,250,000`, is no row of numbers. */
const loneNumber = /^[+-]?(\d*,\d+|\d{1,3}(,\d{3})+(\.\d+)?)$/;

function rowsOf(text: string): string[][] {
  if (loneNumber.test(text)) return [[text]];
  if (/\\|&/.test(text)) return latexRows(text);
  const list = unwrapped(text);
  return /^[[({]/.test(list) ? listRows(list) : lineRows(list);
}

function latexRows(text: string): string[][] {
  return text
    .replace(/\n/g, ' ')
    .replace(/\\\\(\[[\d.]+[a-z]{2}\])?/g, '\n')
    .replace(/\\(begin|end)\{[a-z]*\*?\}(\{[lcr|]*\})?|\\left.|\\right.|\\[[\]]|\$/g, '')
    .replace(/\\[dt]?frac\{([^{}]*)\}\{([^{}]*)\}/g, '$1/$2')
    .replace(/\^\{([^{}]*)\}/g, '^$1')
    .replace(/\\(times|cdot)/g, '×')
    .replace(/\\[,;!]/g, '')
    .split('\n')
    .filter((row) => row.trim() !== '')
    .map((row) => row.split('&').map((cell) => cell.trim()));
}

/** What a call or an assignment is about: the list in `A = np.array([[1, 2]], dtype=float)`. */
function unwrapped(text: string): string {
  const before = /^[\w.\s=]*\(?(?=\s*\[)/.exec(text)?.[0] ?? '';
  const end = text.lastIndexOf(']') + 1;
  const isWrapped = before !== '' && /^[\w\s=.,'"]*\)?[\s;]*$/.test(text.slice(end));
  return isWrapped ? text.slice(before.length, end).trim() : text;
}

/** Lists in a list are rows; a single one holds rows of its own, or is a vector. */
function listRows(text: string): string[][] {
  const list = text.replace(/[({]/g, '[').replace(/[)}]/g, ']').replace(/;\s*$/, '');
  const innermost = /\[([^[\]]*)\]/g;
  const around = list.replace(innermost, '');
  const inside = [...list.matchAll(innermost)].map(([, row = '']) => row);
  if (inside.length === 0 || !/^[[\],;\s]*$/.test(around)) return [[text]];
  const [only = '', ...more] = inside;
  if (more.length > 0 || around.trim() !== '') {
    return inside.map((row) => entries(row.replace(/\n/g, ' ')));
  }
  return /[;\n]/.test(only) ? lineRows(only) : entries(only).map((entry) => [entry]);
}

/** Lines or semicolons end rows; in `0,5;1` of several lines the semicolons part entries instead. */
function lineRows(text: string): string[][] {
  const lines = text.split('\n');
  const isSemicolonTable = lines.length > 1 && lines.some((line) => /;\s*[^;\s]/.test(line));
  return (isSemicolonTable ? lines : text.split(/[;\n]/))
    .filter((row) => row.trim() !== '')
    .map((row) => (isSemicolonTable ? parts(row, ';') : entries(row)));
}

/** The entries of a row. Commas part them unless spaces do and every comma is inside a number. */
function entries(row: string): string[] {
  if (row.includes('\t')) return parts(row, '\t');
  const tight = row.trim().replace(/ *([/×·*]) */g, '$1');
  const commasPart = /,\s|\s,/.test(tight) || !/\s/.test(tight);
  if (tight.includes(',') && commasPart) return parts(tight.replace(/,\s*$/, ''), ',');
  return tight.split(/\s+/);
}

function parts(row: string, separator: string): string[] {
  return row.split(separator).map((part) => part.trim());
}
