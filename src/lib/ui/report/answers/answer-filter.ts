import type { SharedAnswer } from '#lib/engine/report/view-model.ts';
import { count } from '../format.ts';

/** Which answers are shown; null: whatever it is. */
export interface AnswerFilter {
  readonly domain: string | null;
  readonly show: Show | null;
  readonly kind: string | null;
}

/** Answers worth another look, by name. */
export const shows = {
  missed: 'Not fully right',
  unsure: 'Unsure: a guess or “I don’t know yet”',
  'sure-and-missed': 'Certain, and not fully right',
} as const;
export type Show = keyof typeof shows;

/** Reads a filter from an address; what it does not know, it leaves open. */
export function filterFrom(params: URLSearchParams): AnswerFilter {
  const chosen = (name: string) => {
    const value = params.get(name);
    return value === '' ? null : value;
  };
  const show = chosen('show') ?? '';
  return {
    domain: chosen('domain'),
    show: Object.hasOwn(shows, show) ? (show as Show) : null,
    kind: chosen('kind'),
  };
}

/** The same address with what a form of filters says, at the answers. */
export function filteredAddress(address: string, form: FormData): URL {
  const filtered = new URL(address);
  for (const [name, value] of form) {
    if (typeof value !== 'string') continue;
    if (value === '') filtered.searchParams.delete(name);
    else filtered.searchParams.set(name, value);
  }
  filtered.hash = 'answers';
  return filtered;
}

/** What a filter asks of an answer; it stands with each answer of the page, too. */
export interface Filterable {
  readonly domain: string;
  readonly kind: string;
  readonly shows: readonly string[];
}

export function filterable(answer: SharedAnswer): Filterable {
  const showing = Object.entries(tests).filter(([, isAmong]) => isAmong(answer));
  return { domain: answer.domain, kind: answer.kind, shows: showing.map(([show]) => show) };
}

export function isShown(answer: Filterable, { domain, show, kind }: AnswerFilter): boolean {
  return (
    (domain === null || answer.domain === domain) &&
    (kind === null || answer.kind === kind) &&
    (show === null || answer.shows.includes(show))
  );
}

/** "12 of 40 answers." */
export function tally(shown: number, all: number): string {
  const answers = count(all, 'answer', 'answers');
  return shown === all ? `All ${answers}.` : `${shown} of ${answers}.`;
}

const tests: Readonly<Record<Show, (answer: SharedAnswer) => boolean>> = {
  missed: ({ score }) => score < 1,
  unsure: ({ certainty, dontKnow }) => dontKnow || certainty === 1,
  'sure-and-missed': ({ certainty, dontKnow, score }) => !dontKnow && certainty === 3 && score < 1,
};

/** "Multiple response" for multiple-response. */
export function kindName(kind: string): string {
  const words = kind.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
