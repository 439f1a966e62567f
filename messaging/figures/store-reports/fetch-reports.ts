import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { importPKCS8, SignJWT } from 'jose';
import { z } from 'zod';
import type { Campaign } from '../../../campaigns/campaign.ts';
import { addDays, type Day } from '../../../campaigns/tracker/clock.ts';
import type { FileStore } from '../../platform/files/file-store.ts';
import { askStore, type Patience, StoreError } from './ask-store.ts';
import type { AppStoreAccount, PlayAccount, StoreReportSettings } from './settings.ts';

export const stores = ['play', 'app-store'] as const;
type Store = (typeof stores)[number];

const storeState = z.object({
  /** When the store was last asked, and when it last gave everything. */
  askedAt: z.iso.datetime(),
  fetchedAt: z.iso.datetime().nullable(),
  fault: z.string().nullable(),
});
const stateSchema = z.object({
  stores: z.partialRecord(z.enum(stores), storeState),
  /** SHA-256 of what was fetched last under each name: the same again is not laid into the inbox. */
  seen: z.record(z.string(), z.string()),
});
export type FetchState = z.infer<typeof stateSchema>;

const stateFile = 'fetched.json';
/** Two months of Play's and a week of Apple's, and the days before them. */
const mostSeen = 60;

export interface FetchContext {
  settings: StoreReportSettings;
  app: Pick<Campaign['app'], 'playPackage'>;
  /** Holds `inbox`, from which reports are read. */
  files: FileStore;
  today: Day;
  now: () => Date;
  patience: Patience;
}

/** Outcome of the last fetch; undefined before the first. */
export async function readFetchState(files: FileStore): Promise<FetchState | undefined> {
  const found = await files.get(stateFile);
  if (found === undefined) return undefined;
  const parsed = stateSchema.safeParse(JSON.parse((await buffer(found.content)).toString()));
  return parsed.success ? parsed.data : undefined;
}

/**
 * Lays the stores' new and changed reports into the inbox, which reads them as any that an officer lays there. A store that
 * fails keeps the other from nothing, and is asked again the next time.
 */
export async function fetchReports(context: FetchContext): Promise<FetchState> {
  const { settings, files } = context;
  const state = (await readFetchState(files)) ?? { stores: {}, seen: {} };
  const { play, appStore } = settings;
  const { app, today, patience } = context;
  const { playPackage } = app;
  if (play !== undefined && playPackage !== null) {
    const wanted = { playPackage, today };
    await fetchStore('play', state, context, () => fetchPlayReports(play, wanted, patience));
  }
  if (appStore !== undefined)
    await fetchStore('app-store', state, context, () =>
      fetchAppStoreReports(appStore, { today }, patience),
    );
  state.seen = Object.fromEntries(Object.entries(state.seen).slice(-mostSeen));
  await files.put(stateFile, Buffer.from(JSON.stringify(state)));
  return state;
}

async function fetchStore(
  store: Store,
  state: FetchState,
  { files, now }: FetchContext,
  fetchAll: () => Promise<FetchedReport[]>,
): Promise<void> {
  const askedAt = now().toISOString();
  try {
    for (const { name, bytes } of await fetchAll()) {
      const hash = createHash('sha256').update(bytes).digest('hex');
      if (state.seen[name] === hash) continue;
      await files.put(`inbox/${name}`, bytes);
      delete state.seen[name];
      state.seen[name] = hash;
    }
    state.stores[store] = { askedAt, fetchedAt: askedAt, fault: null };
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    const fetchedAt = state.stores[store]?.fetchedAt ?? null;
    state.stores[store] = { askedAt, fetchedAt, fault: error.message };
  }
}

/** A day comes after one or two; a week covers an absence, and what Apple revises. */
const daysBack = 7;
const largestBytes = 64 * 1024 * 1024;

/**
 * Daily summaries of the latest week. A day of which there is none yet, or on which nothing was sold, is left out.
 * Source: https://developer.apple.com/documentation/appstoreconnectapi/get-v1-salesreports
 * @throws StoreError
 */
async function fetchAppStoreReports(
  account: AppStoreAccount,
  { today }: { today: Day },
  patience: Patience,
): Promise<FetchedReport[]> {
  const headers = {
    authorization: `Bearer ${await signToken(account)}`,
    accept: 'application/a-gzip',
  };
  const found: FetchedReport[] = [];
  for (let back = daysBack; back > 0; back -= 1) {
    const day = addDays(today, -back);
    const { status, body } = await askStore(reportUrl(account, day), { headers }, patience);
    if (status === 404) continue;
    expectWhole(day, body);
    found.push({ name: `S_D_${account.vendor}_${day.replaceAll('-', '')}.txt.gz`, bytes: body });
  }
  return found;
}

