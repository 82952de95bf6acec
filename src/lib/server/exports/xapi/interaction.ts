import { keyResponse, tellResponse } from '#lib/engine/rubric/registry.ts';
import type { Response } from '#lib/engine/rubric/response.ts';
import type { Variant } from '#lib/engine/template/instantiate.ts';
import { plainText } from '#lib/engine/template/plain-text.ts';

interface Component {
  readonly id: string;
  readonly description: { readonly en: string };
}

/** How xAPI 1.0.3 (Data, appendix C) describes a question, and what was answered to it. */
export interface Interaction {
  readonly interactionType: 'choice' | 'numeric' | 'sequencing' | 'matching' | 'other';
  readonly correctResponsesPattern: readonly string[];
  readonly choices?: readonly Component[];
  readonly source?: readonly Component[];
  readonly target?: readonly Component[];
}

/** A question in xAPI's terms. A kind that these have no word for is "other", its answers told in words. */
export function interactionOf(variant: Variant): Interaction {
  const key = keyResponse(variant);
  const correctResponsesPattern = key ? [writeResponse(variant, key)] : [];
  const options = variant.options.map(component);
  switch (variant.item.kind) {
    case 'single-choice':
    case 'multiple-response':
      return { interactionType: 'choice', correctResponsesPattern, choices: options };
    case 'numeric':
      return { interactionType: 'numeric', correctResponsesPattern };
    case 'ordering':
      return { interactionType: 'sequencing', correctResponsesPattern, choices: options };
    case 'matching':
      return {
        interactionType: 'matching',
        correctResponsesPattern,
        source: variant.prompts.map(component),
        target: options,
      };
    default:
      return { interactionType: 'other', correctResponsesPattern };
  }
}

/** A response as xAPI writes that kind of interaction; empty where the learner did not know. */
export function writeResponse(variant: Variant, response: Response): string {
  switch (response.kind) {
    case 'dont-know':
      return '';
    case 'single-choice':
      return response.option;
    case 'multiple-response':
      return response.options.join('[,]');
    case 'numeric':
      return String(response.value);
    case 'ordering':
      return response.order.join('[,]');
    case 'matching':
      return response.pairs.map((pair) => pair.join('[.]')).join('[,]');
    default:
      return plainText(tellResponse(variant, response));
  }
}

function component({ id, text }: { readonly id: string; readonly text: string }): Component {
  return { id, description: { en: plainText(text) } };
}
