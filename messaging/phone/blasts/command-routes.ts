import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { type Action, rolesFor } from '../../../campaigns/offices/permission.ts';
import { blastCommandRoutes, blastRoutes } from '../../contract/phone/blasts.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { settleByOfficer } from '../ledger/unknown-sql.ts';
import { giveBackUnsent, holdCode } from './blast-code.ts';
import { auditBlast, type BlastRoutes, requireBlast } from './blast-request.ts';
import { applyCommand, findBlast } from './blasts-sql.ts';
import { estimateBlast, findProblems } from './draft.ts';
import { type BlastCommand, permissionFor } from './state.ts';

type Command = keyof typeof blastCommandRoutes;

/** What officers do with a blast: the way through approval, running it, deciding on unknown ones. */
export function registerBlastCommands(app: FastifyInstance, dependencies: BlastRoutes): void {
  const { database, campaign, codes, gateways, today, views } = dependencies;
  const { pool } = database;
  const routes = app.withTypeProvider<ZodTypeProvider>();

  for (const [kind, action] of Object.entries(permissionFor) as [Command, Action][]) {
    const { method, url, schema } = blastCommandRoutes[kind];
    routes.route({
      method,
      url,
      schema,
      config: { access: rolesFor(action) },
      handler: async (request) => {
        const blast = await requireBlast(request, pool, action);
        if (kind === 'submit' || kind === 'approve') {
          const estimate = await estimateBlast(pool, blast, gateways);
          const problems = await findProblems(pool, blast, { campaign, today: today(), estimate });
          if (problems.length > 0) throw new Refusal('problems', { problems });
        }
        const command = commandOf(kind, request.body);
        const decision = await applyCommand(pool, blast.id, command, {
          actor: request.actor,
          record: async (tx, before, state) => {
            if (kind === 'approve') await holdCode(tx, codes, blast.id);
            if (kind === 'stop') await giveBackUnsent(tx, before);
            await auditBlast(tx, request, {
              verb: kind,
              blast,
              before,
              after: { ...state, command },
            });
          },
        });
        if (decision.kind === 'refused') throw new Refusal(decision.refusal);
        return views.detail((await findBlast(pool, blast.id)) ?? blast, request.actor);
      },
    });
  }

  routes.route({
    ...blastRoutes.settleUnknown,
    config: { access: rolesFor('blast.approve') },
    handler: async (request) => {
      const blast = await requireBlast(request, pool, 'blast.approve');
      const { decision } = request.body;
      const lists = gateways[blast.gateway]?.reconcile === 'list';
      if (lists && decision === 'send-again') throw new Refusal('may-have-arrived');
      return inTransaction(pool, async (client) => {
        const settled = await settleByOfficer(client, blast.id, { decision, lists });
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
  });
}

function commandOf(kind: Command, body: unknown): BlastCommand {
  if (kind === 'pause') return { kind, reason: 'officer' };
  return { kind, ...(body as object) } as BlastCommand;
}
