import type { BoardAnswer } from '../../../../../messaging/contract/field/activities.ts';
import { type Service, ServiceError } from '../service.ts';
import { drawKey } from './draw-key.ts';
import { dropWaiting, keepWaiting, readWaiting, type WaitingEntry } from './phone-store.ts';
import { makeSmall } from './small-photo.ts';

/** Nothing is wrong with the entry: the line, the service or the sign-in is. */
const passing = [
  'offline',
  'failed',
  'unavailable',
  'too-many-uploads',
  'too-many-requests',
  'too-slow',
  'wrong-form',
  'disk-full',
  'sign-in-required',
  'second-factor-missing',
];
const firstPauseMs = 4_000;
const longestPauseMs = 300_000;

/** What became of an entry that this page has sent. */
export interface SentEntry {
  entry: WaitingEntry;
  answer: BoardAnswer;
}

export interface OutboxState {
  waiting: readonly WaitingEntry[];
  /** What is being sent, and which part of it is on its way. */
  sending: { key: string; share: number } | null;
  sent: readonly SentEntry[];
}

/** Keeps boards with their pictures on the phone until the service has them. */
export interface Outbox {
  state(): OutboxState;
  subscribe(listener: () => void): () => void;
  /** Resolves once it is kept on the phone: from then on a reload loses nothing. */
  add(entry: WaitingEntry['entry'], photo: File): Promise<void>;
  /** Sends a refused picture again, for the zone to decide. */
  appeal(key: string, reason: string): Promise<void>;
  drop(key: string): Promise<void>;
  /** Sends what waits now, whatever it waits for. */
  flush(): void;
  close(): void;
}

export function openOutbox(service: Service, owner: string): Outbox {
  let state: OutboxState = { waiting: [], sending: null, sent: [] };
  const listeners = new Set<() => void>();
  const channel = new BroadcastChannel('console-outbox');
  let timer: ReturnType<typeof setTimeout> | undefined;
  let closed = false;
  let running = false;

  function change(next: Partial<OutboxState>): void {
    state = { ...state, ...next };
    for (const listener of listeners) listener();
  }
  /** Reads anew what waits, here and in the other pages of this browser. */
  async function refresh(): Promise<void> {
    const waiting = await readWaiting(owner);
    if (!closed) change({ waiting });
  }
  async function moved(): Promise<void> {
    await refresh();
    channel.postMessage('moved');
  }

  async function send(entry: WaitingEntry): Promise<'next' | 'pause'> {
    const { key, photo } = entry;
    const onShare = (share: number) => change({ sending: { key, share } });
    onShare(0);
    try {
      const fields = { entry: JSON.stringify({ ...entry.entry, key }) };
      const answer = await service.upload(
        'POST /api/activities/boards',
        {},
        { file: photo, fields, onShare },
      );
      await dropWaiting(key);
      change({ sent: [...state.sent, { entry, answer }] });
      return 'next';
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      if (passing.includes(error.code)) {
        const pauseMs = Math.max(
          Math.min(longestPauseMs, firstPauseMs * 2 ** entry.tries),
          (error.retryAfterSeconds ?? 0) * 1000,
        );
        await keepWaiting({ ...entry, tries: entry.tries + 1, nextAt: Date.now() + pauseMs });
        return 'pause';
      }
      const { code, texts, body } = error;
      const refusal = { code, hi: texts?.hi ?? code, en: texts?.en ?? code, body };
      await keepWaiting({ ...entry, refusal });
      return 'next';
    } finally {
      change({ sending: null });
    }
  }

  /** One page of the browser sends at a time, one entry after the other. */
  async function run({ all }: { all: boolean }): Promise<void> {
    clearTimeout(timer);
    await alone(async () => {
      for (;;) {
        const due = (await readWaiting(owner)).find(
          ({ refusal, nextAt }) => refusal === null && (all || nextAt <= Date.now()),
        );
        if (due === undefined || closed) return;
        const went = await send(due);
        await moved();
        if (went === 'pause') return;
      }
    });
    schedule();
  }

  /** Does it unless it is being done; a page without https has no locks, and knows of itself only. */
  async function alone(work: () => Promise<void>): Promise<void> {
    if (running) return;
    running = true;
    const locks: LockManager | undefined = navigator.locks;
    try {
      if (locks === undefined) await work();
      else {
        await locks.request('console-outbox', { ifAvailable: true }, (lock) =>
          lock === null ? undefined : work(),
        );
      }
    } finally {
      running = false;
    }
  }

  function schedule(): void {
    clearTimeout(timer);
    const next = state.waiting
      .filter(({ refusal }) => refusal === null)
      .map(({ nextAt }) => nextAt);
    if (closed || next.length === 0) return;
    const pauseMs = Math.max(1000, Math.min(...next) - Date.now());
    timer = setTimeout(() => void run({ all: false }).catch(() => {}), pauseMs);
  }

  // A browser that keeps nothing has nothing to send; `add` says so to the officer.
  const flush = () => void run({ all: true }).catch(() => {});
  const onLook = () => {
    if (document.visibilityState === 'visible') flush();
  };
  channel.addEventListener('message', () => void refresh().then(schedule, () => {}));
  window.addEventListener('online', flush);
  document.addEventListener('visibilitychange', onLook);
  void refresh().then(flush, () => {});

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async add(entry, photo) {
      const { blob, ...claim } = await makeSmall(photo);
      await keepWaiting({
        ...{ key: drawKey(), owner, entry: { ...entry, ...claim } },
        ...{ photo: blob, madeAt: new Date().toISOString() },
        ...{ refusal: null, tries: 0, nextAt: 0 },
      });
      await moved();
      flush();
    },
    async appeal(key, reason) {
      const found = state.waiting.find((waiting) => waiting.key === key);
      if (found === undefined) return;
      const entry = { ...found.entry, appeal: reason };
      await keepWaiting({ ...found, entry, refusal: null, tries: 0, nextAt: 0 });
      await moved();
      flush();
    },
    async drop(key) {
      await dropWaiting(key);
      await moved();
    },
    flush,
    close() {
      closed = true;
      clearTimeout(timer);
      channel.close();
      window.removeEventListener('online', flush);
      document.removeEventListener('visibilitychange', onLook);
    },
  };
}
