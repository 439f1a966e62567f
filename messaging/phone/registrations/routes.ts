import { z } from 'zod';
import { rolesFor } from '../../../campaigns/offices/permission.ts';
import { done, forOfficers, oneId, refusals } from '../../contract/route.ts';
import { serveRoute } from '../../platform/http/serve-route.ts';
import {
  confirmApproval,
  enterRegistration,
  type Registrations,
  showRegistrations,
} from './registrations.ts';
import { entry, registration } from './registrations-schemas.ts';

export function registrationRoutes(registrations: Registrations) {
  return [
    serveRoute({
      method: 'GET',
      url: '/api/registrations',
      schema: {
        summary: 'What the registrar said of headers and templates, the latest first',
        response: { 200: z.array(registration), ...refusals(401, 403) },
      },
      config: { access: rolesFor('blast.read') },
      handler: ({ caller }) => showRegistrations(registrations, caller),
    }),
    serveRoute({
      method: 'POST',
      url: '/api/registrations',
      schema: {
        summary: 'Enters a word of the registrar; an approval waits for a second officer',
        body: entry,
        response: { 204: done, ...forOfficers, ...refusals(409) },
      },
      config: { access: rolesFor('registration.enter') },
      handler: async ({ body, caller }, reply) => {
        await enterRegistration(registrations, body, caller);
        return reply.code(204).send();
      },
    }),
    serveRoute({
      method: 'POST',
      url: '/api/registrations/:id/confirm',
      schema: {
        summary: 'Confirms an approval that another officer entered',
        params: oneId,
        response: { 204: done, ...forOfficers, ...refusals(404, 409) },
      },
      config: { access: rolesFor('registration.confirm') },
      handler: async ({ params, caller }, reply) => {
        await confirmApproval(registrations, params.id, caller);
        return reply.code(204).send();
      },
    }),
  ];
}
