import { describe, expect, test } from 'vitest';
import {
  askOf,
  blindGuesses,
  keyResponse,
  knownResponses,
  readResponse,
  ruleOf,
  scoreResponse,
  tellResponse,
} from '#lib/engine/rubric/registry.ts';
import { response } from '#lib/engine/rubric/response.ts';
import { scoreLevels } from '#lib/engine/rubric/score-levels.ts';
import { expressionItem, variantOf } from '../../support/items.ts';
import { criterion } from '../proof/complaints-of.ts';

type Fields = Readonly<Record<string, unknown>>;

/** The judgement of a text, all the way from the form. */
function judged(text: string, fields: Fields = {}) {
  const variant = variantOf(expressionItem(fields));
  const read = readResponse(variant, [text]);
  if (!read.ok) throw new Error(`${text}: ${read.error.message}`);
  return scoreResponse(variant, read.value.response);
}
const scoreOf = (text: string, fields: Fields = {}) => judged(text, fields).score;
const reading = (text: string, fields: Fields = {}) =>
  readResponse(variantOf(expressionItem(fields)), [text]);
const keyed = (key: string, fields: Fields = {}): Fields => ({
  key,
  rubric: [criterion('key', 1)],
  ...fields,
});

describe('an expression with the value of the key counts, however it is written:', () => {
  test.each([
    ['2 * x + a', ['a+2x', 'x+x+a', '2(x+a/2)', '2(x+1) - 2 + a', '-(-2x-a)', '(4x+2a)/2']],
    ['1 / (1 + e^(-x))', ['e^x/(1+e^x)', '(1 + exp(-x))^-1', '1/2 + tanh(x/2)/2']],
    ['sin(x)^2', ['1 - cos^2 x', '(1 - cos(2x))/2', 'sin x sin x']],
    ['x * e^(x^2)', ['x exp(x^2)', 'x e^{x^2}', 'xe^(x²)', '√(x^2) x e^{x^2}/|x|']],
    ['a^3', ['a*a*a', 'a^2 a', 'exp(3 ln a)', 'a³']],
    ['0', ['x - x', '0*a', 'sin^2 x + cos^2 x - 1']],
    ['1e-9 * x'.replace('1e-9', '0.000000001'), ['x/10^9', '10^(-9) x']],
  ])('%s', (key, texts) => {
    for (const text of texts) expect([text, scoreOf(text, keyed(key))]).toEqual([text, 1]);
  });
});

describe('an expression with another value does not:', () => {
  test.each([
    ['2 * x + a', ['2x', '2x - a', '2x + a + 0.0001', '2.0001x + a', '3', 'x', '2a + x']],
    ['1 / (1 + e^(-x))', ['1/(1+e^x)', 'e^x', '1/(1 - exp(-x))', '1/x']],
    ['abs(x)', ['x', 'sqrt(x)^2', '-x']],
    ['0', ['0.000001', 'x']],
    ['x^2', ['x^2 + 1/0', '0/0', 'x^2 ln(-1)', '10^999', 'x^x^x^x', 'exp(exp(exp(exp(9))))']],
  ])('%s', (key, texts) => {
    for (const text of texts) {
      const read = reading(text, keyed(key));
      const score = read.ok
        ? scoreResponse(variantOf(expressionItem(keyed(key))), read.value.response).score
        : text;
      expect([text, score]).toEqual([text, 0]);
    }
  });
});

test('points at which the key has no value are drawn anew, and a response without one elsewhere is wrong', () => {
  const log = keyed('ln(x)', { symbols: { x: [-1, 3] }, check: 'log(x)' });
  expect(scoreOf('ln(x)', log)).toBe(1);
  expect(scoreOf('ln(x^2)/2', log)).toBe(1);
  expect(scoreOf('ln(x - 1) + x - x', log)).toBe(0);
  const root = keyed('abs(x)');
  expect(scoreOf('sqrt(x^2)', root)).toBe(1);
  expect(scoreOf('x^0.5 x^0.5', root)).toBe(0);
});

test('whole numbers can be the domain, and a function of the question be used', () => {
  const counted = keyed('(-1)^n', {
    symbols: { n: { integer: [1, 40] } },
    check: '1 - 2 * mod(n, 2)',
  });
  expect(scoreOf('cos(pi n)', counted)).toBe(1);
  expect(scoreOf('(-1)^(n+1)', counted)).toBe(0);
  const sigmoid = keyed('sigma(x) * (1 - sigma(x))', { functions: { sigma: '1 / (1 + exp(-t))' } });
  expect(scoreOf('σ(x) σ(-x)', sigmoid)).toBe(1);
  expect(scoreOf('e^(-x)/(1+e^(-x))^2', sigmoid)).toBe(1);
  expect(scoreOf('σ(x)', sigmoid)).toBe(0);
});

