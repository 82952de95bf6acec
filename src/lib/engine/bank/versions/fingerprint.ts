import { hash32 } from '#lib/engine/kernel/random.ts';
import type { Item } from '../item-schema.ts';
import type { SealedVersion } from './versions-schema.ts';

/** What neither the learner meets before answering nor the score depends on. */
const besides = [
  'id',
  'version',
  'family',
  'difficulty',
  'minutes',
  'source',
  'tags',
  'explanation',
  'check',
];
/** Texts by id: to the learner the words matter, to the score only which there are. */
const textsById = ['options', 'entries', 'pairs', 'extra'];
/** Fields that decide the score and are not shown. */
const hidden = ['rubric', 'key', 'keys'];

/**
 * The two sides of an item as eight hexadecimal digits each. Fields are told apart by name and not by
 * kind; one that is not named here counts on both sides, so that no kind can be forgotten.
 */
export function fingerprintOf(item: Item): SealedVersion {
  const fields = Object.entries(item).filter(([name]) => !besides.includes(name));
  const asked = fields.filter(([name]) => !hidden.includes(name));
  const judged = fields.filter(([name]) => name !== 'stem').map(judgedSide);
  return { version: item.version, asked: digest(asked), judged: digest(judged) };
}

function judgedSide([name, value]: [string, unknown]): [string, unknown] {
  if (name === 'rubric' && Array.isArray(value)) return [name, value.map(withoutFeedback)];
  if (textsById.includes(name) && isRecord(value)) return [name, Object.keys(value)];
  return [name, value];
}

function withoutFeedback(criterion: unknown): unknown {
  if (!isRecord(criterion)) return criterion;
  return Object.entries(criterion).filter(([name]) => name !== 'feedback');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function digest(fields: readonly [string, unknown][]): string {
  const inOrder = fields.toSorted(([a], [b]) => (a < b ? -1 : 1));
  return (hash32(JSON.stringify(inOrder)) >>> 0).toString(16).padStart(8, '0');
}
