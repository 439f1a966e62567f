import { z } from 'zod';
import { rolesFor } from '../../../campaigns/offices/permission.ts';
import { roles } from '../../../campaigns/offices/role.ts';
import { reference } from '../../../campaigns/text-types.ts';
import { done, forOfficers, oneId, refusals } from '../../contract/route.ts';
import type { Database } from '../../platform/database/database.ts';
import { serveRoute } from '../../platform/http/serve-route.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import type { Auth } from './auth.ts';
import { makeDeputy, type OpenWork, standIn, transferWork, withdrawDeputy } from './deputies.ts';
import { listDeputies } from './deputies-sql.ts';
import { sessionToken } from './identify.ts';

const personId = reference({ min: 1, max: 60 });
const one = z.object({ id: personId });
const day = z.iso.date();

const deputy = z.object({
  id: z.int(),
  personId: z.string(),
  personName: z.string(),
  deputyId: z.string(),
  deputyName: z.string(),
  firstDay: day,
  lastDay: day,
});
export type Deputy = z.input<typeof deputy>;

/** Deputies and handing over: the administrator arranges them, the deputy begins. */
export function deputyRoutes({
  auth,
  database,
  openWork,
}: {
  auth: Auth;
  database: Database;
  openWork: readonly OpenWork[];
}) {
  const changes = { access: rolesFor('person.change') };
  return [
    serveRoute({
      method: 'GET',
      url: '/api/deputies',
      schema: {
        summary: 'Officers who stand in for others, today or later',
        response: { 200: z.array(deputy), ...refusals(401, 403) },
      },
      config: { access: rolesFor('person.read') },
      handler: async () => listDeputies(database.pool),
    }),
    serveRoute({
      method: 'POST',
      url: '/api/deputies',
      schema: {
        summary:
          'Names an officer who stands in for another one of the same office; both days count',
        body: z.object({ personId, deputyId: personId, firstDay: day, lastDay: day }),
        response: { 201: deputy, ...forOfficers, ...refusals(404, 409) },
      },
      config: changes,
      handler: async ({ body, caller }, reply) =>
        reply.code(201).send(await makeDeputy(database, body, caller)),
    }),
    serveRoute({
      method: 'POST',
      url: '/api/deputies/:id/end',
      schema: {
        summary: 'Ends a deputy before the last day',
        params: oneId,
        response: { 204: done, ...forOfficers, ...refusals(404) },
      },
      config: changes,
      handler: async ({ params, caller }, reply) => {
        await withdrawDeputy(database, params.id, caller);
        return reply.code(204).send();
      },
    }),
    serveRoute({
      method: 'POST',
      url: '/api/me/stand-in',
      schema: {
        summary: 'Begins to stand in for an officer in this session, or ends it (null)',
        body: z.object({ personId: personId.nullable() }),
        response: { 204: done, ...forOfficers },
      },
      config: { access: roles },
      handler: async (request, reply) => {
        const token = await sessionToken(auth, request);
        if (token === null) throw new Refusal('sign-in-required');
        await standIn(database, { token, personId: request.body.personId }, request.caller);
        return reply.code(204).send();
      },
    }),
    serveRoute({
      method: 'POST',
      url: '/api/people/:id/transfer',
      schema: {
        summary: 'Gives what an officer who left began to another one of the office',
        params: one,
        body: z.object({ toId: personId }),
        response: {
          200: z.object({ moved: z.int().describe('How many drafts') }),
          ...forOfficers,
          ...refusals(404, 409),
        },
      },
      config: changes,
      handler: async ({ params, body, caller }) =>
        transferWork({ database, openWork }, { personId: params.id, toId: body.toId }, caller),
    }),
  ];
}
