import { fillTemplate } from '../../../campaigns/messages/fill-template.ts';
import type { MessageLanguage, Messages } from '../../../campaigns/messages/messages.ts';
import { registrationFault } from '../../../campaigns/messages/registration.ts';
import { serviceTemplate } from '../../../campaigns/messages/service-template.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import type { Database } from '../../platform/database/database.ts';
import { inTransaction, type Queryable } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/process/caller.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import type { Gateway, OutgoingSms } from '../gateways/gateway.ts';
import { SendError } from '../gateways/send-error.ts';
import { maskNumber, parseMobileNumber } from '../numbers/number.ts';
import { readStops } from '../numbers/opt-outs-sql.ts';
import {
  confirmCode,
  deleteTestNumbers,
  findOpenCode,
  findTestNumber,
  insertCode,
  isTraining,
} from './test-numbers-sql.ts';
import { codeRules, hashCode, newCode, sameHash } from './verification.ts';

export interface TestNumbers {
  database: Database;
  messages: Messages;
  gateways: Readonly<Record<string, Gateway>>;
  /** Codes are hashed with it. */
  secret: string;
}

export async function showTestNumber(
  { database }: TestNumbers,
  gateway: string,
  { actor }: Caller,
): Promise<{ number: string | null }> {
  const number = await findTestNumber(database.pool, actor.id, gateway);
  return { number: number === null ? null : maskNumber(number) };
}

/** Sends a code to the number that an officer says is the own one. */
export async function sendTestCode(
  { database, messages, gateways, secret }: TestNumbers,
  input: { gateway: string; number: string; language: MessageLanguage },
  caller: Caller,
) {
  const chosen = gateways[input.gateway];
  if (chosen === undefined) throw new Refusal('no-such-gateway');
  // A code comes by SMS, also where the blast goes by WhatsApp alone.
  const gateway = chosen.texts === 'refused' ? findTexter(gateways) : chosen;
  if (gateway === undefined) throw new Refusal('no-sms');
  const training = isTraining(input.gateway);
  const number = parseMobileNumber(input.number);
  const code = newCode();
  const message = codeMessage(messages, { code, language: input.language, training });
  await inTransaction(database.pool, async (tx) => {
    if ((await readStops(tx, number)).optedOut) throw new Refusal('test-opted-out');
    const personId = caller.actor.id;
    const codeHash = hashCode(secret, personId, code);
    if (!(await insertCode(tx, { personId, training, number, codeHash }))) {
      throw new Refusal('test-code-limit');
    }
    // On record before it leaves.
    const after = { number: maskNumber(number), gateway: input.gateway };
    await audit(tx, { verb: 'send', after }, caller);
  });
  return {
    validMinutes: codeRules.validMinutes,
    sent: await sendCode(gateway, { ...message, to: number }),
    trainingCode: training ? code : null,
  };
}

function findTexter(gateways: TestNumbers['gateways']): Gateway | undefined {
  return Object.values(gateways).find(
    ({ name, texts }) => texts !== 'refused' && !isTraining(name),
  );
}

export async function confirmTestNumber(
  { database, secret }: TestNumbers,
  code: string,
  caller: Caller,
): Promise<true> {
  const { id } = caller.actor;
  const open = await findOpenCode(database.pool, id);
  if (open === null) throw new Refusal('test-code-void');
  if (!sameHash(hashCode(secret, id, code), open.codeHash)) throw new Refusal('test-code-wrong');
  await inTransaction(database.pool, async (tx) => {
    if (!(await confirmCode(tx, id, open))) throw new Refusal('test-code-void');
    const after = { number: maskNumber(open.number), training: open.training };
    await audit(tx, { verb: 'verify', after }, caller);
  });
  return true;
}

export async function removeTestNumbers({ database }: TestNumbers, caller: Caller): Promise<void> {
  await inTransaction(database.pool, async (tx) => {
    const held = await deleteTestNumbers(tx, caller.actor.id);
    if (held) await audit(tx, { verb: 'delete', after: {} }, caller);
  });
}

async function audit(
  tx: Queryable,
  { verb, after }: { verb: string; after: Record<string, unknown> },
  caller: Caller,
): Promise<void> {
  const subject = `person/${caller.actor.id}`;
  await writeAudit(tx, { ...caller, action: `test-number.${verb}`, subject, after });
}

/**
 * The registered text with the code in it.
 * @throws a refusal when a real gateway may not send it
 */
function codeMessage(
  messages: Messages,
  { code, language, training }: { code: string; language: MessageLanguage; training: boolean },
): Omit<OutgoingSms, 'to'> {
  const template = serviceTemplate(messages, 'code', language);
  if (!training && registrationFault(template, messages) !== null) {
    throw new Refusal('test-not-registered');
  }
  return {
    // Its receipts tell the ledger nothing.
    reference: '0',
    body: fillTemplate(template.text, [code]),
    validitySeconds: codeRules.validMinutes * 60,
    templateId: template.templateId,
    principalEntityId: messages.principalEntityId,
    header: template.header,
    category: template.category,
  };
}

/** @throws a refusal when the gateway surely did not take it */
async function sendCode(gateway: Gateway, message: OutgoingSms): Promise<'accepted' | 'unknown'> {
  try {
    await gateway.sendSms(message);
    return 'accepted';
  } catch (cause) {
    if (!(cause instanceof SendError)) throw cause;
    if (cause.class === 'ambiguous') return 'unknown';
    throw new Refusal('not-sent', { code: cause.code, class: cause.class }, { cause });
  }
}
