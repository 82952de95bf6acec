import type { Problem } from '#lib/engine/kernel/problem.ts';
import type { YamlSource } from './yaml-source.ts';

/** Complains of every id that was met before. */
export function onlyOnce(what: string, problems: Problem[]) {
  const seen = new Map<string, string>();
  return (id: string, source: YamlSource<unknown>, at: readonly PropertyKey[]) => {
    const first = seen.get(id);
    if (first === undefined) seen.set(id, source.path);
    else {
      problems.push(
        source.problem(
          at,
          'duplicate-id',
          `${what} "${id}" is already in ${first}.`,
          'Ids are unique in the whole bank.',
        ),
      );
    }
  };
}
