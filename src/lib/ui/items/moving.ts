/** What a button asks for: up or down by one place; it keeps the focus. */
export type Move = (by: -1 | 1, button: HTMLElement) => unknown;

/**
 * Entries by their shown place, from 0, in the order that the places sent for them give; as shown
 * where those do not give each entry a place of its own.
 */
export function orderFrom(sent: readonly string[], count: number): readonly number[] {
  const shown = Array.from({ length: count }, (_, entry) => entry);
  const order = shown.map((entry) => sent.indexOf(String(entry + 1)));
  return sent.length === count && order.every((entry) => entry >= 0) ? order : shown;
}

/** The order with one entry brought to another place, from 0; the others close ranks. */
export function moved(order: readonly number[], entry: number, to: number): readonly number[] {
  return order.filter((other) => other !== entry).toSpliced(to, 0, entry);
}

/** The place, from 0, of something at this height among others whose middles are known. */
export function placeAmong(middles: readonly number[], y: number): number {
  return middles.filter((middle) => middle < y).length;
}
