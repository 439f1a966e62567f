import type { Waiting } from '../contract/waiting.ts';
import { insertNewRow, toColumn, updateRow } from '../platform/database/rows-sql.ts';
import type { Queryable } from '../platform/database/transaction.ts';
import type { Feature, Row } from './feature.ts';

export function hasVersion({ acts }: Feature): boolean {
  return Object.values(acts).some(({ kind }) => kind === 'change');
}

function listColumns(of: Feature): string {
  const columns = Object.entries(of.fields).map(([name, { type, sql = toColumn(name) }]) => {
    const cast = type === 'day' ? '::text' : type === 'count' ? '::float8' : '';
    return `${sql}${cast} AS "${name}"`;
  });
  return ['id', ...(hasVersion(of) ? ['version'] : []), ...columns].join(', ');
}

/** At most 500. @param districts null for all, those of the whole state among them */
export async function readEntries<Of extends Feature>(
  database: Queryable,
  of: Of,
  districts: readonly string[] | null = null,
): Promise<Row<Of>[]> {
  const { rows } = await database.query(
    `SELECT ${listColumns(of)} FROM ${of.table}
     WHERE ${of.where ?? 'true'} ${districts === null ? '' : 'AND district = ANY ($1)'}
     ORDER BY ${of.order ?? 'id DESC'} LIMIT 500`,
    districts === null ? [] : [districts],
  );
  return rows as Row<Of>[];
}

export async function findEntry<Of extends Feature>(
  database: Queryable,
  of: Of,
  id: number,
  { lock = false } = {},
): Promise<Row<Of> | undefined> {
  const { rows } = await database.query(
    `SELECT ${listColumns(of)} FROM ${of.table}
     WHERE id = $1 AND ${of.where ?? 'true'} ${lock ? 'FOR UPDATE' : ''}`,
    [id],
  );
  return rows[0] as Row<Of> | undefined;
}

/** @returns undefined if another entry conflicts (a unique index) */
export function insertEntry<Of extends Feature>(
  tx: Queryable,
  of: Of,
  values: Partial<Row<Of>>,
): Promise<Row<Of> | undefined> {
  return insertNewRow(tx, of.table, values, listColumns(of));
}

export function updateEntry<Of extends Feature>(
  tx: Queryable,
  of: Of,
  id: number,
  values: Partial<Row<Of>>,
): Promise<Row<Of> | undefined> {
  const more = hasVersion(of) ? ['version = version + 1'] : [];
  return updateRow(tx, of.table, id, values, { more, returning: listColumns(of) });
}

export async function deleteEntry(tx: Queryable, of: Feature, id: number): Promise<void> {
  await tx.query(`DELETE FROM ${of.table} WHERE id = $1`, [id]);
}

/** Entries in which a field is still open, and since when the oldest of them is there. */
export async function countOpen<Of extends Feature>(
  database: Queryable,
  of: Of,
  { open, since }: { open: keyof Of['fields'] & string; since: keyof Of['fields'] & string },
): Promise<Waiting> {
  const { rows } = await database.query<Waiting>(
    `SELECT count(*)::int AS count, min(${toColumn(since)}) AS since FROM ${of.table}
     WHERE ${toColumn(open)} IS NULL`,
  );
  return rows[0] ?? { count: 0, since: null };
}

/** A district's entries whose moment is after another one. */
export async function countAfter<Of extends Feature>(
  database: Queryable,
  of: Of,
  { district, field, after }: { district: string; field: keyof Of['fields'] & string; after: Date },
): Promise<Waiting> {
  const { rows } = await database.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM ${of.table} WHERE district = $1 AND ${toColumn(field)} > $2`,
    [district, after],
  );
  return { count: rows[0]?.count ?? 0, since: null };
}
