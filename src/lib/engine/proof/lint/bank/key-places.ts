import { choicesOf, mean } from '../choices.ts';
import type { BankRule } from '../rule.ts';

/** Points of a share that a place may differ from chance. */
const mostDeviation = 0.05;
const fewestChoices = 30;

/** Keys stand at every place as often as chance would have it: first, second, …, and last. */
export const keyPlaces: BankRule = ({ items, tell }) => {
  const choices = choicesOf(items);
  if (choices.length < fewestChoices) return;
  const places = Math.max(
    ...choices.flatMap(({ shown }) => shown.map((options) => options.length)),
  );
  for (const place of [...Array.from({ length: places }, (_, index) => index), -1]) {
    const beyond = mean(
      choices.map(({ shown }) =>
        mean(
          shown.map((options) => {
            const option = options.at(place);
            return option ? Number(option.isKey) - 1 / options.length : 0;
          }),
        ),
      ),
    );
    if (Math.abs(beyond) <= mostDeviation) continue;
    tell.problem(
      ['domains'],
      'key-places',
      `the ${place < 0 ? 'last' : `${place + 1}.`} option is the key ${(100 * beyond).toFixed(1)} points more often than by chance.`,
      'Let options be shuffled, or move keys where they are fixed.',
    );
  }
};
