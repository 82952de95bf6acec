import { choicesOf, mean } from '../choices.ts';
import type { BankRule } from '../rule.ts';

const mostLongest = 0.3;
/** Of fewer choices a share says little. */
const fewestChoices = 8;

/** In no domain is the key too often the longest of its options. */
export const longestKeys: BankRule = ({ items, domains }) => {
  const choices = choicesOf(items);
  for (const { id, tell } of domains) {
    const own = choices.filter(({ domain }) => domain === id);
    if (own.length < fewestChoices) continue;
    const share = mean(
      own.map(({ shown }) =>
        mean(
          shown.map((options) => {
            const key = options.find(({ isKey }) => isKey)?.length ?? 0;
            return Number(options.every(({ isKey, length }) => isKey || length < key));
          }),
        ),
      ),
    );
    if (share <= mostLongest) continue;
    tell.problem(
      ['domain'],
      'key-often-longest',
      `the key is the longest option in ${Math.round(100 * share)} % of its single choices.`,
      `Bring it to ${100 * mostLongest} % at most: shorten keys, or say more in others.`,
    );
  }
};
