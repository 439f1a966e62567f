import { z } from 'zod';
import { rolesFor } from '../../../campaigns/offices/permission.ts';
import { reference } from '../../../campaigns/text-types.ts';
import { file, refusals } from '../../contract/route.ts';
import { unsubscribePlace } from '../../mail/delivery/letter.ts';
import { serveRoute } from '../../platform/http/serve-route.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { type Mailings, readFacts, readMailing, sendMailing } from './mailings.ts';
import { mailing, params as paramsSchema } from './mailings-schemas.ts';
import { contentFor } from './to-districts.ts';

/** Letters to all districts at once, by HQ and the PRO to DGP. */
export function mailingRoutes(mailings: Mailings) {
  const config = { access: rolesFor('mail.send') };
  return [
    serveRoute('GET /api/mailings/:kind', {
      summary: 'Whom it would go to now, and how far the last one is',
      params: paramsSchema,
      response: { 200: mailing },
      may: 'mail.send',
      handler: ({ params, actor }) => readMailing(mailings, params.kind, actor),
    }),
    serveRoute('GET /api/mailings/:kind/view', {
      summary: 'The letter that a district would get',
      params: paramsSchema,
      querystring: z.object({ district: reference({ max: 60 }), language: z.enum(['hi', 'en']) }),
      response: { 200: file('text/html', 'The letter'), ...refusals(404) },
      config: { ...config, answers: 'letter' },
      handler: async ({ params, query, actor }, reply) => {
        const facts = await readFacts(mailings, actor);
        const content = contentFor(params.kind, query.district, query.language, facts);
        if (content === undefined) throw new Refusal('no-such-letter');
        return reply
          .type('text/html; charset=utf-8')
          .send(content.html.replaceAll(unsubscribePlace, '#'));
      },
    }),
    serveRoute('POST /api/mailings/:kind', {
      summary: 'Writes it to every district; on one day nobody gets it twice',
      params: paramsSchema,
      body: z.object({}),
      response: { 200: mailing, ...refusals(409) },
      may: 'mail.send',
      handler: ({ params, caller }) => sendMailing(mailings, params.kind, caller),
    }),
  ];
}
