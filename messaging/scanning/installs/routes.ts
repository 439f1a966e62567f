import { randomInt } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { rolesFor } from '../../../campaigns/offices/permission.ts';
import { toDay } from '../../../campaigns/tracker/clock.ts';
import { installRoutes } from '../../contract/scanning/installs.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import { inTransaction, type Queryable } from '../../platform/database/transaction.ts';
import { identifyClient } from '../../platform/http/client.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { insertKey, listKeys, type StoredKey, updateRevoked } from './installs-sql.ts';
import { type Installs, takeInstall } from './take-install.ts';

/** A report is some 200 bytes. */
const bodyLimit = 2048;
const symbols = '0123456789abcdefghijklmnopqrstuvwxyz';

const signature = z.object({
  'x-install-key': z.string().regex(/^[0-9a-z]{12}$/),
  'x-install-time': z.string().regex(/^\d{10}$/),
  'x-install-signature': z.string().regex(/^[0-9a-f]{64}$/),
});

/** Where the app's team reports installs: by a signature alone, without a session. */
export function registerInstallReports(app: FastifyInstance, installs: Installs): void {
  app.withTypeProvider<ZodTypeProvider>().route({
    ...installRoutes.report,
    bodyLimit,
    config: { access: 'public' },
    handler: async (request) => {
      const signed = signature.safeParse(request.headers);
      if (!signed.success) throw new Refusal('wrong-signature');
      const counted = await takeInstall(installs, request.body, {
        key: signed.data['x-install-key'],
        time: Number(signed.data['x-install-time']),
        signature: signed.data['x-install-signature'],
        client: identifyClient(request),
      });
      return { counted };
    },
  });
}

/** The administrator's keys. Every one that is made or ended is in the audit log; its secret is not. */
export function registerInstallKeys(
  app: FastifyInstance,
  { database, secrets, now }: Installs,
): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const config = { access: rolesFor('install-key.manage') };
  const findKey = async (tx: Queryable, id: string): Promise<StoredKey> => {
    const [key] = await listKeys(tx, toDay(now()), id);
    if (key === undefined) throw new Refusal('not-found');
    return key;
  };
  routes.route({
    ...installRoutes.keys,
    config,
    handler: () => listKeys(database.pool, toDay(now())),
  });
  routes.route({
    ...installRoutes.make,
    config,
    handler: async ({ caller, body }, reply) => {
      const id = Array.from({ length: 12 }, () => symbols[randomInt(symbols.length)]).join('');
      const key = await inTransaction(database.pool, async (tx) => {
        await insertKey(tx, { ...body, id, by: caller.actor.name });
        const subject = `install-key/${id}`;
        await writeAudit(tx, { ...caller, action: 'install-key.make', subject, after: body });
        return findKey(tx, id);
      });
      return reply.code(201).send({ key, secret: secrets.secretOf(id) });
    },
  });
  routes.route({
    ...installRoutes.revoke,
    config,
    handler: ({ caller, params: { id }, body: { discard } }) =>
      inTransaction(database.pool, async (tx) => {
        if (!(await updateRevoked(tx, id, { by: caller.actor.name, discard })))
          throw new Refusal('not-found');
        const action = discard ? 'install-key.discard' : 'install-key.revoke';
        await writeAudit(tx, { ...caller, action, subject: `install-key/${id}` });
        return findKey(tx, id);
      }),
  });
}
