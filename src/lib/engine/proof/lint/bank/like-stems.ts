import type { BankRule, Placed } from '../rule.ts';

const shingleLength = 3;
/** Shared shingles over all shingles of the two (Jaccard): above it they are the same question. */
const tooAlike = 0.5;

/** No two items of different families ask the same, whatever the numbers drawn. */
export const likeStems: BankRule = ({ items }) => {
  const shingled = items.map((placed) => ({ placed, shingles: shinglesOf(placed) }));
  shingled.forEach(({ placed, shingles }, index) => {
    for (const other of shingled.slice(0, index)) {
      if (other.placed.item.family === placed.item.family) continue;
      const alike = jaccard(shingles, other.shingles);
      if (alike < tooAlike) continue;
      placed.tell.problem(
        ['stem'],
        'stem-alike',
        `it asks what "${other.placed.item.id}" asks: ${Math.round(100 * alike)} % of their wording is the same.`,
        'Put both into one family, or ask for something else.',
      );
    }
  });
};

/** Runs of words and signs in the stem and, as some stems only introduce them, in the options. */
function shinglesOf({ item }: Placed): ReadonlySet<string> {
  const options = 'options' in item ? Object.values(item.options) : [];
  const text = [item.stem, ...options].join(' ').replace(/\{\{[^}]*\}\}/g, ' 5 ');
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu) ?? [];
  const count = Math.max(1, words.length - shingleLength + 1);
  return new Set(
    Array.from({ length: count }, (_, at) => words.slice(at, at + shingleLength).join(' ')),
  );
}

function jaccard(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0;
  for (const each of one) shared += Number(other.has(each));
  return shared / (one.size + other.size - shared);
}
