import type { Spool } from '../../platform/spool/spool.ts';
import { digits } from '../numbers/opt-outs-sql.ts';
import { plain } from './callback.ts';
import { encodeLinkRecord } from './link-record.ts';

/**
 * Puts that somebody said stop by SMS beside the receipts, so that it is kept whatever the database does.
 * @param sid of the message, by which a repeated one is known; an invalid one is left out
 * @returns whether it is durable
 */
export function keepStop(
  spool: Pick<Spool, 'append'>,
  { number, sid = '' }: { number: string; sid?: string | undefined },
): Promise<boolean> {
  const known = plain.test(sid) ? { sid } : {};
  return spool.append(encodeLinkRecord({ kind: 'stop', number: digits(number), ...known }));
}
