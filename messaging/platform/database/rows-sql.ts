import type { z } from 'zod';
import type { Queryable } from './transaction.ts';

// Names of tables and columns come from the program, never from a request.

/** `dueOn` is in the column `due_on`. */
export const toColumn = (name: string) =>
  name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/**
 * The fields of a schema as they are selected.
 * @param sql of those that are not a column of the same name
 */
export function selectFields(
  { shape }: z.ZodObject,
  sql: Readonly<Record<string, string>> = {},
): string {
  return Object.keys(shape)
    .map((name) => `${sql[name] ?? toColumn(name)} AS "${name}"`)
    .join(', ');
}

/** Adds a row of these values. */
export async function insertRow<Row = { id: number }>(
  tx: Queryable,
  table: string,
  values: object,
  returning = 'id',
): Promise<Row> {
  const { rows } = await tx.query(
    `${insertion(table, values)} RETURNING ${returning}`,
    Object.values(values),
  );
  return rows[0] as Row;
}

/** The same, or undefined where it conflicts with another row (a unique index). */
export async function insertNewRow<Row = { id: number }>(
  tx: Queryable,
  table: string,
  values: object,
  returning = 'id',
): Promise<Row | undefined> {
  const { rows } = await tx.query(
    `${insertion(table, values)} ON CONFLICT DO NOTHING RETURNING ${returning}`,
    Object.values(values),
  );
  return rows[0] as Row | undefined;
}

function insertion(table: string, values: object): string {
  const names = Object.keys(values);
  return `INSERT INTO ${table} (${names.map(toColumn).join(', ')})
    VALUES (${names.map((_, at) => `$${at + 1}`).join(', ')})`;
}

/** @param more assignments in SQL */
export async function updateRow<Row = { id: number }>(
  tx: Queryable,
  table: string,
  id: number | string,
  values: object,
  { more = [], returning = 'id' }: { more?: readonly string[]; returning?: string } = {},
): Promise<Row | undefined> {
  const changes = Object.keys(values).map((name, at) => `${toColumn(name)} = $${at + 2}`);
  const { rows } = await tx.query(
    `UPDATE ${table} SET ${[...changes, ...more].join(', ')} WHERE id = $1 RETURNING ${returning}`,
    [id, ...Object.values(values)],
  );
  return rows[0] as Row | undefined;
}
