import { z } from 'zod';
import { messageLanguages } from '../../../campaigns/messages/messages.ts';
import { oneId, refusals } from '../../contract/route.ts';
import { serveRoute } from '../../platform/http/serve-route.ts';
import { readTest, testMessage } from '../ledger/test-messages-sql.ts';
import { type BlastRoutes, requireBlast } from './blast-request.ts';
import { sendTest } from './test-delivery.ts';

/** Trying a blast's text on the officer's own number. */
export function blastTestRoutes(dependencies: BlastRoutes) {
  const { pool } = dependencies.database;
  return [
    serveRoute('POST /api/blasts/:id/test', {
      summary: 'Tries the text on the own verified number, exactly as it will be sent',
      params: oneId,
      body: z.object({
        language: z.enum(messageLanguages).default('hi'),
        again: z
          .boolean()
          .default(false)
          .describe('Also when the answer to the last one was lost, so that it may come twice'),
      }),
      response: { 200: z.object({ test: testMessage }), ...refusals(404, 409, 429, 502) },
      may: 'blast.test',
      handler: async (request) => {
        const blast = await requireBlast(request, pool, 'blast.test');
        const id = await sendTest(dependencies, { blast, ...request.body }, request.caller);
        return { test: await readTest(pool, id) };
      },
    }),
  ];
}
