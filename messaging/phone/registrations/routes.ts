import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { rolesFor } from '../../../campaigns/offices/permission.ts';
import { registrationRoutes } from '../../contract/phone/registrations.ts';
import {
  confirmApproval,
  enterRegistration,
  type Registrations,
  showRegistrations,
} from './registrations.ts';

export function registerRegistrations(api: FastifyInstance, registrations: Registrations): void {
  const routes = api.withTypeProvider<ZodTypeProvider>();
  routes.route({
    ...registrationRoutes.list,
    config: { access: rolesFor('blast.read') },
    handler: ({ caller }) => showRegistrations(registrations, caller),
  });
  routes.route({
    ...registrationRoutes.enter,
    config: { access: rolesFor('registration.enter') },
    handler: async ({ body, caller }, reply) => {
      await enterRegistration(registrations, body, caller);
      return reply.code(204).send();
    },
  });
  routes.route({
    ...registrationRoutes.confirm,
    config: { access: rolesFor('registration.confirm') },
    handler: async ({ params, caller }, reply) => {
      await confirmApproval(registrations, params.id, caller);
      return reply.code(204).send();
    },
  });
}
