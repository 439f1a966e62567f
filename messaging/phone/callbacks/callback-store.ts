import type { Pool } from 'pg';
import type { SpoolRecord } from '../../platform/spool/record.ts';
import { recordHaltingCode } from '../blasts/blasts-sql.ts';
import type { Gateway } from '../gateways/gateway.ts';
import type { ErrorClass } from '../gateways/send-error.ts';
import {
  type DeliveryUpdate,
  haveArrivedSince,
  planCallsAgain,
  readOrigins,
  recordDeliveryUpdates,
} from '../ledger/ledger-sql.ts';
import { type GatewayPartNews, recordPartNews } from '../ledger/message-parts-sql.ts';
import { readHaltingCodes } from '../ledger/tallies-sql.ts';
import { findTestId, recordTestDeliveries } from '../ledger/test-messages-sql.ts';
import { optOutRecipients, recordHeardStop, recordOptOuts } from '../numbers/opt-outs-sql.ts';
import { createRefusalStreaks, type RefusalStreaks } from '../sending/refusal-streak.ts';
import { decodeCallback, toDeliveryUpdate } from './callback.ts';
import { decodeLinkRecord, type WhatsappSaid } from './link-record.ts';
import { type Answering, answerWhatsapp } from './whatsapp-answer.ts';

export interface CallbackStoreOptions extends Pick<Answering, 'answerText' | 'onUnanswered'> {
  pool: Pool;
  /** By name; each reads the codes of what it sent itself. */
  gateways: Readonly<Record<string, Pick<Gateway, 'receipts' | 'whatsapp'>>>;
  /** Told of a record that is no callback; it is left out. */
  onMalformedRecord: (error: Error) => void;
  /** Told of each receipt that is in the ledger, and of its blast. */
  onRecorded?: (update: DeliveryUpdate, blastId: number | undefined) => void;
}

/** Filtered messages after which the text counts as blocked. */
const spikeLeast = 20;

/** Carries spooled callbacks into the ledger; the same batch again changes nothing. */
export function createCallbackStore(
  options: CallbackStoreOptions,
): (records: SpoolRecord[]) => Promise<void> {
  const streaks = createRefusalStreaks();
  return async (records) => {
    const { pool } = options;
    const { messages, calls, tests, parts, stopped, said } = sortRecords(records, options);
    await recordStops(pool, stopped);
    for (const one of said) await answerWhatsapp(options, one);
    for (const update of await recordPartNews(pool, parts)) {
      (findTestId(update.id) === null ? messages : tests).push(update);
    }
    if (tests.length > 0) await recordTestDeliveries(pool, tests);
    if (calls.length > 0) await planCallsAgain(pool, calls);
    const updates = [...messages, ...calls];
    if (updates.length === 0) return;
    await recordDeliveryUpdates(pool, updates);
    await tellRecorded(options, updates);
    await actOnCodes(options, updates);
    await haltByStreaks({ ...options, streaks }, messages);
  };
}

/** Those over a gateway's link have no id by which a repeated one is known. */
async function recordStops(
  pool: Pool,
  stopped: readonly { number: string; sid?: string }[],
): Promise<void> {
  const plain = stopped.filter(({ sid }) => sid === undefined).map(({ number }) => number);
  if (plain.length > 0) await recordOptOuts(pool, plain, 'sms');
  for (const { number, sid } of stopped) {
    if (sid !== undefined) await recordHeardStop(pool, { number, source: 'sms', sid });
  }
}

async function tellRecorded(
  { pool, onRecorded }: CallbackStoreOptions,
  updates: readonly DeliveryUpdate[],
): Promise<void> {
  if (onRecorded === undefined) return;
  const origins = await readOrigins(
    pool,
    updates.map(({ id }) => id),
  );
  for (const update of updates) onRecorded(update, origins.get(update.id)?.blastId);
}

