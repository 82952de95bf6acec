import { describe, expect, test } from 'vitest';
import { bankStats } from '#lib/engine/proof/bank-stats.ts';
import { isParametrised } from '#lib/engine/template/instantiate.ts';
import { loadBank } from '#lib/server/bank/load-bank.ts';
import { draftKinds } from '../../src/cli/bank/drafts.ts';

// Reading is the first test: it throws the list of problems where there is one.
const bank = loadBank('question-bank');
const skills = [...bank.skills.values()];
const items = [...bank.items.values()];
const itemsOf = (domain: string) =>
  items.filter(({ skill }) => skill.domain === domain).map(({ item }) => item);

describe('the question bank', () => {
  test('has its five domains in the order of the roadmap', () => {
    expect(bank.domains.map(({ id }) => id)).toEqual([
      'linear-algebra',
      'calculus',
      'statistics',
      'ml-metrics',
      'data-engineering',
    ]);
  });

  test.each(skills.map((skill) => [skill.id, skill] as const))(
    'asks eight items of %s or more, of every difficulty, with two families at the middle three',
    (_, skill) => {
      expect(skill.items.length).toBeGreaterThanOrEqual(8);
      const families = [1, 2, 3, 4, 5].map(
        (difficulty) =>
          new Set(
            skill.items
              .filter((item) => item.difficulty === difficulty)
              .map(({ family }) => family),
          ).size,
      );
      const enough = families.map((count, place) => count >= (place === 0 || place === 4 ? 1 : 2));
      expect([families, enough]).toEqual([families, [true, true, true, true, true]]);
    },
  );

  test('has 340 items or more, six of each kind, and fifteen that are answered in SQL', () => {
    expect(items.length).toBeGreaterThanOrEqual(340);
    const { byKind } = bankStats(bank);
    const fewest = Object.fromEntries(draftKinds.map((kind) => [kind, kind === 'sql' ? 15 : 6]));
    const few = draftKinds.filter((kind) => (byKind[kind] ?? 0) < (fewest[kind] ?? 0));
    expect([byKind, few]).toEqual([byKind, []]);
    const queries = itemsOf('data-engineering').filter(({ kind }) => kind === 'sql');
    expect(queries.length).toBeGreaterThanOrEqual(15);
  });

  test.each(bank.domains.map(({ id }) => id))('varies half of the items of %s by seed', (id) => {
    const own = itemsOf(id);
    expect(own.filter(isParametrised).length).toBeGreaterThanOrEqual(own.length / 2);
  });

  test.each([
    ...['linear-algebra', 'calculus', 'statistics', 'ml-metrics'].map(
      (id) => [id, ['numeric', 'matrix', 'expression']] as const,
    ),
    ['data-engineering', ['numeric', 'sql', 'ordering', 'matching']] as const,
  ])('has half of the items of %s constructed, as %j', (id, constructed: readonly string[]) => {
    const own = itemsOf(id);
    const built = own.filter(({ kind }) => constructed.includes(kind));
    expect(built.length).toBeGreaterThanOrEqual(own.length / 2);
  });

  test('asks every difficulty in every domain, in three kinds at least', () => {
    for (const { id } of bank.domains) {
      const own = itemsOf(id);
      expect([...new Set(own.map(({ difficulty }) => difficulty))].toSorted()).toEqual([
        1, 2, 3, 4, 5,
      ]);
      expect(new Set(own.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(3);
    }
  });

  test('names every item after its skill, in kebab-case, so that ids stay', () => {
    const strange = items
      .filter(({ item, skill }) => !new RegExp(`^${skill.id}(-[a-z0-9]+)+$`).test(item.id))
      .map(({ item }) => item.id);
    expect(strange).toEqual([]);
  });

  test('keeps a family within one domain', () => {
    const domains = new Map<string, Set<string>>();
    for (const { item, skill } of items) {
      const seen = domains.get(item.family) ?? new Set();
      domains.set(item.family, seen.add(skill.domain));
    }
    expect([...domains].filter(([, seen]) => seen.size > 1)).toEqual([]);
  });

  test('is counted without losing an item', () => {
    const { items: all, skills: skillCount, ...counts } = bankStats(bank);
    const sum = (of: Readonly<Record<string, number>>) =>
      Object.values(of).reduce((total, count) => total + count, 0);
    expect(all).toBe(items.length);
    expect(skillCount).toBe(skills.length);
    for (const by of ['byDomain', 'bySkill', 'byKind', 'byDifficulty'] as const) {
      expect([by, sum(counts[by])]).toEqual([by, all]);
    }
  });
});
