import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Pool } from 'pg';
import { daySeconds, hourSeconds } from '../../../campaigns/durations.ts';
import { retention } from '../../../campaigns/privacy/retention.ts';
import type { RefusalCode } from '../../../campaigns/words/refusals.ts';
import { Refusal } from '../process/refusal.ts';
import {
  type Counted,
  countAttempt,
  everybody,
  giveBack,
  noteLock,
  type Scope,
} from './attempts-sql.ts';
import { type Client, findNetwork, identifyAccount, identifyClient } from './client.ts';

/** How much is taken within a window that begins with the first. */
interface Bound {
  most: number;
  seconds: number;
  /** From then on one more after a pause of 1, 2, 4 … 30 minutes each, in place of none until the window ends. */
  grows?: true;
}

/** A network may try as often as this many clients, however many addresses it has. */
const clientsOfNetwork = 16;
/** Wrong tries in a row of an account, by all devices that it was never used on together. */
const ofAccount: Bound = {
  most: 5,
  seconds: retention.signInAttemptHours * hourSeconds,
  grows: true,
};
/**
 * Wrong tries of all networks together in an hour, for secrets that are short, as they stand in a text message or on a label.
 * Beyond it nobody is shut out: a network that was wrong already waits, and each other one is judged once.
 */
const ofEverybody: Bound = { most: 2000, seconds: hourSeconds };
const inMinute = (most: number): Bound => ({ most, seconds: 60 });
const inTenMinutes = (most: number): Bound => ({ most, seconds: 600 });
const inHour = (most: number): Bound => ({ most, seconds: hourSeconds });

/**
 * Secrets that somebody may try, and how often. A right one takes its try back, so that only wrong ones add up. Behind a
 * carrier's NAT many phones share an address, and an office behind one signs in together in the morning.
 */
const secrets = {
  password: { account: ofAccount, client: inMinute(20) },
  /** Codes of the authenticator and backup codes alike. */
  'second-factor': { account: ofAccount, client: inMinute(20) },
  'test-number': { account: ofAccount, client: inMinute(20) },
  passkey: { client: inMinute(20) },
  /** The answer of an identity provider, which judges it. */
  'provider-answer': { client: inMinute(60) },
  invitation: { client: inTenMinutes(30) },
  'stop-link': { client: inTenMinutes(30), short: true },
  'unsubscribe-link': { client: inTenMinutes(30) },
  'vendor-link': { client: inTenMinutes(30) },
  calendar: { client: inTenMinutes(30) },
  /** Of the label on a parcel. */
  'parcel-code': { client: inTenMinutes(60), short: true },
  'install-report': { client: inTenMinutes(30) },
} as const satisfies Record<string, { account?: Bound; client: Bound; short?: true }>;
export type Secret = keyof typeof secrets;

/** Bounds of requests that try no secret. */
const paces = {
  'sign-in-begin': inMinute(60),
  /** A family, or a class in school, may share an address. */
  'code-report': { ...inHour(10), refusal: 'enough-reports' },
  'name-report': { ...inHour(10), refusal: 'enough-reports' },
  /** Then it is the turn of others who know the station's name. */
  'name-report-station': { most: 3, seconds: daySeconds, refusal: 'enough-reports' },
  /** Phones of a mobile network share an address, and a key that lies in the app. */
  'app-install': inTenMinutes(120),
  /** An office's phones and machines ask every quarter of an hour at the most. */
  'calendar-read': inTenMinutes(60),
  /** Quick typing is eight strokes a second, in two windows; a script is faster. */
  proof: { most: 120, seconds: 10 },
  'host-check': inMinute(30),
  /** Entries of one kind by one account, where the route has no `config.hourly`. */
  make: inHour(300),
} as const satisfies Record<string, Bound & { refusal?: RefusalCode }>;
type Pace = keyof typeof paces;

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Secrets that a request of this route may try: nothing else can be judged in it. */
    tries?: readonly Secret[];
    /** How often an account may call this route, where it is not one that makes something. */
    pace?: Pace;
    /** How much an account makes by this route in an hour, where it is not the usual number. */
    hourly?: number;
  }
}

export interface Tried {
  request: Pick<FastifyRequest, 'ip'> & {
    routeOptions: { url?: string | undefined; config: { tries?: readonly Secret[] } };
  };
  /** Owner of the secret, where the request names an account. */
  account?: string | undefined;
  /** Told of a wrong try after which the account waits. */
  onLock?: (lock: { failures: number; pauseSeconds: number }) => Promise<void>;
}

/**
 * Has a secret judged, after the try was counted. Where the judge throws, or returns nothing, the try stays counted.
 * @throws a refusal `locked` for an account, `too-many-requests` for an address, without judging
 */
