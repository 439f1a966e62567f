import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { officeName } from '../../../campaigns/offices/office.ts';
import { rolesFor } from '../../../campaigns/offices/permission.ts';
import { peopleRoutes } from '../../contract/people/people.ts';
import { confirmRequest, refuseRequest } from './account-requests.ts';
import { listOpenRequests } from './account-requests-sql.ts';
import { type InvitationDependencies, requireOffice } from './invitation-batch.ts';
import {
  changeOffice,
  confirmHolder,
  makePasswordLink,
  resetSecondFactor,
  setDeactivated,
  unlinkProvider,
} from './people.ts';
import { listPeople, type Person } from './people-sql.ts';
import { withSecondPerson } from './second-person.ts';

type PeopleDependencies = Omit<InvitationDependencies, 'decoders'>;

/** Accounts of others: read by HQ and the administrator, changed by the administrator. */
export function registerPeople(app: FastifyInstance, dependencies: PeopleDependencies): void {
  const { database } = dependencies;
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
      requireOffice(dependencies, request.body);
      const change = { personId: request.params.id, ...request.body };
      return show(await changeOffice(database, change, request.caller));
    },
  });
  routes.route({
    ...peopleRoutes.deactivate,
    config: changes,
    handler: async ({ caller, params: { id: personId } }) =>
      show(await setDeactivated(database, { personId, deactivated: true }, caller)),
  });
  routes.route({
    ...peopleRoutes.reactivate,
    config: changes,
    handler: async ({ caller, params: { id: personId } }) =>
      show(await setDeactivated(database, { personId, deactivated: false }, caller)),
  });
  routes.route({
    ...peopleRoutes.unlinkProvider,
    config: changes,
    handler: async ({ caller, params }) => show(await unlinkProvider(database, params.id, caller)),
  });
  routes.route({
    ...peopleRoutes.resetSecondFactor,
    config: changes,
    handler: async ({ caller, params }, reply) => {
      const outcome = await resetSecondFactor(database, params.id, caller);
      if (outcome.kind === 'asked') return reply.code(202).send(outcome.request);
      return reply.code(200).send(show(outcome.done));
    },
  });
  routes.route({
    ...peopleRoutes.passwordLink,
    config: changes,
    handler: async ({ caller, params }, reply) => {
      const outcome = await makePasswordLink(dependencies, params.id, caller);
      if (outcome.kind === 'asked') return reply.code(202).send(outcome.request);
      return reply.code(201).send(outcome.done);
    },
  });
  registerRequests(app, dependencies);
}

/** Requests that a second administrator confirms. */
function registerRequests(app: FastifyInstance, dependencies: PeopleDependencies): void {
  const { database } = dependencies;
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const config = { access: rolesFor('person.confirm') };

  routes.route({
    ...peopleRoutes.confirmHolder,
    config,
    handler: async ({ caller, params: { id: personId }, body }, reply) => {
      await confirmHolder(database, { personId, ...body }, caller);
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
    handler: async ({ caller, params }) => ({
      link: await confirmRequest(dependencies, params.id, caller),
    }),
  });
  routes.route({
    ...peopleRoutes.refuseRequest,
    config,
    handler: async ({ caller, params }, reply) => {
      await refuseRequest(database, params.id, caller);
      return reply.code(204).send();
    },
  });
}
