/**
 * Modules of a symbol without its quiet zone; one whole number a row, the leftmost module in the highest used bit.
 * Rows of version 4 are longer than 32 bits.
 */
export interface QrCode {
  readonly size: number;
  readonly rows: ArrayLike<number>;
}

/** Clear modules that ISO/IEC 18004 asks for on each side. */
export const quietModules = 4;

/** Horizontal runs of dark modules: row, first column, column behind the last. */
export function darkRuns({ size, rows }: QrCode): { y: number; from: number; to: number }[] {
  const runs: { y: number; from: number; to: number }[] = [];
  for (let y = 0; y < size; y += 1) {
    let rest = rows[y] as number;
    let from = -1;
    // One light column more ends the last run.
    for (let x = 0, weight = 2 ** (size - 1); x <= size; x += 1, weight /= 2) {
      const dark = x < size && rest >= weight;
      if (dark) rest -= weight;
      if (dark && from < 0) from = x;
      if (dark || from < 0) continue;
      runs.push({ y, from, to: x });
      from = -1;
    }
  }
  return runs;
}
