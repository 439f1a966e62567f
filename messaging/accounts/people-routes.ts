import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { District } from '../../campaigns/directory/station.ts';
import { checkOffice, type Office, officeName } from '../../campaigns/offices/office.ts';
import { invitableBy, rolesFor } from '../../campaigns/offices/permission.ts';
import { roles } from '../../campaigns/offices/role.ts';
import type { Database } from '../database/database.ts';
import { ApiError } from '../http/api-error.ts';
import { invite } from './invitations.ts';
import { changeOffice, makePasswordLink, resetSecondFactor, setDeactivated } from './people.ts';
import { listPeople, type Person } from './people-sql.ts';

export interface PeopleDependencies {
  database: Database;
  districts: readonly District[];
  publicUrl: string;
}

const office = z.object({ role: z.enum(roles), area: z.string().max(60).nullable() });
const one = z.object({ id: z.string().min(1).max(60) });
const link = z.object({ link: z.string(), expiresAt: z.iso.datetime() });
const person = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: z.enum(roles),
  area: z.string().nullable(),
  office: z.object({ hi: z.string(), en: z.string() }),
  twoFactorEnabled: z.boolean(),
  deactivatedAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
});

/** Accounts of others: invitations by HQ and the administrator, changes by the administrator. */
export function registerPeople(app: FastifyInstance, dependencies: PeopleDependencies): void {
  const { database, districts, publicUrl } = dependencies;
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const show = (entry: Person) => ({
    ...entry,
    office: officeName(entry, districts),
    deactivatedAt: entry.deactivatedAt?.toISOString() ?? null,
    createdAt: entry.createdAt.toISOString(),
  });
  const changes = { access: rolesFor('person.change') };
  const changed = { 200: person };

  routes.get(
    '/api/people',
    {
      config: { access: rolesFor('person.read') },
      schema: { summary: 'All accounts', response: { 200: z.array(person) } },
    },
    async () => (await listPeople(database.pool)).map(show),
  );
  routes.post(
    '/api/people/invitations',
    {
      config: { access: rolesFor('person.invite') },
      schema: {
        summary: 'A one-time link for a new account, valid for seven days and shown this once',
        body: office.extend({ email: z.email().max(254).toLowerCase() }),
        response: { 201: link },
      },
    },
    async (request, reply) => {
      if (!invitableBy(request.actor.role).includes(request.body.role)) {
        throw new ApiError('not-allowed');
      }
      refuseStrangeArea(request.body, districts);
      const made = await invite(database, publicUrl, {
        ...request.body,
        by: request.actor,
        requestId: request.id,
      });
      return reply.code(201).send({ link: made.link, expiresAt: made.expiresAt.toISOString() });
    },
  );
  routes.post(
    '/api/people/:id/office',
    {
      config: changes,
      schema: {
        summary: 'Gives another role or area',
        params: one,
        body: office,
        response: changed,
      },
    },
    async (request) => {
      refuseStrangeArea(request.body, districts);
      return show(await changeOffice(database, changeOf(request), request.body));
    },
  );
  for (const [verb, deactivated] of [
    ['deactivate', true],
    ['reactivate', false],
  ] as const) {
    routes.post(
      `/api/people/:id/${verb}`,
      {
        config: changes,
        schema: {
          summary: deactivated ? 'Ends an account at once' : 'Opens an account again',
          params: one,
          response: changed,
        },
      },
      async (request) => show(await setDeactivated(database, changeOf(request), deactivated)),
    );
  }
  routes.post(
    '/api/people/:id/reset-second-factor',
    {
      config: changes,
      schema: {
        summary: 'For a lost phone: the second factor is set up anew',
        params: one,
        response: changed,
      },
    },
    async (request) => show(await resetSecondFactor(database, changeOf(request))),
  );
  routes.post(
    '/api/people/:id/password-link',
    {
      config: changes,
      schema: {
        summary: 'For a forgotten password: a one-time link, shown this once',
        params: one,
        response: { 201: link },
      },
    },
    async (request, reply) => {
      const made = await makePasswordLink(database, publicUrl, changeOf(request));
      return reply.code(201).send({ link: made.link, expiresAt: made.expiresAt.toISOString() });
    },
  );
}

function changeOf(request: {
  actor: Parameters<typeof setDeactivated>[1]['by'];
  params: { id: string };
  id: string;
}) {
  return { by: request.actor, personId: request.params.id, requestId: request.id };
}

function refuseStrangeArea(given: Office, districts: readonly District[]): void {
  try {
    checkOffice(given, districts);
  } catch (cause) {
    throw new ApiError('no-such-area', { cause });
  }
}
