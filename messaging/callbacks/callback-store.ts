import type { Pool } from 'pg';
import { recordHaltingCode } from '../blasts/blasts-sql.ts';
import { classOfTwilioCode } from '../gateways/twilio-codes.ts';
import {
  type DeliveryUpdate,
  planCallsAgain,
  recordDeliveryUpdates,
} from '../ledger/ledger-sql.ts';
import { readHaltingCodes } from '../ledger/tallies-sql.ts';
import { optOutRecipients } from '../numbers/opt-outs-sql.ts';
import type { SpoolRecord } from '../spool/record.ts';
import { decodeCallback, deliveryUpdateOf } from './callback.ts';

/** A carrier's filter stops single messages every day; so many mean that the text is blocked. */
const spikeLeast = 20;
const spikeCode = '30007';

/** Carries spooled callbacks into the ledger; the same batch again changes nothing. */
export function createCallbackStore(
  pool: Pool,
  onMalformedRecord: (error: Error) => void,
): (records: SpoolRecord[]) => Promise<void> {
  return async (records) => {
    const messages: DeliveryUpdate[] = [];
    const calls: DeliveryUpdate[] = [];
    for (const { payload } of records) {
      try {
        const callback = decodeCallback(payload);
        (callback.kind === 'sms' ? messages : calls).push(deliveryUpdateOf(callback));
      } catch (error) {
        onMalformedRecord(error as Error);
      }
    }
    if (calls.length > 0) await planCallsAgain(pool, calls);
    const updates = [...messages, ...calls];
    if (updates.length === 0) return;
    await recordDeliveryUpdates(pool, updates);
    const ofClass = (name: string) =>
      updates.filter(({ code }) => code !== null && classOfTwilioCode(Number(code)) === name);
    const stopped = ofClass('opt-out').map(({ id }) => id);
    if (stopped.length > 0) await optOutRecipients(pool, stopped);
    const halting = ofClass('halt').map(({ id }) => id);
    if (halting.length > 0) await haltBlasts(pool, halting);
  };
}

async function haltBlasts(pool: Pool, ids: readonly string[]): Promise<void> {
  for (const { blastId, code, recipients } of await readHaltingCodes(pool, ids)) {
    if (classOfTwilioCode(Number(code)) !== 'halt') continue;
    if (code === spikeCode && recipients < spikeLeast) continue;
    await recordHaltingCode(pool, blastId, code);
  }
}
