import type { Bilingual } from '../../../campaigns/bilingual.ts';
import type { Register } from '../../../campaigns/directions/directions.ts';
import type { Stated } from '../../../campaigns/directions/listing.ts';
import { type OwingOffice, officeKey } from '../../../campaigns/directions/occurrence-key.ts';
import { isLate, isSettled } from '../../../campaigns/directions/occurrence-state.ts';
import type { DirectionMatrix, MatrixCell } from './directions-schemas.ts';

/** A column of the matrix: a zone with all offices below it, or an office at headquarters. */
export interface MatrixColumn {
  id: string;
  name: Bilingual;
  offices: ReadonlySet<string>;
}

/** Columns of what an officer sees: zones with what lies below them, then the offices at headquarters, each by its name. */
export function matrixColumns(
  offices: readonly OwingOffice[],
  {
    findZone,
    findName,
  }: {
    findZone(key: string): string | null;
    findName(office: OwingOffice): Bilingual;
  },
): MatrixColumn[] {
  const groups = Map.groupBy(offices, (office) => {
    const key = officeKey(office);
    if (office.role === 'zone') return key;
    const zone = findZone(key);
    return zone === null ? key : `zone:${zone}`;
  });
  const order = ([id]: readonly [string, unknown]) => (id.startsWith('zone:') ? id : `~${id}`);
  return [...groups]
    .toSorted((a, b) => (order(a) < order(b) ? -1 : 1))
    .map(([id, group]) => {
      const [role = '', area = null] = id.split(':');
      const head = group.find((office) => officeKey(office) === id) ?? group[0];
      // A range's officer sees districts and no zone: the column is then the zone's part that is theirs.
      const office = head ?? ({ role, area } as OwingOffice);
      return { id, name: findName(office), offices: new Set(group.map(officeKey)) };
    });
}

/** How far each obligation is in each column. */
export function makeMatrix(
  register: Register,
  listed: readonly Stated[],
  columns: readonly MatrixColumn[],
): DirectionMatrix {
  const indexes = new Map(
    columns.flatMap(({ offices }, index) => [...offices].map((office) => [office, index] as const)),
  );
  const cells = new Map<string, (MatrixCell | null)[]>();
  for (const entry of listed) {
    const row = cells.get(entry.obligation) ?? columns.map(() => null);
    cells.set(entry.obligation, row);
    const index = indexes.get(entry.office);
    if (index === undefined) continue;
    const cell = row[index] ?? { total: 0, done: 0, submitted: 0, late: 0, returned: 0 };
    row[index] = cell;
    cell.total += 1;
    if (isSettled(entry)) cell.done += 1;
    if (entry.state === 'submitted') cell.submitted += 1;
    if (entry.state === 'returned') cell.returned += 1;
    if (isLate(entry)) cell.late += 1;
  }
  return {
    columns: columns.map(({ id, name, offices }) => ({ id, name, offices: [...offices] })),
    rows: register.directions.flatMap((direction) =>
      direction.obligations.flatMap(({ id }) => {
        const row = cells.get(id);
        return row === undefined ? [] : [{ direction: direction.id, obligation: id, cells: row }];
      }),
    ),
  };
}
