import type {
  DirectionMatrix,
  MatrixCell,
} from '../../../../../messaging/register/directions/directions-schemas.ts';

/** Sums each column of the matrix, the one with most late first; offices that owe nothing more are left out. */
export function countByOffice({ columns, rows }: DirectionMatrix) {
  return columns
    .map(({ id, name }, at) => {
      const sum = sumCells(rows.map(({ cells }) => cells[at] ?? null));
      return { id, name, late: sum?.late ?? 0, open: (sum?.total ?? 0) - (sum?.done ?? 0) };
    })
    .filter(({ open }) => open > 0)
    .toSorted((a, b) => b.late - a.late || b.open - a.open);
}

/** Several cells as one; null where none of them owes anything. */
export function sumCells(cells: readonly (MatrixCell | null)[]): MatrixCell | null {
  const owed = cells.filter((cell) => cell !== null);
  if (owed.length === 0) return null;
  const sum = (field: keyof MatrixCell) => owed.reduce((all, cell) => all + cell[field], 0);
  return {
    total: sum('total'),
    done: sum('done'),
    submitted: sum('submitted'),
    late: sum('late'),
    returned: sum('returned'),
  };
}
