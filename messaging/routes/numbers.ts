import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Database, Handle } from '../../campaigns/database.ts';
import type { AuditEntry } from '../../campaigns/offices/audit-chain.ts';
import { writeAudit } from '../../campaigns/offices/audit-log.ts';
import { rolesFor } from '../../campaigns/offices/permission.ts';
import { classifyNumber } from '../audience/number.ts';
import { deleteNumber } from '../store/audiences-sql.ts';
import { lookUpNumber } from '../store/look-up-sql.ts';
import { listOptOuts, recordOptOuts, removeOptOut } from '../store/opt-outs-sql.ts';

/** A number as a form gives it; it stands in bodies only, never in a URL. */
const number = z.string().transform((cell, context) => {
  const classified = classifyNumber(cell);
  if (classified.kind === 'mobile') return `+${classified.msisdn}`;
  context.addIssue({ code: 'custom', message: 'Expected an Indian mobile number' });
  return z.NEVER;
});
const page = z.object({
  limit: z.coerce.number().int().min(1).max(500).default(100),
  offset: z.coerce.number().int().min(0).default(0),
});

/** Shows the last two digits only: enough to tell rows apart beside a person who asks. */
export function maskNumber(e164: string): string {
  return `${e164.slice(0, 3)}${'•'.repeat(Math.max(0, e164.length - 5))}${e164.slice(-2)}`;
}

/** One number's history, its deletion, and the list of those who said stop. Every use is in the audit log. */
export function registerNumbers(app: FastifyInstance, database: Database): void {
  const { pool } = database;
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const run = { access: rolesFor('blast.run') };
  const record = (entry: AuditEntry) =>
    database.orm.transaction(async (tx: Handle) => {
      await writeAudit(tx, entry);
    });

  routes.post(
    '/api/numbers/look-up',
    {
      config: run,
      schema: { summary: 'What was sent to one number', body: z.object({ number }) },
    },
    async (request) => {
      const masked = maskNumber(request.body.number);
      await record({
        actor: request.actor,
        action: 'number.look-up',
        subject: `number/${masked}`,
        requestId: request.id,
      });
      return { number: masked, ...(await lookUpNumber(pool, request.body.number)) };
    },
  );

  routes.post(
    '/api/numbers/delete',
    {
      config: run,
      schema: {
        summary: 'Deletes one number everywhere, on its owner’s request',
        body: z.object({ number, keepOptOut: z.boolean() }),
      },
    },
    async (request) => {
      const { keepOptOut } = request.body;
      const held = await deleteNumber(pool, request.body.number, { keepOptOut });
      await record({
        actor: request.actor,
        action: 'number.delete',
        subject: `number/${maskNumber(request.body.number)}`,
        after: { held, keepOptOut },
        requestId: request.id,
      });
      return { held };
    },
  );

  routes.get(
    '/api/opt-outs',
    { config: run, schema: { summary: 'Numbers that said stop, masked', querystring: page } },
    async (request) => {
      const { total, entries } = await listOptOuts(pool, request.query);
      return {
        total,
        entries: entries.map((entry) => ({ ...entry, number: maskNumber(entry.number) })),
      };
    },
  );

  for (const [verb, change] of [
    ['add', (e164: string) => recordOptOuts(pool, [e164], 'officer')],
    ['remove', (e164: string) => removeOptOut(pool, e164)],
  ] as const) {
    routes.post(
      `/api/opt-outs/${verb}`,
      {
        config: run,
        schema: {
          summary:
            verb === 'add' ? 'Never writes to a number again' : 'Takes a number off the list',
          body: z.object({ number }),
        },
      },
      async (request) => {
        const changed = Boolean(await change(request.body.number));
        await record({
          actor: request.actor,
          action: `opt-out.${verb}`,
          subject: `number/${maskNumber(request.body.number)}`,
          after: { changed },
          requestId: request.id,
        });
        return { changed };
      },
    );
  }
}
