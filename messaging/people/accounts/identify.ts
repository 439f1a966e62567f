import { createHmac, timingSafeEqual } from 'node:crypto';
import { parseCookies } from 'better-auth/cookies';
import type { FastifyRequest } from 'fastify';
import type { Areas } from '../../../campaigns/directory/areas-schema.ts';
import { toActor } from '../../../campaigns/offices/office.ts';
import { secondFactorRoles } from '../../../campaigns/offices/permission.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Identify } from '../../platform/http/access.ts';
import { isDiskFull } from '../../platform/process/disk-room.ts';
import type { Auth } from './auth.ts';
import type { SessionClock } from './session-clock.ts';
import { findSessionOwner, noteSession } from './sessions-sql.ts';

interface IdentifyOptions {
  auth: Auth;
  database: Database;
  clock: SessionClock;
  branchRecords: Areas['branchRecords'];
}

/** Reads the officer behind a request's session: role and area as they are now, not as they were at sign-in. */
export function createIdentify({
  auth,
  database,
  clock,
  branchRecords,
}: IdentifyOptions): Identify {
  return async (request) => {
    const token = await sessionToken(auth, request);
    if (token === null) return null;
    const owner = await findSessionOwner(database.pool, token, clock);
    if (owner === undefined || owner.deactivatedAt !== null) return null;
    if (owner.unnoted) {
      // On a full disk officers can still read.
      await noteSession(database.pool, token).catch((error: unknown) => {
        if (!isDiskFull(error)) throw error;
      });
    }
    const { role, area } = owner;
    const hasSecondFactor = owner.twoFactorEnabled || owner.providerFactor;
    const records = role === 'branch' ? branchRecords[area ?? ''] : undefined;
    return {
      actor: {
        ...toActor(owner),
        ...(records === undefined ? {} : { records }),
        ...(owner.standsInFor === null ? {} : { standsInFor: owner.standsInFor }),
      },
      secondFactorMissing: secondFactorRoles.includes(role) && !hasSecondFactor,
    };
  };
}

/**
 * Token of the request's session, when its cookie bears our signature; whether the session lives, `findSessionOwner` says.
 * better-auth's own look-up asks the database for session and person, which that does as well.
 */
export async function sessionToken(auth: Auth, request: FastifyRequest): Promise<string | null> {
  const { cookie } = request.headers;
  if (cookie === undefined) return null;
  const { authCookies, secret } = await auth.$context;
  const value = parseCookies(cookie).get(authCookies.sessionToken.name) ?? '';
  const end = value.lastIndexOf('.');
  if (end < 1) return null;
  const token = value.slice(0, end);
  const signature = createHmac('sha256', secret).update(token).digest();
  const sent = Buffer.from(value.slice(end + 1), 'base64');
  return sent.length === signature.length && timingSafeEqual(sent, signature) ? token : null;
}
