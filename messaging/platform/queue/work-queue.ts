import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Identify } from '../http/access.ts';
import { type Client, findNetwork, identifyAccount, identifyClient } from '../http/client.ts';
import { createPlaces, leavePlace, takePlace } from '../http/places.ts';
import { untilGone } from '../http/until-gone.ts';
import { Refusal } from '../process/refusal.ts';
import { createFairQueue, joinQueue, leaveQueue, takeNext, type Waiter } from './fair-queue.ts';

/** Says who waits, and until when; called only where something is to be made. */
export type FindWaiter = () => Promise<{
  client: Client;
  isOfficer: boolean;
  signal?: AbortSignal;
}>;

/** Does one thing after another for those who wait, so that strangers' requests keep at most one core busy. */
export interface WorkQueue {
  /**
   * Has something made in its turn; what has the same key is made once for all who wait. It is not made when nobody waits any
   * longer, and ended when somebody waits for something else.
   * @throws a refusal with the queue's refusal for a client that waits for enough, or when too many wait
   */
  make<Result>(key: string, findWaiter: FindWaiter, work: Work<Result>): Promise<Result>;
  /** Refuses who waits, and ends what is being made. */
  close(): void;
}

type Work<Result> = (signal: AbortSignal) => Promise<Result>;
/** Work under way, and who waits for it. */
interface Making {
  key: string;
  result: Promise<unknown>;
  waiters: Set<Waiting>;
  end: AbortController;
}
type Waiting = Waiter & { resolve(result: Promise<unknown>): void; reject(error: Error): void };

/** An office, or many phones of a carrier, share an address; a page opens few files at once. */
const usual = { most: 200, mostPerClient: 12 };
const tryAgainSeconds = 30;
const graceMs = 300;

export function createWorkQueue(
  limits = usual,
  refusal: 'too-many-files' | 'too-many-requests' = 'too-many-files',
): WorkQueue {
  const tooMany = () => new Refusal(refusal, {}, { retryAfterSeconds: tryAgainSeconds });
  const queue = createFairQueue<Work<unknown>, Waiting>();
  const places = { visitors: createPlaces(limits), officers: createPlaces(limits) };
  const stop = new AbortController();
  let current: Making | undefined;

  async function makeAll(): Promise<void> {
    for (let entry = takeNext(queue); entry !== undefined; entry = takeNext(queue)) {
      const { key, job, waiters } = entry;
      const end = new AbortController();
      const signal = AbortSignal.any([stop.signal, end.signal]);
      const result = Promise.try(job, signal).catch((error) => {
        throw signal.aborted ? tooMany() : error;
      });
      current = { key, result, waiters, end };
      for (const { resolve } of waiters) resolve(result);
      await result.catch(() => undefined);
      current = undefined;
    }
  }

  /**
   * Work that nobody waits for any longer goes on to its end, unless somebody waits for something else. Of many who go at once
   * the last is gone first: else each would have its own begun and ended.
   */
  async function endUnwanted(): Promise<void> {
    const unwanted = current;
    if (unwanted === undefined || unwanted.waiters.size > 0) return;
    await wait(graceMs, undefined, { ref: false });
    if (unwanted.waiters.size === 0 && queue.entries.size > 0) unwanted.end.abort();
  }

  async function join(key: string, findWaiter: FindWaiter, job: Work<unknown>): Promise<unknown> {
    const { client, isOfficer, signal } = await findWaiter();
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    const waiter = { client, network: findNetwork(client), isOfficer, resolve, reject };
    if (current?.key === key && !current.end.signal.aborted) {
      const { result, waiters } = current;
      waiters.add(waiter);
      const leave = () => {
        waiters.delete(waiter);
        void endUnwanted();
      };
      signal?.addEventListener('abort', leave);
      return result.finally(() => signal?.removeEventListener('abort', leave));
    }
    const room = isOfficer ? places.officers : places.visitors;
    const giveWay = () => {
      leaveQueue(queue, key, waiter);
      reject(tooMany());
    };
    const leave = () => {
      giveWay();
      current?.waiters.delete(waiter);
      void endUnwanted();
    };
    if (signal?.aborted || stop.signal.aborted) throw tooMany();
    const place = takePlace(room, client, giveWay);
    if (place === undefined) throw tooMany();
    signal?.addEventListener('abort', leave);
    joinQueue(queue, { key, job }, waiter);
    if (current === undefined) void makeAll();
    else void endUnwanted();
    return promise.finally(() => {
      leavePlace(room, place);
      signal?.removeEventListener('abort', leave);
    });
  }

  return {
    make: <Result>(key: string, findWaiter: FindWaiter, work: Work<Result>) =>
      join(key, findWaiter, work) as Promise<Result>,
    close() {
      stop.abort();
      for (const { waiters } of queue.entries.values())
        for (const { reject } of waiters) reject(tooMany());
      queue.entries.clear();
    },
  };
}

/** A requester waits until the connection is gone; `identify` tells an officer from a visitor. */
export function makeWaiter(
  request: FastifyRequest,
  reply: FastifyReply,
  identify?: Identify,
): FindWaiter {
  const signal = untilGone(reply);
  return async () => {
    // Without the database an officer waits as a visitor does.
    const caller = await identify?.(request).catch(() => null);
    return caller
      ? { client: identifyAccount(caller.actor), isOfficer: true, signal }
      : { client: identifyClient(request), isOfficer: false, signal };
  };
}
