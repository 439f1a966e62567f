import { oneId } from '../../contract/route.ts';
import { serveRoute } from '../../platform/http/serve-route.ts';
import { type BlastRoutes, requireBlast } from './blast-request.ts';
import { showBlast } from './blast-view.ts';
import { changed, drafted } from './blasts-schemas.ts';
import { findBlast } from './blasts-sql.ts';
import { draft, edit } from './draft-schemas.ts';
import { draftBlast, editBlast, retryBlast } from './drafts.ts';

/** New drafts, edits of drafts, and drafts for those that failed. */
export function blastDraftRoutes(dependencies: BlastRoutes) {
  const { database, views } = dependencies;
  const { pool } = database;
  return [
    serveRoute('POST /api/blasts', {
      summary: 'A new draft',
      body: draft,
      response: drafted,
      may: 'blast.draft',
      handler: async ({ actor, caller, body }, reply) => {
        const blast = await draftBlast(dependencies, body, caller);
        return reply.code(201).send(await showBlast(views, blast, actor));
      },
    }),
    serveRoute('PUT /api/blasts/:id', {
      summary: 'Edits a draft',
      params: oneId,
      body: edit,
      response: changed,
      may: 'blast.draft',
      handler: async (request) => {
        const blast = await requireBlast(request, pool, 'blast.draft');
        await editBlast(dependencies, { blast, input: request.body }, request.caller);
        return showBlast(views, (await findBlast(pool, blast.id)) ?? blast, request.actor);
      },
    }),
    serveRoute('POST /api/blasts/:id/retry', {
      summary: 'A new draft for those that failed',
      params: oneId,
      response: drafted,
      may: 'blast.draft',
      handler: async (request, reply) => {
        const parent = await requireBlast(request, pool, 'blast.draft');
        const blast = await retryBlast(dependencies, parent, request.caller);
        return reply.code(201).send(await showBlast(views, blast, request.actor));
      },
    }),
  ];
}
