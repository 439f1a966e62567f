import type { z } from 'zod';
import { selectFields } from '../../platform/database/rows-sql.ts';
import { execute, queryRow, queryRows, raw } from '../../platform/database/sql.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import { storedLink } from './purchase-orders-schemas.ts';

export type StoredVendorLink = z.output<typeof storedLink>;

const fields = selectFields(storedLink, { order: 'order_id' });

/** Takes a number for a link that is about to be made: its secret has the number in it. */
export async function takeLinkId(tx: Queryable): Promise<number> {
  const row = await queryRow<{ id: number }>(tx)`
    SELECT nextval(pg_get_serial_sequence('vendor_link', 'id'))::int AS id`;
  return row?.id ?? 0;
}

export async function insertLink(
  tx: Queryable,
  link: {
    id: number;
    district: string;
    order: number | null;
    tokenSha256: string;
    by: string;
    expiresAt: Date;
  },
): Promise<void> {
  await execute(tx)`
    INSERT INTO vendor_link (id, district, order_id, token_sha256, made_by, expires_at) OVERRIDING SYSTEM VALUE
    VALUES (${link.id}, ${link.district}, ${link.order}, ${link.tokenSha256}, ${link.by}, ${link.expiresAt})`;
}

export function listLinks(database: Queryable, district: string): Promise<StoredVendorLink[]> {
  return queryRows<StoredVendorLink>(database)`
    SELECT ${raw(fields)} FROM vendor_link WHERE district = ${district} ORDER BY id DESC LIMIT 100`;
}

export function findLink(database: Queryable, id: number): Promise<StoredVendorLink | undefined> {
  return queryRow<StoredVendorLink>(database)`
    SELECT ${raw(fields)} FROM vendor_link WHERE id = ${id}`;
}

/** The link of a secret, and notes that it was used. */
export function noteUse(
  database: Queryable,
  tokenSha256: string,
  at: Date,
): Promise<StoredVendorLink | undefined> {
  return queryRow<StoredVendorLink>(database)`
    UPDATE vendor_link SET last_used_at = ${at} WHERE token_sha256 = ${tokenSha256} RETURNING ${raw(fields)}`;
}

export async function updateRevoked(
  tx: Queryable,
  { id, by, at }: { id: number; by: string; at: Date },
): Promise<void> {
  await execute(tx)`
    UPDATE vendor_link SET revoked_by = ${by}, revoked_at = ${at} WHERE id = ${id} AND revoked_by IS NULL`;
}

export interface Download {
  link: number;
  path: string;
  sha256: string;
  count: number;
  lastAt: Date;
}

/** Counts files as taken once more, each by the version that went out. */
export async function countDownloads(
  database: Queryable,
  { link, at }: { link: number; at: Date },
  files: readonly { path: string; sha256: string }[],
): Promise<void> {
  await execute(database)`
    INSERT INTO vendor_download (link_id, path, sha256, count, last_at)
    SELECT ${link}, path, sha256, 1, ${at} FROM unnest(${files.map(({ path }) => path)}::text[],
      ${files.map(({ sha256 }) => sha256)}::text[]) AS f (path, sha256) ORDER BY path
    ON CONFLICT (link_id, path, sha256) DO UPDATE SET count = vendor_download.count + 1, last_at = excluded.last_at`;
}

export function readDownloads(database: Queryable, links: readonly number[]): Promise<Download[]> {
  return queryRows<Download>(database)`
    SELECT link_id AS link, path, sha256, count, last_at AS "lastAt" FROM vendor_download
    WHERE link_id = ANY (${links}::int[]) ORDER BY path, last_at`;
}
