import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Database } from '../../platform/database/database.ts';
import type { DeviceCookies } from './device-cookie.ts';
import { listPeople, type Person } from './people-sql.ts';
import { noteSharedDevice } from './shared-devices-sql.ts';

/** Makes a device known for an officer, after a whole sign-in, and notes whose it was before. */
export async function rememberDevice(
  { database, devices }: { database: Database; devices: DeviceCookies },
  request: FastifyRequest,
  reply: FastifyReply,
  owner: Person,
): Promise<void> {
  devices.remember(reply, owner.email);
  for (const other of devices.knownOf(request, await listPeople(database.pool))) {
    if (other.id !== owner.id) await noteSharedDevice(database.pool, [owner.id, other.id]);
  }
}
