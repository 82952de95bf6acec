import { describe, expect, test } from 'vitest';
import type { Item } from '#lib/engine/bank/item-schema.ts';
import { chosenOptions, keyResponse } from '#lib/engine/rubric/registry.ts';
import { loadBank } from '#lib/server/bank/load-bank.ts';
import { variantOf } from '../support/items.ts';

const bank = loadBank('question-bank');
const items = [...bank.items.values()].map(({ item }) => item);
const choices = items.filter(({ kind }) => kind === 'single-choice');

/** Formulas count as one word, placeholders as the number they become. */
const words = (text: string) =>
  text
    .replace(/```[\s\S]*?```/g, ' ')
    .replace(/\$\$?[^$]*\$\$?/g, ' x ')
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));

/** The options as first shown, and which of them is the key. */
function shown(item: Item) {
  const variant = variantOf(item);
  const key = keyResponse(variant);
  const keys = key ? chosenOptions(item, key) : [];
  return variant.options.map(({ id, text }) => ({ text, isKey: keys.includes(id) }));
}

/** Share of the single choices that a rule of thumb gets right, less what blind guessing would. */
function beyondChance(pick: (options: readonly { text: string }[]) => number): number {
  const gained = choices.map((item) => {
    const options = shown(item);
    return Number(options[pick(options)]?.isKey === true) - 1 / options.length;
  });
  return gained.reduce((sum, each) => sum + each, 0) / gained.length;
}

describe('guessing without knowledge stays near chance', () => {
  const extreme = (options: readonly { text: string }[], sign: 1 | -1) =>
    options.reduce(
      (best, { text }, place) =>
        sign * text.length > sign * (options[best]?.text.length ?? 0) ? place : best,
      0,
    );

  test.each([
    ['the longest option', (options: readonly { text: string }[]) => extreme(options, 1)],
    ['the shortest option', (options: readonly { text: string }[]) => extreme(options, -1)],
    ['the first option', () => 0],
    ['the last option', (options: readonly { text: string }[]) => options.length - 1],
  ])('by always choosing %s', (_, pick) => {
    // With some eighty items chance itself strays by five points one time in three.
    expect(beyondChance(pick)).toBeLessThan(0.1);
  });

  test('by the longest option in no domain', () => {
    for (const { id, skills } of bank.domains) {
      const own = choices.filter((item) =>
        skills.some((s) => s.items.some((i) => i.id === item.id)),
      );
      const longest = own.filter((item) => {
        const options = shown(item);
        const key = options.find(({ isKey }) => isKey)?.text.length ?? 0;
        return options.every(({ text, isKey }) => isKey || text.length < key);
      });
      expect([id, longest.length <= 0.3 * own.length]).toEqual([id, true]);
    }
  });
});

describe('the wording of', () => {
  test('every explanation has 50 to 220 words', () => {
    const odd = items
      .map(({ id, explanation }) => [id, words(explanation).length] as const)
      .filter(([, count]) => count < 50 || count > 220);
    expect(odd).toEqual([]);
  });

  test('no option refers to all or none of the others', () => {
    const lazy = items.filter(
      (item) =>
        'options' in item &&
        Object.values(item.options).some((text) =>
          /\b(all|none|both|neither) of (the )?(above|these|them)\b/i.test(text),
        ),
    );
    expect(lazy.map(({ id }) => id)).toEqual([]);
  });

  test('no two stems are the same', () => {
    const plain = items.map(({ stem }) => stem.replace(/\{\{[^}]*\}\}|\s+/g, ' ').toLowerCase());
    expect(plain.filter((stem, place) => plain.indexOf(stem) !== place)).toEqual([]);
  });

  test('a stem that asks for what is not so says it with emphasis', () => {
    const asks = /\bwhich (?:[\w-]+ ){0,4}(not|never|except|cannot)\b/i;
    const plain = items.filter(
      ({ stem }) => asks.test(stem) && !/\*\*[^*]*\b(not|never|except|cannot)\b/i.test(stem),
    );
    expect(plain.map(({ id }) => id)).toEqual([]);
  });

  test('no item takes a prepared learner longer than five minutes, none of the hard ones less than three', () => {
    const odd = items.filter(
      ({ difficulty, minutes }) =>
        minutes > 6 || (difficulty === 5 && minutes < 3) || (difficulty === 1 && minutes > 2),
    );
    expect(odd.map(({ id, minutes }) => `${id}: ${minutes}`)).toEqual([]);
  });
});
