import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { type Action, rolesFor } from '../../campaigns/offices/permission.ts';
import { inTransaction } from '../database/transaction.ts';
import { SendError } from '../gateways/send-error.ts';
import { ApiError } from '../http/api-error.ts';
import { settleByOfficer } from '../ledger/ledger-sql.ts';
import { mobileNumber } from '../numbers/mobile-number.ts';
import { maskNumber } from '../numbers/number.ts';
import { textFor } from './blast.ts';
import { auditBlast, type BlastRoutes, blastOf, oneBlast } from './blast-request.ts';
import { applyCommand, findBlast } from './blasts-sql.ts';
import { estimateBlast, problemsOf } from './draft.ts';
import type { BlastCommand } from './state.ts';

const commandInput = {
  submit: z.object({}).default({}),
  withdraw: z.object({}).default({}),
  reject: z.object({ remark: z.string().max(2000) }),
  approve: z.object({ revision: z.int().positive() }),
  pause: z.object({}).default({}),
  resume: z.object({}).default({}),
  stop: z.object({}).default({}),
} as const;
const commandActions: Record<keyof typeof commandInput, Action> = {
  submit: 'blast.draft',
  withdraw: 'blast.draft',
  reject: 'blast.approve',
  approve: 'blast.approve',
  pause: 'blast.run',
  resume: 'blast.run',
  stop: 'blast.run',
};
const testValiditySeconds = 600;

/** What officers do with a blast: the way through approval, running it, trying its text, deciding on unknown ones. */
export function registerBlastCommands(app: FastifyInstance, dependencies: BlastRoutes): void {
  const { database, campaign, gateways, today, views } = dependencies;
  const { pool } = database;
  const routes = app.withTypeProvider<ZodTypeProvider>();

  for (const [kind, body] of Object.entries(commandInput)) {
    const action = commandActions[kind as keyof typeof commandInput];
    routes.post(
      `/api/blasts/:id/${kind}`,
      {
        config: { access: rolesFor(action) },
        schema: { summary: `Blast: ${kind}`, params: oneBlast, body },
      },
      async (request) => {
        const blast = await blastOf(request, pool, action);
        if (kind === 'submit' || kind === 'approve') {
          const estimate = await estimateBlast(pool, blast, gateways);
          const problems = await problemsOf(pool, blast, { campaign, today: today(), estimate });
          if (problems.length > 0) throw new ApiError('problems', { more: { problems } });
        }
        const command = commandOf(kind, request.body);
        const decision = await applyCommand(pool, blast.id, command, {
          actor: request.actor,
          record: (tx, before, state) =>
            auditBlast(tx, request, { verb: kind, blast, before, after: { ...state, command } }),
        });
        if (decision.kind === 'refused') throw new ApiError(decision.refusal);
        return views.detail((await findBlast(pool, blast.id)) ?? blast);
      },
    );
  }

  routes.post(
    '/api/blasts/:id/test',
    {
      config: { access: rolesFor('blast.draft') },
      schema: {
        summary: 'Sends the text to one number, the own one, exactly as it will be sent',
        params: oneBlast,
        body: z.object({
          number: z.string().max(40),
          language: z.enum(['hi', 'en']).default('hi'),
        }),
      },
    },
    async (request) => {
      const blast = await blastOf(request, pool, 'blast.draft');
      const gateway = gateways[blast.gateway];
      if (gateway === undefined) throw new ApiError('no-such-gateway');
      const placeCall = blast.channel === 'ivr' ? gateway.placeCall : undefined;
      if (blast.channel === 'ivr' && placeCall === undefined) throw new ApiError('no-voice');
      const to = mobileNumber(request.body.number);
      const { language } = request.body;
      const reference = '0';
      // On record before it leaves: what was sent cannot be taken back when the record fails.
      await inTransaction(pool, (client) =>
        auditBlast(client, request, {
          verb: 'test',
          blast,
          after: { number: maskNumber(to), language, revision: blast.revision },
        }),
      );
      try {
        if (placeCall !== undefined) return await placeCall({ reference, to, language });
        return await gateway.sendSms({
          reference,
          to,
          ...textFor(blast.texts, language),
          validitySeconds: testValiditySeconds,
          principalEntityId: campaign.messages.principalEntityId,
        });
      } catch (cause) {
        if (!(cause instanceof SendError)) throw cause;
        throw new ApiError('not-sent', { more: { code: cause.code, class: cause.class }, cause });
      }
    },
  );

  routes.post(
    '/api/blasts/:id/unknown',
    {
      config: { access: rolesFor('blast.approve') },
      schema: {
        summary: 'Decides on messages of which a gateway without a listing can tell nothing',
        params: oneBlast,
        body: z.object({ decision: z.enum(['count-as-sent', 'send-again']) }),
      },
    },
    async (request) => {
      const blast = await blastOf(request, pool, 'blast.approve');
      const { decision } = request.body;
      return inTransaction(pool, async (client) => {
        const settled = await settleByOfficer(client, blast.id, decision);
        const after = { decision, settled };
        await auditBlast(client, request, {
          verb: 'settle',
          blast,
          before: blast,
          after,
        });
        return { settled };
      });
    },
  );
}

function commandOf(kind: string, body: unknown): BlastCommand {
  if (kind === 'pause') return { kind, reason: 'officer' };
  return { kind, ...(body as object) } as BlastCommand;
}
