import type { Pool } from 'pg';
import type { Logger } from 'pino';
import type { GatewaySettings } from '../gateways/gateway-settings.ts';
import { type OpenGateways, openGateways } from '../gateways/open-gateways.ts';
import { createBullQueue } from './bull-queue.ts';
import type { OutcomeCounts } from './outcome-recorder.ts';
import type { WriteAudit } from './scheduler.ts';
import { createTokenBucket } from './token-bucket.ts';
import { startWorker } from './worker.ts';

export interface SendingOptions {
  pool: Pool;
  redisUrl: string;
  settings: GatewaySettings;
  publicUrl: string;
  principalEntityId: string | null;
  now: () => Date;
  log: Logger;
  audit: WriteAudit;
}

/** Chunks that one process sends at a time; a little more than its requests fill. */
const concurrency = 6;

export interface RunningSending extends OpenGateways {
  /** What was learnt of submissions and is not in the ledger. */
  outcomes(): OutcomeCounts;
}

/** Opens the gateways and sends blasts through them until it is closed. */
export function startSending(options: SendingOptions): RunningSending {
  const { settings, redisUrl, log } = options;
  const open = openGateways(settings, options.publicUrl);
  const bucket = createTokenBucket(redisUrl, settings.rates);
  const queue = createBullQueue(redisUrl, {
    onError: (error) => log.warn({ err: error }, 'queue; blasts go on when it is back'),
  });
  const worker = startWorker({
    ...options,
    gateways: open.gateways,
    bucket,
    queue,
    maxInFlight: settings.sockets,
    concurrency,
  });
  return {
    ...open,
    outcomes: worker.outcomes,
    async close() {
      await worker.stop();
      bucket.close();
      await open.close();
    },
  };
}
