/**
 * Modules of a symbol without its quiet zone; one whole number a row, the leftmost module in the highest used bit.
 * Rows of version 4 are longer than 32 bits.
 */
export type QrCode = { readonly size: number; readonly rows: ArrayLike<number> };

/** Clear modules that ISO/IEC 18004 asks for on each side. */
export const quietModules = 4;

export function isDark({ size, rows }: QrCode, x: number, y: number): boolean {
  return Math.floor((rows[y] as number) / 2 ** (size - 1 - x)) % 2 === 1;
}

/** Horizontal runs of dark modules: row, first column, column behind the last. */
export function darkRuns(qr: QrCode): { y: number; from: number; to: number }[] {
  const runs: { y: number; from: number; to: number }[] = [];
  for (let y = 0; y < qr.size; y += 1) {
    let x = 0;
    while (x < qr.size) {
      if (!isDark(qr, x, y)) {
        x += 1;
        continue;
      }
      const from = x;
      while (x < qr.size && isDark(qr, x, y)) x += 1;
      runs.push({ y, from, to: x });
    }
  }
  return runs;
}
