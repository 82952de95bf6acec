import { z } from 'zod';
import type { Complain } from '../complain.ts';
import { expression, identifier, markdown } from '../text-schema.ts';
import type { KeyPath } from '../yaml-source.ts';

export const options = z
  .record(identifier, markdown)
  .describe('Option id to its text. Learners never see the ids.');
export const order = z
  .enum(['shuffled', 'fixed'])
  .default('shuffled')
  .describe('fixed: shown in the order written, for options with a natural order.');
/** Option id to a condition. */
export const truthTable = z.record(identifier, expression);

/** What the checks of options read of an item. */
interface WithOptions {
  readonly options: Readonly<Record<string, string>>;
  readonly check?: string | Readonly<Record<string, string>> | undefined;
}

/** Three to eight options, and a check that knows them. */
export function checkOptions(item: WithOptions, complain: Complain): void {
  const count = Object.keys(item.options).length;
  if (count < 3 || count > 8) {
    complain(
      ['options'],
      'option-count',
      `It has ${count} options.`,
      'Give three to eight; four is usual.',
    );
  }
  if (typeof item.check === 'object') {
    const named = new Set(Object.keys(item.check));
    for (const option of Object.keys(item.options).filter((id) => !named.has(id))) {
      complain(
        ['check'],
        'check-incomplete',
        `The check says nothing of option "${option}".`,
        'Give a condition for each option.',
      );
    }
    for (const id of named) knownOption(item, id, ['check', id], complain);
  }
}

/** That an option named somewhere exists. */
export function knownOption(item: WithOptions, id: string, at: KeyPath, complain: Complain): void {
  if (Object.hasOwn(item.options, id)) return;
  complain(
    at,
    'option-unknown',
    `There is no option "${id}".`,
    `Options are ${Object.keys(item.options).join(', ')}.`,
  );
}
