import { z } from 'zod';
import { officeName } from '../../../campaigns/offices/office.ts';
import { invitableBy, rolesFor } from '../../../campaigns/offices/permission.ts';
import { done, file, forOfficers, oneId, refusals } from '../../contract/route.ts';
import { sendDownload } from '../../platform/http/download.ts';
import { serveRoute } from '../../platform/http/serve-route.ts';
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
import {
  checkedList,
  invited,
  madeLinks,
  office,
  oneTimeLink,
  openInvitation,
} from './people-schemas.ts';

/** Invitations to offices by HQ and the administrator: one, a list of them, and what is still open. */
export function invitationRoutes(dependencies: InvitationDependencies) {
  const { database, publicUrl } = dependencies;
  const config = { access: rolesFor('person.invite') };
  return [
    serveRoute({
      method: 'POST',
      url: '/api/people/invitations',
      schema: {
        summary: 'A one-time link for a new account, valid for seven days and shown this once',
        body: office.extend({ email: z.email().max(254).toLowerCase() }),
        response: { 201: oneTimeLink, ...forOfficers, ...refusals(409) },
      },
      config,
      handler: async (request, reply) => {
        requireInvitable(dependencies, request.body, request.actor);
        const invitation = { ...request.body, by: request.actor, requestId: request.id };
        return reply.code(201).send(await invite(database, publicUrl, invitation));
      },
    }),
    serveRoute({
      method: 'GET',
      url: '/api/people/invitations',
      schema: {
        summary: 'Open invitations: whose, to which office, by whom and until when',
        response: { 200: z.array(openInvitation), ...refusals(401, 403) },
      },
      config,
      handler: async ({ actor }) =>
        (await listOpenInvitations(database.pool)).map((open) => ({
          ...open,
          office: officeName(open, dependencies),
          mayChange: invitableBy(actor.role).includes(open.role),
        })),
    }),
    serveRoute({
      method: 'POST',
      url: '/api/people/invitations/:id/renew',
      schema: {
        summary: 'A new link in place of the old one, which is dead then',
        params: oneId,
        response: { 201: oneTimeLink, ...forOfficers, ...refusals(404) },
      },
      config,
      handler: async ({ caller, params }, reply) =>
        reply.code(201).send(await renewInvitation(dependencies, params.id, caller)),
    }),
    serveRoute({
      method: 'POST',
      url: '/api/people/invitations/:id/withdraw',
      schema: {
        summary: 'Withdraws an invitation: its link is dead',
        params: oneId,
        response: { 204: done, ...forOfficers, ...refusals(404) },
      },
      config,
      handler: async ({ caller, params }, reply) => {
        await withdrawInvitation(database, params.id, caller);
        return reply.code(204).send();
      },
    }),
    ...manyRoutes(dependencies),
  ];
}

/** A list of officers: looked at first, then links, then letters to print. */
export function manyRoutes(dependencies: InvitationDependencies) {
  const config = { access: rolesFor('person.invite') };
  return [
    serveRoute({
      method: 'POST',
      url: '/api/people/invitations/check',
      schema: {
        summary: 'What would become of a csv or xlsx list of officers to invite; nothing is stored',
        body: z.object({ content: z.base64().max(400_000) }),
        response: { 200: checkedList, ...forOfficers },
      },
      config,
      handler: ({ actor, body }) => checkInvitations(dependencies, body.content, actor),
    }),
    serveRoute({
      method: 'POST',
      url: '/api/people/invitations/many',
      schema: {
        summary: 'Links for up to 200 officers, shown this once',
        body: z.object({ rows: z.array(invited).min(1).max(200) }),
        response: { 201: madeLinks, ...forOfficers },
      },
      config,
      handler: async ({ caller, body }, reply) =>
        reply.code(201).send(await inviteMany(dependencies, body.rows, caller)),
    }),
    serveRoute({
      method: 'POST',
      url: '/api/people/invitations/sheet',
      schema: {
        summary: 'Sealed letters to print, a page for each link that is still open',
        body: z.object({ links: z.array(z.url().max(500)).min(1).max(200) }),
        response: {
          200: file('application/pdf', 'A page of A4 for each link'),
          ...forOfficers,
          ...refusals(410),
        },
      },
      config,
      handler: async ({ caller, body }, reply) => {
        const bytes = await writeLetters(dependencies, body.links, caller);
        return sendDownload(reply, `${dependencies.campaign.id}-invitations.pdf`, bytes);
      },
    }),
  ];
}
