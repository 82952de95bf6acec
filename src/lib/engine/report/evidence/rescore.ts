import type { Bank } from '#lib/engine/bank/bank.ts';
import { itemAsked } from '#lib/engine/bank/versions/item-asked.ts';
import { buildReport } from '../build-report.ts';
import { type ReportJson, toJson, writeJson } from '../exports/to-json.ts';
import type { Evidence } from './read-evidence.ts';

/**
 * What became of a question: its judging changed and the answer was judged anew, it asks something else
 * now so that the answer no longer counts, or it has left the bank.
 */
export type Fate = 'rejudged' | 'reworded' | 'gone';

export interface ChangedItem {
  readonly itemId: string;
  /** Place in the attempt; null for an answer from before it. */
  readonly position: number | null;
  /** The skill's domain; null where the item has left the bank. */
  readonly domain: string | null;
  readonly fate: Fate;
  readonly versionThen: number;
  readonly versionNow: number | null;
  /** In [0, 1]; null where it is not known, or no longer counts. */
  readonly scoreThen: number | null;
  readonly scoreNow: number | null;
}

export interface ChangedLevel {
  readonly id: string;
  readonly title: string;
  /** Expected level in percent; null where the domain is on one side only. */
  readonly then: number | null;
  readonly now: number | null;
}

export interface Rescored {
  /** Byte for byte the file that was given. */
  readonly identical: boolean;
  readonly bankThen: string;
  readonly bankNow: string;
  readonly items: readonly ChangedItem[];
  /** Domains whose expected level moved at all, in the order of the bank. */
  readonly levels: readonly ChangedLevel[];
  /** The report as it would be made today. */
  readonly report: ReportJson;
}

/** Replays an attempt against the present bank, and says what is different from when it was reported. */
export function rescore({ json, record }: Evidence, text: string, bank: Bank): Rescored {
  const report = toJson(buildReport(record, bank, json.schedule?.pace), record);
  return {
    identical: writeJson(report) === text,
    bankThen: json.bankVersion,
    bankNow: bank.version,
    items: changedItems(json, report, bank),
    levels: changedLevels(json, report),
    report,
  };
}

function changedItems(then: ReportJson, now: ReportJson, bank: Bank): ChangedItem[] {
  const { questions, answers, earlier } = then.attempt;
  const scoreIn = ({ scores }: ReportJson, position: number) =>
    scores.find((each) => each.position === position)?.score ?? null;
  const before = earlier.flatMap((question) => changed(question, null, null, null, bank));
  const within = questions.slice(0, answers.length).flatMap((question) => {
    const { position } = question;
    return changed(question, position, scoreIn(then, position), scoreIn(now, position), bank);
  });
  return [...before, ...within];
}

function changed(
  { itemId, itemVersion }: { readonly itemId: string; readonly itemVersion: number },
  position: number | null,
  scoreThen: number | null,
  scoreNow: number | null,
  bank: Bank,
): ChangedItem | [] {
  const entry = bank.items.get(itemId);
  const versionNow = entry?.item.version ?? null;
  if (versionNow === itemVersion && scoreThen === scoreNow) return [];
  const isAsked = itemAsked(bank, itemId, itemVersion) !== null;
  return {
    itemId,
    position,
    domain: entry?.skill.domain ?? null,
    fate: !entry ? 'gone' : isAsked ? 'rejudged' : 'reworded',
    versionThen: itemVersion,
    versionNow,
    scoreThen,
    scoreNow,
  };
}

function changedLevels(then: ReportJson, now: ReportJson): ChangedLevel[] {
  const ids = [...new Set([...now.domains, ...then.domains].map(({ id }) => id))];
  return ids
    .map((id): ChangedLevel => {
      const [was, is] = [then, now].map(({ domains }) => domains.find((each) => each.id === id));
      const title = is?.title ?? was?.title ?? id;
      return {
        id,
        title,
        then: was?.level.expected ?? null,
        now: is?.level.expected ?? null,
      };
    })
    .filter((level) => level.then !== level.now);
}
