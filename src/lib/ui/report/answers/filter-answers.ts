import type { Attachment } from 'svelte/attachments';
import { filterFrom, filteredAddress, isShown, tally } from './answer-filter.ts';

/** Makes the form of filters work at once, on the answers that stand in the page. */
export const filterAnswers: Attachment<HTMLElement> = (section) => {
  const left = new AbortController();
  const form = section.querySelector('form');
  const status = section.querySelector('[role="status"]');
  const answers = [...section.querySelectorAll<HTMLElement>('li[id^="answer-"]')];
  /** The address keeps the choice, so that it can be passed on and found again. */
  const apply = (from: HTMLFormElement) => {
    const address = filteredAddress(location.href, new FormData(from));
    history.replaceState(history.state, '', address);
    const filter = filterFrom(address.searchParams);
    for (const answer of answers) {
      const { domain = '', kind = '', shows = '' } = answer.dataset;
      answer.hidden = !isShown({ domain, kind, shows: shows.split(' ') }, filter);
    }
    if (status) {
      status.textContent = tally(answers.filter(({ hidden }) => !hidden).length, answers.length);
    }
  };
  form?.addEventListener(
    'change',
    () => {
      apply(form);
    },
    { signal: left.signal },
  );
  form?.addEventListener(
    'submit',
    (event) => {
      event.preventDefault();
      apply(form);
    },
    { signal: left.signal },
  );
  return () => {
    left.abort();
  };
};