/** Apple refuses one that holds for more than twenty minutes. */
async function signToken({ issuer, keyId, privateKey }: AppStoreAccount): Promise<string> {
  const key = await importPKCS8(privateKey, 'ES256');
  return new SignJWT({})
    .setProtectedHeader({ alg: 'ES256', kid: keyId, typ: 'JWT' })
    .setIssuer(issuer)
    .setAudience('appstoreconnect-v1')
    .setIssuedAt()
    .setExpirationTime('15m')
    .sign(key);
}

function reportUrl({ apiUrl, vendor }: AppStoreAccount, day: Day): string {
  const filter = {
    frequency: 'DAILY',
    reportDate: day,
    reportSubType: 'SUMMARY',
    reportType: 'SALES',
    vendorNumber: vendor,
  };
  const query = new URLSearchParams(
    Object.entries(filter).map(([name, value]) => [`filter[${name}]`, value]),
  );
  return `${apiUrl}/v1/salesReports?${query}`;
}

/** A compressed file says at its end how long it was. */
function expectWhole(day: Day, bytes: Buffer): void {
  try {
    gunzipSync(bytes, { maxOutputLength: largestBytes });
  } catch (error) {
    throw new StoreError(
      `${day}: ${bytes.length} bytes that do not unpack: ${(error as Error).message}`,
    );
  }
}

/** A report as the store gave it, to be read by its name. */
interface FetchedReport {
  name: string;
  bytes: Buffer;
}

const readOnly = 'https://www.googleapis.com/auth/devstorage.read_only';
const tokenAnswer = z.object({ access_token: z.string().min(1) });

/**
 * The app's reports of this month and the one before, which Play still revises: installs by day, and visits of the store
 * by source. One that does not exist yet is left out.
 * Source: https://support.google.com/googleplay/android-developer/answer/6135870
 * @throws StoreError
 */
async function fetchPlayReports(
  account: PlayAccount,
  { playPackage, today }: { playPackage: string; today: Day },
  patience: Patience,
): Promise<FetchedReport[]> {
  const token = await askToken(account, patience);
  const found: FetchedReport[] = [];
  for (const name of reportNames(playPackage, today)) {
    const bytes = await fetchObject(account, { name, token }, patience);
    if (bytes !== undefined) found.push({ name: name.split('/').at(-1) ?? name, bytes });
  }
  return found;
}

function reportNames(playPackage: string, today: Day): string[] {
  const before = new Date(`${today.slice(0, 7)}-01T00:00:00Z`);
  before.setUTCMonth(before.getUTCMonth() - 1);
  return [before.toISOString(), today].flatMap((day) => {
    const month = day.slice(0, 7).replace('-', '');
    return [
      `stats/installs/installs_${playPackage}_${month}_overview.csv`,
      `stats/store_performance/store_performance_${playPackage}_${month}_traffic_source.csv`,
    ];
  });
}

/** By a signed statement of the service account, RFC 7523. */
async function askToken(account: PlayAccount, patience: Patience): Promise<string> {
  const key = await importPKCS8(account.privateKey, 'RS256');
  const assertion = await new SignJWT({ scope: readOnly })
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT' })
    .setIssuer(account.email)
    .setAudience(account.tokenUrl)
    .setIssuedAt()
    .setExpirationTime('10m')
    .sign(key);
  const grant = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
  const { body } = await askStore(
    account.tokenUrl,
    { method: 'POST', body: new URLSearchParams({ grant_type: grant, assertion }) },
    patience,
  );
  try {
    return tokenAnswer.parse(JSON.parse(body.toString())).access_token;
  } catch {
    throw new StoreError(`${new URL(account.tokenUrl).hostname}: an answer without a token`);
  }
}

async function fetchObject(
  { storageUrl, bucket }: PlayAccount,
  { name, token }: { name: string; token: string },
  patience: Patience,
): Promise<Buffer | undefined> {
  const url = `${storageUrl}/storage/v1/b/${bucket}/o/${encodeURIComponent(name)}?alt=media`;
  const headers = { authorization: `Bearer ${token}` };
  const { status, headers: told, body } = await askStore(url, { headers }, patience);
  if (status === 404) return undefined;
  const wanted = /(?:^|,)\s*md5=([^,\s]+)/.exec(told.get('x-goog-hash') ?? '')?.[1];
  const got = createHash('md5').update(body).digest('base64');
  if (wanted !== undefined && wanted !== got)
    throw new StoreError(`${name}: ${body.length} bytes whose MD5 is not the one that was told`);
  return body;
}
