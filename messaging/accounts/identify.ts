import { and, eq, gt, sql } from 'drizzle-orm';
import type { FastifyRequest } from 'fastify';
import { toActor } from '../../campaigns/offices/office.ts';
import { secondFactorRoles } from '../../campaigns/offices/permission.ts';
import type { Database } from '../database/database.ts';
import type { Identify } from '../http/access.ts';
import type { Auth } from './auth.ts';
import { person, session } from './schema.ts';

/** Reads the officer behind a request's session: role and area as they are now, not as they were at sign-in. */
export function createIdentify(auth: Auth, database: Database): Identify {
  return async (request) => {
    const token = await sessionToken(auth, request);
    if (token === null) return null;
    const [found] = await database.orm
      .select({ owner: person })
      .from(session)
      .innerJoin(person, eq(person.id, session.userId))
      .where(and(eq(session.token, token), gt(session.expiresAt, sql`now()`)));
    if (found === undefined || found.owner.deactivatedAt !== null) return null;
    const { role, twoFactorEnabled } = found.owner;
    return {
      actor: toActor(found.owner),
      secondFactorMissing: secondFactorRoles.includes(role) && !twoFactorEnabled,
    };
  };
}

/** Token of the request's session, when its cookie bears our signature and the session lives. */
export async function sessionToken(auth: Auth, request: FastifyRequest): Promise<string | null> {
  const { cookie } = request.headers;
  if (cookie === undefined) return null;
  const found = await auth.api.getSession({ headers: new Headers({ cookie }) });
  return found?.session.token ?? null;
}
