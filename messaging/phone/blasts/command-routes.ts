import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { type Action, rolesFor } from '../../../campaigns/offices/permission.ts';
import { type BlastRoutes, requireBlast } from './blast-request.ts';
import { showBlast } from './blast-view.ts';
import { blastCommandRoutes, blastRoutes } from './blasts-schemas.ts';
import { findBlast } from './blasts-sql.ts';
import { commandBlast, settleUnknown } from './commands.ts';
import { type BlastCommand, permissionFor } from './state.ts';

type Command = keyof typeof blastCommandRoutes;

/** Commands of officers: the way through approval, running it, deciding on unknown ones. */
export function registerBlastCommands(app: FastifyInstance, dependencies: BlastRoutes): void {
  const { database, views } = dependencies;
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
        const command = toCommand(kind, request.body);
        await commandBlast(dependencies, { blast, command }, request.caller);
        request.log.info({ blast: blast.id, command: kind, officer: request.actor.id }, 'blast');
        return showBlast(views, (await findBlast(pool, blast.id)) ?? blast, request.actor);
      },
    });
  }

  routes.route({
    ...blastRoutes.settleUnknown,
    config: { access: rolesFor('blast.approve') },
    handler: async (request) => {
      const blast = await requireBlast(request, pool, 'blast.approve');
      const input = { blast, ...request.body };
      return { settled: await settleUnknown(dependencies, input, request.caller) };
    },
  });
}

function toCommand(kind: Command, body: unknown): BlastCommand {
  if (kind === 'pause') return { kind, reason: 'officer' };
  return { kind, ...(body as object) } as BlastCommand;
}
