import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { PoolClient } from 'pg';
import { rolesFor } from '../../../campaigns/offices/permission.ts';
import { numberRoutes } from '../../contract/phone/numbers.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import type { Database } from '../../platform/database/database.ts';
import { inTransaction, type Queryable } from '../../platform/database/transaction.ts';
import { deleteNumber } from './delete-number-sql.ts';
import { lookUpNumber } from './look-up-sql.ts';
import { heldNumber } from './mobile-number.ts';
import { maskNumber } from './number.ts';
import { listOptOuts, recordOptOuts, removeOptOut } from './opt-outs-sql.ts';
import { isSampleNumber } from './sample-number.ts';

/** One number's history, its deletion, and the list of those who said stop. Every use is in the audit log. */
export function registerNumbers(app: FastifyInstance, { pool }: Pick<Database, 'pool'>): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const run = { access: rolesFor('blast.run') };

  async function record(
    tx: Queryable,
    request: FastifyRequest,
    { verb, e164, after }: { verb: string; e164: string; after?: Record<string, unknown> },
  ): Promise<void> {
    await writeAudit(tx, {
      actor: request.actor,
      action: verb,
      subject: `number/${maskNumber(e164)}`,
      after,
      requestId: request.id,
    });
  }

  routes.route({
    ...numberRoutes.lookUp,
    config: run,
    handler: async (request) => {
      const e164 = heldNumber(request.body.number);
      await inTransaction(pool, (client) =>
        record(client, request, { verb: 'number.look-up', e164 }),
      );
      return {
        number: maskNumber(e164),
        sample: isSampleNumber(e164),
        ...(await lookUpNumber(pool, e164)),
      };
    },
  });

  routes.route({
    ...numberRoutes.delete,
    config: run,
    handler: async (request) => {
      const { keepOptOut } = request.body;
      const e164 = heldNumber(request.body.number);
      const held = await deleteNumber(pool, e164, {
        keepOptOut,
        record: (tx, rows) =>
          record(tx, request, { verb: 'number.delete', e164, after: { held: rows, keepOptOut } }),
      });
      return { held };
    },
  });

  routes.route({
    ...numberRoutes.optOuts,
    config: run,
    handler: async (request) => {
      const { total, entries } = await listOptOuts(pool, request.query);
      return {
        total,
        entries: entries.map((entry) => ({
          ...entry,
          number: maskNumber(entry.number),
          sample: isSampleNumber(entry.number),
        })),
      };
    },
  });

  for (const [verb, contract, change] of [
    [
      'add',
      numberRoutes.addOptOut,
      (client: PoolClient, e164: string) => recordOptOuts(client, [e164], 'officer'),
    ],
    [
      'remove',
      numberRoutes.removeOptOut,
      (client: PoolClient, e164: string) => removeOptOut(client, e164),
    ],
  ] as const) {
    const { method, url, schema } = contract;
    routes.route({
      method,
      url,
      schema,
      config: run,
      handler: async (request) => {
        const e164 = heldNumber(request.body.number);
        return inTransaction(pool, async (client) => {
          const changed = Boolean(await change(client, e164));
          await record(client, request, {
            verb: `opt-out.${verb}`,
            e164,
            after: { changed },
          });
          return { changed };
        });
      },
    });
  }
}
