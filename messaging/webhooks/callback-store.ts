import type { Pool } from 'pg';
import { classOfTwilioCode } from '../gateways/twilio-codes.ts';
import type { SpoolRecord } from '../scan/record.ts';
import { recordHaltingCode } from '../store/blasts-sql.ts';
import { type News, planCallsAgain, recordNews } from '../store/ledger-sql.ts';
import { optOutRecipients } from '../store/opt-outs-sql.ts';
import { readHaltingCodes } from '../store/tallies-sql.ts';
import { decodeCallback, newsOf } from './callback.ts';

/** A carrier's filter stops single messages every day; so many mean that the text is blocked. */
const spikeLeast = 20;
const spikeCode = '30007';

/** Carries spooled callbacks into the ledger; the same batch again changes nothing. */
export function createCallbackStore(
  pool: Pool,
  onStranger: (error: Error) => void,
): (records: SpoolRecord[]) => Promise<void> {
  return async (records) => {
    const messages: News[] = [];
    const calls: News[] = [];
    for (const { payload } of records) {
      try {
        const callback = decodeCallback(payload);
        (callback.kind === 'sms' ? messages : calls).push(newsOf(callback));
      } catch (error) {
        onStranger(error as Error);
      }
    }
    if (calls.length > 0) await planCallsAgain(pool, calls);
    const news = [...messages, ...calls];
    if (news.length === 0) return;
    await recordNews(pool, news);
    const ofClass = (name: string) =>
      news.filter(({ code }) => code !== null && classOfTwilioCode(Number(code)) === name);
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
