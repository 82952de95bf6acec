import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { engineRooms } from './matrix.ts';

export interface Import {
  /** As written. */
  readonly specifier: string;
  /** Path from the root of the repository, or null for a package. */
  readonly target: string | null;
  readonly isTypeOnly: boolean;
}

export interface SourceFile {
  /** From the root of the repository, with forward slashes. */
  readonly path: string;
  readonly text: string;
  readonly imports: readonly Import[];
}

/** Every source file below a folder, with what it imports. */
export function sourceFiles(folder: string): SourceFile[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name).replaceAll('\\', '/'))
    .filter((path) => /\.(ts|svelte)$/.test(path))
    .toSorted()
    .map((path) => {
      const text = readFileSync(path, 'utf8');
      return { path, text, imports: importsOf(path, text) };
    });
}

const statement =
  /^\s*(?:import|export)\s+(type\s+)?(?:([\w*{}\s,$]+?)\s+from\s+)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/gm;

export function importsOf(path: string, text: string): Import[] {
  return [...text.matchAll(statement)].map(([, type, names = '', from, dynamic]) => {
    const specifier = from ?? dynamic ?? '';
    return { specifier, target: resolveImport(path, specifier), isTypeOnly: isTypes(type, names) };
  });
}

/** `import type …`, or braces in which every name is a type. */
function isTypes(type: string | undefined, names: string): boolean {
  if (type !== undefined) return true;
  const braces = /^\s*\{([^}]*)\}\s*$/.exec(names)?.[1];
  if (braces === undefined) return false;
  return braces
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .every((name) => name.startsWith('type '));
}

function resolveImport(path: string, asked: string): string | null {
  // `?raw` asks for the file as a text.
  const specifier = asked.replace(/\?[\w&]+$/, '');
  if (specifier.startsWith('#lib/')) return specifier.replace('#lib/', 'src/lib/');
  if (specifier.startsWith('.')) return posix.normalize(posix.join(dirname(path), specifier));
  return null;
}

/** The room a file is in, as the matrix names it. */
export function roomOf(path: string): string {
  const engine = /^src\/lib\/engine\/(\w+)\//.exec(path)?.[1];
  if (engine !== undefined && (engineRooms as readonly string[]).includes(engine)) return engine;
  if (path.startsWith('src/lib/server/')) return 'server';
  if (path.startsWith('src/lib/ui/')) return 'ui';
  if (path.startsWith('src/cli/')) return 'cli';
  if (path.startsWith('src/routes/') || path.startsWith('src/hooks')) {
    return /\.server\.ts$|\+server\.ts$/.test(path) ? 'routes' : 'client';
  }
  return path.startsWith('src/app') ? 'app' : 'nowhere';
}
