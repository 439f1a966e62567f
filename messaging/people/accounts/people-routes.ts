import { z } from 'zod';
import { type Office, officeName } from '../../../campaigns/offices/office.ts';
import { done, oneId, refusals } from '../../contract/route.ts';
import { serveRoute } from '../../platform/http/serve-route.ts';
import { confirmRequest, refuseRequest } from './account-requests.ts';
import { listOpenRequests } from './account-requests-sql.ts';
import { type InvitationDependencies, requireOffice } from './invitation-batch.ts';
import { nameOffice, withAddedOffices } from './offices-sql.ts';
import {
  changeOffice,
  confirmHolder,
  makePasswordLink,
  resetSecondFactor,
  setDeactivated,
  unlinkProvider,
} from './people.ts';
import {
  asked,
  changed,
  listedPerson,
  listedRequest,
  office,
  one,
  oneTimeLink,
} from './people-schemas.ts';
import { findPerson, listPeople, type Person } from './people-sql.ts';
import { withSecondPerson } from './second-person.ts';

type PeopleDependencies = Omit<InvitationDependencies, 'decoders'>;

/** Accounts of others: read by HQ and the administrator, changed by the administrator. */
export function peopleRoutes(dependencies: PeopleDependencies) {
  const { database } = dependencies;
  const show = async (entry: Person) => ({
    ...entry,
    office: await nameOffice(database.pool, entry, dependencies),
  });
  const requireOpen = async (office: Office) =>
    requireOffice(await withAddedOffices(database.pool, dependencies, { open: true }), office);
  return [
    serveRoute('GET /api/people', {
      summary: 'All accounts',
      response: { 200: z.array(listedPerson) },
      may: 'person.read',
      handler: async ({ actor }) => {
        const { pool } = database;
        const people = await withSecondPerson(pool, actor.id, await listPeople(pool), ({ id }) => [
          id,
        ]);
        const places = await withAddedOffices(pool, dependencies);
        return people.map(({ second, ...person }) => ({
          ...person,
          office: officeName(person, places),
          mayConfirm: second.bar === null,
        }));
      },
    }),
    serveRoute('POST /api/people/:id/office', {
      summary: 'Gives another role or area',
      params: one,
      body: office,
      response: changed,
      may: 'person.change',
      handler: async (request) => {
        await requireOpen(request.body);
        const change = { personId: request.params.id, ...request.body };
        return show(await changeOffice(database, change, request.caller));
      },
    }),
    serveRoute('POST /api/people/:id/deactivate', {
      summary: 'Ends an account at once',
      params: one,
      response: changed,
      may: 'person.change',
      handler: async ({ caller, params: { id: personId } }) =>
        show(await setDeactivated(database, { personId, deactivated: true }, caller)),
    }),
    serveRoute('POST /api/people/:id/reactivate', {
      summary: 'Opens an account again',
      params: one,
      response: changed,
      may: 'person.change',
      handler: async ({ caller, params: { id: personId } }) => {
        const person = await findPerson(database.pool, personId);
        if (person !== undefined) await requireOpen(person);
        return show(await setDeactivated(database, { personId, deactivated: false }, caller));
      },
    }),
    serveRoute('POST /api/people/:id/unlink', {
      summary:
        'Unlinks an account from that at the identity provider; the next sign-in there links it again',
      params: one,
      response: changed,
      may: 'person.change',
      handler: async ({ caller, params }) =>
        show(await unlinkProvider(database, params.id, caller)),
    }),
    serveRoute('POST /api/people/:id/reset-second-factor', {
      summary: 'For a lost phone: the second factor is set up again',
      params: one,
      response: { ...changed, ...asked },
      may: 'person.change',
      handler: async ({ caller, params }, reply) => {
        const outcome = await resetSecondFactor(database, params.id, caller);
        if (outcome.kind === 'asked') return reply.code(202).send(outcome.request);
        return reply.code(200).send(await show(outcome.done));
      },
    }),
    serveRoute('POST /api/people/:id/password-link', {
      summary: 'For a forgotten password: a one-time link, shown this once',
      params: one,
      response: { 201: oneTimeLink, ...asked, ...refusals(404, 409) },
      may: 'person.change',
      handler: async ({ caller, params }, reply) => {
        const outcome = await makePasswordLink(dependencies, params.id, caller);
        if (outcome.kind === 'asked') return reply.code(202).send(outcome.request);
        return reply.code(201).send(outcome.done);
      },
    }),
    ...requestRoutes(dependencies),
  ];
}

/** Requests that a second administrator confirms. */
export function requestRoutes(dependencies: PeopleDependencies) {
  const { database } = dependencies;
  return [
    serveRoute('POST /api/people/:id/confirm', {
      summary: 'A third officer says “I know who holds this account”, or takes it back',
      params: one,
      body: z.object({ confirmed: z.boolean() }),
      response: { 204: done, ...refusals(404, 409) },
      may: 'person.confirm',
      handler: async ({ caller, params: { id: personId }, body }) =>
        confirmHolder(database, { personId, ...body }, caller),
    }),
    serveRoute('GET /api/people/requests', {
      summary: 'What waits for a second administrator',
      response: { 200: z.array(listedRequest) },
      may: 'person.confirm',
      handler: async ({ actor }) => {
        const { pool } = database;
        const open = await listOpenRequests(pool);
        return withSecondPerson(pool, actor.id, open, ({ askedBy }) => [askedBy]);
      },
    }),
    serveRoute('POST /api/people/requests/:id/confirm', {
      summary: 'Does what was asked; a new link is shown this once, to the one who confirms',
      params: oneId,
      response: { 200: z.object({ link: oneTimeLink.nullable() }), ...refusals(404, 409) },
      may: 'person.confirm',
      handler: async ({ caller, params }) => ({
        link: await confirmRequest(dependencies, params.id, caller),
      }),
    }),
    serveRoute('POST /api/people/requests/:id/refuse', {
      summary: 'Refuses what was asked, or takes it back',
      params: oneId,
      response: { 204: done, ...refusals(404) },
      may: 'person.confirm',
      handler: async ({ caller, params }) => refuseRequest(database, params.id, caller),
    }),
  ];
}
