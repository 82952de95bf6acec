import type { QuestionView } from '#lib/engine/quiz/question-view.ts';
import type { AnswerForm } from './page-data.ts';

/**
 * What a learner has answered on the page as the server sent it, before the script came to it:
 * on a slow line that can be a whole answer, and taking the page over would empty its fields.
 *
 * @returns null on the server, and where the page shows another question's form, an empty one or none
 */
export function earlyAnswer(
  question: QuestionView,
): Required<Pick<AnswerForm, 'sent' | 'certainty'>> | null {
  const form =
    typeof document === 'undefined'
      ? null
      : document.querySelector<HTMLFormElement>('form:has([name="position"])');
  if (!form) return null;
  const data = new FormData(form);
  const { position, itemId, seed } = question;
  const isItsForm =
    data.get('position') === String(position) &&
    data.get('item') === itemId &&
    data.get('seed') === String(seed);
  if (!isItsForm) return null;
  const text = (value: FormDataEntryValue | null) => (typeof value === 'string' ? value : '');
  const early = {
    sent: data.getAll('answer').map(text),
    certainty: text(data.get('certainty')),
  };
  return [...early.sent, early.certainty].some((each) => each !== '') ? early : null;
}
