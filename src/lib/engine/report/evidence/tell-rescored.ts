import { percent } from '../summary.ts';
import type { ChangedItem, ChangedLevel, Rescored } from './rescore.ts';

/** What a new scoring changed, a line each: levels with the items behind them, then what moved no level. */
export function tellRescored(rescored: Rescored): string[] {
  const { identical, items, levels, bankThen, bankNow } = rescored;
  if (identical) return ['Nothing changed: the report is the same, byte for byte.'];
  if (items.length === 0 && levels.length === 0) {
    return [
      'No score and no domain’s level changed; the file differs in other figures or in form.',
    ];
  }
  const told = new Set<ChangedItem>();
  const lines = levels.map((level) => {
    const behind = items.filter((item) => item.domain === level.id);
    for (const item of behind) told.add(item);
    return `${tellMove(level)}${behind.length > 0 ? `: ${behind.map(tellItem).join('; ')}` : ''}.`;
  });
  const rest = items.filter((item) => !told.has(item)).map((item) => `${tellItem(item)}.`);
  return [...lines, ...rest.map(capital), ...tellBank(items, bankThen, bankNow)];
}

/** "54 → 61 in Statistics"; a move within a point shows its tenths. */
function tellMove({ title, then, now }: ChangedLevel): string {
  if (then === null) return `${title} is new in the report, at ${percent(now ?? 0)}`;
  if (now === null) return `${title} has left the bank, it was at ${percent(then)}`;
  const isWithinPoint = Math.round(then) === Math.round(now);
  const figure = (value: number) => (isWithinPoint ? value.toFixed(2) : String(Math.round(value)));
  return `${figure(then)} → ${figure(now)} in ${title}`;
}

function tellItem(item: ChangedItem): string {
  const where = item.position === null ? 'answered before' : `question ${item.position}`;
  const name = `item ${item.itemId} (${where})`;
  switch (item.fate) {
    case 'gone':
      return `${name} has left the bank and no longer counts`;
    case 'reworded':
      return `${name} asks something else since version ${item.versionNow} and no longer counts`;
    case 'rejudged': {
      const cause =
        item.versionNow === item.versionThen
          ? `is judged otherwise though it still is version ${item.versionNow}`
          : `had its key or criteria mended in version ${item.versionNow}`;
      return `${name} ${cause}${tellScores(item)}`;
    }
  }
}

function tellScores({ scoreThen, scoreNow }: ChangedItem): string {
  if (scoreThen === null || scoreNow === null) return '';
  const [was, is] = [scoreThen, scoreNow].map((score) => Number(score.toFixed(2)));
  return was === is ? `, with the same score ${was}` : `, score ${was} → ${is}`;
}

/** Where no item explains a move, the bank as a whole must. */
function tellBank(items: readonly ChangedItem[], then: string, now: string): string[] {
  if (then === now) return [];
  const others = items.length > 0 ? 'Besides, d' : 'D';
  return [
    `${others}ifficulties, targets or measurement settings may differ: the bank was ${then} and is ${now}.`,
  ];
}

function capital(line: string): string {
  return line.charAt(0).toUpperCase() + line.slice(1);
}
