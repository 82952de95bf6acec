import { placeAmong } from './moving.ts';

interface Drag {
  /** The row would stand at this place, from 0, if it were let go. */
  readonly over: (to: number) => void;
  /** @param isDropped false where the drag was given up: by Escape, or by a gesture of the browser */
  readonly end: (isDropped: boolean) => void;
}

/** So near to the edge of the window the page moves on under the pointer, in CSS pixels. */
const EDGE = 48;
const SCROLL_STEP = 12;

/**
 * Follows the pointer that pressed on a row's handle, until it is let go. The window listens, and not the handle:
 * the row changes its place in the document meanwhile, and with it any captured pointer would be lost.
 */
export function followDrag(press: PointerEvent, row: HTMLElement, { over, end }: Drag): void {
  // Or the mouse selects text on its way.
  press.preventDefault();
  const listening = new AbortController();
  const { signal } = listening;
  const isOurs = ({ pointerId }: PointerEvent) => pointerId === press.pointerId;
  const stop = (isDropped: boolean) => {
    listening.abort();
    end(isDropped);
  };
  const follow = (event: PointerEvent) => {
    if (!isOurs(event)) return;
    scrollNear(event.clientY);
    over(placeAmong(middlesBeside(row), event.clientY));
  };
  const lift = (event: PointerEvent) => {
    if (isOurs(event)) stop(true);
  };
  const giveUp = (event: PointerEvent | KeyboardEvent) => {
    if ('key' in event ? event.key === 'Escape' : isOurs(event)) stop(false);
  };
  window.addEventListener('pointermove', follow, { signal });
  window.addEventListener('pointerup', lift, { signal });
  window.addEventListener('pointercancel', giveUp, { signal });
  window.addEventListener('keydown', giveUp, { signal });
}

/** The middles of the other rows, from top to bottom. */
function middlesBeside(row: HTMLElement): number[] {
  const others = [...(row.parentElement?.children ?? [])].filter((other) => other !== row);
  return others.map((other) => {
    const { top, bottom } = other.getBoundingClientRect();
    return (top + bottom) / 2;
  });
}

function scrollNear(y: number): void {
  if (y < EDGE) window.scrollBy(0, -SCROLL_STEP);
  else if (y > window.innerHeight - EDGE) window.scrollBy(0, SCROLL_STEP);
}
