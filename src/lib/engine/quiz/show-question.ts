import type { Bank } from '#lib/engine/bank/bank.ts';
import { itemAsked } from '#lib/engine/bank/versions/item-asked.ts';
import { askOf, ruleOf } from '#lib/engine/rubric/registry.ts';
import { type Variant, instantiate } from '#lib/engine/template/instantiate.ts';
import { renderInline, renderMarkdown } from '#lib/engine/template/markup.ts';
import type { Question } from './attempt.ts';
import type { QuestionView } from './question-view.ts';

/** The item of a question as its learner meets it; null where it has left the bank. */
export function variantOf(question: Question, bank: Bank): Variant | null {
  const item = itemAsked(bank, question.itemId, question.itemVersion);
  if (!item) return null;
  const variant = instantiate(item, question.seed);
  return variant.ok ? variant.value : null;
}

/**
 * A question as it may leave the server. Built field by field from what a learner may see,
 * rather than by taking secrets out, so that a new field of items stays in until somebody lets it out.
 */
export function showQuestion(question: Question, bank: Bank): QuestionView | null {
  const variant = variantOf(question, bank);
  const skill = bank.items.get(question.itemId)?.skill;
  const domain = bank.domains.find(({ id }) => id === skill?.domain);
  if (!variant || !domain) return null;
  const { item } = variant;
  return {
    position: question.position,
    itemId: item.id,
    itemVersion: item.version,
    seed: question.seed,
    kind: item.kind,
    domain: { id: domain.id, title: domain.title },
    stem: renderMarkdown(variant.stem),
    options: variant.options.map(({ text }, index) => ({
      place: index + 1,
      html: text.includes('```') ? renderMarkdown(text) : renderInline(text),
    })),
    rule: ruleOf(item),
    ask: askOf(variant),
    minutes: item.minutes,
  };
}
