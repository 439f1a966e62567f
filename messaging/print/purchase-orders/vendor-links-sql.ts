import type { z } from 'zod';
import { selectFields } from '../../platform/database/rows-sql.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import { storedLink } from './purchase-orders-schemas.ts';

export type StoredVendorLink = z.output<typeof storedLink>;

const fields = selectFields(storedLink, { order: 'order_id' });

/** Takes a number for a link that is about to be made: its secret has the number in it. */
export async function takeLinkId(tx: Queryable): Promise<number> {
  const { rows } = await tx.query<{ id: number }>(
    `SELECT nextval(pg_get_serial_sequence('vendor_link', 'id'))::int AS id`,
  );
  return rows[0]?.id ?? 0;
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
  await tx.query(
    `INSERT INTO vendor_link (id, district, order_id, token_sha256, made_by, expires_at) OVERRIDING SYSTEM VALUE
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [link.id, link.district, link.order, link.tokenSha256, link.by, link.expiresAt],
  );
}

export async function listLinks(
  database: Queryable,
  district: string,
): Promise<StoredVendorLink[]> {
  const { rows } = await database.query<StoredVendorLink>(
    `SELECT ${fields} FROM vendor_link WHERE district = $1 ORDER BY id DESC LIMIT 100`,
    [district],
  );
  return rows;
}

export async function findLink(
  database: Queryable,
  id: number,
): Promise<StoredVendorLink | undefined> {
  const { rows } = await database.query<StoredVendorLink>(
    `SELECT ${fields} FROM vendor_link WHERE id = $1`,
    [id],
  );
  return rows[0];
}

/** The link of a secret, and notes that it was used. */
export async function noteUse(
  database: Queryable,
  tokenSha256: string,
): Promise<StoredVendorLink | undefined> {
  const { rows } = await database.query<StoredVendorLink>(
    `UPDATE vendor_link SET last_used_at = now() WHERE token_sha256 = $1 RETURNING ${fields}`,
    [tokenSha256],
  );
  return rows[0];
}

export async function updateRevoked(tx: Queryable, id: number, by: string): Promise<void> {
  await tx.query(
    'UPDATE vendor_link SET revoked_by = $2, revoked_at = now() WHERE id = $1 AND revoked_by IS NULL',
    [id, by],
  );
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
  link: number,
  files: readonly { path: string; sha256: string }[],
): Promise<void> {
  await database.query(
    `INSERT INTO vendor_download (link_id, path, sha256, count)
     SELECT $1, path, sha256, 1 FROM unnest($2::text[], $3::text[]) AS f (path, sha256) ORDER BY path
     ON CONFLICT (link_id, path, sha256) DO UPDATE SET count = vendor_download.count + 1, last_at = now()`,
    [link, files.map(({ path }) => path), files.map(({ sha256 }) => sha256)],
  );
}

export async function readDownloads(
  database: Queryable,
  links: readonly number[],
): Promise<Download[]> {
  const { rows } = await database.query<Download>(
    `SELECT link_id AS link, path, sha256, count, last_at AS "lastAt" FROM vendor_download
     WHERE link_id = ANY ($1::int[]) ORDER BY path, last_at`,
    [links],
  );
  return rows;
}
