/** A number read off an option's text, with the precision it is shown at. */
export interface ShownNumber {
  /** As shown; of a percentage the number before the sign. */
  readonly value: number;
  /** True where the exact value rounds to what is shown. */
  is(exact: number): boolean;
}

/**
 * The first number in a text: a decimal, a TeX fraction or a percentage.
 * Used only to hold options against a check; learners' answers go through readNumber.
 */
export function shownNumber(text: string): ShownNumber | null {
  const plain = text.replace(/\\[,;!]|[,$]|\\(left|right)/g, '').replace(/\u2212/g, '-');
  const fraction = /(-?)\s*\\[dt]?frac\{(-?[\d.]+)\}\{([\d.]+)\}/.exec(plain);
  if (fraction) {
    const [, sign, top, bottom] = fraction;
    return matching((Number(top) / Number(bottom)) * (sign ? -1 : 1), 1e-9);
  }
  const decimal = /(-?)\s*(\d+(?:\.(\d+))?(?:e[+-]?\d+)?)\s*(\\?%)?/i.exec(plain);
  if (!decimal) return null;
  const [, sign, digits = '', places = '', percent] = decimal;
  const scientific = /e([+-]?\d+)$/i.exec(digits);
  const half = 0.5 * 10 ** (Number(scientific?.[1] ?? 0) - places.length);
  const value = Number(digits) * (sign ? -1 : 1);
  const isWhole = places === '' && !scientific;
  const asShown = matching(value, isWhole ? 0.5 : half);
  if (!percent) return asShown;
  const asShare = matching(value / 100, (isWhole ? 0.5 : half) / 100);
  return { value, is: (exact) => asShown.is(exact) || asShare.is(exact) };
}

function matching(value: number, margin: number): ShownNumber {
  return { value, is: (exact) => Math.abs(exact - value) <= margin * (1 + 1e-6) + 1e-9 };
}
