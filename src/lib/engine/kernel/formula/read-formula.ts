import type { Problem } from '../problem.ts';
import { type Result, ok } from '../result.ts';
import { type Choice, choices } from './choices.ts';
import type { Formula, Vocabulary } from './formula.ts';
import { parseTokens } from './parse.ts';
import { tokenise, trouble } from './tokens.ts';
import { writeText } from './write.ts';

/** Another way in which the same text can be meant. */
export interface Alternative {
  /** Ask: neither way is the usual one. Confirm: the first is, and a look at it is enough. */
  readonly how: 'ask' | 'confirm';
  readonly formula: Formula;
}

export interface FormulaReading {
  /** The usual way. */
  readonly formula: Formula;
  /** Each differs from the usual way in its canonical text; it may still have the same value. */
  readonly alternatives: readonly Alternative[];
}

/** The most characters that a learner may type. */
export const longestFormula = 500;

/**
 * Reads a formula as people type it: `2x`, `2*x`, `2·x`, `x²`, `√x`, `sin x`, `e^x`, `|x|`, also TeX.
 * It knows nothing of values: whether two readings differ in value is for the caller to find out.
 */
export function readFormula(text: string, vocabulary: Vocabulary): Result<FormulaReading, Problem> {
  return text.length > longestFormula
    ? trouble(
        'too-long',
        'That is too long to be read.',
        `Use at most ${longestFormula} characters.`,
      )
    : read(text, vocabulary, 30);
}

/** Reads a canonical text, which is longer and has more brackets than what it was made from. */
export function readCanonical(text: string, vocabulary: Vocabulary): Formula | null {
  const reading = read(text, { ...vocabulary, naturalLog: true }, 150);
  return reading.ok ? reading.value.formula : null;
}

function read(
  text: string,
  vocabulary: Vocabulary,
  deepest: number,
): Result<FormulaReading, Problem> {
  const tokens = tokenise(text, vocabulary);
  if (!tokens.ok) return tokens;
  const parse = (other: Choice | null) =>
    parseTokens(tokens.value, { naturalLog: vocabulary.naturalLog, other, deepest });
  const usual = parse(null);
  if (!usual.ok) return usual;
  const canonical = writeText(usual.value.formula);
  const alternatives = [...usual.value.met].flatMap((choice): Alternative[] => {
    const other = parse(choice);
    if (!other.ok || writeText(other.value.formula) === canonical) return [];
    return [{ how: choices[choice], formula: other.value.formula }];
  });
  return ok({ formula: usual.value.formula, alternatives });
}
