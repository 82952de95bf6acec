import { plainNumber } from '#lib/engine/template/format.ts';
import type { Variant } from '#lib/engine/template/instantiate.ts';
import type { Response } from './response.ts';
import { numberOf } from './score-numeric.ts';

/** A response in words, Markdown: what the learner chose or typed. */
export function tellResponse(variant: Variant, response: Response): string {
  switch (response.kind) {
    case 'dont-know':
      return 'I don’t know yet';
    case 'single-choice':
      return optionTexts(variant, [response.option]);
    case 'multiple-response':
      return optionTexts(variant, response.options);
    case 'numeric':
      return withUnit(variant, response.value);
  }
}

/** The key of a variant: the options' ids (none where the answer is constructed) and it in words. */
export function keyOf(variant: Variant): {
  readonly options: readonly string[];
  readonly text: string;
} {
  const { item } = variant;
  switch (item.kind) {
    case 'single-choice': {
      const when = item.rubric.find(({ score }) => score === 1)?.when;
      const options = when && when !== 'otherwise' ? [when.option] : [];
      return { options, text: optionTexts(variant, options) };
    }
    case 'multiple-response':
      return { options: item.keys, text: optionTexts(variant, item.keys) };
    case 'numeric': {
      const when = item.rubric[0]?.when;
      const key =
        when && when !== 'otherwise' && 'equals' in when ? numberOf(variant, when.equals) : null;
      return { options: [], text: key === null ? '' : withUnit(variant, key) };
    }
  }
}

function optionTexts(variant: Variant, ids: readonly string[]): string {
  return variant.options
    .filter(({ id }) => ids.includes(id))
    .map(({ text }) => text.trim())
    .join('; ');
}

function withUnit({ item }: Variant, value: number): string {
  const unit = item.kind === 'numeric' && item.unit ? ` ${item.unit}` : '';
  return `${plainNumber(value)}${unit}`;
}
