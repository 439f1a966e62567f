import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import type { Database } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
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

const dayMs = 86_400_000;

/** What somebody who shows the secret of a vendor link is told. */
export type OpenedLink =
  /** Wrong and revoked alike: nothing tells them apart. */
  { kind: 'unknown' } | { kind: 'expired' } | { kind: 'open'; link: StoredVendorLink };

export type VendorLinks = ReturnType<typeof createVendorLinks>;

/** Links by which a printer works without an account. */
export function createVendorLinks({
  database,
  tokens,
  clock,
  publicUrl,
}: {
  database: Pick<Database, 'pool'>;
  tokens: VendorTokens;
  clock: Clock;
  publicUrl: string;
}) {
  const { pool } = database;

  async function withDownloads(links: readonly StoredVendorLink[]) {
    const downloads = await readDownloads(
      pool,
      links.map(({ id }) => id),
    );
    const byLink = Map.groupBy(downloads, ({ link }) => link);
    return links.map(({ district: _district, ...link }) => ({
      ...link,
      downloads: (byLink.get(link.id) ?? []).map(({ link: _link, ...download }) => download),
    }));
  }

  async function one(id: number) {
    const link = await findLink(pool, id);
    const [view] = await withDownloads(link === undefined ? [] : [link]);
    if (view === undefined) throw new Refusal('not-found');
    return view;
  }

  return {
    find: (id: number) => findLink(pool, id),
    async list(district: string) {
      return withDownloads(await listLinks(pool, district));
    },

    async make(
      { actor, requestId }: Caller,
      given: { district: string; order: number | null; days: number },
    ) {
      const { district, order, days } = given;
      const expiresAt = new Date(clock.now().getTime() + days * dayMs);
      const made = await inTransaction(pool, async (tx) => {
        if (order !== null) {
          const found = await findOrder(tx, order);
          if (found?.district !== district) throw new Refusal('not-found');
          if (found.cancelledBy !== null) throw new Refusal('order-closed');
        }
        const id = await takeLinkId(tx);
        const { token, sha256: tokenSha256 } = tokens.make({ id, expiresAt });
        await insertLink(tx, { id, district, order, tokenSha256, by: actor.name, expiresAt });
        await writeAudit(tx, {
          ...{ actor, action: 'vendor-link.make', subject: `vendor-link/${id}`, district },
          after: { order, expiresAt: expiresAt.toISOString() },
          requestId,
        });
        return { id, token };
      });
      return { url: `${publicUrl}/v/${made.token}`, link: await one(made.id) };
    },

    async revoke({ actor, requestId }: Caller, link: StoredVendorLink) {
      await inTransaction(pool, async (tx) => {
        await updateRevoked(tx, link.id, actor.name);
        const subject = `vendor-link/${link.id}`;
        await writeAudit(tx, {
          ...{ actor, action: 'vendor-link.revoke', subject, district: link.district, requestId },
        });
      });
      return one(link.id);
    },

    async open(token: string): Promise<OpenedLink> {
      const read = tokens.read(token, clock.now());
      if (read.kind === 'wrong') return { kind: 'unknown' };
      if (read.kind === 'expired') return { kind: 'expired' };
      const link = await noteUse(pool, read.sha256);
      if (link === undefined || link.revokedBy !== null) return { kind: 'unknown' };
      return { kind: 'open', link };
    },
  };
}
