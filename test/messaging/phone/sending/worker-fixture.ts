import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Pool } from 'pg';
import { pino } from 'pino';
import { loadCampaign } from '../../../../campaigns/campaign-fs.ts';
import { startEmulator } from '../../../../messaging/phone/gateways/emulator.ts';
import { emulatedSender } from '../../../../messaging/phone/gateways/emulator-api.ts';
import type { EmulatorBehaviour } from '../../../../messaging/phone/gateways/emulator-behaviour.ts';
import type { Gateway } from '../../../../messaging/phone/gateways/gateway.ts';
import { createTwilioGateway } from '../../../../messaging/phone/gateways/twilio.ts';
import { createStopTokens } from '../../../../messaging/phone/numbers/stop-token.ts';
import type { ReceiptPatience } from '../../../../messaging/phone/sending/receipt-look-up.ts';
import { createTokenBucket } from '../../../../messaging/phone/sending/token-bucket.ts';
import { startWorker, type Worker } from '../../../../messaging/phone/sending/worker.ts';
import type { AuditEntry } from '../../../../messaging/platform/database/audit-chain.ts';
import { createDatabaseClock } from '../../../../messaging/platform/database/database-clock.ts';
import { openHintQueue } from '../../fixtures/hint-queue.ts';

export const account = { accountSid: `AC${'0'.repeat(32)}`, authToken: 'training-token' };

/** Pause between two looks of a worker. */
export const tickMs = 40;

export const stopTokens = createStopTokens('a secret of the tests');

export const quiet: Partial<EmulatorBehaviour> = { callbacks: false };

export function openEmulator(behaviour: Partial<EmulatorBehaviour> = quiet) {
  return startEmulator({ ...account, port: 0, behaviour });
}

/**
 * @param options `requestTimeoutMs` where the emulator is to be given up: on a machine that runs other tests beside, one that
 * is only slow must not be
 */
export function gatewayAt(
  baseUrl: string,
  options: { requestTimeoutMs?: number; publicUrl?: string; sockets?: number; name?: string } = {},
): Gateway {
  return createTwilioGateway({
    ...account,
    name: options.name ?? 'emulator',
    messagingServiceSid: `MG${'0'.repeat(32)}`,
    from: undefined,
    callFrom: '+12025550100',
    whatsapp: { from: emulatedSender, trainingSid: `HX${'0'.repeat(32)}` },
    baseUrl,
    publicUrl: options.publicUrl ?? 'http://127.0.0.1:1',
    requestTimeoutMs: options.requestTimeoutMs ?? 30_000,
    listingLagMs: 0,
    sockets: options.sockets ?? 100,
  });
}

export interface TestWorker extends Worker {
  audit: AuditEntry[];
}

/** A worker as the service runs it, with its own queue and bucket. */
export function openWorker(options: {
  pool: Pool;
  redisUrl: string;
  gateway: Gateway;
  /** Others besides it. */
  further?: readonly Gateway[];
  ratePerSecond?: number;
  now?: () => Date;
  machineMs?: () => number;
  paise?: Record<string, number>;
  patience?: ReceiptPatience;
  /** That of a worker before it; one of its own where none is given. */
  spoolDir?: string;
}): TestWorker {
  const bucket = createTokenBucket(
    options.redisUrl,
    options.ratePerSecond === undefined ? {} : { [options.gateway.name]: options.ratePerSecond },
  );
  const audit: TestWorker['audit'] = [];
  const worker = startWorker({
    pool: options.pool,
    gateways: Object.fromEntries(
      [options.gateway, ...(options.further ?? [])].map((gateway) => [gateway.name, gateway]),
    ),
    bucket,
    queue: openHintQueue(options.redisUrl),
    spoolDir: options.spoolDir ?? mkdtempSync(join(tmpdir(), 'worker-spool-')),
    log: pino({ level: process.env.LOG_LEVEL ?? 'silent' }),
    clock: createDatabaseClock(options.pool, {
      now: options.now ?? (() => new Date()),
      ...(options.machineMs === undefined ? {} : { machineMs: options.machineMs }),
    }),
    paise: options.paise ?? {},
    ...(options.patience === undefined ? {} : { patience: options.patience }),
    audit: async (_tx, entry) => {
      audit.push(entry);
    },
    principalEntityId: null,
    call: loadCampaign('up-cop').messages.call,
    stopTokens,
    maxInFlight: 100,
    concurrency: 4,
    tickMs,
  });
  let stopping: Promise<void> | undefined;
  return {
    audit,
    outcomes: worker.outcomes,
    stop: () => (stopping ??= worker.stop().then(() => bucket.close())),
  };
}

export async function until(
  what: string,
  condition: () => Promise<boolean>,
  limitMs = 60_000,
): Promise<void> {
  const deadline = Date.now() + limitMs;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`Expected ${what} within ${limitMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
