import { type Alias, type Document, LineCounter, parseDocument, visit } from 'yaml';
import type { z } from 'zod';
import type { Problem } from '#lib/engine/kernel/problem.ts';

export type KeyPath = readonly PropertyKey[];

/** A parsed file that still knows on which line each value stands. */
export interface YamlSource<T> {
  readonly path: string;
  readonly value: T;
  /** A problem at a key path inside the file. */
  problem(at: KeyPath, code: string, message: string, hint: string): Problem;
}

type Read<T> = { source: YamlSource<T>; problems: [] } | { source: null; problems: Problem[] };

/**
 * Reads one file of the bank against its schema.
 * Every problem is returned, none thrown: broken YAML, unknown fields, values out of range.
 */
export function readYaml<T>(path: string, text: string, schema: z.ZodType<T>): Read<T> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number) => lines.linePos(offset).line;

  const problem = (at: KeyPath, code: string, message: string, hint: string): Problem => {
    const line = lineOf(at);
    return { code, path: pathInFile(path, at), message, hint, ...(line ? { line } : {}) };
  };
  // The nearest node that exists: a missing field is reported where its parent begins.
  const lineOf = (at: KeyPath): number | undefined => {
    for (let depth = at.length; depth >= 0; depth--) {
      const node = document.getIn(at.slice(0, depth), true) as { range?: [number] } | undefined;
      if (node?.range) return lineAt(node.range[0]);
    }
    return undefined;
  };

  if (document.errors.length > 0) {
    const problems = document.errors.map((error) => ({
      code: 'yaml-syntax',
      path,
      message: error.message,
      hint: 'Mend the YAML; a text with a colon or a hash wants a block (|) or quotes.',
      line: lineAt(error.pos[0]),
    }));
    return { source: null, problems };
  }
  // A few aliases of aliases can stand for more than fits into memory, so there are none.
  const alias = firstAlias(document);
  if (alias !== null) {
    const message = `"*${alias.source}" is an alias, and aliases are not read.`;
    const hint = 'Write the value out where it is needed.';
    const line = lineAt(alias.range?.[0] ?? 0);
    return { source: null, problems: [{ code: 'yaml-alias', path, message, hint, line }] };
  }
  const parsed = schema.safeParse(document.toJS({ maxAliasCount: 0 }));
  if (parsed.success) return { source: { path, value: parsed.data, problem }, problems: [] };
  const problems = parsed.error.issues
    .flatMap((issue) => flatten(issue, []))
    .map(({ at, message }) =>
      problem(at, 'schema', message, 'See question-bank/README.md for what this field takes.'),
    );
  return { source: null, problems };
}

function firstAlias(document: Document): Alias | null {
  let found: Alias | null = null;
  visit(document, {
    Alias(_, node) {
      found = node;
      return visit.BREAK;
    },
  });
  return found;
}

/** A union's own message says only "invalid input"; what its closest member says is worth reading. */
function flatten(issue: z.core.$ZodIssue, above: KeyPath): { at: KeyPath; message: string }[] {
  const at = [...above, ...issue.path];
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) {
    return [{ at, message: issue.message }];
  }
  const deepest = issue.errors.toSorted((a, b) => depth(b) - depth(a))[0] ?? [];
  const inner = deepest.flatMap((each) => flatten(each, at));
  return inner.length > 0 ? inner : [{ at, message: issue.message }];
}

function depth(issues: readonly z.core.$ZodIssue[]): number {
  return Math.max(...issues.map((issue) => issue.path.length));
}

function pathInFile(file: string, at: KeyPath): string {
  return at.length === 0 ? file : `${file} › ${at.map(String).join('.')}`;
}
