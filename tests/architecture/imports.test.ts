import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { matrix } from './matrix.ts';
import { type SourceFile, importsOf, roomOf, sourceFiles } from './source-tree.ts';

const files = sourceFiles('src');
const generated = /\/\$types(\.js)?$/;

function edges(file: SourceFile) {
  return file.imports.flatMap(({ specifier, target, isTypeOnly }) =>
    target === null || generated.test(specifier) ? [] : [{ specifier, target, isTypeOnly }],
  );
}

describe('the import matrix', () => {
  test('holds for every import', () => {
    const breaches = files.flatMap((file) => {
      const from = roomOf(file.path);
      if (from === 'app') return [];
      return edges(file)
        .filter(({ target, isTypeOnly }) => {
          const to = roomOf(target);
          if (to === from || to === 'app' || (from === 'client' && to === 'client')) return false;
          const leave = matrix[from]?.[to];
          return leave === undefined || (leave === 'types' && !isTypeOnly);
        })
        .map(({ specifier }) => `${file.path} (${from}) imports ${specifier}`);
    });
    expect(breaches).toEqual([]);
  });

  test('leaves no source file without a room', () => {
    expect(files.filter(({ path }) => roomOf(path) === 'nowhere').map(({ path }) => path)).toEqual(
      [],
    );
  });

  test('is read from imports as they are written', () => {
    const [values, types, mixed, dynamic] = importsOf(
      'src/lib/ui/a.ts',
      "import { a } from '#lib/engine/quiz/b.ts';\nimport { type C, type D } from './d.ts';\n" +
        "import { type E, f } from '../f.ts';\nconst g = await import('./g.ts');\n",
    );
    expect(values).toMatchObject({ target: 'src/lib/engine/quiz/b.ts', isTypeOnly: false });
    expect(types).toMatchObject({ target: 'src/lib/ui/d.ts', isTypeOnly: true });
    expect(mixed).toMatchObject({ target: 'src/lib/f.ts', isTypeOnly: false });
    expect(dynamic).toMatchObject({ target: 'src/lib/ui/g.ts', isTypeOnly: false });
  });
});

describe('imports', () => {
  test('name files that exist, with their extension', () => {
    const missing = files.flatMap((file) =>
      edges(file)
        .filter(({ target }) => !existsSync(target) || !/\.\w+$/.test(target))
        .map(({ specifier }) => `${file.path}: ${specifier}`),
    );
    expect(missing).toEqual([]);
  });

  test('go round in no circle', () => {
    const graph = new Map(
      files.map((file) => [file.path, edges(file).map(({ target }) => target)]),
    );
    const done = new Set<string>();
    const visit = (path: string, trail: readonly string[]): string | null => {
      if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path].join(' → ');
      if (done.has(path)) return null;
      done.add(path);
      for (const next of graph.get(path) ?? []) {
        const circle = visit(next, [...trail, path]);
        if (circle !== null) return circle;
      }
      return null;
    };
    expect([...graph.keys()].map((path) => visit(path, [])).filter(Boolean)).toEqual([]);
  });

  test('reach the use cases, their guard and nothing behind them from the routes', () => {
    const allowed = /^src\/lib\/server\/(usecases\/|guard\/|config\.ts$)/;
    const breaches = files
      .filter(({ path }) => roomOf(path) === 'routes')
      .flatMap((file) =>
        edges(file)
          .filter(({ target }) => roomOf(target) === 'server' && !allowed.test(target))
          .map(({ specifier }) => `${file.path}: ${specifier}`),
      );
    expect(breaches).toEqual([]);
  });

  test('keep the query builder to the store and the bank’s files to one reader', () => {
    const breaches = files.flatMap(({ path, imports }) =>
      imports
        .filter(
          ({ specifier }) =>
            (/^(kysely|better-sqlite3)$/.test(specifier) &&
              !/^src\/lib\/server\/(db|repositories)\//.test(path)) ||
            (/^(node:)?fs/.test(specifier) &&
              !/^src\/(cli|lib\/server\/(db|bank|exports))\//.test(path)),
        )
        .map(({ specifier }) => `${path}: ${specifier}`),
    );
    expect(breaches).toEqual([]);
  });
});
