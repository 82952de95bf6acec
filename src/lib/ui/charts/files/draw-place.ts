/** The page's point that is the file's upper left corner, in pixels of the window. */
export interface Origin {
  readonly x: number;
  readonly y: number;
}

export function round(value: number): number {
  return Math.round(value * 100) / 100;
}
