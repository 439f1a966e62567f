import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { minuteMs } from '../../../campaigns/durations.ts';
import { type AlertNotice, endNotice, putOffNotice, takeNotices } from './alerts-sql.ts';

/** A way by which people outside the console hear of alerts. Declared here; each adapter has a separate file. */
export interface AlertChannel {
  readonly name: string;
  /** Longest time that one notice takes. */
  readonly limitMs: number;
  /** Throws when it could not be told. */
  tell(notice: AlertNotice, signal: AbortSignal): Promise<void>;
}

export interface Telling {
  pool: Pool;
  channels: readonly AlertChannel[];
  log: Logger;
  /** Aborts when the service stops. */
  signal: AbortSignal;
  /** First pause after a failure; each next one is twice as long. */
  firstPauseMs?: number;
}

const longestPauseMs = 15 * minuteMs;
/** About a day; after that the console still shows what is open. */
const mostTries = 100;
const atOnce = 20;

/** Tells what is due over every channel; what fails is tried again later. */
export async function tellNotices({
  pool,
  channels,
  log,
  signal,
  firstPauseMs = 10_000,
}: Telling): Promise<void> {
  if (channels.length === 0) return;
  const due = await takeNotices(pool, {
    channels: channels.map(({ name }) => name),
    leaseMs: 2 * Math.max(...channels.map(({ limitMs }) => limitMs)),
    limit: atOnce,
  });
  await Promise.all(
    due.map(async (notice) => {
      const { alert, event, tries } = notice;
      try {
        await channels.find(({ name }) => name === notice.channel)?.tell(notice, signal);
        await endNotice(pool, notice);
      } catch (error) {
        const about = { err: error, alert: alert.id, event, channel: notice.channel, tries };
        if (tries >= mostTries) {
          log.error(about, 'an alert could not be told and is given up');
          await endNotice(pool, notice);
          return;
        }
        log.warn(about, 'an alert could not be told; tried again later');
        const pauseMs = Math.min(longestPauseMs, firstPauseMs * 2 ** Math.min(tries - 1, 20));
        await putOffNotice(pool, notice, pauseMs);
      }
    }),
  );
}