describe('the rubric of an expression', () => {
  test('knows a slip by its value', () => {
    expect(judged('x*1')).toEqual({ score: 0.25, criterion: 1, misconception: 'other-variable' });
    expect(judged('a + x/0.5')).toMatchObject({ score: 1, criterion: 0 });
    expect(judged('7')).toEqual({ score: 0, criterion: null, misconception: null });
  });

  test('gives part of the credit for the right value in another form', () => {
    const fields = {
      key: '(x - 1) * (x + 2)',
      form: 'factored',
      rubric: [criterion('key', 1), criterion('other-form', 0.5), criterion('otherwise', 0.1)],
    };
    expect(scoreOf('(x+2)(x-1)', fields)).toBe(1);
    expect(scoreOf('x^2 + x - 2', fields)).toBe(0.5);
    expect(scoreOf('x^2 - x - 2', fields)).toBe(0.1);
    expect(scoreLevels(expressionItem(fields)).map(({ score }) => score)).toEqual([0, 0.1, 0.5, 1]);
  });

  test('judges a stored text that can no longer be read as nothing', () => {
    const variant = variantOf(expressionItem());
    const old = { kind: 'expression', text: '2z', read: '2 * z' } as const;
    expect(scoreResponse(variant, old).score).toBe(0);
    expect(tellResponse(variant, old)).toBe('`2 * z`');
  });
});

describe('what can be meant in two ways', () => {
  test('is asked about, with both, where they differ in value', () => {
    expect(reading('1/2x')).toMatchObject({
      ok: false,
      error: {
        code: 'ambiguous',
        path: 'answer',
        message: 'That could be 1 / 2 * x or 1 / (2 * x).',
      },
    });
  });

  test.each(['1/1x', 'x^1/2', 'a/ax', 'e^2x', 'x2', '√2x'])('%s is refused', (text) => {
    expect(reading(text)).toMatchObject({ ok: false, error: { code: 'ambiguous' } });
  });

  test.each(['0/2x', 'x^1/1', '√0x', 'ln(1)/2x'])(
    '%s is taken where the values are the same',
    (text) => {
      expect(reading(text)).toMatchObject({ ok: true, value: { echo: null } });
    },
  );

  test.each([
    ['sin 2x', 'sin(2 * x)'],
    ['log x^2', 'ln(x^2)'],
    ['e^x/2', 'e^x / 2'],
    ['2^x^2', '2^(x^2)'],
  ])('is confirmed where one of them is usual: %s', (text, echo) => {
    expect(reading(text)).toMatchObject({ ok: true, value: { echo } });
  });

  test.each(['log(x)/log(2) - ln(x)/ln(2)', 'x^2^1', '2x', 'log(1)'])(
    'is not echoed where nothing is in doubt: %s',
    (text) => {
      expect(reading(text)).toMatchObject({ ok: true, value: { echo: null } });
    },
  );

  test('leaves the logarithm alone where the stem writes it', () => {
    expect(reading('log x', { stem: 'What is the slope of $x \\log x$?' })).toMatchObject({
      ok: true,
      value: { echo: null },
    });
  });
});

describe('an expression item', () => {
  const item = expressionItem();
  const variant = variantOf(item);

  test('stores what was typed and what was read', () => {
    const read = reading('  2·x + a ');
    expect(read).toEqual({
      ok: true,
      value: { response: { kind: 'expression', text: '2·x + a', read: '2 * x + a' }, echo: null },
    });
    if (read.ok) expect(response.parse(read.value.response)).toEqual(read.value.response);
  });

  test('tells its symbols and rule beforehand, and a response as a formula', () => {
    expect(askOf(variant)).toEqual({ symbols: ['x', 'a'], functions: [], naturalLog: false });
    expect(ruleOf(item)).toBe('Every way of writing it counts.');
    expect(tellResponse(variant, keyResponse(variant)!)).toBe('$\\displaystyle 2 \\, x + a$');
  });

  test('puts the numbers of a variant into its key, as somebody would write it', () => {
    const varied = expressionItem({
      variables: { n: { pick: [3, 3] }, k: '-2', half: '0.5' },
      ...keyed('k * n * x^(n - 1) + half * a - k + 0 * x'),
      check: '-6 * x^2 + 0.5 * a + 2',
    });
    const key = keyResponse(variantOf(varied))!;
    expect(key).toMatchObject({ read: '-6 * x^2 + 0.5 * a + 2' });
    expect(scoreResponse(variantOf(varied), key).score).toBe(1);
  });

  test('cannot be guessed, and knows responses of every score, the last one wrong', () => {
    expect(blindGuesses(item)).toEqual([]);
    expect(scoreLevels(item)).toEqual([
      { score: 0, luck: 1 },
      { score: 0.25, luck: 0 },
      { score: 1, luck: 0 },
    ]);
    const known = knownResponses(variant).map((each) => scoreResponse(variant, each).score);
    expect(known).toEqual([1, 0.25, 0]);
  });
});
