import { shownNumber } from '../../number-shown.ts';
import { choicesOf, mean } from '../choices.ts';
import type { BankRule } from '../rule.ts';
import type { ShownOption } from '../shown-options.ts';

/** Points of a share that guessing by a rule may win over guessing blindly. */
const mostGain = 0.05;
/** Of fewer single choices chance alone strays further. */
const fewestChoices = 30;

/** What a rule of thumb would choose: one or more options, one of which it takes; none where it says nothing. */
type Thumb = (options: readonly ShownOption[]) => readonly ShownOption[];

const thumbs: Readonly<Record<string, Thumb>> = {
  'the longest': (options) => extreme(options, ({ length }) => length),
  'the shortest': (options) => extreme(options, ({ length }) => -length),
  'any but the longest': (options) => butFor(options, 'the longest'),
  'any but the shortest': (options) => butFor(options, 'the shortest'),
  'the middle number': (options) => {
    const numbers = numbersIn(options);
    if (!numbers) return [];
    return [numbers[Math.floor((numbers.length - 1) / 2)], numbers[Math.floor(numbers.length / 2)]]
      .filter((each) => each !== undefined)
      .map(({ option }) => option);
  },
  'the largest number': (options) =>
    numbersIn(options)
      ?.slice(-1)
      .map(({ option }) => option) ?? [],
  'the smallest number': (options) =>
    numbersIn(options)
      ?.slice(0, 1)
      .map(({ option }) => option) ?? [],
};

/**
 * Whoever knows nothing and chooses by a rule of thumb stays within five points of chance. Where the
 * rule says nothing they choose blindly, and win nothing.
 */
export const rulesOfThumb: BankRule = ({ items, tell }) => {
  const choices = choicesOf(items);
  if (choices.length < fewestChoices) return;
  for (const [name, thumb] of Object.entries(thumbs)) {
    const gain = mean(
      choices.map(({ shown }) =>
        mean(
          shown.map((options) => {
            const taken = thumb(options);
            if (taken.length === 0) return 0;
            return mean(taken.map(({ isKey }) => Number(isKey))) - 1 / options.length;
          }),
        ),
      ),
    );
    if (gain <= mostGain) continue;
    tell.problem(
      ['domains'],
      'rule-of-thumb',
      `always choosing ${name} is right ${(100 * gain).toFixed(1)} points more often than chance.`,
      'Change options until it wins nothing.',
    );
  }
};

/** The options that another rule would not choose. */
function butFor(options: readonly ShownOption[], name: string): ShownOption[] {
  const taken = thumbs[name]?.(options) ?? [];
  return options.filter((option) => !taken.includes(option));
}

function extreme(
  options: readonly ShownOption[],
  size: (option: ShownOption) => number,
): ShownOption[] {
  const most = Math.max(...options.map(size));
  return options.filter((option) => size(option) === most);
}

/** The options by the numbers they show, ascending; null where one shows none, or words beside it. */
function numbersIn(options: readonly ShownOption[]) {
  const numbers = options.flatMap((option) => {
    const value = /\p{L}{3}/u.test(option.text.replace(/\\[a-z]+/gi, ''))
      ? null
      : shownNumber(option.text);
    return value ? [{ option, value: value.value }] : [];
  });
  if (numbers.length < options.length) return null;
  return numbers.toSorted((a, b) => a.value - b.value);
}
