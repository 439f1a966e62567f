import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { recordHaltingCode } from '../blasts/blasts-sql.ts';
import { recordDeliveryUpdates, recordOutcomes } from '../ledger/ledger-sql.ts';
import { recordSubmittedParts } from '../ledger/message-parts-sql.ts';
import { recordOptOuts } from '../numbers/opt-outs-sql.ts';
import type { SubmissionResult } from './outcome-recorder.ts';

/**
 * Writes what was learnt of a group of submissions; the same again changes nothing. Who said stop and what pauses a
 * blast come first, so that an outcome that the ledger refuses holds up neither.
 */
export async function recordResults(
  { pool, log }: { pool: Pool; log: Logger },
  group: readonly SubmissionResult[],
): Promise<void> {
  const stopped = group.flatMap((learnt) => learnt.stopped ?? []);
  if (stopped.length > 0) await recordOptOuts(pool, stopped, 'provider');
  const halts = new Map(
    group.flatMap(({ blastId, haltingCode }) =>
      haltingCode === undefined ? [] : [[blastId, haltingCode] as const],
    ),
  );
  for (const [blastId, code] of halts) {
    log.warn({ blast: blastId, code }, 'halting code');
    await recordHaltingCode(pool, blastId, code);
  }
  // Whose the parts are comes first: should the outcome not follow, the receipts still find their message.
  const submitted = group.flatMap(({ parts }) => parts ?? []);
  const heard = await recordSubmittedParts(pool, submitted);
  await recordOutcomes(
    pool,
    group.map(({ outcome }) => outcome),
  );
  if (heard.length > 0) await recordDeliveryUpdates(pool, heard);
}
