import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { minuteMs } from '../../../campaigns/durations.ts';
import type { Config } from '../../config.ts';
import type { House } from '../../kit/house.ts';
import type { Module } from '../../platform/http/module.ts';
import { postSigned, type Webhook } from '../../platform/http/signed-post.ts';
import { repeat } from '../../platform/process/repeat.ts';
import { tellOrPutOff } from '../../platform/process/tell-again.ts';
import {
  type BlastChange,
  endChange,
  forgetChanges,
  putOffChange,
  takeChanges,
} from './blast-changes-sql.ts';

export interface BlastChangesOptions extends Pick<House, 'database' | 'log'> {
  config: Pick<Config, 'events' | 'publicUrl'>;
  everyMs?: number;
  firstPauseMs?: number;
}

const limitMs = 10_000;
const atOnce = 20;

/** Tells a program of the operator's each status of a blast, by whatever statement it came. */
export function openBlastChanges(options: BlastChangesOptions): Module {
  const { database, config, log, everyMs = 5000, firstPauseMs = 10_000 } = options;
  const { webhook } = config.events;
  const { pool } = database;
  const stop = new AbortController();
  const telling = { pool, log, firstPauseMs, publicUrl: config.publicUrl, signal: stop.signal };
  const look = repeat(
    () => (webhook === undefined ? forgetChanges(pool) : tellChanges(webhook, telling)),
    {
      pauseMs: webhook === undefined ? minuteMs : everyMs,
      onTrouble: (error) => log.warn(error, 'status changes of blasts wait'),
    },
  );
  void database.ready.then(look.run, () => {});
  return {
    name: 'blast-changes',
    async close() {
      stop.abort();
      await look.stop();
    },
  };
}

interface Telling {
  pool: Pool;
  log: Logger;
  firstPauseMs: number;
  publicUrl: string;
  signal: AbortSignal;
}

async function tellChanges(webhook: Webhook, telling: Telling): Promise<void> {
  const { pool, log, firstPauseMs, publicUrl, signal } = telling;
  for (;;) {
    const due = await takeChanges(pool, { leaseMs: 2 * limitMs, limit: atOnce });
    const told = await Promise.all(
      due.map((change) => {
        const { id, blastId, status, tries } = change;
        const content = toContent(change, publicUrl);
        const news = {
          name: 'a status of a blast',
          about: { blast: blastId, status },
          tries,
          tell: () =>
            postSigned(webhook, { kind: 'Event', id: `blast-${id}`, content, limitMs, signal }),
          end: () => endChange(pool, id),
          putOff: (pauseMs: number) => putOffChange(pool, id, pauseMs),
        };
        return tellOrPutOff(news, { log, firstPauseMs });
      }),
    );
    // The next status of a blast follows at once on the one before it.
    if (!told.includes(true) || signal.aborted) return;
  }
}

function toContent(change: BlastChange, publicUrl: string): Record<string, unknown> {
  const { blastId, name, channel, district, status, pauseReason, at } = change;
  return {
    event: 'blast',
    blast: blastId,
    name,
    channel,
    district,
    status,
    pauseReason,
    at: at.toISOString(),
    console: `${publicUrl}/console/blasts/?id=${blastId}`,
  };
}
