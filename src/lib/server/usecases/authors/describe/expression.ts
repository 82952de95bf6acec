import type { ItemOf } from '#lib/engine/bank/item-schema.ts';
import { writeTex } from '#lib/engine/kernel/formula/write.ts';
import { trialOf } from '#lib/engine/rubric/formulas/equivalence.ts';
import { formulaOf } from '#lib/engine/rubric/formulas/item-formula.ts';
import { evaluateAt } from '#lib/engine/template/expression.ts';
import type { Variant } from '#lib/engine/template/instantiate.ts';
import { renderInline } from '#lib/engine/template/markup.ts';

/** Of the points at which answers are tried, as many as are worth looking at. */
const pointsShown = 5;

/** Key and check at a point of the symbols' domains. */
export interface PointView {
  readonly at: string;
  readonly key: string;
  /** Null where the item has no check, or it gives no number there. */
  readonly check: string | null;
}

/** The first points at which answers are held against the key; none for another kind. */
export function describePoints(variant: Variant): PointView[] {
  const { item, scope } = variant;
  const trial = item.kind === 'expression' ? trialOf({ ...variant, item }) : null;
  if (item.kind !== 'expression' || !trial) return [];
  const points = trial.points.slice(0, pointsShown);
  const checked = evaluateAt(
    item.check ?? 'NaN',
    points.map((point) => ({ ...scope, ...point })),
  );
  return points.map((point, place) => {
    const value = checked.ok ? checked.value[place] : null;
    return {
      at: Object.entries(point)
        .map(([name, at]) => `${name} = ${figure(at, 4)}`)
        .join(', '),
      key: figure(trial.key[place] ?? NaN, 7),
      check: typeof value === 'number' && Number.isFinite(value) ? figure(value, 7) : null,
    };
  });
}

/** What a criterion's expression is at a seed, drawn as a formula; HTML, or null where it cannot be read. */
export function formulaHtml(
  variant: Variant<ItemOf<'expression'>>,
  expression: string,
): string | null {
  const formula = formulaOf(variant, expression);
  return formula.ok ? renderInline(`$\\displaystyle ${writeTex(formula.value)}$`) : null;
}

function figure(value: number, digits: number): string {
  return String(Number(value.toPrecision(digits))).replace('-', '−');
}
