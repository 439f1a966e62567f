import { z } from 'zod';
import { appDecisions } from '../../../campaigns/directions/app-approval.ts';
import { longestRemark } from '../../../campaigns/directions/limits.ts';
import { rolesFor } from '../../../campaigns/offices/permission.ts';
import { line, paragraph } from '../../../campaigns/text-types.ts';
import { forOfficers, oneId, refusals } from '../../contract/route.ts';
import { serveRoute } from '../../platform/http/serve-route.ts';
import { askForApp, decideOnApp, listSeenAppRequests } from './app-requests.ts';
import { all } from './app-requests-schemas.ts';
import type { DirectionSources } from './live-register.ts';

/** No app without approval: an office asks, another supports, headquarters decides. */
export function appRequestRoutes(sources: DirectionSources) {
  return [
    serveRoute({
      method: 'GET',
      url: '/api/directions/app-requests',
      schema: {
        summary: 'Apps that were asked for, of the offices that the officer may see',
        response: { 200: all, ...forOfficers },
      },
      config: { access: rolesFor('direction.read') },
      handler: async ({ actor }) => listSeenAppRequests(sources, actor),
    }),
    serveRoute({
      method: 'POST',
      url: '/api/directions/app-requests',
      schema: {
        summary: 'Asks for an app: a new one, or one that is in use and was never approved',
        body: z.object({
          hi: line({ min: 1, max: 120 }),
          en: line({ min: 1, max: 120 }),
          citizen: z.boolean(),
          purpose: paragraph({ min: 1, max: longestRemark }),
        }),
        response: { 201: all, ...forOfficers, ...refusals(409) },
      },
      config: { access: rolesFor('direction.submit') },
      handler: async ({ actor, caller, body }, reply) => {
        await askForApp(sources, body, caller);
        return reply.code(201).send(await listSeenAppRequests(sources, actor));
      },
    }),
    serveRoute({
      method: 'POST',
      url: '/api/directions/app-requests/:id/decide',
      schema: {
        summary: 'Supports, approves or refuses; three words are of three officers',
        params: oneId,
        body: z.object({
          version: z.int().positive(),
          decision: z.enum(appDecisions),
          remark: paragraph({ max: longestRemark }).default(''),
        }),
        response: { 200: all, ...forOfficers, ...refusals(404, 409) },
      },
      config: { access: rolesFor('direction.review') },
      handler: async ({ actor, caller, params, body }) => {
        await decideOnApp(sources, { ...params, ...body }, caller);
        return listSeenAppRequests(sources, actor);
      },
    }),
  ];
}
