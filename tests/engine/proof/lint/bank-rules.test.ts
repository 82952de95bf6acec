import { describe, expect, test } from 'vitest';
import { keyPlaces } from '#lib/engine/proof/lint/bank/key-places.ts';
import { likeStems } from '#lib/engine/proof/lint/bank/like-stems.ts';
import { longestKeys } from '#lib/engine/proof/lint/bank/longest-keys.ts';
import { misconceptionsShown } from '#lib/engine/proof/lint/bank/misconceptions-shown.ts';
import { rulesOfThumb } from '#lib/engine/proof/lint/bank/rules-of-thumb.ts';
import { numericItem, singleChoiceItem } from '../../../support/items.ts';
import { toldOfBank } from './told.ts';

describe('two stems that ask the same', () => {
  const pair = (stems: readonly [string, string], families = ['one', 'two']) =>
    toldOfBank(likeStems, {
      sums: stems.map((stem, at) => numericItem({ id: `sums-${at}`, stem, family: families[at] })),
    });
  const stem = 'A shop sells {{a}} pens a day for {{b}} days. How many pens does it sell in all?';
  const like = 'A shop sells {{c}} pens a day for {{d}} days. How many pens does it sell in all?';

  test('are told, whatever the names of their numbers', () => {
    expect(pair([stem, like])).toEqual(['stem-alike sums-1: stem']);
  });

  test('are fine within a family, and so are others that begin alike', () => {
    expect(pair([stem, like], ['one', 'one'])).toEqual([]);
    expect(
      pair([stem, 'A shop sells {{a}} pens. Which of its books should it order anew?']),
    ).toEqual([]);
  });
});

describe('misconceptions', () => {
  const eight = Array.from({ length: 8 }, (_, at) => `thought-${at}`);
  const showing = (ids: readonly string[]) =>
    ids.map((misconception, at) =>
      numericItem({
        id: `sums-${at}`,
        rubric: [{ when: 'otherwise', score: 0, feedback: 'Thought.', misconception }],
      }),
    );

  test('that two items each can show are fine', () => {
    expect(toldOfBank(misconceptionsShown, { sums: showing([...eight, ...eight]) }, eight)).toEqual(
      [],
    );
  });

  test('that no item can show are a problem; one item, or few of them, are advice', () => {
    const items = showing([...eight.slice(1), ...eight.slice(2)]);
    expect(toldOfBank(misconceptionsShown, { sums: items }, eight)).toEqual([
      'misconception-dead sums: misconceptions.0',
      'advice misconception-rare sums: misconceptions.1',
    ]);
    expect(toldOfBank(misconceptionsShown, { sums: showing(['a', 'a']) }, ['a'])).toEqual([
      'advice misconceptions-few sums: misconceptions',
    ]);
  });
});

describe('thirty-two single choices', () => {
  const lengths = ['a', 'bbb', 'ccccc', 'ddddddd'];
  /** Options of rising length; `key(i)` names the place of the key of item number i. */
  const choices = (key: (i: number) => number, texts = lengths, order = 'shuffled') => ({
    sums: Array.from({ length: 32 }, (_, i) =>
      singleChoiceItem({
        id: `sums-${i}`,
        order,
        options: Object.fromEntries(texts.map((text, at) => [`o${at}`, text])),
        rubric: texts.map((_, at) => ({
          when: { option: `o${at}` },
          score: Number(at === key(i)),
          feedback: 'So it is.',
        })),
      }),
    ),
  });
  const evenly = (i: number) => i % 4;

  test('with keys of every length at every place are fine', () => {
    for (const rule of [longestKeys, keyPlaces, rulesOfThumb]) {
      expect(toldOfBank(rule, choices(evenly))).toEqual([]);
      expect(toldOfBank(rule, choices(evenly, lengths, 'fixed'))).toEqual([]);
    }
  });

  test('whose keys are often the longest are told, by domain and by the rule that wins', () => {
    const often = choices((i) => (i % 2 === 0 ? 3 : evenly(i)));
    expect(toldOfBank(longestKeys, often)).toEqual(['key-often-longest sums: domain']);
    expect(toldOfBank(rulesOfThumb, often)).toContain('rule-of-thumb domains');
  });

  test('whose keys are never the longest give as much away', () => {
    expect(
      toldOfBank(
        rulesOfThumb,
        choices((i) => i % 3),
      ),
    ).toContain('rule-of-thumb domains');
    expect(
      toldOfBank(
        longestKeys,
        choices((i) => i % 3),
      ),
    ).toEqual([]);
  });

  test('whose keys stand at the same place are told where they are not shuffled', () => {
    expect(
      toldOfBank(
        keyPlaces,
        choices(() => 1),
      ),
    ).toEqual([]);
    const told = toldOfBank(
      keyPlaces,
      choices(() => 1, lengths, 'fixed'),
    );
    expect(new Set(told)).toEqual(new Set(['key-places domains']));
  });

  test('whose keys are the middle of their numbers are told', () => {
    const numbers = ['1', '2', '3', '4'];
    expect(
      toldOfBank(
        rulesOfThumb,
        choices((i) => 1 + (i % 2), numbers),
      ),
    ).toEqual(['rule-of-thumb domains']);
    expect(toldOfBank(rulesOfThumb, choices(evenly, numbers))).toEqual([]);
  });
});
