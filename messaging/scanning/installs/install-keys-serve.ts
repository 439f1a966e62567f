import { randomInt } from 'node:crypto';
import { z } from 'zod';
import { insertEntry } from '../../kit/entries-sql.ts';
import type { House } from '../../kit/house.ts';
import { serve } from '../../kit/serve.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import type { Module } from '../../platform/http/module.ts';
import { serveRoute } from '../../platform/http/serve-route.ts';
import { createClock } from '../../platform/process/clock.ts';
import { installKeys } from './install-keys-feature.ts';
import { discardInstalls } from './installs-sql.ts';
import type { Installs } from './take-install.ts';

const symbols = '0123456789abcdefghijklmnopqrstuvwxyz';

/** The administrator's keys. Every one that is made or ended is in the audit log; its secret is not. */
export function openInstallKeys({
  database,
  directory,
}: Pick<House, 'database' | 'directory'>): Module {
  return serve(
    installKeys,
    { database, directory, clock: createClock() },
    {
      rules: {
        revoke: ({ before: { key } }) => ({ entry: { subject: `install-key/${key}` } }),
        discard: ({ before: { key, revokedBy, revokedAt } }) => ({
          // One that is revoked already stays so as it was.
          values: revokedAt === null ? {} : { revokedBy, revokedAt },
          entry: { subject: `install-key/${key}` },
        }),
      },
      also: {
        async discard(tx, { before, after }) {
          await discardInstalls(tx, before.key);
          if (after !== undefined) after.installs = 0;
        },
      },
    },
  );
}

/** Separate from the declaration, as no other answer has a secret. */
export function installKeyRoutes({ database, secrets }: Pick<Installs, 'database' | 'secrets'>) {
  return [
    serveRoute('POST /api/install-keys', {
      summary: 'A new key; its secret is in this answer and never again',
      body: z.object({
        place: z.enum(['server', 'app']),
        dailyLimit: z.int().min(1).max(installKeys.fields.dailyLimit.max),
      }),
      response: { 201: z.object({ id: z.int(), key: z.string(), secret: z.string() }) },
      may: 'install-key.manage',
      handler: async ({ caller, body }) => {
        const key = Array.from({ length: 12 }, () => symbols[randomInt(symbols.length)]).join('');
        const id = await inTransaction(database.pool, async (tx) => {
          const made = await insertEntry(tx, installKeys, {
            ...body,
            key,
            madeBy: caller.actor.name,
          });
          if (made === undefined) throw new Error('Expected the key that was made, got none');
          const subject = `install-key/${key}`;
          await writeAudit(tx, { ...caller, action: 'install-key.make', subject, after: body });
          return made.id;
        });
        return { id, key, secret: secrets.secretOf(key) };
      },
    }),
  ];
}
