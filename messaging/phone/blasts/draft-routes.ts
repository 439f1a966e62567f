import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { rolesFor } from '../../../campaigns/offices/permission.ts';
import { blastRoutes } from '../../contract/phone/blasts.ts';
import { type BlastRoutes, requireBlast } from './blast-request.ts';
import { showBlast } from './blast-view.ts';
import { findBlast } from './blasts-sql.ts';
import { draftBlast, editBlast, retryBlast } from './drafts.ts';

/** New drafts, edits of drafts, and drafts for those that failed. */
export function registerBlastDrafts(app: FastifyInstance, dependencies: BlastRoutes): void {
  const { database, views } = dependencies;
  const { pool } = database;
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const config = { access: rolesFor('blast.draft') };

  routes.route({
    ...blastRoutes.draft,
    config,
    handler: async ({ actor, caller, body }, reply) => {
      const blast = await draftBlast(dependencies, body, caller);
      return reply.code(201).send(await showBlast(views, blast, actor));
    },
  });
  routes.route({
    ...blastRoutes.edit,
    config,
    handler: async (request) => {
      const blast = await requireBlast(request, pool, 'blast.draft');
      await editBlast(dependencies, { blast, input: request.body }, request.caller);
      return showBlast(views, (await findBlast(pool, blast.id)) ?? blast, request.actor);
    },
  });
  routes.route({
    ...blastRoutes.retry,
    config,
    handler: async (request, reply) => {
      const parent = await requireBlast(request, pool, 'blast.draft');
      const blast = await retryBlast(dependencies, parent, request.caller);
      return reply.code(201).send(await showBlast(views, blast, request.actor));
    },
  });
}
