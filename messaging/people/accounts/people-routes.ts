import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import {
  checkOffice,
  type Office,
  type OfficePlaces,
  officeName,
} from '../../../campaigns/offices/office.ts';
import { rolesFor } from '../../../campaigns/offices/permission.ts';
import { peopleRoutes } from '../../contract/people/people.ts';
import type { Database } from '../../platform/database/database.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { confirmRequest, refuseRequest } from './account-requests.ts';
import { listOpenRequests } from './account-requests-sql.ts';
import type { InvitationCampaign } from './invitation-letter.ts';
import {
  changeOffice,
  confirmHolder,
  makePasswordLink,
  resetSecondFactor,
  setDeactivated,
} from './people.ts';
import { listPeople, type Person } from './people-sql.ts';
import { withSecondPerson } from './second-person.ts';

export interface PeopleDependencies extends OfficePlaces {
  campaign: OfficePlaces['campaign'] & InvitationCampaign;
  database: Database;
  publicUrl: string;
}

/** Accounts of others: read by HQ and the administrator, changed by the administrator. */
export function registerPeople(app: FastifyInstance, dependencies: PeopleDependencies): void {
  const { database, publicUrl } = dependencies;
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const show = (entry: Person) => ({
    ...entry,
    office: officeName(entry, dependencies),
  });
  const changes = { access: rolesFor('person.change') };

  routes.route({
    ...peopleRoutes.list,
    config: { access: rolesFor('person.read') },
    handler: async ({ actor }) => {
      const { pool } = database;
      const people = await withSecondPerson(pool, actor.id, await listPeople(pool), ({ id }) => [
        id,
      ]);
      return people.map(({ second, ...person }) => ({
        ...person,
        office: officeName(person, dependencies),
        mayConfirm: second.bar === null,
      }));
    },
  });
  routes.route({
    ...peopleRoutes.changeOffice,
    config: changes,
    handler: async (request) => {
      refuseStrangeArea(request.body, dependencies);
      return show(await changeOffice(database, changeOf(request), request.body));
    },
  });
  routes.route({
    ...peopleRoutes.deactivate,
    config: changes,
    handler: async (request) => show(await setDeactivated(database, changeOf(request), true)),
  });
  routes.route({
    ...peopleRoutes.reactivate,
    config: changes,
    handler: async (request) => show(await setDeactivated(database, changeOf(request), false)),
  });
  routes.route({
    ...peopleRoutes.resetSecondFactor,
    config: changes,
    handler: async (request, reply) => {
      const outcome = await resetSecondFactor(database, changeOf(request));
      if (outcome.kind === 'asked') return reply.code(202).send(outcome.request);
      return reply.code(200).send(show(outcome.done));
    },
  });
  routes.route({
    ...peopleRoutes.passwordLink,
    config: changes,
    handler: async (request, reply) => {
      const outcome = await makePasswordLink(database, publicUrl, changeOf(request));
      if (outcome.kind === 'asked') return reply.code(202).send(outcome.request);
      return reply.code(201).send(outcome.done);
    },
  });
  registerRequests(app, dependencies);
}

/** Requests that a second administrator confirms. */
function registerRequests(app: FastifyInstance, { database, publicUrl }: PeopleDependencies): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const config = { access: rolesFor('person.confirm') };

  routes.route({
    ...peopleRoutes.confirmHolder,
    config,
    handler: async (request, reply) => {
      await confirmHolder(database, changeOf(request), request.body.confirmed);
      return reply.code(204).send();
    },
  });
  routes.route({
    ...peopleRoutes.listRequests,
    config,
    handler: async ({ actor }) => {
      const { pool } = database;
      const open = await listOpenRequests(pool);
      return withSecondPerson(pool, actor.id, open, ({ askedBy }) => [askedBy]);
    },
  });
  routes.route({
    ...peopleRoutes.confirmRequest,
    config,
    handler: async ({ actor, params, id }) => ({
      link: await confirmRequest(database, publicUrl, { by: actor, id: params.id, requestId: id }),
    }),
  });
  routes.route({
    ...peopleRoutes.refuseRequest,
    config,
    handler: async ({ actor, params, id }, reply) => {
      await refuseRequest(database, { by: actor, id: params.id, requestId: id });
      return reply.code(204).send();
    },
  });
}

function changeOf(request: {
  actor: Parameters<typeof setDeactivated>[1]['by'];
  params: { id: string };
  id: string;
}) {
  return { by: request.actor, personId: request.params.id, requestId: request.id };
}

function refuseStrangeArea(office: Office, places: OfficePlaces): void {
  try {
    checkOffice(office, places);
  } catch (cause) {
    throw new Refusal('no-such-area', {}, { cause });
  }
}