export async function tryOnce<T>(
  pool: Pool,
  secret: Secret,
  { request, account, onLock }: Tried,
  judge: () => Promise<T>,
): Promise<T> {
  const { url, config } = request.routeOptions;
  if (config.tries?.includes(secret) !== true)
    throw new Error(`Expected ${secret} among \`config.tries\` of ${url}, got ${config.tries}`);
  const bounds = secrets[secret];
  const ofOwner: Asked[] =
    account !== undefined && 'account' in bounds
      ? [{ scope: 'account', subject: account, bound: bounds.account }]
      : [];
  const asked = [...ofOwner, ...ofSender(identifyClient(request), bounds.client)];
  if ('short' in bounds) asked.push({ scope: 'account', subject: everybody, bound: uncounted });
  const counted = await count(pool, secret, asked, 'too-many-requests');
  if (isFlood(counted))
    throw new Refusal('too-many-requests', {}, { retryAfterSeconds: bounds.client.seconds });
  const noteWrong = async () => {
    const locked = counted.filter(({ pause }) => pause > 0);
    if (locked.length > 0) await noteLock(pool, secret);
    const owner = locked.find(({ scope }) => scope === 'account');
    if (owner !== undefined)
      await onLock?.({ failures: owner.tries, pauseSeconds: Math.round(owner.pause) });
  };
  const found = await judge().catch(async (error: unknown) => {
    await noteWrong();
    throw error;
  });
  await (found === undefined ? noteWrong() : giveBack(pool, secret, counted));
  return found;
}

/** Counted, and never locked: a stranger who could lock it would end the links of everybody. */
const uncounted: Bound = { ...ofEverybody, most: 2 ** 31 - 1 };

/** Whether everybody tries too much, and this network has a part in it. */
function isFlood(counted: readonly Counted[]): boolean {
  const all = counted.find(({ subject }) => subject === everybody)?.tries ?? 0;
  const ofSender = counted.filter(({ scope }) => scope !== 'account').map(({ tries }) => tries);
  return all > ofEverybody.most && Math.max(...ofSender) > 1;
}

/**
 * Counts what is done without a secret.
 * @param by whom it counts; `about` keeps apart what it is about
 * @throws a refusal once there is too much of it
 */
export async function keepPace(
  pool: Pool,
  pace: Pace,
  { by, about = '', most }: { by: Client; about?: string; most?: number | undefined },
): Promise<void> {
  const { refusal = 'too-many-requests', ...bound }: Bound & { refusal?: RefusalCode } =
    paces[pace];
  const asked = ofSender(by, { ...bound, most: most ?? bound.most }, about);
  await count(pool, pace, asked, refusal);
}

/** Bounds what one account makes in an hour (each answer `201`), and how often it calls what costs. Call it before any route is added. */
export function boundAccounts(app: FastifyInstance, pool: Pool): void {
  app.addHook('onRoute', (route) => {
    const { access, pace, hourly } = route.config ?? {};
    const makes = 201 in ((route.schema?.response ?? {}) as object);
    const kind = pace ?? (makes ? 'make' : undefined);
    if (access === 'public' || kind === undefined) return;
    const about = `${[route.method].flat().join()} ${route.url}`;
    const guard = async ({ actor }: FastifyRequest): Promise<void> =>
      keepPace(pool, kind, { by: identifyAccount(actor), about, most: hourly });
    route.preHandler = [guard, ...[route.preHandler ?? []].flat()];
  });
}

interface Asked {
  scope: Scope;
  subject: string;
  bound: Bound;
}

/** An account, or the holder of a secret, has no network. */
function ofSender(client: Client, bound: Bound, about = ''): Asked[] {
  const network = findNetwork(client);
  const own: Asked = { scope: 'client', subject: `${client} ${about}`, bound };
  if (network === client) return [own];
  const wide = { ...bound, most: bound.most * clientsOfNetwork };
  return [own, { scope: 'network', subject: `${network} ${about}`, bound: wide }];
}

async function count(
  pool: Pool,
  what: Secret | Pace,
  asked: readonly Asked[],
  refusal: RefusalCode,
): Promise<Counted[]> {
  const rows = await countAttempt(pool, {
    what,
    scopes: asked.map(({ scope }) => scope),
    subjects: asked.map(({ subject }) => subject),
    most: asked.map(({ bound }) => bound.most),
    seconds: asked.map(({ bound }) => bound.seconds),
    grows: asked.map(({ bound }) => bound.grows === true),
  });
  const over = rows.find(({ counted }) => !counted);
  if (over === undefined) return rows;
  const retryAfterSeconds = Math.max(1, Math.ceil(over.pause));
  throw new Refusal(over.scope === 'account' ? 'locked' : refusal, {}, { retryAfterSeconds });
}
