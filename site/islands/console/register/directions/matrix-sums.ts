import type { MatrixCell } from '../../../../../messaging/register/directions/directions-schemas.ts';

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
