import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Pool } from 'pg';
import { pino } from 'pino';
import { beforeAll, expect, onTestFailed, onTestFinished } from 'vitest';
import type { Blast } from '../../../../messaging/phone/blasts/blast.ts';
import { applyCommand, findBlast } from '../../../../messaging/phone/blasts/blasts-sql.ts';
import type { BlastDraft } from '../../../../messaging/phone/blasts/draft-schemas.ts';
import type { BlastCommand } from '../../../../messaging/phone/blasts/state.ts';
import type { Emulator } from '../../../../messaging/phone/gateways/emulator.ts';
import type { EmulatorBehaviour } from '../../../../messaging/phone/gateways/emulator-behaviour.ts';
import type { Gateway } from '../../../../messaging/phone/gateways/gateway.ts';
import { createSender, type Sender } from '../../../../messaging/phone/sending/sender.ts';
import type { TokenBucket } from '../../../../messaging/phone/sending/token-bucket.ts';
import { openDatabase } from '../../../../messaging/platform/database/database.ts';
import { createDatabaseClock } from '../../../../messaging/platform/database/database-clock.ts';
import { borrow } from '../../../servers/borrow.ts';
import {
  approvedBlast,
  approver,
  countLedger,
  insertAudience,
  makeDraft,
} from '../blasts/blast-fixture.ts';
import { closeAfterTest } from '../close-after-test.ts';
import {
  gatewayAt,
  openEmulator,
  openWorker,
  quiet,
  stopTokens,
  type TestWorker,
  until,
} from './worker-fixture.ts';

interface Stores {
  databaseUrl: string;
  redisUrl: string;
  close?(): Promise<unknown>;
}
type WorkerOptions = Omit<Parameters<typeof openWorker>[0], 'pool' | 'redisUrl' | 'gateway'>;
type SendSms = Gateway['sendSms'];

export const silent = pino({ level: 'silent' });

export interface OpenOptions extends Partial<WorkerOptions> {
  workers?: number;
  requestTimeoutMs?: number;
  publicUrl?: string;
  /** Instead of the gateway's own, which it is given. */
  sendSms?: (message: Parameters<SendSms>[0], send: SendSms) => ReturnType<SendSms>;
}

async function borrowStores(): Promise<Stores> {
  return { databaseUrl: await borrow('database'), redisUrl: await borrow('redis') };
}

/** A database and a Redis of a file's own, blasts in them, and the workers that send these. */
export function openSending(openStores: () => Promise<Stores> = borrowStores) {
  const folder = mkdtempSync(join(tmpdir(), 'sending-'));
  // Set before the first test.
  const stores = {} as Stores & { pool: Pool };
  beforeAll(async () => {
    Object.assign(stores, await openStores());
    const database = await openDatabase({ url: stores.databaseUrl, dataDir: folder });
    stores.pool = database.pool;
    return async () => {
      await database.close();
      await stores.close?.();
      rmSync(folder, { recursive: true, force: true });
    };
  });

  async function read({ id }: Pick<Blast, 'id'>): Promise<Blast> {
    const blast = await findBlast(stores.pool, id);
    if (blast === null) throw new Error(`Expected the blast ${id}`);
    return blast;
  }
  const count = ({ id }: Pick<Blast, 'id'>) => countLedger(stores.pool, id);

  function startWorker(gateway: Gateway, options: Partial<WorkerOptions> = {}): TestWorker {
    const { pool, redisUrl } = stores;
    const worker = openWorker({ pool, redisUrl, gateway, ...options });
    onTestFinished(() => worker.stop());
    return worker;
  }

  return {
    stores,
    folder,
    read,
    count,
    startWorker,
    /** HQ has approved it. */
    async makeBlast(size: number, change: Partial<BlastDraft> = {}): Promise<Blast> {
      const audienceId = await insertAudience(stores.pool, size);
      const blast = await approvedBlast(stores.pool, makeDraft(audienceId, change));
      // Tried again, a test has the same numbers in another blast.
      onTestFailed(async () => {
        await applyCommand(stores.pool, blast.id, { kind: 'stop' }, { actor: approver });
      });
      return blast;
    },
    command: (blast: Pick<Blast, 'id'>, command: BlastCommand) =>
      applyCommand(stores.pool, blast.id, command, { actor: approver }),
    /** The emulator, a gateway to it, and workers that send by that. */
    async open(
      behaviour: Partial<EmulatorBehaviour> = {},
      { workers: size = 1, requestTimeoutMs, publicUrl, sendSms, ...options }: OpenOptions = {},
    ): Promise<{ emulator: Emulator; gateway: Gateway; workers: TestWorker[] }> {
      const emulator = closeAfterTest(await openEmulator({ ...quiet, ...behaviour }));
      const own = closeAfterTest(
        gatewayAt(emulator.url, {
          ...(requestTimeoutMs === undefined ? {} : { requestTimeoutMs }),
          ...(publicUrl === undefined ? {} : { publicUrl }),
        }),
      );
      const gateway: Gateway = {
        ...own,
        ...(sendSms && { sendSms: (message) => sendSms(message, own.sendSms) }),
      };
      const workers = Array.from({ length: size }, () => startWorker(gateway, options));
      return { emulator, gateway, workers };
    },
    /** @returns the blast as it is then */
    async reached(
      blast: Pick<Blast, 'id'>,
      status: Blast['status'],
      limitMs?: number,
    ): Promise<Blast> {
      const isReached = async () => (await read(blast)).status === status;
      await until(`blast to be ${status}`, isReached, limitMs);
      return read(blast);
    },
    /** A blast is paused while its last messages are on their way to the gateway. */
    answered: (blast: Pick<Blast, 'id'>) =>
      until('an answer to all that was begun, and the rest given back', async () => {
        const { submitting = 0, claimed = 0 } = await count(blast);
        return submitting + claimed === 0;
      }),
    /**
     * None is left open, none failed. Who was looked up at the provider, because an answer was lost or late, may have been
     * delivered by then.
     */
    async expectAllTaken(blast: Pick<Blast, 'id'>, size: number): Promise<void> {
      const { accepted = 0, delivered = 0, ...others } = await count(blast);
      expect(others).toEqual({});
      expect(accepted + delivered).toBe(size);
    },
  };
}

/** The sender of a worker alone, without a rate. */
export function openSender(
  pool: Pool,
  {
    sendSms,
    spoolDir,
    paise = {},
  }: { sendSms: SendSms; spoolDir: string; paise?: Record<string, number> },
): Sender {
  return createSender(
    {
      pool,
      gateways: { emulator: { name: 'emulator', sendSms } as unknown as Gateway },
      bucket: {
        take: async (_, count) => count,
        owe: async () => {},
        close: () => {},
      } satisfies TokenBucket,
      log: silent,
      clock: createDatabaseClock(pool, { now: () => new Date() }),
      paise,
      principalEntityId: null,
      stopTokens,
      spoolDir,
      maxInFlight: 100,
    },
    new AbortController().signal,
  );
}

export function expectOnceEach(emulator: Emulator, size: number): void {
  const counts = [...emulator.store.perRecipient('sms').values()];
  expect(counts).toHaveLength(size);
  expect(Math.max(...counts)).toBe(1);
}
