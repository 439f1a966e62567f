import { setTimeout as wait } from 'node:timers/promises';
import type { KitStep } from '../../contract/values.ts';

/** What has to be made after something was published. */
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
  /** Builds the site beside the one that is served, which it replaces whole, or throws. */
  buildSite(signal: AbortSignal): Promise<void>;
  /** Whether there is a kit, and a site, to be made anew: a first start makes them by itself. */
  has: { kit(): boolean; site(): boolean };
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

/** So many stations are made by name before the whole kit is looked through. */
const namedStations = 60;
const usualRetryMs = 15_000;
const longestRetryMs = 600_000;
/** Each try starts a process, which takes processor time from the run that is waited for. */
const busyMs = 2000;
/** Of the other channels; the film takes longer than all the others together. */
const channelRuns = ['radio,social,vehicle,newspaper', 'film'];

/**
 * Makes what follows from a publication: the changed stations' files at once, then whatever else of the kit is no longer
 * true, then the site, then the other channels' material. Changes that come meanwhile are taken together in the next turn.
 */
export function openKitMaker(options: KitMakerOptions): KitMaker {
  const { generate, buildSite, has, retryMs = usualRetryMs } = options;
  const stop = new AbortController();
  const wanted = { stations: new Set<string>(), kit: false, site: false, channels: false };
  let work: KitWork = { step: 'idle', since: new Date(), failure: null };
  let turn = new AbortController();
  let woken = Promise.withResolvers<void>();
  let working: Promise<void> | undefined;
  let pause = retryMs;

  function begin(step: KitStep): void {
    work = { ...work, step, since: new Date() };
  }

  /** Somebody may be making files by hand, or this is a first start. */
  async function whenFree(args: readonly string[], signal = stop.signal): Promise<void> {
    for (;;) {
      try {
        return await generate(args, signal);
      } catch (error) {
        if (!/Another run/.test((error as Error).message)) throw error;
        await wait(busyMs, undefined, { signal });
      }
    }
  }

  async function makeFiles(): Promise<void> {
    begin('files');
    const named = [...wanted.stations];
    if (named.length > 0 && named.length <= namedStations) {
      // One that is no more is told by the run over all.
      await whenFree(['--station', named.join(',')]).catch((error) => {
        if (stop.signal.aborted) throw error;
      });
      await options.onFiles();
    }
    for (const station of named) wanted.stations.delete(station);
    wanted.kit = false;
    try {
      await whenFree([]);
    } catch (error) {
      wanted.kit = true;
      throw error;
    }
    await options.onFiles();
  }

  /** What is published meanwhile has its files at once; the site is built again after it. */
  async function makeSite(): Promise<void> {
    wanted.site = false;
    if (!has.site()) return;
    begin('site');
    const building = buildSite(stop.signal);
    const ended = Promise.allSettled([building]);
    try {
      while ((await Promise.race([ended, woken.promise])) === undefined) {
        woken = Promise.withResolvers();
        if (!wanted.kit || !has.kit()) continue;
        await makeFiles();
        begin('site');
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
  async function makeChannels(): Promise<void> {
    begin('channels');
    turn = new AbortController();
    const signal = AbortSignal.any([stop.signal, turn.signal]);
    for (const channels of channelRuns) {
      try {
        await whenFree(['--channel', channels], signal);
      } catch (error) {
        if (turn.signal.aborted && !stop.signal.aborted) return;
        throw error;
      }
    }
    wanted.channels = false;
    wanted.site = true;
  }

  async function run(): Promise<void> {
    while (!stop.signal.aborted) {
      try {
        if (wanted.kit && has.kit()) await makeFiles();
        else if (wanted.site) await makeSite();
        else if (wanted.channels && has.kit()) await makeChannels();
        else break;
        work = { ...work, failure: null };
        pause = retryMs;
      } catch (error) {
        if (stop.signal.aborted) return;
        options.onTrouble(error as Error);
        work = { step: 'failed', since: new Date(), failure: (error as Error).message };
        turn = new AbortController();
        // A new publication does not wait for the pause.
        await wait(pause, undefined, {
          signal: AbortSignal.any([stop.signal, turn.signal]),
        }).catch(() => {});
        pause = Math.min(pause * 2, longestRetryMs);
      }
    }
    if (stop.signal.aborted) return;
    options.onDone();
    work = { step: 'idle', since: new Date(), failure: null };
  }

  return {
    wake({ stations, campaign }) {
      for (const station of stations) wanted.stations.add(station);
      wanted.kit = true;
      wanted.site = true;
      if (campaign) wanted.channels = true;
      turn.abort();
      woken.resolve();
      working ??= run().finally(() => {
        working = undefined;
      });
    },
    work: () => work,
    async idle() {
      await working;
    },
    async close() {
      stop.abort();
      await working;
    },
  };
}
