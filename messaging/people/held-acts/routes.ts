import { z } from 'zod';
import { paragraph } from '../../../campaigns/text-types.ts';
import { done, limit, oneId, refusals } from '../../contract/route.ts';
import { serveRoute } from '../../platform/http/serve-route.ts';
import { decide, type HeldActBook, listSeen } from './held-acts.ts';
import { heldAct, heldAnswer } from './held-acts-schemas.ts';

/** Acts that wait for a second officer. */
export function heldActRoutes(book: HeldActBook) {
  const decided = { 204: done, ...refusals(404, 409) };
  return [
    serveRoute('GET /api/held-acts', {
      summary:
        'Acts that wait for a second officer, of those who made one or may decide; then the last decisions',
      querystring: z.object({ limit }),
      response: { 200: z.array(heldAct) },
      may: 'held-act.read',
      handler: async ({ actor, query }) => listSeen(book, actor, query.limit),
    }),
    serveRoute('POST /api/held-acts/:id/accept', {
      summary:
        'A second officer accepts an act: it is judged again and done. `reason` where its maker gave none. 202 where none brought it: another officer has to accept it, too',
      params: oneId,
      body: z.object({ reason: paragraph({ max: 500 }).default('') }),
      response: { ...decided, 202: heldAnswer },
      may: 'held-act.read',
      handler: async ({ caller, params, body }, reply) => {
        const waits = await decide(book, { ...params, ...body, state: 'accepted' }, caller);
        return waits ? reply.code(202).send(waits) : reply.code(204).send(undefined);
      },
    }),
    serveRoute('POST /api/held-acts/:id/refuse', {
      summary: 'A second officer refuses an act',
      params: oneId,
      body: z.object({ reason: paragraph({ min: 1, max: 500 }) }),
      response: decided,
      may: 'held-act.read',
      handler: async ({ caller, params, body }, reply) => {
        await decide(book, { ...params, ...body, state: 'refused' }, caller);
        return reply.code(204).send();
      },
    }),
    serveRoute('POST /api/held-acts/:id/withdraw', {
      summary:
        'Its maker takes an act back that waits; who only vouches for it says why in `reason`',
      params: oneId,
      body: z.object({ reason: paragraph({ max: 500 }).default('') }),
      response: decided,
      may: 'held-act.read',
      handler: async ({ caller, params, body }, reply) => {
        await decide(book, { ...params, ...body, state: 'withdrawn' }, caller);
        return reply.code(204).send();
      },
    }),
  ];
}
