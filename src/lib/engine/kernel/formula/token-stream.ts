import type { Problem } from '../problem.ts';
import type { Choice } from './choices.ts';
import { type Token, type Tokens, quoted, trouble } from './tokens.ts';

export interface ParseOptions {
  /** Whether `log` is the natural logarithm without asking. */
  readonly naturalLog: boolean;
  /** The one choice that is made the other way. */
  readonly other: Choice | null;
  /** The most brackets, exponents and arguments inside of each other. */
  readonly deepest: number;
}

/** Ends the descent of the parser from wherever it is; the parser makes a value of it. */
export class Stop extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}

/** Tokens one after the other, and what the parser may say of them. */
export class TokenStream {
  /** Places that can be meant in another way. */
  readonly met = new Set<Choice>();
  protected readonly options: ParseOptions;
  readonly #source: Tokens;
  #place = 0;
  #depth = 0;

  constructor(source: Tokens, options: ParseOptions) {
    this.#source = source;
    this.options = options;
  }

  protected get isTex(): boolean {
    return this.#source.isTex;
  }

  protected next(ahead = 0): Token {
    const { tokens } = this.#source;
    const token = tokens[Math.min(this.#place + ahead, tokens.length - 1)];
    if (!token) throw new Error('a list of tokens has an end');
    return token;
  }

  protected take(): Token {
    const token = this.next();
    this.#place++;
    return token;
  }

  protected previous(): Token | undefined {
    return this.#source.tokens[this.#place - 1];
  }

  protected isNext(...operators: readonly string[]): boolean {
    const { kind, text } = this.next();
    return kind === 'operator' && operators.includes(text);
  }

  /** True where the place is read the other way; it is noted in any case. */
  protected isOther(choice: Choice): boolean {
    this.met.add(choice);
    return this.options.other === choice;
  }

  protected deeper<T>(read: () => T): T {
    if (++this.#depth > this.options.deepest) {
      this.stop('too-deep', 'That is nested too deeply to be read.', 'Simplify it.');
    }
    const value = read();
    this.#depth--;
    return value;
  }

  protected stop(code: string, message: string, hint: string): never {
    throw new Stop(trouble(code, message, hint).error);
  }

  /** The text from a token on, quoted. */
  protected from({ at }: Token): string {
    return quoted(this.#source.plain.slice(at).trim());
  }

  protected unexpected(token: Token): never {
    if (token.kind === 'end' && this.#place === 0) {
      this.stop('no-expression', 'There is no formula yet.', 'Type one, such as 2x + 1.');
    }
    const before = Array.from(this.#source.plain.slice(0, token.at).trimEnd()).slice(-24).join('');
    this.stop(
      'incomplete',
      token.kind === 'end'
        ? `Something is missing after “${before}”.`
        : `Something is missing before ${this.from(token)}.`,
      'Complete it.',
    );
  }
}
