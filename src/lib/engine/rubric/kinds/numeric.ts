import { plainNumber } from '#lib/engine/template/format.ts';
import { readNumeric } from '../readers/read-numeric.ts';
import type { ResponseOf } from '../response.ts';
import { numberOf, scoreNumeric } from '../scorers/score-numeric.ts';
import { tellTolerance } from '../scorers/tolerance.ts';
import type { Kind } from './kind.ts';

const kind = 'numeric';

/** A number that no item asks for. */
const FAR_OFF = -987654.25;

export const numeric: Kind<typeof kind> = {
  read: readNumeric,
  score: scoreNumeric,
  ask: ({ item: { unit = null, units = {} } }) => ({ unit, units }),
  rule: ({ tolerance }) => tellTolerance(tolerance),
  key(drawn) {
    const when = drawn.item.rubric[0]?.when;
    const key =
      when && when !== 'otherwise' && 'equals' in when ? numberOf(drawn, when.equals) : null;
    return key === null ? null : responseOf(key);
  },
  tell({ item: { unit } }, { value }) {
    return unit === undefined ? plainNumber(value) : `${plainNumber(value)} ${unit}`;
  },
  chosen: () => [],
  guesses: () => [],
  known(drawn) {
    const named = drawn.item.rubric.flatMap(({ when }) => {
      if (when === 'otherwise') return [];
      if ('equals' in when) return numberOf(drawn, when.equals) ?? [];
      const [low, high] = when.between.map((end) => numberOf(drawn, end));
      return low == null || high == null ? [] : [low, (low + high) / 2, high];
    });
    return [...named, FAR_OFF].map(responseOf);
  },
};

function responseOf(value: number): ResponseOf<typeof kind> {
  return { kind, text: String(value), value };
}
