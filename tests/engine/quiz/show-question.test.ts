import { describe, expect, test } from 'vitest';
import type { Bank } from '#lib/engine/bank/bank.ts';
import type { Question } from '#lib/engine/quiz/attempt.ts';
import { showQuestion, variantOf } from '#lib/engine/quiz/show-question.ts';
import { fillIn } from '#lib/engine/template/instantiate.ts';
import { renderMarkdown } from '#lib/engine/template/markup.ts';
import { loadBank } from '#lib/server/bank/load-bank.ts';
import { smallBank } from '../../support/small-bank.ts';
import { withNewVersion, without } from './attempts.ts';

const bank = smallBank();
const ask = (itemId: string, seed = 1, of: Bank = bank): Question => ({
  position: 3,
  itemId,
  itemVersion: of.items.get(itemId)?.item.version ?? 1,
  seed,
});

/** Its names are the author's, such as the spellings of units. */
const isTable = (path: string) => path === '.ask.units';

/** Every path in a value, list places as [] and names of tables as {}, and every text in it. */
function walk(value: unknown, path = ''): { paths: string[]; texts: string[] } {
  if (typeof value === 'string') return { paths: [path], texts: [value] };
  if (typeof value !== 'object' || value === null) return { paths: [path], texts: [] };
  const parts = Object.entries(value).map(([key, inner]) =>
    walk(
      inner,
      Array.isArray(value) ? `${path}[]` : isTable(path) ? `${path}{}` : `${path}.${key}`,
    ),
  );
  return {
    paths: parts.flatMap(({ paths }) => paths),
    texts: parts.flatMap(({ texts }) => texts),
  };
}

const mayLeave = [
  '.position',
  '.itemId',
  '.itemVersion',
  '.seed',
  '.kind',
  '.domain.id',
  '.domain.title',
  '.stem',
  '.options[].place',
  '.options[].html',
  '.rule',
  '.ask',
  '.ask.unit',
  '.ask.units{}',
  '.ask.shape',
  '.ask.shape.rows',
  '.ask.shape.columns',
  '.ask.prompts[]',
  '.ask.words',
  '.ask.words[]',
  '.ask.schema',
  '.ask.tables[].name',
  '.ask.tables[].columns[]',
  '.ask.tables[].rows[][]',
  '.ask.symbols[]',
  '.ask.functions[]',
  '.ask.naturalLog',
  '.minutes',
];

describe('what leaves the server', () => {
  const real = loadBank('question-bank');

  test.each([
    ['the small bank', bank],
    ['the real bank', real],
  ])('has no field beyond the listed ones for any item of %s', (_, of) => {
    const paths = [...of.items.keys()].flatMap(
      (id) => walk(showQuestion(ask(id, 1, of), of)).paths,
    );
    expect(paths.filter((path) => !mayLeave.includes(path))).toEqual([]);
  });

  test('has every listed field for some item of the real bank', () => {
    const paths = [...real.items.keys()].flatMap(
      (id) => walk(showQuestion(ask(id, 1, real), real)).paths,
    );
    expect([...new Set(paths)].toSorted()).toEqual(mayLeave.toSorted());
  });

  test.each([
    ['the small bank', bank],
    ['the real bank', real],
  ])('says nothing of explanation, feedback or misconception for any item of %s', (_, of) => {
    const leaks = [...of.items.keys()].filter((id) => {
      const question = ask(id, 2, of);
      const { item, scope, explanation } = variantOf(question, of)!;
      const { texts } = walk(showQuestion(question, of));
      const feedback = item.rubric.map((each) => {
        const filled = fillIn(each.feedback, scope);
        return filled.ok ? filled.value : each.feedback;
      });
      const named = item.rubric.flatMap(({ misconception }) => misconception ?? []);
      const secrets = [explanation, ...feedback]
        .map((text) => text.trim())
        .filter((text) => text.length > 12)
        .flatMap((text) => [text, renderMarkdown(text).trim()]);
      return [...secrets, ...named, item.source].some((secret) =>
        texts.some((text) => text.includes(secret)),
      );
    });
    expect(leaks).toEqual([]);
  });

  test('names no option by its id', () => {
    const shown = JSON.stringify(showQuestion(ask('sums-odd'), bank));
    for (const id of ['even-even', 'odd-odd', 'even-odd', 'doubled']) {
      expect(shown).not.toContain(id);
    }
  });
});

describe('a question', () => {
  test('is shown whole for a choice, places in shown order', () => {
    const question = ask('sums-odd', 5);
    const { options } = variantOf(question, bank)!;
    expect(showQuestion(question, bank)).toEqual({
      position: 3,
      itemId: 'sums-odd',
      itemVersion: 1,
      seed: 5,
      kind: 'single-choice',
      domain: { id: 'arithmetic', title: 'Arithmetic' },
      stem: '<p>Which sum is odd?</p>\n',
      options: options.map(({ text }, index) => ({ place: index + 1, html: text })),
      rule: 'Choose one.',
      ask: null,
      minutes: 1,
    });
  });

  test('has its key at every place for some seed', () => {
    const places = Array.from({ length: 60 }, (_, seed) =>
      showQuestion(ask('sums-odd', seed + 1), bank)!.options.findIndex(
        ({ html }) => html === '2 + 5',
      ),
    );
    expect([...new Set(places)].toSorted()).toEqual([0, 1, 2, 3]);
  });

  test('keeps the written order where the item fixes it', () => {
    const views = Array.from({ length: 20 }, (_, seed) =>
      showQuestion(ask('fractions-simplest', seed + 1), bank)!.options.map(({ html }) => html),
    );
    expect(new Set(views.map((options) => options.join()))).toHaveLength(1);
  });

  test('shows the unit and the tolerance of a number, and no options', () => {
    expect(showQuestion(ask('fractions-percent'), bank)).toMatchObject({
      kind: 'numeric',
      options: [],
      ask: { unit: '%', units: {} },
      rule: 'Round to 1 decimal place, or give more digits.',
    });
    expect(showQuestion(ask('sums-add'), bank)?.ask).toEqual({ unit: null, units: {} });
  });

  test('tells the credit rule of a multiple response', () => {
    expect(showQuestion(ask('sums-ten'), bank)?.rule).toContain('exactly right');
    expect(showQuestion(ask('fractions-less'), bank)?.rule).toContain('each wrong one takes');
  });

  test('is the same for the same seed and another for others', () => {
    const stem = (seed: number) => showQuestion(ask('sums-add', seed), bank)!.stem;
    expect(stem(9)).toBe(stem(9));
    expect(new Set([1, 2, 3, 4, 5, 6, 7, 8].map(stem)).size).toBeGreaterThan(3);
  });

  test('is null once its item has left the bank or changed its meaning', () => {
    const question = ask('sums-add');
    for (const changed of [without(bank, 'sums-add'), withNewVersion(bank, 'sums-add')]) {
      expect(variantOf(question, changed)).toBeNull();
      expect(showQuestion(question, changed)).toBeNull();
    }
  });
});
