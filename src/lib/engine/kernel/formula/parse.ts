import type { Problem } from '../problem.ts';
import { type Result, fail, ok } from '../result.ts';
import { AtomParser } from './atoms.ts';
import type { Choice } from './choices.ts';
import { type Formula, binary } from './formula.ts';
import { type ParseOptions, Stop } from './token-stream.ts';
import type { Tokens } from './tokens.ts';

export interface Parsed {
  readonly formula: Formula;
  /** Places that can be meant in another way. */
  readonly met: ReadonlySet<Choice>;
}

/** Reads tokens by precedence: sums, products (also without a sign), signs, powers, atoms. */
export function parseTokens(source: Tokens, options: ParseOptions): Result<Parsed, Problem> {
  const parser = new Parser(source, options);
  try {
    return ok({ formula: parser.whole(), met: parser.met });
  } catch (error) {
    if (error instanceof Stop) return fail(error.problem);
    throw error;
  }
}

class Parser extends AtomParser {
  whole(): Formula {
    const formula = this.sum();
    const rest = this.next();
    if (rest.kind === 'close' || rest.kind === 'bar') {
      this.stop('bracket', `The bracket ${this.from(rest)} closes nothing.`, 'Delete it.');
    }
    if (rest.kind !== 'end') this.unexpected(rest);
    return formula;
  }

  protected sum(): Formula {
    let left = this.#product();
    while (this.isNext('+', '-')) {
      const operator = this.take().text === '+' ? '+' : '-';
      left = binary(operator, left, this.#product());
    }
    return left;
  }

  #product(): Formula {
    let left = this.signed();
    for (;;) {
      if (this.isNext('*')) {
        this.take();
        left = binary('*', left, this.signed());
      } else if (this.isNext('/')) {
        this.take();
        let right = this.signed();
        while (this.startsFactor() && this.isOther('below')) right = this.beside(right);
        left = binary('/', left, right);
      } else if (this.startsFactor()) {
        left = this.beside(left);
      } else return left;
    }
  }

  protected beside(left: Formula): Formula {
    const token = this.next();
    if (token.kind !== 'number') return binary('*', left, this.power());
    if (this.previous()?.kind === 'number') {
      this.stop(
        'numbers-adjoin',
        `Two numbers stand side by side before ${this.from(token)}.`,
        'Write an operator between them.',
      );
    }
    const isPower = this.isOther('trailing');
    return binary(isPower ? '^' : '*', left, this.power());
  }

  protected signed(): Formula {
    if (!this.isNext('-', '+')) return this.power();
    const { text } = this.take();
    const of = this.deeper(() => this.signed());
    return text === '-' ? { kind: 'negative', of } : of;
  }

  protected power(): Formula {
    const base = this.atom();
    if (!this.isNext('^')) return base;
    this.take();
    const isBracketed = this.next().kind === 'open';
    const isSigned = this.isNext('-', '+');
    let exponent = this.deeper(() => (isSigned ? this.raised() : this.atom()));
    if (this.isNext('^')) {
      if (this.isOther('tower')) return this.#towerFromLeft(binary('^', base, exponent));
      this.take();
      exponent = binary(
        '^',
        exponent,
        this.deeper(() => this.raised()),
      );
    } else if (isBracketed) return binary('^', base, exponent);
    return binary('^', base, this.isTex ? exponent : this.#wide(base, exponent));
  }

  #towerFromLeft(base: Formula): Formula {
    let left = base;
    while (this.isNext('^')) {
      this.take();
      left = binary('^', left, this.atom());
    }
    return left;
  }

  protected raised(): Formula {
    if (this.isNext('-', '+')) {
      const { text } = this.take();
      const of = this.deeper(() => this.raised());
      return text === '-' ? { kind: 'negative', of } : of;
    }
    const base = this.atom();
    if (!this.isNext('^')) return base;
    this.take();
    return binary(
      '^',
      base,
      this.deeper(() => this.raised()),
    );
  }

  /** What follows an exponent without brackets may be meant to be raised too: `e^2x`, `x^1/2`. */
  #wide(base: Formula, exponent: Formula): Formula {
    const isE = base.kind === 'name' && base.name === 'e';
    const isNumber = isNumeric(exponent);
    const { kind, spaced } = this.next();
    if (kind === 'name' || kind === 'function') {
      const isOpen = spaced ? isE && isNumber : isE || isNumeric(base) || !isNumber;
      let wide = exponent;
      while (isOpen && this.startsFactor() && this.isOther('exponent')) wide = this.beside(wide);
      return wide;
    }
    const below = this.next(1);
    const isTight = this.isNext('/') && !spaced && !below.spaced;
    if (!isTight || (below.kind !== 'number' && below.kind !== 'name')) return exponent;
    const isOne = exponent.kind === 'number' && exponent.text === '1';
    if (!isE && !isOne) return exponent;
    if (!this.isOther(isOne ? 'fractionalPower' : 'exponentBelow')) return exponent;
    this.take();
    return binary('/', exponent, this.atom());
  }
}

function isNumeric(formula: Formula): boolean {
  return formula.kind === 'number' || (formula.kind === 'negative' && isNumeric(formula.of));
}
