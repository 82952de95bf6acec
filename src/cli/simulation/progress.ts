const WIDTH = 30;

/** Draws how much is done on a terminal, and nothing anywhere else. */
export function progressBar(stream: NodeJS.WriteStream = process.stderr): {
  readonly show: (share: number) => void;
  readonly clear: () => void;
} {
  if (!stream.isTTY) return { show: () => undefined, clear: () => undefined };
  return {
    show(share) {
      const full = Math.round(WIDTH * share);
      stream.write(
        `\r[${'#'.repeat(full)}${'-'.repeat(WIDTH - full)}] ${Math.floor(100 * share)} %`,
      );
    },
    clear() {
      stream.write(`\r${' '.repeat(WIDTH + 8)}\r`);
    },
  };
}
