import { hourMs } from '../../../campaigns/durations.ts';
import type { House } from '../../kit/house.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Identify } from '../../platform/http/access.ts';
import { purgeAttempts } from '../../platform/http/attempts-sql.ts';
import type { Module } from '../../platform/http/module.ts';
import { addRoutes } from '../../platform/http/serve-route.ts';
import { repeat } from '../../platform/process/repeat.ts';
import { authSecret } from '../../platform/process/secret-fs.ts';
import { createWorkQueue } from '../../platform/queue/work-queue.ts';
import { createProvider } from '../identity-provider/metadata.ts';
import { auditRoutes } from './audit-routes.ts';
import { type Auth, type AuthOptions, createAuth } from './auth.ts';
import type { OpenWork } from './deputies-serve.ts';
import { deputyRoutes } from './deputy-routes.ts';
import { createDeviceCookies } from './device-cookie.ts';
import { createIdentify } from './identify.ts';
import { invitationRoutes } from './invitation-routes.ts';
import { passkeyRoutes } from './passkey-routes.ts';
import { type PasswordHashing, scryptHashing } from './password-hashing.ts';
import { peopleRoutes } from './people-routes.ts';
import { registerProvider } from './provider-routes.ts';
import type { ProviderDependencies } from './provider-sign-in.ts';
import { ownAccountRoutes, signInRoutes } from './routes.ts';
import { createSessionClock, type SessionClock } from './session-clock.ts';
import { sessionRoutes } from './session-routes.ts';
import { lookAtClock, purgeSessions } from './sessions-sql.ts';
import type { SignInDependencies } from './sign-in.ts';

/** Officers' accounts; the server asks them who sends a request. */
export interface Accounts extends Module {
  identify: Identify;
}

interface AccountHouse extends House {
  /** Handed over by an officer who leaves, of slices above. */
  openWork: readonly OpenWork[];
  hashing?: PasswordHashing | undefined;
}

/** An office signs in together in the morning. */
const signInPlaces = { most: 100, mostPerClient: 20 };
/** A clock that was set forward is noticed within this time, however few requests come. */
const lookEveryMs = 30_000;

/** Opens the accounts and deletes what ran out, now and every hour; the database may still be away. */
export function openAccounts(house: AccountHouse): Accounts {
  const { database, decoders, districts, campaign, openWork, log, hashing = scryptHashing } = house;
  const places = { districts, campaign };
  const { publicUrl, dataDir, authSecret: ownSecret, signIn: settings } = house.config;
  const secret = authSecret(dataDir, ownSecret);
  const authOptions = { app: campaign.app.name, database, publicUrl, secret, hashing };
  const auth = createAuth(authOptions);
  const devices = createDeviceCookies({ secret, https: publicUrl.startsWith('https:') });
  const turns = createWorkQueue(signInPlaces, 'too-many-requests');
  const clock = createSessionClock();
  const purges = repeat(() => purgeAccounts(database, clock), {
    pauseMs: hourMs,
    onTrouble: (error) => log.warn(error, 'accounts'),
  });
  void purges.run();
  const looks = repeat(() => lookAtClock(database.pool, clock), {
    pauseMs: lookEveryMs,
    onTrouble: () => {},
  });
  return {
    name: 'accounts',
    identify: createIdentify({
      auth,
      database,
      clock,
      branchRecords: campaign.areas.branchRecords,
    }),
    register({ api }) {
      const signIn = { auth, database, devices, hashing, turns, settings, ...places };
      addRoutes(api, signInRoutes(signIn));
      addRoutes(api, ownAccountRoutes(signIn));
      addRoutes(api, passkeyRoutes(signIn));
      registerProvider(api, settings, addProvider(signIn, authOptions));
      api.addHook('preClose', async () => turns.close());
      addRoutes(api, sessionRoutes({ auth, database, clock }));
      addRoutes(api, invitationRoutes({ database, decoders, publicUrl, ...places }));
      addRoutes(api, peopleRoutes({ database, publicUrl, ...places }));
      addRoutes(api, deputyRoutes({ auth, database, openWork }));
      addRoutes(api, auditRoutes(database));
    },
    async close() {
      void purges.stop();
      void looks.stop();
    },
  };
}

function addProvider(
  signIn: SignInDependencies,
  authOptions: AuthOptions,
): ProviderDependencies | undefined {
  if (signIn.settings.provider === undefined) return undefined;
  const provider = createProvider(signIn.settings.provider);
  let opened: Auth | undefined;
  return {
    ...signIn,
    provider,
    openAuth() {
      opened ??= createAuth({ ...authOptions, provider });
      return opened;
    },
  };
}

/** Deletes what ran out: attempts, sessions, questions for a second factor, callers' addresses. */
export async function purgeAccounts(
  { pool }: Pick<Database, 'pool'>,
  clock: SessionClock,
): Promise<void> {
  await purgeAttempts(pool);
  await purgeSessions(pool, clock);
}
