import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { UsageError } from '../../src/cli/arguments.ts';
import { readItems, readLearners, readResponses } from '../../src/cli/bench/read-files.ts';

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sextant-files-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function written(text: string): string {
  const file = join(folder, 'file');
  writeFileSync(file, text);
  return file;
}

/** What reading a file of this text is refused for, from the line on. */
function refusal(read: (file: string) => unknown, text: string): string {
  const file = written(text);
  try {
    read(file);
  } catch (error) {
    if (error instanceof UsageError) return error.message.replace(file, '');
    throw error;
  }
  return '';
}

describe('items', () => {
  test('are read by the names of their columns, in any order, quoted or not, with d or without', () => {
    const parameters = { discrimination: 1.5, difficulty: -0.25, guessing: 0.2 };
    const one = [{ name: 'x, y', parameters }];
    expect(readItems(written('item,a,b,c,d\n"x, y",1.5,-0.25,0.2,1\n'))).toEqual(one);
    expect(readItems(written('\uFEFFb,item,c,a\r\n-2.5e-1,"x, y",.2,1.50\r\n\r\n'))).toEqual(one);
    expect(readItems(written('item,a,b,c,d\n"x, y",1.5,-0.25,0.2,\n'))).toEqual(one);
  });

  test.each([
    ['', ':1: there is no row below the header'],
    ['item,a,b,c\n', ':1: there is no row below the header'],
    ['item,a,b\nx,1,0\n', ':1: the header lacks c'],
    ['item,a,b,c\nx,1,0,0\ny,9,0,0\n', ':3: a is a number from 0.05 to 5, not "9"'],
    ['item,a,b,c\nx,one,0,1\n', ':2: a is a number from 0.05 to 5, not "one"; c is a number from'],
    ['item,a,b,c\nx,1,0,0\n\ny,1,,0\n', ':4: b is a number from -10 to 10, not ""'],
    ['item,a,b,c,d\nx,1,0,0,0.95\n', ':2: d is 1 or left out, not "0.95"'],
    ['item,a,b,c\nx,1,0,0\ny,1,0\n', ':3: Invalid Record Length'],
    ['item,a,b,c\nx,1,0,0\n"y,1,0,0\n', ':3: Quote Not Closed'],
  ])('%j are refused', (text, message) => {
    expect(refusal(readItems, text)).toContain(message);
  });

  test('of a file that is not there are refused', () => {
    expect(() => readItems(join(folder, 'nowhere.csv'))).toThrow(/nowhere\.csv cannot be read/);
  });
});

describe('learners', () => {
  test('are read with their abilities', () => {
    expect(readLearners(written('person,theta\nann,0.5\nbo,-3\n'))).toEqual([
      { name: 'ann', theta: 0.5 },
      { name: 'bo', theta: -3 },
    ]);
  });

  test('without an ability or a name are refused', () => {
    expect(refusal(readLearners, 'person,theta\nann,\n')).toContain(':2: theta is a number');
    expect(refusal(readLearners, 'person,theta\n,1\n')).toBe(':2: a name is missing');
    expect(refusal(readLearners, 'name,theta\nann,1\n')).toBe(':1: the header lacks person');
  });
});

describe('responses', () => {
  test('are read a line a learner', () => {
    expect(readResponses(written('101\r\n010\n'), 2, 3)).toEqual([
      Uint8Array.of(1, 0, 1),
      Uint8Array.of(0, 1, 0),
    ]);
  });

  test.each([
    ['101\n', ':1: 1 lines, but 2 learners'],
    ['101\n01\n', ':2: 2 characters, but 3 items'],
    ['1 1\n010\n', ':1: a response is 0 or 1, not " "'],
    ['', ':1: 1 lines, but 2 learners'],
  ])('%j are refused', (text, message) => {
    expect(refusal((file) => readResponses(file, 2, 3), text)).toBe(message);
  });
});
