import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Formula, binary, partsOf, rebuilt } from '#lib/engine/kernel/formula/formula.ts';
import { readCanonical, readFormula } from '#lib/engine/kernel/formula/read-formula.ts';
import { writeTex, writeText } from '#lib/engine/kernel/formula/write.ts';
import { valuesAt } from '#lib/engine/rubric/formulas/equivalence.ts';
import {
  keyResponse,
  readResponse,
  scoreResponse,
  tellResponse,
} from '#lib/engine/rubric/registry.ts';
import { type Response, response } from '#lib/engine/rubric/response.ts';
import { expressionItem, variantOf } from '../../support/items.ts';

const vocabulary = { symbols: ['x', 'y', 'lambda'], functions: ['sigma'], naturalLog: true };
const symbols = { x: [0.5, 2], y: [0.5, 2], lambda: [0.5, 2] };
const functions = { sigma: '1 / (1 + exp(-t))' };

/** Any formula: of every operator, function and sign. */
const anyFormula = fc.letrec<{ formula: Formula }>((tie) => ({
  formula: fc.oneof(
    { maxDepth: 5, depthIdentifier: 'formula' },
    fc.constantFrom('x', 'y', 'lambda', 'pi', 'e').map((name): Formula => ({ kind: 'name', name })),
    fc
      .constantFrom('0', '1', '2', '3', '10', '0.5', '2.75')
      .map((text): Formula => ({ kind: 'number', text })),
    tie('formula').map((of): Formula => ({ kind: 'negative', of })),
    fc
      .tuple(fc.constantFrom('+', '-', '*', '/', '^'), tie('formula'), tie('formula'))
      .map(([operator, left, right]) => binary(operator, left, right)),
    fc
      .tuple(
        fc.constantFrom('sin', 'exp', 'ln', 'sqrt', 'abs', 'tanh', 'sigma', 'log2', 'cbrt', 'asin'),
        tie('formula'),
      )
      .map(([name, of]): Formula => ({ kind: 'call', name, of })),
  ),
})).formula;

/** Formulas that have a value everywhere in the domain, and none so large that it says nothing. */
const tameFormula = fc.letrec<{ formula: Formula }>((tie) => ({
  formula: fc.oneof(
    { maxDepth: 4, depthIdentifier: 'tame' },
    fc.constantFrom('x', 'y').map((name): Formula => ({ kind: 'name', name })),
    fc.constantFrom('1', '2', '3', '0.5').map((text): Formula => ({ kind: 'number', text })),
    fc
      .tuple(fc.constantFrom('+', '-', '*'), tie('formula'), tie('formula'))
      .map(([operator, left, right]) => binary(operator, left, right)),
    fc
      .tuple(fc.constantFrom('sin', 'tanh', 'sigma', 'abs'), tie('formula'))
      .map(([name, of]): Formula => ({ kind: 'call', name, of })),
  ),
})).formula;

const number = (text: string): Formula => ({ kind: 'number', text });

/** Steps of algebra; each leaves the value as it is, wherever it is taken. */
const steps: readonly ((part: Formula) => Formula)[] = [
  // Commutation.
  (part) =>
    part.kind === 'binary' && (part.operator === '+' || part.operator === '*')
      ? binary(part.operator, part.right, part.left)
      : part,
  // Distribution.
  (part) =>
    part.kind === 'binary' && part.operator === '*' && part.right.kind === 'binary'
      ? part.right.operator === '+' || part.right.operator === '-'
        ? binary(
            part.right.operator,
            binary('*', part.left, part.right.left),
            binary('*', part.left, part.right.right),
          )
        : part
      : part,
  // A difference is the sum with the negative.
  (part) =>
    part.kind === 'binary' && part.operator === '-'
      ? binary('+', part.left, { kind: 'negative', of: part.right })
      : part,
  // Association.
  (part) =>
    part.kind === 'binary' && part.operator === '+' && part.left.kind === 'binary'
      ? part.left.operator === '+'
        ? binary('+', part.left.left, binary('+', part.left.right, part.right))
        : part
      : part,
  (part) => binary('/', binary('*', number('3'), part), number('3')),
  (part) => binary('-', binary('*', number('2'), part), part),
  (part) => ({ kind: 'negative', of: { kind: 'negative', of: part } }),
  (part) =>
    part.kind === 'call' && part.name === 'tanh'
      ? binary(
          '-',
          binary('*', number('2'), {
            kind: 'call',
            name: 'sigma',
            of: binary('*', number('2'), part.of),
          }),
          number('1'),
        )
      : part,
];

