import type { MessageLanguage } from '../../../campaigns/messages/messages.ts';
import type { Database } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/process/caller.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import type { Gateway, Receipt, SentParts } from '../gateways/gateway.ts';
import { SendError } from '../gateways/send-error.ts';
import { validitySeconds } from '../gateways/validity.ts';
import { recordSubmittedParts } from '../ledger/message-parts-sql.ts';
import { endTest, recordTestDeliveries, testReference } from '../ledger/test-messages-sql.ts';
import { maskNumber } from '../numbers/number.ts';
import { recordOptOuts } from '../numbers/opt-outs-sql.ts';
import { addressText, type StopTokens } from '../numbers/stop-token.ts';
import type { Blast } from './blast.ts';
import { auditBlast, type BlastDependencies } from './blast-request.ts';
import { type BegunTest, beginTest, testAddressee } from './test-send.ts';
import { templateTo } from './whatsapp-message.ts';

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
