import type { Pool } from 'pg';
import type { Logger } from 'pino';
import type { Messages } from '../../../campaigns/messages/messages.ts';
import { createDatabaseClock } from '../../platform/database/database-clock.ts';
import type { RunningModule } from '../../platform/http/module.ts';
import { createBullQueue } from '../../platform/queue/bull-queue.ts';
import type { Gateway } from '../gateways/gateway.ts';
import type { GatewaySettings } from '../gateways/gateway-settings.ts';
import type { StopTokens } from '../numbers/stop-token.ts';
import type { WriteAudit } from './hand-over.ts';
import type { OutcomeCounts } from './outcome-recorder.ts';
import { createTokenBucket } from './token-bucket.ts';
import { startWorker } from './worker.ts';

export interface SendingOptions {
  pool: Pool;
  redisUrl: string;
  spoolDir: string;
  gateways: Readonly<Record<string, Gateway>>;
  settings: Pick<GatewaySettings, 'rates' | 'sockets' | 'paise'>;
  principalEntityId: string | null;
  /** The words of calls. */
  call: Messages['call'];
  stopTokens: StopTokens;
  now: () => Date;
  log: Logger;
  audit: WriteAudit;
}

/** Chunks that one process sends at a time; a little more than its requests fill. */
const concurrency = 6;

export interface Sending extends RunningModule {
  /** Results of submissions that are not in the ledger. */
  outcomes(): OutcomeCounts;
}

/** Sends blasts until it is closed: in the service, and in each further worker. */
export function openSending(options: SendingOptions): Sending {
  const { settings, redisUrl, log } = options;
  const bucket = createTokenBucket(redisUrl, settings.rates);
  const queue = createBullQueue(redisUrl, {
    onError: (error) => log.warn({ err: error }, 'queue; blasts go on when it is back'),
  });
  const worker = startWorker({
    ...options,
    clock: createDatabaseClock(options.pool, { now: options.now }),
    paise: settings.paise,
    bucket,
    queue,
    maxInFlight: settings.sockets,
    concurrency,
  });
  return {
    name: 'sending',
    outcomes: worker.outcomes,
    async close() {
      await worker.stop();
      bucket.close();
    },
  };
}
