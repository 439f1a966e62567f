import type { FastifyRequest } from 'fastify';
import { dayMs } from '../../../campaigns/durations.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import type { Database } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { tryOnce } from '../../platform/http/attempts.ts';
import type { Caller } from '../../platform/process/caller.ts';
import type { Clock } from '../../platform/process/clock.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { findOrder } from './orders-sql.ts';
import {
  findLink,
  insertLink,
  listLinks,
  noteUse,
  readDownloads,
  type StoredVendorLink,
  takeLinkId,
  updateRevoked,
} from './vendor-links-sql.ts';
import type { VendorTokens } from './vendor-token.ts';

/** Links by which a printer works without an account. */
export interface VendorLinks {
  database: Pick<Database, 'pool'>;
  tokens: VendorTokens;
  clock: Clock;
  publicUrl: string;
}

export type OpenedLink =
  /** Wrong and revoked alike: nothing tells them apart. */
  { kind: 'unknown' } | { kind: 'expired' } | { kind: 'open'; link: StoredVendorLink };

/** Opens a link by its secret. @throws a refusal for who tried too many */
export async function openLink(
  { database: { pool }, tokens, clock }: VendorLinks,
  request: FastifyRequest,
  token: string,
): Promise<OpenedLink> {
  const opened = await tryOnce(pool, 'vendor-link', { request }, async () => {
    const read = tokens.read(token, clock.now());
    if (read.kind === 'wrong') return undefined;
    if (read.kind === 'expired') return { kind: 'expired' as const };
    const link = await noteUse(pool, read.sha256, clock.now());
    return link?.revokedBy === null ? { kind: 'open' as const, link } : undefined;
  });
  return opened ?? { kind: 'unknown' };
}

export async function listLinkViews(links: VendorLinks, district: string) {
  return withDownloads(links, await listLinks(links.database.pool, district));
}

/** @param input `order` null for all orders of the district */
export async function makeLink(
  links: VendorLinks,
  { district, order, days }: { district: string; order: number | null; days: number },
  caller: Caller,
) {
  const { database, tokens, clock, publicUrl } = links;
  const expiresAt = new Date(clock.now().getTime() + days * dayMs);
  const made = await inTransaction(database.pool, async (tx) => {
    if (order !== null) {
      const found = await findOrder(tx, order);
      if (found?.district !== district) throw new Refusal('not-found');
      if (found.cancelled !== null) throw new Refusal('order-closed');
    }
    const id = await takeLinkId(tx);
    const { token, sha256: tokenSha256 } = tokens.make({ id, expiresAt });
    await insertLink(tx, { id, district, order, tokenSha256, by: caller.actor.name, expiresAt });
    await writeAudit(tx, {
      ...caller,
      action: 'vendor-link.make',
      subject: `vendor-link/${id}`,
      district,
      after: { order, expiresAt: expiresAt.toISOString() },
    });
    return { id, token };
  });
  return { url: `${publicUrl}/v/${made.token}`, link: await viewLink(links, made.id) };
}

export async function revokeLink(
  links: VendorLinks,
  { id, district }: StoredVendorLink,
  caller: Caller,
) {
  await inTransaction(links.database.pool, async (tx) => {
    await updateRevoked(tx, { id, by: caller.actor.name, at: links.clock.now() });
    await writeAudit(tx, {
      ...caller,
      action: 'vendor-link.revoke',
      subject: `vendor-link/${id}`,
      district,
    });
  });
  return viewLink(links, id);
}

async function viewLink(links: VendorLinks, id: number) {
  const link = await findLink(links.database.pool, id);
  const [view] = await withDownloads(links, link === undefined ? [] : [link]);
  if (view === undefined) throw new Refusal('not-found');
  return view;
}

async function withDownloads({ database }: VendorLinks, links: readonly StoredVendorLink[]) {
  const downloads = await readDownloads(
    database.pool,
    links.map(({ id }) => id),
  );
  const byLink = Map.groupBy(downloads, ({ link }) => link);
  return links.map(({ district: _district, ...link }) => ({
    ...link,
    downloads: (byLink.get(link.id) ?? []).map(({ link: _link, ...download }) => download),
  }));
}
