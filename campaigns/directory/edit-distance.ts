/** Edits between two words, and between the first word and the nearest beginning of the second. */
export interface Edits {
  whole: number;
  start: number;
}

const rowLength = 64;
const rows = [new Uint8Array(rowLength), new Uint8Array(rowLength), new Uint8Array(rowLength)];

/**
 * Optimal string alignment: a letter put in, left out, replaced, or swapped with its neighbour counts one.
 * More than `most` edits are not told apart: they are reported as `most + 1`. Words count up to 63 letters.
 */
export function edits(from: string, to: string, most: number): Edits {
  const fromLength = Math.min(from.length, rowLength - 1);
  const toLength = Math.min(to.length, rowLength - 1, fromLength + most);
  const tooMany = most + 1;
  let [before, above, row] = rows as [Uint8Array, Uint8Array, Uint8Array];
  for (let col = 0; col <= toLength; col += 1) row[col] = col;
  for (let line = 1; line <= fromLength; line += 1) {
    [before, above, row] = [above, row, before];
    row[0] = line;
    const letter = from.charCodeAt(line - 1);
    let least = line;
    for (let col = 1; col <= toLength; col += 1) {
      const other = to.charCodeAt(col - 1);
      let best = at(above, col - 1) + (letter === other ? 0 : 1);
      best = Math.min(best, at(above, col) + 1, at(row, col - 1) + 1);
      const swapped =
        line > 1 &&
        col > 1 &&
        letter === to.charCodeAt(col - 2) &&
        from.charCodeAt(line - 2) === other;
      if (swapped) best = Math.min(best, at(before, col - 2) + 1);
      row[col] = best;
      if (best < least) least = best;
    }
    if (least > most) return { whole: tooMany, start: tooMany };
  }
  let start = tooMany;
  for (let col = 0; col <= toLength; col += 1) start = Math.min(start, at(row, col));
  const cut = toLength < Math.min(to.length, rowLength - 1);
  return { whole: cut ? tooMany : Math.min(at(row, toLength), tooMany), start };
}

function at(row: Uint8Array, col: number): number {
  return row[col] as number;
}
