import { describe, expect, test } from 'vitest';
import { readNumber } from '#lib/engine/kernel/number-text.ts';

/** The number read, or the code of the problem. */
function read(typed: string, unit?: string): number | string {
  const result = readNumber(typed, unit);
  return result.ok ? result.value.value : result.error.code;
}

describe('what is no number', () => {
  test.each<[string, string]>([
    ['', 'no-number'],
    [' \n\t ', 'no-number'],
    ['3,145', 'ambiguous-comma'],
    ['-12,500', 'ambiguous-comma'],
    ['999,999', 'ambiguous-comma'],
    ['3,145/2', 'ambiguous-comma'],
    ['2/3,145', 'ambiguous-comma'],
    ['3,145%', 'ambiguous-comma'],
    ['1/0', 'division-by-zero'],
    ['0/0', 'division-by-zero'],
    ['1/0.0', 'division-by-zero'],
    ['1/-0', 'division-by-zero'],
    ['1/1e-999', 'division-by-zero'],
    ['1e999', 'number-too-large'],
    ['-1e999', 'number-too-large'],
    ['1e308/1e-308', 'number-too-large'],
    ['1e999/1e999', 'number-too-large'],
    ['9'.repeat(61), 'number-too-long'],
    ['NaN', 'not-a-number'],
    ['Infinity', 'not-a-number'],
    ['-Infinity', 'not-a-number'],
    ['∞', 'not-a-number'],
    ['abc', 'not-a-number'],
    ['0x10', 'not-a-number'],
    ['0b11', 'not-a-number'],
    ['1n', 'not-a-number'],
    ['1__000', 'not-a-number'],
    ['1e', 'not-a-number'],
    ['e5', 'not-a-number'],
    ['1e1.5', 'not-a-number'],
    ['1 2', 'not-a-number'],
    ['1 2 3', 'not-a-number'],
    ['1½', 'not-a-number'],
    ['1 1/2', 'not-a-number'],
    ['10²', 'not-a-number'],
    ['5⁻¹', 'not-a-number'],
    ['2^3', 'not-a-number'],
    ['.', 'not-a-number'],
    [',', 'not-a-number'],
    ['-', 'not-a-number'],
    ['%', 'not-a-number'],
    ['/', 'not-a-number'],
    ['1/', 'not-a-number'],
    ['/2', 'not-a-number'],
    ['1/2/3', 'not-a-number'],
    ['1//2', 'not-a-number'],
    ['--3', 'not-a-number'],
    ['+-3', 'not-a-number'],
    ['1.2.3', 'not-a-number'],
    ['1,23,4', 'not-a-number'],
    ['1,234,56', 'not-a-number'],
    ['12,34,567', 'not-a-number'],
    ['1234,567,890', 'not-a-number'],
    ['5,', 'not-a-number'],
    ['25%%', 'not-a-number'],
    ['%25', 'not-a-number'],
    ['25%/2', 'not-a-number'],
    ['sqrt(2)', 'not-a-number'],
    ['1+1', 'not-a-number'],
    ['$5', 'not-a-number'],
    ['٣', 'not-a-number'],
    ['5 kg', 'not-a-number'],
    ['null', 'not-a-number'],
    ['[1]', 'not-a-number'],
  ])('%j is refused: %s', (typed, code) => {
    expect(read(typed)).toBe(code);
  });

  test('is told with what was typed, what to do and where', () => {
    expect(readNumber('3,145')).toEqual({
      ok: false,
      error: {
        code: 'ambiguous-comma',
        path: 'answer',
        message: '3,145 could be 3.145 or 3145.',
        hint: 'Write it with a point, or without the comma.',
      },
    });
    const told = readNumber(`x${'y'.repeat(50)}`);
    expect(told.ok ? '' : told.error.message).toBe(
      `“x${'y'.repeat(39)}” cannot be read as a number.`,
    );
  });

  test.each([
    ['digits', '1'.repeat(1e7)],
    // Fewer: an expression that goes back for each would take hours for ten megabytes.
    ['spaces between digits', `1${' '.repeat(1e5)}1`],
    ['spaces only', ' '.repeat(1e7)],
    ['slashes', '/'.repeat(1e7)],
    ['commas', '1,'.repeat(5e6)],
    ['letters that grow when normalised', '\uFDFA'.repeat(3e6)],
  ])('is refused at once though it is huge: %s', (_, typed) => {
    // An expression that went back for each character would run into the test's time limit.
    expect(readNumber(typed).ok).toBe(false);
  });
});
