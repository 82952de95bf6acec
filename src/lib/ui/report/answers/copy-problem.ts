import type { Attachment } from 'svelte/attachments';

/** Makes the button beside a text copy it. */
export const copyProblem: Attachment<HTMLElement> = (host) => {
  const left = new AbortController();
  const area = host.querySelector('textarea');
  const status = host.querySelector('[role="status"]');
  const copy = async () => {
    let said = 'Copied.';
    try {
      await navigator.clipboard.writeText(area?.value ?? '');
    } catch {
      // Not allowed here, or no secure page: the keys still can.
      area?.select();
      said = 'Selected: copy it with your keys.';
    }
    if (status) status.textContent = said;
  };
  host
    .querySelector('button')
    ?.addEventListener('click', () => void copy(), { signal: left.signal });
  return () => {
    left.abort();
  };
};
