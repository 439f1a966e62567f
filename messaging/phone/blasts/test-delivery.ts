import type { Pool } from 'pg';
import type { Campaign } from '../../../campaigns/campaign.ts';
import { isOverBudget, leftOfBudget } from '../../../campaigns/messages/draft-fields.ts';
import { unasked } from '../../../campaigns/messages/legal-hours.ts';
import { parsePlace } from '../../../campaigns/messages/merge-fields.ts';
import type { MessageLanguage } from '../../../campaigns/messages/messages.ts';
import { registrationFault } from '../../../campaigns/messages/registration.ts';
import type { RefusalCode } from '../../../campaigns/words/refusals.ts';
import type { House } from '../../kit/house.ts';
import type { Database } from '../../platform/database/database.ts';
import { inTransaction, type Queryable } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/process/caller.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import type { Gateway, Receipt, SentParts } from '../gateways/gateway.ts';
import { SendError } from '../gateways/send-error.ts';
import { validitySeconds } from '../gateways/validity.ts';
import { recordSubmittedParts } from '../ledger/message-parts-sql.ts';
import { readFigures } from '../ledger/tallies-sql.ts';
import {
  countTests,
  endTest,
  insertTest,
  lastTestIsOpen,
  readTestPaise,
  recordTestDeliveries,
  testReference,
} from '../ledger/test-messages-sql.ts';
import { maskNumber } from '../numbers/number.ts';
import { readStops, recordOptOuts } from '../numbers/opt-outs-sql.ts';
import { addressText, type StopTokens } from '../numbers/stop-token.ts';
import { findTestNumber, isTraining } from '../test-numbers/test-numbers-sql.ts';
import { type Blast, computeCosts, findPrice, textFor } from './blast.ts';
import { holdCode } from './blast-code.ts';
import { auditBlast, type BlastDependencies } from './blast-request.ts';
import { findBlastLocked } from './blasts-sql.ts';
import type { BlastText } from './draft-schemas.ts';
import { templateTo } from './whatsapp.ts';
import { legalHours, type WindowState } from './window.ts';
import { type Addressee, writeText } from './written-text.ts';

type Tests = Pick<
  BlastDependencies,
  'database' | 'campaign' | 'codes' | 'gateways' | 'paise' | 'clock' | 'stopTokens'
>;

interface TestInput {
  blast: Blast;
  language: MessageLanguage;
  again: boolean;
}

/** A test is looked at now; later it is no test any more. */
const testValiditySeconds = 600;

/**
 * Sends a blast's text to the officer's own number; it obeys all that binds the blast.
 * @returns the test's id
 * @throws a refusal when the gateway surely did not take it
 */
export async function sendTest(tests: Tests, input: TestInput, caller: Caller): Promise<string> {
  const { blast } = input;
  const gateway = tests.gateways[blast.gateway];
  if (gateway === undefined) throw new Refusal('no-such-gateway');
  if (blast.channel === 'ivr' && gateway.placeCall === undefined) throw new Refusal('no-voice');
  if (blast.channel === 'whatsapp' && gateway.whatsapp === undefined) {
    throw new Refusal('no-whatsapp');
  }
  const now = await tests.clock.now();
  const begun = await recordTest(tests, { ...input, now }, caller);
  await deliver(tests, gateway, { ...begun, now });
  return begun.id;
}

/** On record before it leaves: what was sent cannot be taken back when the record fails. */
function recordTest(
  { database, campaign, codes, paise }: Tests,
  { blast, language, again, now }: TestInput & { now: Date },
  caller: Caller,
): Promise<BegunTest> {
  return inTransaction(database.pool, async (tx) => {
    const request = { blastId: blast.id, personId: caller.actor.id, language, again };
    const begun = await beginTest(tx, request, { campaign, codes, paise, now });
    if ('refusal' in begun) throw new Refusal(begun.refusal);
    const { revision } = begun.blast;
    const after = { number: maskNumber(begun.to), language, revision, again };
    await auditBlast(tx, { verb: 'test', blast: begun.blast, after }, caller);
    return begun;
  });
}

async function deliver(
  { database, campaign, stopTokens }: Tests,
  gateway: Gateway,
  test: BegunTest & { now: Date },
): Promise<void> {
  const { pool } = database;
  const { id } = test;
  try {
    const { providerId, parts } = await handOver(gateway, test, {
      principalEntityId: campaign.messages.principalEntityId,
      stopTokens,
    });
    await recordParts(database, { gateway, id, parts });
    await endTest(pool, id, { status: 'accepted', providerId, code: null });
  } catch (cause) {
    if (!(cause instanceof SendError)) throw cause;
    const { code } = cause;
    await recordParts(database, { gateway, id, parts: cause.parts });
    const status = cause.class === 'ambiguous' ? 'unknown' : 'failed';
    await endTest(pool, id, { status, providerId: null, code });
    if (cause.class === 'opt-out') await recordOptOuts(pool, [test.to], 'provider');
    if (status === 'unknown') return;
    throw new Refusal('not-sent', { code, class: cause.class }, { cause });
  }
}

