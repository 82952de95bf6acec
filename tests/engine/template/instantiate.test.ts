import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  compute,
  drawItem,
  fillIn,
  instantiate,
  isParametrised,
  seedCount,
} from '#lib/engine/template/instantiate.ts';
import {
  multipleResponseItem,
  numericItem,
  singleChoiceItem,
  variantOf,
} from '../../support/items.ts';

const numeric = numericItem({
  variables: {
    a: { integer: [2, 99] },
    p: { decimal: [0.05, 0.95], step: 0.05 },
    colour: { pick: ['red', 'green', 'blue'] },
    key: 'a * p',
  },
  constraints: ['key > 1'],
  stem: 'Of {{a}} {{colour}} balls {{p | percent}} are new. How many?',
  explanation: '${{a}} \\cdot {{p | fixed 2}} = {{key}}$',
});
const single = singleChoiceItem({
  variables: { n: { integer: [1, 50] } },
  options: { a: '{{n}}', b: '{{n + 1}}', c: '{{n + 2}}', d: '{{2 * n + 7}}' },
});
const multiple = multipleResponseItem({
  variables: { k: { pick: [3, 5] } },
  stem: 'Which are odd? {{k}} may help.',
});

describe('a variant', () => {
  test.each([
    [
      numeric,
      17,
      '{"seed":17,"scope":{"a":61,"p":0.7,"colour":"red","key":42.7},' +
        '"stem":"Of 61 red balls 70% are new. How many?","options":[],' +
        '"prompts":[],"explanation":"$61 \\\\cdot 0.70 = 42.7$"}',
    ],
    [
      single,
      42,
      '{"seed":42,"scope":{"n":12},"stem":"Which is 5?","options":[' +
        '{"id":"b","text":"13"},{"id":"c","text":"14"},{"id":"d","text":"31"},' +
        '{"id":"a","text":"12"}],"prompts":[],"explanation":"Count them."}',
    ],
    [
      multiple,
      200,
      '{"seed":200,"scope":{"k":5},"stem":"Which are odd? 5 may help.","options":[' +
        '{"id":"b","text":"two"},{"id":"c","text":"three"},{"id":"a","text":"one"},' +
        '{"id":"d","text":"four"}],"prompts":[],"explanation":"Count them."}',
    ],
  ])('of $id is on every machine what it was when this was written', (item, seed, bytes) => {
    const { item: same, ...rest } = variantOf(item, seed);
    expect(same).toBe(item);
    expect(JSON.stringify(rest)).toBe(bytes);
  });

  test('is the same, byte for byte, for the same id, version and seed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
        for (const item of [numeric, single, multiple]) {
          const again = variantOf(structuredClone(item), seed);
          expect(JSON.stringify(again)).toBe(JSON.stringify(variantOf(item, seed)));
        }
      }),
      { numRuns: 300 },
    );
  });

  test('shows its options in an order that is as likely as any other', () => {
    const seeds = Array.from({ length: 600 }, (_, index) => index + 1);
    const first = seeds.map((seed) => variantOf(single, seed).options[0]?.id);
    const orders = seeds.map((seed) =>
      variantOf(single, seed)
        .options.map(({ id }) => id)
        .join(),
    );
    for (const id of ['a', 'b', 'c', 'd']) {
      // 150 are expected; the standard deviation is 10.6.
      expect(Math.abs(first.filter((each) => each === id).length - 150)).toBeLessThan(48);
    }
    expect(new Set(orders).size).toBe(24);
  });

  test('shows options of a fixed order as they were written, whatever the seed', () => {
    const fixed = multipleResponseItem({ order: 'fixed' });
    for (const seed of [1, 2, 3, 4, 5]) {
      expect(variantOf(fixed, seed).options.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
    }
  });

  test('has every option once, with its text filled in', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: seedCount }), (seed) => {
        const { options, scope } = variantOf(single, seed);
        const n = Number(scope['n']);
        expect(Object.fromEntries(options.map(({ id, text }) => [id, Number(text)]))).toEqual({
          a: n,
          b: n + 1,
          c: n + 2,
          d: 2 * n + 7,
        });
      }),
      { numRuns: 300 },
    );
  });
});

describe('an item that cannot be instantiated is told', () => {
  test.each([
    ['its stem', { stem: '{{z}}' }, '"z": z is not defined above'],
    ['its explanation', { explanation: '{{1 / 0}}' }, '"1 / 0" gives no finite value'],
    ['a filter', { stem: '{{1 | round}}' }, '{{1 | round}}: there is no filter "round"'],
    ['an option', { options: { a: '{{z}}', b: 'x', c: 'y' } }, 'option "a": "z": z is not'],
    ['a variable', { variables: { a: 'import("x")' } }, 'import is not on the list of functions'],
    [
      'a constraint',
      { variables: { a: { integer: [1, 2] } }, constraints: ['a > 2'] },
      'no draw of 400 meets the constraints',
    ],
  ])('by %s', (_, fields, reason) => {
    const variant = instantiate(singleChoiceItem(fields), 1);
    expect(variant.ok ? '' : variant.error).toContain(reason);
  });
});

test('drawing an item gives the scope of its variant without the texts', () => {
  const drawn = drawItem(numeric, 5);
  const { item, seed, scope } = variantOf(numeric, 5);
  expect(drawn).toEqual({ ok: true, value: { item, seed, scope } });
  expect(drawItem(numericItem({ variables: { a: 'z' } }), 1).ok).toBe(false);
});

test('texts and expressions are read in the numbers of the draw', () => {
  const variant = variantOf(single, 3);
  const n = Number(variant.scope['n']);
  expect(compute(variant, '10 * n')).toEqual({ ok: true, value: 10 * n });
  expect(fillIn('n is {{n}}', variant.scope)).toEqual({ ok: true, value: `n is ${n}` });
});

test.each([
  ['no variables', {}, false],
  ['computed variables only', { a: '2', b: 'a + 1' }, false],
  ['a sampled variable', { a: { integer: [1, 2] }, b: 'a + 1' }, true],
])('an item with %s: parametrised is %s', (_, variables, parametrised) => {
  expect(isParametrised(numericItem({ variables }))).toBe(parametrised);
});
