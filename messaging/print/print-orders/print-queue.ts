import { existsSync } from 'node:fs';
import { join } from 'node:path';
import Bull from 'bull';
import { Redis } from 'ioredis';
import { z } from 'zod';
import { minuteMs } from '../../../campaigns/durations.ts';
import type { Actor } from '../../../campaigns/offices/actor.ts';
import { demandedPath } from '../../../campaigns/print/paths.ts';
import { reference } from '../../../campaigns/text-types.ts';
import { printOrderFormats } from '../../contract/values.ts';
import { identifyAccount } from '../../platform/http/client.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import type { WorkQueue } from '../../platform/queue/work-queue.ts';
import type { SharedPrints } from '../print-files/shared-prints-fs.ts';
import type { PrintOrder, RunGenerator } from './run-generator.ts';

/** Makes print files on demand, one at a time, each order once however often it is given. */
export interface PrintQueue {
  /** @throws a refusal `too-many-files` for an officer of whom enough wait, or when too many wait */
  order(order: PrintOrder, by: Pick<Actor, 'id'>): Promise<PrintOrderState>;
  findState(order: PrintOrder): Promise<PrintOrderState>;
  /** Begins nothing more: what waits is made after the next start. */
  pause(): Promise<void>;
  close(): Promise<void>;
}

export interface PrintQueueOptions {
  redisUrl: string;
  printDir: string;
  make: RunGenerator;
  /** The turns of all that is made on demand. */
  work: WorkQueue;
  /** Prints shared between machines; without it the print folder is the only one. */
  shared?: SharedPrints | undefined;
  onTrouble: (error: Error) => void;
  name?: string;
}

/** As stations of a district. */
const most = { inAll: 200, ofOfficer: 40 };
const tryAgainSeconds = 30;

type Job = PrintOrder & { by: string };

export function openPrintQueue(options: PrintQueueOptions): PrintQueue {
  const { printDir, shared, onTrouble } = options;
  const clients: Redis[] = [];
  const queue = new Bull<Job>(options.name ?? 'print-orders', {
    createClient(type) {
      const blocking = { maxRetriesPerRequest: null, enableReadyCheck: false };
      const client = new Redis(options.redisUrl, type === 'client' ? {} : blocking);
      client.on('error', onTrouble);
      clients.push(client);
      return client;
    },
    // The generator needs some seconds of a processor; a job whose service died is restarted.
    settings: { lockDuration: minuteMs, stalledInterval: 30_000, maxStalledCount: 1 },
    defaultJobOptions: { attempts: 1, removeOnComplete: true },
  });
  queue.on('error', onTrouble);
  queue
    .process(1, async ({ data: { by, ...order } }) => {
      const waiter = async () => ({ client: identifyAccount({ id: by }), isOfficer: true });
      await options.work.make(`order ${jobId(order)}`, waiter, (signal) =>
        options.make(order, signal),
      );
      await shared?.share(toPath(order));
    })
    .catch(onTrouble);

  async function findState(order: PrintOrder): Promise<PrintOrderState> {
    const job = await queue.getJob(jobId(order));
    const state = await job?.getState();
    if (job && state === 'active') {
      const seconds = Math.round((Date.now() - (job.processedOn ?? Date.now())) / 1000);
      return { state: 'making', seconds };
    }
    if (job && state === 'waiting') {
      const ids = (await queue.getWaiting()).map(({ id }) => id);
      // Bull lists the newest first.
      const place = ids.length - 1 - ids.indexOf(job.id);
      return { state: 'waiting', ahead: place + (await queue.getActiveCount()) };
    }
    if (job && state === 'failed') return { state: 'failed', reason: job.failedReason ?? '' };
    const path = toPath(order);
    const isThere = (await shared?.bring(path)) || existsSync(join(printDir, path));
    return isThere ? { state: 'ready', url: `/files/${path}` } : { state: 'none' };
  }

  return {
    findState,
    async order(order, by) {
      const known = await findState(order);
      if (known.state === 'waiting' || known.state === 'making') return known;
      const waiting = await queue.getWaiting();
      const own = waiting.filter(({ data }) => data.by === by.id);
      if (waiting.length >= most.inAll || own.length >= most.ofOfficer)
        throw new Refusal('too-many-files', {}, { retryAfterSeconds: tryAgainSeconds });
      if (known.state === 'failed') await (await queue.getJob(jobId(order)))?.remove();
      // Made again even when it is there: the generator knows whether the board has changed since.
      await queue.add({ ...order, by: by.id }, { jobId: jobId(order) });
      return findState(order);
    },
    pause: () => queue.pause(true, true),
    async close() {
      await queue.close();
      // Bull leaves some of its connections to find their own end.
      for (const client of clients) client.disconnect();
    },
  };
}

function jobId({ district, station, format }: PrintOrder): string {
  return `${district}--${station}--${format}`;
}

function toPath({ format, ...place }: PrintOrder): string {
  return demandedPath(place, 'board', '', format);
}

export const params = z.object({
  district: reference({ max: 64 }),
  station: reference({ max: 64 }),
  format: z.enum(printOrderFormats),
});
export const url = '/api/print-orders/:district/:station/:format';

const ready = z.object({ state: z.literal('ready'), url: z.string() });
const waiting = z.object({ state: z.literal('waiting'), ahead: z.int() });
const making = z.object({ state: z.literal('making'), seconds: z.int() });
const none = z.object({ state: z.literal('none') });
const failed = z.object({ state: z.literal('failed'), reason: z.string() });

export const printOrderState = z.discriminatedUnion('state', [
  none,
  waiting,
  making,
  ready,
  failed,
]);
type PrintOrderState = z.output<typeof printOrderState>;
