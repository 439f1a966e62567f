import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { officeName } from '../../../campaigns/offices/office.ts';
import { invitableBy, rolesFor } from '../../../campaigns/offices/permission.ts';
import { peopleRoutes } from '../../contract/people/people.ts';
import { sendDownload } from '../../platform/http/download.ts';
import {
  checkInvitations,
  type InvitationDependencies,
  inviteMany,
  requireInvitable,
  writeLetters,
} from './invitation-batch.ts';
import { invite } from './invitations.ts';
import { renewInvitation, withdrawInvitation } from './open-invitations.ts';
import { listOpenInvitations } from './open-invitations-sql.ts';

/** Invitations to offices by HQ and the administrator: one, a list of them, and what is still open. */
export function registerInvitations(
  app: FastifyInstance,
  dependencies: InvitationDependencies,
): void {
  const { database, publicUrl } = dependencies;
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const config = { access: rolesFor('person.invite') };

  routes.route({
    ...peopleRoutes.invite,
    config,
    handler: async (request, reply) => {
      requireInvitable(dependencies, request.body, request.actor);
      const invitation = { ...request.body, by: request.actor, requestId: request.id };
      return reply.code(201).send(await invite(database, publicUrl, invitation));
    },
  });
  routes.route({
    ...peopleRoutes.listInvitations,
    config,
    handler: async ({ actor }) =>
      (await listOpenInvitations(database.pool)).map((open) => ({
        ...open,
        office: officeName(open, dependencies),
        mayChange: invitableBy(actor.role).includes(open.role),
      })),
  });
  routes.route({
    ...peopleRoutes.renewInvitation,
    config,
    handler: async ({ caller, params }, reply) =>
      reply.code(201).send(await renewInvitation(dependencies, params.id, caller)),
  });
  routes.route({
    ...peopleRoutes.withdrawInvitation,
    config,
    handler: async ({ caller, params }, reply) => {
      await withdrawInvitation(database, params.id, caller);
      return reply.code(204).send();
    },
  });
  registerMany(app, dependencies);
}

/** A list of officers: looked at first, then links, then letters to print. */
function registerMany(app: FastifyInstance, dependencies: InvitationDependencies): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const config = { access: rolesFor('person.invite') };

  routes.route({
    ...peopleRoutes.checkInvitations,
    config,
    handler: ({ actor, body }) => checkInvitations(dependencies, body.content, actor),
  });
  routes.route({
    ...peopleRoutes.inviteMany,
    config,
    handler: async ({ caller, body }, reply) =>
      reply.code(201).send(await inviteMany(dependencies, body.rows, caller)),
  });
  routes.route({
    ...peopleRoutes.invitationSheet,
    config,
    handler: async ({ caller, body }, reply) => {
      const bytes = await writeLetters(dependencies, body.links, caller);
      return sendDownload(reply, `${dependencies.campaign.id}-invitations.pdf`, bytes);
    },
  });
}
