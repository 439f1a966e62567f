import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { recordHaltingCode, recordOnlyLater } from '../blasts/blasts-sql.ts';
import { planRefusedAgain, recordDeliveryUpdates, recordOutcomes } from '../ledger/ledger-sql.ts';
import { recordSubmittedParts } from '../ledger/message-parts-sql.ts';
import { recordPartialSubmissions } from '../ledger/partial-submissions-sql.ts';
import { recordOptOuts } from '../numbers/opt-outs-sql.ts';
import type { SubmissionResult } from './outcome-recorder.ts';
import type { RefusalStreaks } from './refusal-streak.ts';

/**
 * Writes the results of a group of submissions; the same again changes nothing. Who said stop and what pauses a
 * blast come first, so that an outcome that the ledger refuses holds up neither.
 */
export async function recordResults(
  { pool, log, streaks }: { pool: Pool; log: Logger; streaks: RefusalStreaks },
  group: readonly SubmissionResult[],
): Promise<void> {
  const stopped = group.flatMap((result) => result.stopped ?? []);
  if (stopped.length > 0) await recordOptOuts(pool, stopped, 'provider');
  const refused = streaks.note(group);
  const halting = group.flatMap(({ blastId, gateway, haltingCode: code }) =>
    code === undefined ? [] : [{ blastId, gateway, code }],
  );
  for (const { blastId, gateway, code } of lastOfEach([...halting, ...refused])) {
    log.warn({ blast: blastId, gateway, code }, 'halting code');
    await recordHaltingCode(pool, blastId, code, gateway);
  }
  const told = group.filter(({ onlyLater }) => onlyLater !== undefined);
  for (const { blastId, gateway, onlyLater = false } of lastOfEach(told)) {
    await recordOnlyLater(pool, blastId, gateway, onlyLater);
  }
  // Whose the parts are comes first: should the outcome not follow, the receipts still find their message.
  const submitted = group.flatMap(({ parts }) => parts ?? []);
  const heard = await recordSubmittedParts(pool, submitted);
  // Before a message may go again: it would go whole.
  await recordPartialSubmissions(
    pool,
    group.flatMap(({ rest }) => rest ?? []),
  );
  await recordOutcomes(
    pool,
    group.map(({ outcome }) => outcome),
  );
  if (heard.length > 0) await recordDeliveryUpdates(pool, heard);
  // It spoke of us, so none of them has failed.
  for (const { ids, code } of refused) await planRefusedAgain(pool, ids, code);
}

/** The last of each blast and gateway. */
function lastOfEach<T extends { blastId: number; gateway: string }>(entries: readonly T[]): T[] {
  return [
    ...new Map(entries.map((entry) => [`${entry.blastId} ${entry.gateway}`, entry])).values(),
  ];
}
