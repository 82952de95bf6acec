import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { engineRooms } from './matrix.ts';
import { sourceFiles } from './source-tree.ts';

const files = sourceFiles('src');
const engine = files.filter(({ path }) => path.startsWith('src/lib/engine/'));
const code = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
const lineCount = (text: string) => text.trimEnd().split('\n').length;

describe('the engine', () => {
  test.each([
    ['a clock', /\bDate\.now\(|new Date\(\)|performance\.now\(|setTimeout\(|setInterval\(/],
    ['randomness of its own', /Math\.random\(|crypto\b/],
    ['input or output', /['"]node:|process\.|console\.|fetch\(/],
    ['a framework', /['"](svelte|@sveltejs\/|\$app\/|\$env\/)/],
  ])('uses no %s', (_, forbidden) => {
    expect(engine.filter(({ text }) => forbidden.test(code(text))).map(({ path }) => path)).toEqual(
      [],
    );
  });
});

describe('source files', () => {
  test('stay within 250 lines', () => {
    expect(files.filter(({ text }) => lineCount(text) > 250).map(({ path }) => path)).toEqual([]);
  });

  test('have no default export, no re-export and no barrel', () => {
    const breaches = files
      .filter(({ path }) => path.endsWith('.ts'))
      .filter(
        ({ path, text }) =>
          path.endsWith('/index.ts') ||
          /^export (default|\*|\{[^}]*\} from|type \{[^}]*\} from)/m.test(code(text)),
      );
    expect(breaches.map(({ path }) => path)).toEqual([]);
  });

  test('are named in kebab-case, components in PascalCase, routes as the framework wants', () => {
    const named = /^(\+?[a-z0-9]+([-.][a-z0-9]+)*\.ts|[A-Z][A-Za-z0-9]*\.svelte|\+[a-z]+\.svelte)$/;
    const odd = files.filter(({ path }) => !named.test(path.split('/').at(-1) ?? ''));
    expect(odd.map(({ path }) => path)).toEqual([]);
  });
});

describe('rooms', () => {
  const rooms = [
    ...engineRooms.map((room) => `src/lib/engine/${room}`),
    'src/lib/engine',
    'src/lib/server',
    'src/lib/ui',
    'src/cli',
  ];

  test.each(rooms)('%s has a README of at most 30 lines', (room) => {
    const readme = join(room, 'README.md');
    expect(existsSync(readme)).toBe(true);
    expect(lineCount(readFileSync(readme, 'utf8'))).toBeLessThanOrEqual(30);
  });

  test.each(engineRooms.map((room) => `src/lib/engine/${room}`))(
    '%s holds at most twelve files',
    (room) => {
      expect(readdirSync(room).filter((name) => name.endsWith('.ts')).length).toBeLessThanOrEqual(
        12,
      );
    },
  );
});

describe('READMEs', () => {
  const readmes = [
    'README.md',
    'question-bank/README.md',
    ...readdirSync('src', { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('README.md'))
      .map((name) => `src/${name}`),
  ];

  test.each(readmes)('%s names only paths that exist', (readme) => {
    const text = readFileSync(readme, 'utf8');
    const named = [...text.matchAll(/`([\w@./[\]-]+\.(?:ts|svelte|yaml|json|css|md))`/g)].map(
      ([, path = '']) => path,
    );
    const links = [...text.matchAll(/\]\((?!https?:|#)([^)\s]+)\)/g)].map(([, path = '']) => path);
    const missing = [...named, ...links].filter(
      (path) => !existsSync(path) && !existsSync(join(dirname(readme), path)),
    );
    expect(missing).toEqual([]);
  });
});
