/**
 * Places where what people type can be meant in two ways, with the usual way as the default. A reading
 * with one of these switched is the other way.
 */
export const choices = {
  /** `1/2x`: the x stands beside the fraction, or below the line. */
  below: 'ask',
  /** `sin 2x`: of 2x, or of 2 alone. */
  argument: 'confirm',
  /** `sin x/2`: half of the sine, or the sine of half. */
  argumentBelow: 'ask',
  /** `√2x`: of 2, or of 2x. */
  root: 'ask',
  /** `e^2x`: 2 is raised, or 2x. */
  exponent: 'ask',
  /** `e^x/2`: x is raised, or x/2. */
  exponentBelow: 'confirm',
  /** `x^1/2`: 1 is raised, or 1/2. */
  fractionalPower: 'ask',
  /** `x^2^3`: from the right, or from the left. */
  tower: 'confirm',
  /** `sin^-1 x`: the inverse function, or one over it. */
  inverse: 'ask',
  /** `log x`: natural, or to base 10. */
  log: 'confirm',
  /** `2e-3`: a power of ten, or Euler's number. */
  scientific: 'confirm',
  /** `x2`: times 2, or a power that lost its sign. */
  trailing: 'ask',
} as const satisfies Record<string, 'ask' | 'confirm'>;

export type Choice = keyof typeof choices;
