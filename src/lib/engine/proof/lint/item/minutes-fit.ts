import type { Item, ItemKind } from '#lib/engine/bank/item-schema.ts';
import { sampleTables } from '#lib/engine/rubric/sql/sample-tables.ts';
import { sqlTexts } from '#lib/engine/rubric/sql/references.ts';
import type { Variant } from '#lib/engine/template/instantiate.ts';
import { codeLines, spokenWords } from '../prose.ts';
import type { ItemRule } from '../rule.ts';

/** Words a minute of somebody who reads with care, and lines of code. */
const wordsPerMinute = 200;
const codeLinesPerMinute = 20;

/** Minutes of thinking and working that an item of each difficulty takes, least and most. */
const work: Readonly<Record<Item['difficulty'], readonly [number, number]>> = {
  1: [0, 2],
  2: [0.25, 3],
  3: [0.5, 4],
  4: [1, 5],
  5: [2.5, 6],
};

/** Minutes that writing the answer down takes besides, least and most; a number or a choice takes none. */
const writing: Readonly<Record<ItemKind, readonly [number, number]>> = {
  'single-choice': [0, 0],
  'multiple-response': [0, 0],
  numeric: [0, 0],
  ordering: [0, 0],
  matching: [0, 0],
  matrix: [0.25, 1],
  expression: [0.25, 1],
  sql: [0.5, 2],
};

/** The minutes leave time to read and to work, and not for a rest. */
export const minutesFit: ItemRule = (item, [variant], tell) => {
  if (!variant) return;
  const [thinking, working] = work[item.difficulty];
  const [short, long] = writing[item.kind];
  const [least, most] = [thinking + short, working + long];
  const reading = readingTime(variant);
  if (item.minutes >= reading + least - 0.25 && item.minutes <= reading + most) return;
  tell.advice(
    ['minutes'],
    'minutes-unfit',
    `${item.minutes} minutes do not fit: reading takes ${reading.toFixed(1)}, work at difficulty ${item.difficulty} ${least} to ${most}.`,
    'Mend the minutes, or shorten what is read.',
  );
};

/** Minutes for stem and options, and for the tables of a question in SQL. */
function readingTime(variant: Variant): number {
  const texts = [variant.stem, ...[...variant.options, ...variant.prompts].map(({ text }) => text)];
  const lines = texts.reduce((sum, text) => sum + codeLines(text), tableLines(variant));
  const words = texts.reduce((sum, text) => sum + spokenWords(text), 0);
  return words / wordsPerMinute + lines / codeLinesPerMinute;
}

/** Lines of the schema and rows of its sample. */
function tableLines({ item, seed, scope }: Variant): number {
  const texts = item.kind === 'sql' ? sqlTexts({ item, seed, scope }) : null;
  if (!texts) return 0;
  const tables = sampleTables(texts.schema, texts.sample) ?? [];
  return tables.reduce(
    (sum, { rows }) => sum + rows.length,
    texts.schema.trim().split('\n').length,
  );
}
