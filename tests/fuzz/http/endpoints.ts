import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';

/*
 * What the app answers to, read from its source: a new route, action or field is fuzzed without being named here.
 */

export interface Endpoint {
  /** As the framework writes it: `/attempts/[id]`. */
  readonly route: string;
  /** Names of its form actions; empty where it has none. */
  readonly actions: readonly string[];
  /** Methods it exports; none for a page. */
  readonly methods: readonly string[];
}

const routesFolder = 'src/routes';

export function endpoints(): Endpoint[] {
  const files = readdirSync(routesFolder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /(^|\/)\+(page\.svelte|page(\.server)?\.ts|server\.ts)$/.test(name));
  const folders = [...new Set(files.map((name) => dirname(name)))].toSorted();
  return folders.map((folder) => {
    const named = (file: string) =>
      files.includes(join(folder, file))
        ? exportsOf(join(routesFolder, folder, file))
        : new Map<string, string[]>();
    const actions = named('+page.server.ts').get('actions') ?? [];
    const methods = [...named('+server.ts').keys()].filter((name) => /^[A-Z]+$/.test(name));
    return { route: folder === '.' ? '/' : `/${folder}`, actions, methods };
  });
}

/** Exported constants and functions of a module; of an object, its keys. */
function exportsOf(path: string): Map<string, string[]> {
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest);
  const found = new Map<string, string[]>();
  for (const statement of source.statements) {
    if (ts.isFunctionDeclaration(statement) && statement.name) found.set(statement.name.text, []);
    if (!ts.isVariableStatement(statement)) continue;
    for (const { name, initializer } of statement.declarationList.declarations) {
      if (!ts.isIdentifier(name)) continue;
      const object =
        initializer && ts.isSatisfiesExpression(initializer) ? initializer.expression : initializer;
      found.set(name.text, object && ts.isObjectLiteralExpression(object) ? keysOf(object) : []);
    }
  }
  return found;
}

function keysOf({ properties }: ts.ObjectLiteralExpression): string[] {
  return properties.flatMap(({ name }) =>
    name && (ts.isIdentifier(name) || ts.isStringLiteral(name)) ? [name.text] : [],
  );
}

/** Names of fields and of parts of an address, wherever a form writes or the server reads them. */
export function fieldNames(): string[] {
  const files = ['src/routes', 'src/lib/ui', 'src/lib/server'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(ts|svelte)$/.test(name))
      .map((name) => readFileSync(join(folder, name), 'utf8')),
  );
  const written =
    /\bname="([\w-]+)"|(?:data|searchParams|params|form)\.(?:get|getAll|has)\('([\w-]+)'\)/g;
  const names = files.flatMap((text) =>
    [...text.matchAll(written)].map(([, field, read]) => field ?? read ?? ''),
  );
  return [...new Set(names)].filter((name) => name !== '').toSorted();
}