function handOver(
  gateway: Gateway,
  { id, blast, text, language, to, hours, now }: BegunTest & { now: Date },
  { principalEntityId, stopTokens }: { principalEntityId: string | null; stopTokens: StopTokens },
): Promise<Receipt> {
  const reference = testReference(id);
  if (blast.channel === 'ivr' && gateway.placeCall !== undefined) {
    return gateway.placeCall({ reference, to, language, category: blast.category });
  }
  if (blast.channel === 'whatsapp' && gateway.whatsapp !== undefined) {
    return gateway.whatsapp.sendTemplate(
      templateTo(blast, { id: reference, to, ...testAddressee(blast, language) }),
    );
  }
  return gateway.sendSms({
    reference,
    to,
    ...text,
    body: addressText(text.body, to, stopTokens),
    validitySeconds: validitySeconds(hours, now, testValiditySeconds),
    principalEntityId,
    category: blast.category,
  });
}

/** Receipts of a test may name its parts; those that were faster are taken in with it. */
async function recordParts(
  { pool }: Database,
  { gateway, id, parts }: { gateway: Gateway; id: string; parts: SentParts | undefined },
): Promise<void> {
  if (parts === undefined) return;
  const submitted = { ...parts, gateway: gateway.name, reference: testReference(id), attempt: 1 };
  await recordTestDeliveries(pool, await recordSubmittedParts(pool, [submitted]));
}

interface TestRequest {
  blastId: number;
  personId: string;
  language: MessageLanguage;
  /** The officer knows that the last one may have been sent. */
  again: boolean;
}

interface TestContext extends Pick<House, 'campaign' | 'codes'> {
  pool: Pool;
  /** Price of a segment now, by gateway. */
  paise: Readonly<Record<string, number>>;
  /** By the database's clock. */
  now: Date;
}

/** A test that is in the ledger and may leave. */
interface BegunTest {
  id: string;
  blast: Blast;
  text: BlastText;
  language: MessageLanguage;
  /** E.164, the officer's own. */
  to: string;
  hours: WindowState;
}

/**
 * Judges a test by every rule that binds the blast itself, and puts it on record. The blast is held meanwhile, so that
 * two tests at once, or a test and a claim, never both spend what is left.
 */
async function beginTest(
  tx: Queryable,
  { blastId, personId, language, again }: TestRequest,
  { campaign, codes, paise, now }: Omit<TestContext, 'pool'>,
): Promise<BegunTest | { refusal: RefusalCode }> {
  const blast = await findBlastLocked(tx, blastId);
  if (blast === null) return { refusal: 'no-such-blast' };
  if (blast.status === 'stopped' || blast.status === 'finished') return { refusal: 'wrong-status' };
  const text = textFor(blast.texts, language);
  const textFault = judgeText(blast, language, campaign);
  if (textFault !== null) return { refusal: textFault };
  const number = await findTestNumber(tx, personId, blast.gateway);
  if (number === null) return { refusal: 'test-number-missing' };
  const hours = legalHours(blast, now);
  if (!hours.open) return { refusal: 'test-hours' };
  const stops = await readStops(tx, number);
  if (stops.optedOut) return { refusal: 'test-opted-out' };
  if (stops.dnd && unasked(blast.category)) return { refusal: 'test-dnd' };
  const counts = await countTests(tx, { personId, blastId });
  if (counts.ofBlast >= testLimits.ofBlast) return { refusal: 'test-limit-blast' };
  if (counts.today >= testLimits.ofDay) return { refusal: 'test-limit-day' };
  const { revision } = blast;
  if (!again && (await lastTestIsOpen(tx, { blastId, revision, personId, language }))) {
    return { refusal: 'test-unknown' };
  }
  const cost = text.segments * (findPrice(paise, blast) ?? blast.pricePaise);
  if (leftOfBudget(blast) !== null) {
    const spent = computeCosts(blast, await readFigures(tx, blastId), 'segmentsCommitted');
    const tests = await readTestPaise(tx, blastId);
    if (isOverBudget(blast, spent + tests + cost)) return { refusal: 'test-budget' };
  }
  const id = await insertTest(tx, {
    blastId,
    revision,
    personId,
    number,
    language,
    segments: text.segments,
    paise: cost,
  });
  // What leaves the house leads somewhere.
  const held = await holdCode(tx, codes, blastId);
  const written = writeText(held, testAddressee(held, language));
  return { id, blast: held, text: written, language, to: number, hours };
}

/** An officer gets the name of the first station, or of the first district. */
function testAddressee(
  { districts, texts }: Pick<Blast, 'districts' | 'texts'>,
  language: MessageLanguage,
): Addressee {
  const named = Object.keys(textFor(texts, language).names ?? {});
  const place = named.find((key) => key.includes('/')) ?? districts?.[0] ?? '';
  return {
    ...parsePlace(place),
    language,
    lot: null,
  };
}

/** Over a real gateway only what is on the DLT portal, letter for letter; the emulator takes everything. */
function judgeText(
  blast: Blast,
  language: MessageLanguage,
  { messages }: Campaign,
): RefusalCode | null {
  if (isTraining(blast.gateway)) return null;
  // Its approval is WhatsApp’s own, which refuses it otherwise.
  if (blast.channel === 'whatsapp') return null;
  if (blast.channel === 'ivr') return messages.registered ? null : 'test-not-registered';
  const text = textFor(blast.texts, language);
  const template = messages.templates.find(
    ({ templateId, header }) =>
      templateId !== null && templateId === text.templateId && header === text.header,
  );
  if (template === undefined) return 'test-not-registered';
  const fault = registrationFault(template, messages);
  if (fault === 'faulty-text') return 'test-faulty-text';
  return fault === null ? null : 'test-not-registered';
}

/** How often an officer may try a text on the own number: of one blast at all, and of all blasts in a day. */
export const testLimits = { ofBlast: 5, ofDay: 20 } as const;