/** A formula after some steps, each taken at one of its parts. */
const rewritten = fc
  .tuple(tameFormula, fc.array(fc.tuple(fc.nat(steps.length - 1), fc.nat(30)), { maxLength: 5 }))
  .map(([formula, taken]) => {
    let other = formula;
    for (const [step, place] of taken) {
      let part = 0;
      other = rebuilt(other, (each) => (part++ === place ? (steps[step]?.(each) ?? each) : each));
    }
    return { formula, other };
  });

const point = { x: 0.7, y: 1.3, lambda: 1.9 };

/** The value of a formula at one point, by nothing but its parts: not by any text. */
function valueOf(formula: Formula): number {
  switch (formula.kind) {
    case 'number':
      return Number(formula.text);
    case 'name':
      return { ...point, pi: Math.PI, e: Math.E }[formula.name] ?? NaN;
    case 'negative':
      return 0 - valueOf(formula.of);
    case 'call': {
      const of = valueOf(formula.of);
      const own = { ln: Math.log(of), sigma: 1 / (1 + Math.exp(-of)) }[formula.name];
      return own ?? Math[formula.name as 'sin'](of);
    }
    case 'binary': {
      const [left, right] = [valueOf(formula.left), valueOf(formula.right)];
      if (formula.operator === '+') return left + right;
      if (formula.operator === '-') return left - right;
      if (formula.operator === '*') return left * right;
      return formula.operator === '/' ? left / right : left ** right;
    }
  }
}

const itemFor = (key: Formula) =>
  expressionItem({
    symbols,
    functions,
    key: writeText(key),
    rubric: [{ when: 'key', score: 1, feedback: 'Right.' }],
  });

function scoreOf(key: Formula, formula: Formula): number {
  const text = writeText(formula);
  return scoreResponse(variantOf(itemFor(key)), { kind: 'expression', text, read: text }).score;
}

