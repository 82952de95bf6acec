import type { ItemOf } from '#lib/engine/bank/item-schema.ts';
import { rightTexts } from '#lib/engine/bank/kinds/matching.ts';
import type { Option } from '#lib/engine/template/arrange.ts';
import { renderInline } from '#lib/engine/template/markup.ts';
import { readMatching } from '../readers/read-matching.ts';
import type { ResponseOf } from '../response.ts';
import { scoreMatching } from '../scorers/score-matching.ts';
import { arrangements } from './arrangements.ts';
import type { Kind } from './kind.ts';
import { wordsOf } from './words.ts';

const kind = 'matching';

export const matching: Kind<typeof kind> = {
  read: readMatching,
  score: scoreMatching,
  ask: ({ options, prompts }) => ({
    prompts: prompts.map(({ text }) => renderInline(text)),
    words: wordsOf(options),
  }),
  rule: ({ credit, extra }) => {
    const spare = Object.keys(extra).length;
    const left = spare === 0 ? '' : spare === 1 ? ' One is left over.' : ` ${spare} are left over.`;
    return credit === 'all-or-nothing'
      ? `Match each with a different one.${left} It counts if all are right.`
      : `Match each with a different one.${left} Each right match earns a share.`;
  },
  key: ({ item }) => ({ kind, pairs: Object.keys(item.pairs).map((id) => [id, id]) }),
  // Broken after each pair, and still legible where an export makes one line of it.
  tell: ({ options, prompts }, { pairs }) =>
    pairs
      .map(([left, right]) => `${textOf(prompts, left)} → ${textOf(options, right)}`)
      .join(';  \n'),
  chosen: () => [],
  guesses: everyMatch,
  known: ({ item }) => [...everyMatch(item), everyOneWrong(item)],
};

function textOf(texts: readonly Option[], id: string): string {
  return texts.find((each) => each.id === id)?.text.trim() ?? '';
}

/** Every way to give each left text another right one. */
function everyMatch(item: ItemOf<typeof kind>): ResponseOf<typeof kind>[] {
  const lefts = Object.keys(item.pairs);
  return arrangements(Object.keys(rightTexts(item)), lefts.length).map((rights) => ({
    kind,
    pairs: lefts.map((left, index) => [left, rights[index] ?? '']),
  }));
}

/** Each left text with the right one of the next pair. */
function everyOneWrong({ pairs }: ItemOf<typeof kind>): ResponseOf<typeof kind> {
  const ids = Object.keys(pairs);
  return { kind, pairs: ids.map((id, index) => [id, ids[(index + 1) % ids.length] ?? id]) };
}
