import { resolve } from 'node:path';

/** The app's light colours (src/app.css) as PDF takes them, and its type, in points. */
export const colours = {
  ink: '#131e2b',
  soft: '#3d4958',
  signal: '#8b005a',
  tint: '#f3eee1',
  sheet: '#fefdfa',
  hair: '#d4d1c6',
  rule: '#96a0a9',
  interval: '#a5bacd',
  self: '#78715e',
} as const;

export const sizes = { title: 27, heading: 16, subheading: 11.5, body: 10, small: 8.5 } as const;

/** A4, and what is printed of it. */
export const paper = { width: 595.28, height: 841.89 } as const;
export const frame = { left: 50, right: 545.28, top: 52, bottom: 780 } as const;
export const frameWidth = frame.right - frame.left;

/** Beside the question bank, the files that a running app reads from the repository. */
const folder = 'src/lib/server/exports/fonts';
export const fontFiles = {
  sans: resolve(folder, 'sans-regular.ttf'),
  strong: resolve(folder, 'sans-semibold.ttf'),
  serif: resolve(folder, 'serif-semibold.ttf'),
} as const;
export type FontName = keyof typeof fontFiles;

const spelled: Readonly<Record<string, string>> = {
  ...{ '∇': 'grad ', '∘': '·', ᵀ: '^T', '∝': '~', '∈': 'in', '⇒': '→', '⇔': '↔', '‖': '||' },
};
/** Everything outside of what the embedded fonts hold. */
const unheld =
  /[^\n\u0020-\u017f\u0370-\u03ff\u2010-\u2015\u2018-\u2026\u2032\u2070\u2074-\u208e\u2190-\u2199\u2200\u2202\u2206\u220f\u2211\u2212\u221a\u221e\u222b\u2248\u2260\u2264\u2265]/gu;

/** A text in characters that the embedded fonts have; what they lack is spelled, or stripped of its accent. */
export function inFont(text: string): string {
  // A figure keeps its unit on the line; thin and other spaces become the one that fonts have.
  const spaced = text
    .replace(/[\u2000-\u200a\u202f]/g, ' ')
    .replace(/(?<=\d) (?=[%h](?!\w))/g, '\u00a0');
  return spaced.replace(unheld, (character) => {
    const plain = character.normalize('NFD').charAt(0);
    return spelled[character] ?? (/\w/.test(plain) ? plain : /\p{M}/u.test(character) ? '' : '?');
  });
}
