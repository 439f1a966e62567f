import type { Pool } from 'pg';
import type { Spool } from '../../platform/spool/spool.ts';
import { digits, recordHeardStop } from '../numbers/opt-outs-sql.ts';
import { encodeLinkRecord } from './link-record.ts';

/** Keeps that somebody said stop by SMS, durably when it resolves. */
export type RecordStop = (stop: { number: string; sid: string }) => Promise<void>;

export function stopsInto(pool: Pool): RecordStop {
  return (stop) => recordHeardStop(pool, { ...stop, source: 'sms' });
}

/** For a process without a database: the one that carries the spool away keeps it. */
export function stopsIntoSpool(spool: Pick<Spool, 'append'>): RecordStop {
  return async ({ number, sid }) => {
    const record = encodeLinkRecord({ kind: 'stop', number: digits(number), sid });
    if (!(await spool.append(record))) throw new Error('Expected room for a stop, got none');
  };
}
