import { type Formula, binary } from './formula.ts';
import { TokenStream } from './token-stream.ts';
import { quoted } from './tokens.ts';

const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** Reads what is one piece by itself: numbers, names, brackets, bars, fractions, roots and calls. */
export abstract class AtomParser extends TokenStream {
  /** How many bars wait for their end in the innermost bracket. */
  #bars = 0;

  protected abstract sum(): Formula;
  protected abstract signed(): Formula;
  protected abstract power(): Formula;
  /** A factor that stands beside another without a sign. */
  protected abstract beside(left: Formula): Formula;
  /** What is raised, with its sign. */
  protected abstract raised(): Formula;

  protected startsFactor(): boolean {
    const { kind } = this.next();
    return (
      ['number', 'name', 'function', 'open', 'fraction', 'root'].includes(kind) ||
      (kind === 'bar' && this.#bars === 0)
    );
  }

  protected atom(): Formula {
    const token = this.next();
    switch (token.kind) {
      case 'number':
        return this.#number();
      case 'name':
        return { kind: 'name', name: this.take().text };
      case 'open':
        return this.#group();
      case 'bar':
        return this.#absolute();
      case 'function':
        return this.#call();
      case 'fraction': {
        this.take();
        const above = this.deeper(() => this.atom());
        return binary(
          '/',
          above,
          this.deeper(() => this.atom()),
        );
      }
      case 'root':
        return this.#root();
      case 'operator':
      case 'close':
      case 'end':
        return this.unexpected(token);
    }
  }

  /** Also `2.5e-3`, where no gap parts the digits. */
  #number(): Formula {
    const mantissa: Formula = { kind: 'number', text: this.take().text };
    const sign = ['+', '-'].includes(this.next(1).text) ? 1 : 0;
    const parts = [this.next(), this.next(1), this.next(1 + sign)];
    const digits = parts[2]?.text ?? '';
    const isScientific =
      this.next().text === 'e' && parts.every(({ spaced }) => !spaced) && /^\d{1,3}$/.test(digits);
    if (!isScientific || this.isOther('scientific')) return mantissa;
    const exponent: Formula = { kind: 'number', text: digits };
    const isNegative = this.next(1).text === '-';
    for (let taken = 0; taken < 2 + sign; taken++) this.take();
    const ten: Formula = { kind: 'number', text: '10' };
    const power = binary('^', ten, isNegative ? { kind: 'negative', of: exponent } : exponent);
    return binary('*', mantissa, power);
  }

  #group(): Formula {
    const open = this.take();
    const bars = this.#bars;
    this.#bars = 0;
    const inside = this.deeper(() => this.sum());
    this.#bars = bars;
    const close = this.next();
    if (close.kind === 'close' && close.text === closing[open.text]) {
      this.take();
      return inside;
    }
    if (close.kind !== 'close' && close.kind !== 'end') this.unexpected(close);
    return this.stop(
      'bracket',
      close.kind === 'end'
        ? `The bracket ${this.from(open)} is not closed.`
        : `The bracket ${this.from(open)} is closed by ${quoted(close.text)}.`,
      'Mend the brackets.',
    );
  }

  #absolute(): Formula {
    const open = this.take();
    this.#bars++;
    const of = this.deeper(() => this.sum());
    this.#bars--;
    if (this.next().kind !== 'bar') {
      this.stop('bracket', `The bar ${this.from(open)} is not closed.`, 'Add a second bar.');
    }
    this.take();
    return { kind: 'call', name: 'abs', of };
  }

  #root(): Formula {
    const isTex = this.take().text === 'sqrt';
    if (isTex && this.next().text === '[') {
      this.take();
      if (this.take().text !== '3' || this.take().text !== ']') {
        this.stop('root', 'Only square and cube roots are read.', 'Write x^(1/n) for others.');
      }
      return { kind: 'call', name: 'cbrt', of: this.deeper(() => this.atom()) };
    }
    const isBracketed = isTex || this.next().kind === 'open';
    let of = this.deeper(() => (isBracketed ? this.atom() : this.power()));
    const isTight = !isBracketed && !this.next().spaced;
    while (isTight && this.startsFactor() && this.isOther('root')) of = this.beside(of);
    return { kind: 'call', name: 'sqrt', of };
  }

  #call(): Formula {
    const called = this.take().text;
    // `sin^2 x`
    const isRaised = this.isNext('^');
    if (isRaised) this.take();
    const power = isRaised ? this.deeper(() => this.raised()) : null;
    const isBracketed = this.next().kind === 'open';
    const of = this.deeper(() => (isBracketed ? this.#group() : this.#bareArgument()));
    const isLog = called === 'log';
    const name = isLog
      ? !this.options.naturalLog && this.isOther('log')
        ? 'log10'
        : 'ln'
      : called;
    const isInverse =
      power?.kind === 'negative' &&
      power.of.kind === 'number' &&
      power.of.text === '1' &&
      ['sin', 'cos', 'tan'].includes(name);
    if (isInverse && !this.isOther('inverse')) return { kind: 'call', name: `a${name}`, of };
    const call: Formula = { kind: 'call', name, of };
    return power ? binary('^', call, power) : call;
  }

  /** What stands behind a function without brackets: `sin 2x`, `ln x^2`; in `sin x cos x` only the x. */
  #bareArgument(): Formula {
    let of = this.isNext('-', '+') ? this.signed() : this.power();
    while (this.startsFactor() && this.next().kind !== 'function') {
      if (this.isOther('argument')) return of;
      of = this.beside(of);
    }
    const below = this.next(1);
    const isTight = this.isNext('/') && !this.next().spaced && !below.spaced;
    if (isTight && below.kind !== 'function' && this.isOther('argumentBelow')) {
      this.take();
      of = binary('/', of, this.power());
    }
    return of;
  }
}
