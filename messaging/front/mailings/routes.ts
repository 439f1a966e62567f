import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { rolesFor } from '../../../campaigns/offices/permission.ts';
import { mailingRoutes } from '../../contract/front/mailings.ts';
import { unsubscribePlace } from '../../mail/delivery/letter.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { type Mailings, readFacts, readMailing, sendMailing } from './mailings.ts';
import { contentFor } from './to-districts.ts';

/** Letters to all districts at once, by HQ and the PRO to DGP. */
export function registerMailings(app: FastifyInstance, mailings: Mailings): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const config = { access: rolesFor('mail.send') };

  routes.route({
    ...mailingRoutes.read,
    config,
    handler: ({ params, actor }) => readMailing(mailings, params.kind, actor),
  });
  routes.route({
    ...mailingRoutes.view,
    config: { ...config, answers: 'letter' },
    handler: async ({ params, query, actor }, reply) => {
      const facts = await readFacts(mailings, actor);
      const content = contentFor(params.kind, query.district, query.language, facts);
      if (content === undefined) throw new Refusal('no-such-letter');
      return reply
        .type('text/html; charset=utf-8')
        .send(content.html.replaceAll(unsubscribePlace, '#'));
    },
  });
  routes.route({
    ...mailingRoutes.send,
    config,
    handler: ({ params, caller }) => sendMailing(mailings, params.kind, caller),
  });
}
