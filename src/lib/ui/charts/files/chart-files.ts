import type { Attachment } from 'svelte/attachments';

/** Makes the buttons below a figure save it; the script that draws files comes with the first. */
export const chartFiles: Attachment<HTMLElement> = (host) => {
  const left = new AbortController();
  const status = host.querySelector('[role="status"]');
  const save = async (type: 'svg' | 'png') => {
    const figure = host.closest('figure');
    if (figure === null) return;
    let said = '';
    try {
      const { saveFigure } = await import('./save-figure.ts');
      await saveFigure(figure, host.dataset['name'] ?? 'chart', type);
    } catch {
      said = 'It could not be saved.';
    }
    if (status) status.textContent = said;
  };
  for (const button of host.querySelectorAll('button')) {
    const type = button.dataset['type'] === 'png' ? 'png' : 'svg';
    button.addEventListener('click', () => void save(type), { signal: left.signal });
  }
  return () => {
    left.abort();
  };
};
