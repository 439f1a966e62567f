import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { z } from 'zod';
import type { Campaign } from '../../../campaigns/campaign.ts';
import type { Day } from '../../../campaigns/tracker/clock.ts';
import type { FileStore } from '../../platform/files/file-store.ts';
import { fetchAppStoreReports } from './app-store-reports.ts';
import { type Patience, StoreError } from './ask-store.ts';
import { type FetchedReport, fetchPlayReports } from './play-reports.ts';
import type { StoreReportSettings } from './settings.ts';

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