describe('of any formula', () => {
  test('the canonical text is read in one way, as the same formula', () => {
    fc.assert(
      fc.property(anyFormula, (formula) => {
        const text = writeText(formula);
        if (text.length > 400) return;
        const reading = readFormula(text, vocabulary);
        expect(reading).toMatchObject({ ok: true, value: { alternatives: [] } });
        if (!reading.ok) return;
        expect(writeText(reading.value.formula)).toBe(text);
        expect(readCanonical(text, vocabulary)).toEqual(reading.value.formula);
        expect(valueOf(reading.value.formula)).toEqual(valueOf(formula));
      }),
      { numRuns: 3000 },
    );
  });

  test('the library computes what a plain walk over the formula gives', () => {
    let counted = 0;
    fc.assert(
      fc.property(anyFormula, (formula) => {
        const wanted = valueOf(formula);
        // What is huge on the way, a sine makes noise of.
        const isTame = (part: Formula) => Math.abs(valueOf(part)) < 1e4;
        if (!partsOf(formula).every(isTame)) return;
        counted++;
        const [value] = valuesAt(expressionItem({ symbols, functions }), formula, [point]);
        const apart = Math.abs((value ?? NaN) - wanted) / Math.max(1e-3, Math.abs(wanted));
        expect([writeText(formula), apart < 1e-8]).toEqual([writeText(formula), true]);
      }),
      { numRuns: 3000 },
    );
    expect(counted).toBeGreaterThan(1000);
  });

  test('the TeX is read as a formula of the same value, so that both fields agree', () => {
    fc.assert(
      fc.property(tameFormula, (formula) => {
        const tex = writeTex(formula);
        if (tex.length > 400) return;
        const reading = readFormula(tex, vocabulary);
        expect([tex, reading.ok]).toEqual([tex, true]);
        if (!reading.ok) return;
        expect([tex, reading.value.alternatives]).toEqual([tex, []]);
        expect([tex, scoreOf(formula, reading.value.formula)]).toEqual([tex, 1]);
      }),
      { numRuns: 1500 },
    );
  });

  test('the same value in other words earns the whole', () => {
    fc.assert(
      fc.property(rewritten, ({ formula, other }) => {
        expect([writeText(other), scoreOf(formula, other)]).toEqual([writeText(other), 1]);
      }),
      { numRuns: 2000 },
    );
  });

  test('a little more or less, or another formula, earns nothing', () => {
    const near = fc.constantFrom('0.001', '0.01', '1').map(number);
    const change = fc.constantFrom<'+' | '-' | '*'>('+', '-', '*');
    fc.assert(
      fc.property(tameFormula, near, change, (formula, by, operator) => {
        const other =
          operator === '*'
            ? binary(
                '*',
                formula,
                binary('+', number('1'), binary('*', by, { kind: 'name', name: 'x' })),
              )
            : binary(operator, formula, binary('*', by, { kind: 'name', name: 'y' }));
        // Nothing times anything is nothing, and a thousandth of it is lost beside what is huge.
        const item = variantOf(itemFor(formula));
        const zero = scoreResponse(item, { kind: 'expression', text: '0', read: '0' }).score === 1;
        if (zero && operator === '*') return;
        expect([writeText(formula), scoreOf(formula, other)]).toEqual([writeText(formula), 0]);
      }),
      { numRuns: 1500 },
    );
  });
});

describe('whatever is typed', () => {
  const variant = variantOf(
    expressionItem({
      symbols,
      functions,
      key: '2 * x + y',
      rubric: [
        { when: 'key', score: 1, feedback: 'Right.' },
        { when: { equals: 'x' }, score: 0.5, feedback: 'Half.' },
      ],
    }),
  );
  const piece = fc.constantFrom(
    ...'x y 2 3. .5 + - * / ^ ( ) [ ] { } | √ ² ⁻¹ ½ π λ e pi sin ln log exp^ \\frac \\sqrt \\left( \\right) \\cdot , _ 1e9 e-3 σ( sigma ! = '.split(
      ' ',
    ),
    ' ',
  );
  const typed = fc.oneof(
    { weight: 6, arbitrary: fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.join('')) },
    { weight: 2, arbitrary: anyFormula.map(writeText) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 600 }) },
    {
      weight: 1,
      arbitrary: fc.tuple(piece, fc.nat(500)).map(([each, count]) => each.repeat(count)),
    },
  );

  test('10 000 texts are read or refused, stored, told and scored in [0, 1]', () => {
    let read = 0;
    fc.assert(
      fc.property(typed, (text) => {
        const reading = readResponse(variant, [text]);
        if (!reading.ok) {
          expect([reading.error.message, reading.error.hint]).not.toContain('');
          return;
        }
        const kept: Response = response.parse(JSON.parse(JSON.stringify(reading.value.response)));
        expect(kept).toEqual(reading.value.response);
        const { score } = scoreResponse(variant, kept);
        read++;
        expect(score >= 0 && score <= 1).toBe(true);
        expect(tellResponse(variant, kept)).toMatch(/^\$[^$]+\$$/);
      }),
      { numRuns: 10_000 },
    );
    // The share that is read is what makes this a test of the scorer too.
    expect(read).toBeGreaterThan(1000);
  }, 120_000);

  test('the key itself scores 1 at any seed', () => {
    for (let seed = 1; seed <= 50; seed++) {
      const any = variantOf(expressionItem(), seed);
      expect(scoreResponse(any, keyResponse(any)!).score).toBe(1);
    }
  });
});
