import type { Item, ItemOf } from './item-schema.ts';
import type { KeyPath } from './yaml-source.ts';

/** Says that something in the item is wrong, at a key path inside it. */
export type Complain = (at: KeyPath, code: string, message: string, hint: string) => void;

/** What a schema cannot say of one item: its rubric, options and keys belong together. */
export function checkItem(item: Item, complain: Complain): void {
  switch (item.kind) {
    case 'single-choice':
      checkOptions(item, complain);
      checkSingleChoice(item, complain);
      break;
    case 'multiple-response':
      checkOptions(item, complain);
      checkMultipleResponse(item, complain);
      break;
    case 'numeric':
      checkNumeric(item, complain);
  }
  item.rubric.forEach((criterion, index) => {
    if (criterion.score === 'credit' && item.kind !== 'multiple-response') {
      complain(
        ['rubric', index, 'score'],
        'score-credit',
        'Only a multiple-response item has a credit rule.',
        'Write a number from 0 to 1.',
      );
    }
    if (criterion.when === 'otherwise' && index < item.rubric.length - 1) {
      complain(
        ['rubric', index],
        'criterion-unreachable',
        'Nothing after "otherwise" is ever reached.',
        'Move it to the end.',
      );
    }
  });
}

type ChoiceItem = ItemOf<'single-choice'> | ItemOf<'multiple-response'>;

function checkOptions(item: ChoiceItem, complain: Complain): void {
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

function knownOption(item: ChoiceItem, id: string, at: KeyPath, complain: Complain): void {
  if (Object.hasOwn(item.options, id)) return;
  complain(
    at,
    'option-unknown',
    `There is no option "${id}".`,
    `Options are ${Object.keys(item.options).join(', ')}.`,
  );
}

function checkSingleChoice(item: ItemOf<'single-choice'>, complain: Complain): void {
  const judged = new Set<string>();
  item.rubric.forEach((criterion, index) => {
    if (criterion.when === 'otherwise') return;
    const { option } = criterion.when;
    knownOption(item, option, ['rubric', index, 'when'], complain);
    if (judged.has(option)) {
      complain(
        ['rubric', index],
        'criterion-unreachable',
        `Option "${option}" is judged above.`,
        'Keep one criterion an option.',
      );
    }
    judged.add(option);
  });
  for (const option of Object.keys(item.options).filter((id) => !judged.has(id))) {
    complain(
      ['rubric'],
      'option-unjudged',
      `No criterion says what choosing "${option}" means.`,
      'Add one with its feedback.',
    );
  }
  const full = item.rubric.filter(({ when, score }) => when !== 'otherwise' && score === 1);
  if (full.length !== 1) {
    complain(
      ['rubric'],
      'key-count',
      'A single-choice item has exactly one option with score 1.',
      'Give the key score 1 and the others less.',
    );
  }
}

function checkMultipleResponse(item: ItemOf<'multiple-response'>, complain: Complain): void {
  item.keys.forEach((key, index) => {
    knownOption(item, key, ['keys', index], complain);
  });
  item.rubric.forEach(({ when }, index) => {
    if (when === 'otherwise') return;
    const named = 'exactly' in when ? when.exactly : ['chosen' in when ? when.chosen : when.missed];
    for (const id of named) knownOption(item, id, ['rubric', index, 'when'], complain);
  });
  if (new Set(item.keys).size !== item.keys.length) {
    complain(['keys'], 'key-repeated', 'A key is named twice.', 'Name each once.');
  }
  if (item.keys.length >= Object.keys(item.options).length) {
    complain(
      ['keys'],
      'key-count',
      'Every option is a key.',
      'Add an option that a wrong thought would choose.',
    );
  }
}

function checkNumeric(item: ItemOf<'numeric'>, complain: Complain): void {
  const key = item.rubric[0];
  if (key?.score !== 1 || key.when === 'otherwise' || !('equals' in key.when)) {
    complain(
      ['rubric', 0],
      'key-first',
      'The first criterion of a numeric item is its key.',
      'Begin with `when: { equals: … }` and `score: 1`.',
    );
  }
}
