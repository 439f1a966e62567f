import type { ClientBase } from 'pg';
import { queryRows } from '../sql.ts';
import type { Queryable } from '../transaction.ts';

/** A table as a backup sees it; names are quoted for SQL. */
export interface StoredTable {
  name: string;
  quoted: string;
  /** Columns that are stored, not computed. */
  columns: string;
  pages: number;
}

/** Tables of the schema `public`, by name; the record of migrations is not data. */
export function listTables(client: Queryable): Promise<StoredTable[]> {
  return queryRows<StoredTable>(client)`
    SELECT c.relname AS name, quote_ident(c.relname) AS quoted,
      (SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) FROM pg_attribute
        WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped AND attgenerated = '') AS columns,
        (pg_relation_size(c.oid) / current_setting('block_size')::int)::int AS pages
    FROM pg_class c
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> 'migration'
    ORDER BY c.relname`;
}

export interface ForeignKey {
  table: string;
  name: string;
  definition: string;
}

export function listForeignKeys(client: ClientBase): Promise<ForeignKey[]> {
  return queryRows<ForeignKey>(client)`
    SELECT quote_ident(c.relname) AS table, quote_ident(k.conname) AS name,
      pg_get_constraintdef(k.oid) AS definition
    FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
    WHERE k.contype = 'f' AND k.conparentid = 0 AND c.relnamespace = 'public'::regnamespace
    ORDER BY 1, 2`;
}

export interface SequenceValue {
  name: string;
  /** null for one that was never used. */
  last: string | null;
}

export function listSequences(client: ClientBase): Promise<SequenceValue[]> {
  return queryRows<SequenceValue>(client)`
    SELECT quote_ident(sequencename) AS name, last_value::text AS last
    FROM pg_sequences WHERE schemaname = 'public' ORDER BY sequencename`;
}
