import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Bilingual } from '../../../campaigns/bilingual.ts';
import type { Actor } from '../../../campaigns/offices/actor.ts';
import {
  checkOffice,
  type Office,
  type OfficePlaces,
  officeName,
} from '../../../campaigns/offices/office.ts';
import { invitableBy, rolesFor } from '../../../campaigns/offices/permission.ts';
import { refusals } from '../../../campaigns/words/refusals.ts';
import { type MadeLinks, peopleRoutes } from '../../contract/people/people.ts';
import { recordAudit } from '../../platform/database/audit-log-sql.ts';
import type { Decoders, DecoderTask } from '../../platform/decoding/decoders.ts';
import { paperTask } from '../../platform/documents/papers.ts';
import { sendDownload } from '../../platform/http/download.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import type { decode } from './invitation-decoder.ts';
import type { sealedLetters } from './invitation-letter.ts';
import { invite, type OneTimeLink, readInvitation } from './invitations.ts';
import { renewInvitation, withdrawInvitation } from './open-invitations.ts';
import { listOpenInvitations } from './open-invitations-sql.ts';
import type { PeopleDependencies } from './people-routes.ts';
import { listPeople } from './people-sql.ts';

const listTask: DecoderTask<typeof decode> = {
  kind: 'table',
  module: new URL('./invitation-decoder.ts', import.meta.url),
};

const letterTask = paperTask<typeof sealedLetters>(
  new URL('./invitation-letter.ts', import.meta.url),
  'sealedLetters',
);

interface InvitationDependencies extends PeopleDependencies {
  decoders: Decoders;
}

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
      refuseOffice(request.actor, request.body, dependencies);
      const made = await invite(database, publicUrl, {
        ...request.body,
        by: request.actor,
        requestId: request.id,
      });
      return reply.code(201).send(made);
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
  const { database, districts, campaign, publicUrl, decoders } = dependencies;
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const config = { access: rolesFor('person.invite') };

  routes.route({
    ...peopleRoutes.checkInvitations,
    config,
    handler: async ({ actor, body }) => {
      const [people, open] = [
        await listPeople(database.pool),
        await listOpenInvitations(database.pool),
      ];
      const rules = {
        districts,
        areas: campaign.areas,
        invitable: invitableBy(actor.role),
        taken: new Set(people.map(({ email }) => email)),
        invited: new Set(open.map(({ email }) => email)),
      };
      const bytes = Buffer.from(body.content, 'base64');
      const list = await decoders.readWhole(listTask, { bytes, rules }, actor.id);
      const rows = list.rows.map((row) => ({ ...row, office: officeName(row, dependencies) }));
      return { rows, faults: list.faults };
    },
  });
  routes.route({
    ...peopleRoutes.inviteMany,
    config,
    handler: async ({ actor, body, id }, reply) => {
      for (const row of body.rows) refuseOffice(actor, row, dependencies);
      const made: (OneTimeLink & { email: string; office: Bilingual })[] = [];
      const left: MadeLinks['left'] = [];
      for (const row of body.rows) {
        try {
          const link = await invite(database, publicUrl, { ...row, by: actor, requestId: id });
          made.push({ ...link, email: row.email, office: officeName(row, dependencies) });
        } catch (error) {
          if (!(error instanceof Refusal) || error.code !== 'email-taken') throw error;
          left.push({ email: row.email, why: refusals[error.code] });
        }
      }
      return reply.code(201).send({ made, left });
    },
  });
  routes.route({
    ...peopleRoutes.invitationSheet,
    config,
    handler: async ({ actor, body, id }, reply) => {
      const letters = [];
      for (const link of body.links) {
        // The link is proven by its token: nothing is printed that the service did not make.
        const found = await readInvitation(database.pool, new URL(link).hash.slice(1));
        letters.push({ ...found, office: officeName(found, dependencies), link });
      }
      await recordAudit(database.pool, {
        actor,
        action: 'person.print-invitations',
        subject: 'invitation',
        after: { letters: letters.length },
        requestId: id,
      });
      const { id: campaignId, app, languages } = campaign;
      const sheet = {
        letters,
        campaign: { id: campaignId, app, languages },
        createdAt: new Date(),
      };
      const bytes = await decoders.readWhole(letterTask, sheet, actor.id);
      return sendDownload(reply, `${campaignId}-invitations.pdf`, bytes);
    },
  });
}

function refuseOffice(actor: Actor, office: Office, places: OfficePlaces): void {
  if (!invitableBy(actor.role).includes(office.role)) throw new Refusal('not-allowed');
  try {
    checkOffice(office, places);
  } catch (cause) {
    throw new Refusal('no-such-area', {}, { cause });
  }
}
