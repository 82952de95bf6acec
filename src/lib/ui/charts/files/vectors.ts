import type { ChartTheme } from '../theme.ts';

/** An SVG element of that size, in pixels. */
export type DrawVector = (theme: ChartTheme, width: number, height: number) => string;

/** How a canvas is drawn where lines are wanted instead of pixels. */
export const vectors = new WeakMap<Element, () => Promise<DrawVector>>();
