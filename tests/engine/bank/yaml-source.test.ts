import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { domainFile, skillFile } from '#lib/engine/bank/domain-schema.ts';
import { readYaml } from '#lib/engine/bank/yaml-source.ts';

const shape = z.strictObject({
  name: z.string(),
  count: z.number().max(10).optional(),
  list: z.array(z.strictObject({ id: z.string() })).default([]),
});
const read = (text: string) => readYaml('some/file.yaml', text, shape);

describe('a sound file', () => {
  test('gives its value with the defaults filled in', () => {
    const { source, problems } = read('name: x\n');
    expect(problems).toEqual([]);
    expect(source?.value).toEqual({ name: 'x', list: [] });
  });

  test('can later name the line of each value in it', () => {
    const { source } = read('name: x\nlist:\n  - id: a\n  - id: b\n');
    expect(source?.problem(['list', 1, 'id'], 'c', 'm', 'h')).toEqual({
      code: 'c',
      path: 'some/file.yaml › list.1.id',
      message: 'm',
      hint: 'h',
      line: 4,
    });
  });

  test('names the line of the nearest parent for a value that is not there', () => {
    const { source } = read('name: x\nlist:\n  - id: a\n');
    expect(source?.problem(['list', 0, 'gone'], 'c', 'm', 'h').line).toBe(3);
    expect(source?.problem(['gone', 'too'], 'c', 'm', 'h').line).toBe(1);
  });
});

describe('broken YAML', () => {
  test.each([
    ['an open quote', 'name: "x\n', 2],
    ['a tab for indentation', 'name: x\nlist:\n\t- id: a\n', 3],
    ['a second colon', 'name: x\ncount: 1: 2\n', 2],
    ['a key given twice', 'name: x\ncount: 1\nname: y\n', 3],
    ['two documents', 'name: x\n---\nname: y\n', 2],
  ])('is one problem with its line: %s', (_, text, line) => {
    const { source, problems } = read(text);
    expect(source).toBeNull();
    expect(problems[0]).toMatchObject({ code: 'yaml-syntax', path: 'some/file.yaml', line });
    expect(problems[0]?.message).not.toBe('');
    expect(problems[0]?.hint).toContain('YAML');
  });
});

describe('a file that breaks its schema', () => {
  test.each([
    ['a missing field', 'count: 3\n', 'some/file.yaml › name', 1],
    ['a wrong type', 'count: 3\nname: [1]\n', 'some/file.yaml › name', 2],
    ['a value out of range', 'name: x\n\ncount: 11\n', 'some/file.yaml › count', 3],
    ['a number that is not finite', 'name: x\ncount: .inf\n', 'some/file.yaml › count', 2],
    ['an unknown field', 'name: x\nnmae: y\n', 'some/file.yaml', 1],
    [
      'an unknown field deep inside',
      'name: x\nlist:\n  - id: a\n    ix: b\n',
      'some/file.yaml › list.0',
      3,
    ],
    ['a list for the whole', '- name: x\n', 'some/file.yaml', 1],
    ['a word for the whole', 'name\n', 'some/file.yaml', 1],
  ])('tells file, path and line: %s', (_, text, path, line) => {
    const { source, problems } = read(text);
    expect(source).toBeNull();
    expect(problems[0]).toMatchObject({ code: 'schema', path, line });
  });

  test('tells all its problems at once', () => {
    const { problems } = read('count: 11\nlist:\n  - {}\nother: 1\n');
    expect(problems.map(({ path }) => path.replace('some/file.yaml', ''))).toEqual([
      ' › name',
      ' › count',
      ' › list.0.id',
      '',
    ]);
  });

  test('is told of an empty file too, without a line', () => {
    expect(read('').problems).toMatchObject([{ code: 'schema', path: 'some/file.yaml' }]);
    expect(read('').problems[0]).not.toHaveProperty('line');
  });

  test('says what the closest form of a field lacks, not only that no form fits', () => {
    const text = 'skill: s\nitems:\n  - kind: numeric\n    tolerance: { absolute: wide }\n';
    const { problems } = readYaml('d/s.yaml', text, skillFile);
    const tolerance = problems.find(({ path }) => path.endsWith('tolerance.absolute'));
    expect(tolerance).toMatchObject({ code: 'schema', line: 4 });
    expect(tolerance?.message).toContain('number');
  });

  test.each([
    ['integer: [9, 2]', 'the least is first'],
    ['decimal: [1, 0], step: 0.1', 'the least is first'],
    ['decimal: [0, 1], step: 1e-300', 'steps lead'],
  ])('is told of a range that nothing can be drawn from: %s', (range, message) => {
    const text = `skill: s\nitems:\n  - kind: numeric\n    variables:\n      a: { ${range} }\n`;
    const { problems } = readYaml('d/s.yaml', text, skillFile);
    const variable = problems.filter(({ path }) => path.includes('variables.a'));
    expect(variable).toMatchObject([{ code: 'schema', line: 5 }]);
    expect(variable[0]?.message).toContain(message);
  });
});

describe('a file made to do harm', () => {
  test('is refused in no time when aliases of aliases would fill the memory', () => {
    const levels = Array.from({ length: 30 }, (_, level) => {
      const lower = level === 0 ? 'x' : `*a${level - 1}`;
      return `a${level}: &a${level} [${Array.from({ length: 9 }, () => lower).join(', ')}]`;
    });
    const { source, problems } = read(`${levels.join('\n')}\nname: *a29\n`);
    expect(source).toBeNull();
    expect(problems).toMatchObject([{ code: 'yaml-alias', path: 'some/file.yaml', line: 2 }]);
  });

  test.each([
    ['a single alias', 'count: 1\nlist: &a []\nname: *a\n', 3],
    ['an alias of nothing', 'name: *b\n', 1],
    ['an alias of itself', 'name: &a [*a]\n', 1],
  ])('is refused with the line of %s', (_, text, line) => {
    expect(read(text).problems).toMatchObject([{ code: 'yaml-alias', line }]);
  });

  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    'is refused when it names %s, and no prototype changes',
    (key) => {
      const { source, problems } = read(`name: x\n${key}: { polluted: true }\n`);
      expect(source).toBeNull();
      expect(problems).toMatchObject([{ code: 'schema', path: 'some/file.yaml', line: 1 }]);
      expect(problems[0]?.message).toContain(key);
      expect({}).not.toHaveProperty('polluted');
    },
  );

  test('is refused and not followed down ten thousand brackets', () => {
    for (const text of ['['.repeat(10_000), '['.repeat(10_000) + ']'.repeat(10_000)]) {
      expect(read(text).source).toBeNull();
    }
  });

  test('is read without throwing whatever stands in it', () => {
    const pieces = [
      'name',
      'domain',
      ':',
      ' ',
      '\n',
      '-',
      '&a',
      '*a',
      '[',
      '{',
      '"',
      '|',
      '!!x',
      '#',
    ];
    const text = fc.oneof(
      fc.string(),
      fc.array(fc.constantFrom(...pieces), { maxLength: 20 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, (any) => {
        const { source, problems } = readYaml('d/domain.yaml', any, domainFile);
        expect(source === null).toBe(problems.length > 0);
      }),
      { numRuns: 500 },
    );
  });
});
