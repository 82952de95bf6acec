import type { Attachment } from 'svelte/attachments';

/** Opens what an address points to inside this element: a link to an answer is a link to its inside. */
export const openTarget: Attachment<HTMLElement> = (host) => {
  const left = new AbortController();
  const open = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target === null || !host.contains(target)) return;
    const own = target.querySelector(':scope > details, :scope > div > details');
    for (const details of [own, ...enclosing(target)]) {
      if (details instanceof HTMLDetailsElement) details.open = true;
    }
  };
  open();
  addEventListener('hashchange', open, { signal: left.signal });
  return () => {
    left.abort();
  };
};

function enclosing(target: Element): Element[] {
  const around: Element[] = [];
  for (let each = target.closest('details'); each;) {
    around.push(each);
    each = each.parentElement?.closest('details') ?? null;
  }
  return around;
}
