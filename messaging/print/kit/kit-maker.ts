import { setTimeout as wait } from 'node:timers/promises';
import type { KitStep } from '../../contract/values.ts';

/** A publication, by what has to be made after it. */
export interface KitChange {
  /** Keys of the stations whose files are wanted first. */
  stations: readonly string[];
  /** Whether words, numbers or the emblem changed, so that the other channels' material has to be made too. */
  campaign: boolean;
}

export interface KitWork {
  step: KitStep;
  /** When this step began, or when all was done. */
  since: Date;
  /** Why the last attempt failed; it is tried again. */
  failure: string | null;
}

export interface KitMakerOptions {
  /** Calls the generator with these arguments, or throws. */
  generate(args: readonly string[], signal: AbortSignal): Promise<void>;
  /** Builds the site in another folder, then replaces the served one as a whole, or throws. */
  buildSite(signal: AbortSignal): Promise<void>;
  /** Whether there is a kit, and a site, to be remade: a first start makes them by itself. */
  has: { kit(): boolean; site(): boolean };
  /** Values of `--channel` by which the other channels' material is made. */
  channelRuns(): readonly string[];
  /** Called when files were made. */
  onFiles(): Promise<void>;
  /** Called when nothing is left to be made. */
  onDone(): void;
  onTrouble(error: Error): void;
  /** Before a failed attempt is repeated; doubled each time. */
  retryMs?: number;
}

export interface KitMaker {
  wake(change: KitChange): void;
  work(): KitWork;
  /** Resolves when nothing is being made. */
  idle(): Promise<void>;
  close(): Promise<void>;
}

/** Up to this many stations are made by name before the whole kit is looked through. */
const namedStations = 60;
const usualRetryMs = 15_000;
const longestRetryMs = 600_000;
/** Each try starts a process, which takes processor time from the run that is waited for. */
const busyMs = 2000;

interface Maker extends KitMakerOptions {
  retryMs: number;
  /** Not made yet. */
  wanted: { stations: Set<string>; kit: boolean; site: boolean; channels: boolean };
  work: KitWork;
  /** Before the next attempt. */
  pauseMs: number;
  stop: AbortController;
  /** Aborted by a change: what may wait makes room for it. */
  turn: AbortController;
  /** Resolved by a change. */
  woken: PromiseWithResolvers<void>;
}

/**
 * Makes what follows from a publication: the changed stations' files at once, then all else in the kit that is out of
 * date, then the site, then the other channels' material. Changes that come meanwhile wait for the next turn.
 */
export function openKitMaker(options: KitMakerOptions): KitMaker {
  const { retryMs = usualRetryMs } = options;
  const maker: Maker = {
    ...options,
    retryMs,
    wanted: { stations: new Set(), kit: false, site: false, channels: false },
    work: { step: 'idle', since: new Date(), failure: null },
    pauseMs: retryMs,
    stop: new AbortController(),
    turn: new AbortController(),
    woken: Promise.withResolvers(),
  };
  let working: Promise<void> | undefined;
  return {
    wake({ stations, campaign }) {
      const { wanted } = maker;
      for (const station of stations) wanted.stations.add(station);
      wanted.kit = true;
      wanted.site = true;
      if (campaign) wanted.channels = true;
      maker.turn.abort();
      maker.woken.resolve();
      working ??= makeAll(maker).finally(() => {
        working = undefined;
      });
    },
    work: () => maker.work,
    async idle() {
      await working;
    },
    async close() {
      maker.stop.abort();
      await working;
    },
  };
}

async function makeAll(maker: Maker): Promise<void> {
  const { wanted, has, stop } = maker;
  while (!stop.signal.aborted) {
    try {
      if (wanted.kit && has.kit()) await makeFiles(maker);
      else if (wanted.site) await makeSite(maker);
      else if (wanted.channels && has.kit()) await makeChannels(maker);
      else break;
      maker.work = { ...maker.work, failure: null };
      maker.pauseMs = maker.retryMs;
    } catch (error) {
      if (stop.signal.aborted) return;
      maker.onTrouble(error as Error);
      maker.work = { step: 'failed', since: new Date(), failure: (error as Error).message };
      maker.turn = new AbortController();
      // A new publication does not wait for the pause.
      const signal = AbortSignal.any([stop.signal, maker.turn.signal]);
      await wait(maker.pauseMs, undefined, { signal }).catch(() => {});
      maker.pauseMs = Math.min(maker.pauseMs * 2, longestRetryMs);
    }
  }
  if (stop.signal.aborted) return;
  maker.onDone();
  maker.work = { step: 'idle', since: new Date(), failure: null };
}

function begin(maker: Maker, step: KitStep): void {
  maker.work = { ...maker.work, step, since: new Date() };
}

/** Somebody may be making files by hand, or this is a first start. */
async function generateWhenFree(
  { generate, stop }: Maker,
  args: readonly string[],
  signal = stop.signal,
): Promise<void> {
  for (;;) {
    try {
      return await generate(args, signal);
    } catch (error) {
      if (!/Another run/.test((error as Error).message)) throw error;
      await wait(busyMs, undefined, { signal });
    }
  }
}

async function makeFiles(maker: Maker): Promise<void> {
  const { wanted, stop } = maker;
  begin(maker, 'files');
  const named = [...wanted.stations];
  if (named.length > 0 && named.length <= namedStations) {
    // A station that is gone is reported by the run over all.
    await generateWhenFree(maker, ['--station', named.join(',')]).catch((error) => {
      if (stop.signal.aborted) throw error;
    });
    await maker.onFiles();
  }
  for (const station of named) wanted.stations.delete(station);
  wanted.kit = false;
  try {
    await generateWhenFree(maker, []);
  } catch (error) {
    wanted.kit = true;
    throw error;
  }
  await maker.onFiles();
}

/** Files of a publication in between are made at once; the site is built again after it. */
async function makeSite(maker: Maker): Promise<void> {
  const { wanted, has, stop } = maker;
  wanted.site = false;
  if (!has.site()) return;
  begin(maker, 'site');
  const building = maker.buildSite(stop.signal);
  const ended = Promise.allSettled([building]);
  try {
    while ((await Promise.race([ended, maker.woken.promise])) === undefined) {
      maker.woken = Promise.withResolvers();
      if (!wanted.kit || !has.kit()) continue;
      await makeFiles(maker);
      begin(maker, 'site');
    }
    await building;
  } catch (error) {
    wanted.site = true;
    throw error;
  } finally {
    await ended;
  }
}

/** Ends early when something else is published: that comes first. */
async function makeChannels(maker: Maker): Promise<void> {
  const { wanted, stop } = maker;
  begin(maker, 'channels');
  maker.turn = new AbortController();
  const { signal: turn } = maker.turn;
  const signal = AbortSignal.any([stop.signal, turn]);
  for (const channels of maker.channelRuns()) {
    try {
      await generateWhenFree(maker, ['--channel', channels], signal);
    } catch (error) {
      if (turn.aborted && !stop.signal.aborted) return;
      throw error;
    }
  }
  wanted.channels = false;
  wanted.site = true;
}