function sortRecords(
  records: readonly SpoolRecord[],
  { onMalformedRecord }: Pick<CallbackStoreOptions, 'onMalformedRecord'>,
) {
  const messages: DeliveryUpdate[] = [];
  const calls: DeliveryUpdate[] = [];
  const tests: DeliveryUpdate[] = [];
  const parts: GatewayPartNews[] = [];
  const stopped: { number: string; sid?: string }[] = [];
  const said: WhatsappSaid[] = [];
  for (const { payload } of records) {
    try {
      const record = decodeLinkRecord(payload);
      if (record?.kind === 'part') parts.push(record.news);
      if (record?.kind === 'stop') stopped.push(record);
      if (record?.kind === 'whatsapp') said.push(record);
      if (record !== null) continue;
      const callback = decodeCallback(payload);
      const updates = callback.kind === 'sms' ? messages : calls;
      const isTest = findTestId(callback.reference) !== null;
      (isTest ? tests : updates).push(toDeliveryUpdate(callback));
    } catch (error) {
      onMalformedRecord(error as Error);
    }
  }
  return { messages, calls, tests, parts, stopped, said };
}

async function actOnCodes(
  options: CallbackStoreOptions,
  updates: readonly DeliveryUpdate[],
): Promise<void> {
  const { pool, gateways } = options;
  const coded = updates.filter(({ code }) => code !== null);
  if (coded.length === 0) return;
  const ids = coded.map(({ id }) => id);
  const origins = await readOrigins(pool, ids);
  const ofClass = (name: ErrorClass) =>
    coded.filter(({ id, code }) => {
      const receipts = gateways[origins.get(id)?.gateway ?? '']?.receipts;
      return receipts?.classify(code ?? '') === name;
    });
  // A code of WhatsApp says what became of a message, never that somebody said stop.
  const stopped = ofClass('opt-out').filter(({ id }) => origins.get(id)?.channel !== 'whatsapp');
  if (stopped.length > 0) await optOutRecipients(pool, stopped);
  const halting = ofClass('halt');
  if (halting.length === 0) return;
  await haltBlasts(
    options,
    halting.map(({ id }) => id),
  );
}

async function haltBlasts(
  { pool, gateways }: CallbackStoreOptions,
  ids: readonly string[],
): Promise<void> {
  for (const { blastId, gateway, code, recipients } of await readHaltingCodes(pool, ids)) {
    const receipts = gateways[gateway]?.receipts;
    if (receipts?.classify(code) !== 'halt') continue;
    if (receipts.filterCodes.includes(code) && recipients < spikeLeast) continue;
    // A filter stops the text, which no other gateway would carry either.
    const isFilter = receipts.filterCodes.includes(code);
    await recordHaltingCode(pool, blastId, code, isFilter ? null : gateway);
  }
}

/**
 * Several messages in a row that did not arrive by a code that nobody has classed: it speaks of us. Late receipts of
 * phones that were off come in a row too, but after those of others that were submitted with them.
 */
async function haltByStreaks(
  { pool, gateways, streaks }: CallbackStoreOptions & { streaks: RefusalStreaks },
  updates: readonly DeliveryUpdate[],
): Promise<void> {
  const settled = updates.filter(({ status }) => status !== 'accepted');
  if (!streaks.isWatching() && !settled.some(({ code }) => code !== null)) return;
  const origins = await readOrigins(
    pool,
    settled.map(({ id }) => id),
  );
  const answers = settled.flatMap(({ id, status, code }) => {
    const { blastId, gateway = '' } = origins.get(id) ?? {};
    if (blastId === undefined) return [];
    const unlisted = code !== null && gateways[gateway]?.receipts?.classify(code) === 'unlisted';
    return {
      blastId,
      gateway,
      outcome: { id, status },
      ...(unlisted ? { suspectCode: code } : {}),
    };
  });
  for (const { blastId, gateway, code, ids } of streaks.note(answers)) {
    if (await haveArrivedSince(pool, blastId, ids)) continue;
    await recordHaltingCode(pool, blastId, code, gateway);
  }
}
