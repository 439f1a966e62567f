import { z } from 'zod';
import { roles } from '../../../campaigns/offices/role.ts';
import { reference } from '../../../campaigns/text-types.ts';
import { done, refusals } from '../../contract/route.ts';
import type { Database } from '../../platform/database/database.ts';
import { serveRoute } from '../../platform/http/serve-route.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import type { Auth } from './auth.ts';
import { type OpenWork, standIn, transferWork } from './deputies-serve.ts';
import { sessionToken } from './identify.ts';

const personId = reference({ min: 1, max: 60 });

/** Standing in, which the deputy begins, and handing over, which the administrator arranges. */
export function deputyRoutes({
  auth,
  database,
  openWork,
}: {
  auth: Auth;
  database: Database;
  openWork: readonly OpenWork[];
}) {
  return [
    serveRoute('POST /api/me/stand-in', {
      summary: 'Begins to stand in for an officer in this session, or ends it (null)',
      body: z.object({ personId: personId.nullable() }),
      response: { 204: done },
      config: { access: roles },
      handler: async (request) => {
        const token = await sessionToken(auth, request);
        if (token === null) throw new Refusal('sign-in-required');
        await standIn(database, { token, personId: request.body.personId }, request.caller);
      },
    }),
    serveRoute('POST /api/people/:id/transfer', {
      summary: 'Gives what an officer who left began to another one of the office',
      params: z.object({ id: personId }),
      body: z.object({ toId: personId }),
      response: {
        200: z.object({ moved: z.int().describe('How many drafts') }),
        ...refusals(404, 409),
      },
      may: 'person.change',
      handler: async ({ params, body, caller }) =>
        transferWork({ database, openWork }, { personId: params.id, toId: body.toId }, caller),
    }),
  ];
}
