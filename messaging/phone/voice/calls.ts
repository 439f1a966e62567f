import type { Pool } from 'pg';
import type { MessageLanguage, Messages } from '../../../campaigns/messages/messages.ts';
import { isSameNumber } from '../../../campaigns/messages/opt-out-ways.ts';
import { recordHeardStop } from '../numbers/opt-outs-sql.ts';
import type { RecordedPrompts } from '../takes/recorded-prompts.ts';
import { findCall, type LinkRefusal } from './link-requests-sql.ts';
import { isIndianMobile, type LinkSender } from './link-sender.ts';
import { answerKey, type MenuContext, sayGoodbye } from './menu.ts';

export interface Calls {
  publicUrl: string;
  pool: Pool;
  messages: Messages;
  links: LinkSender;
  /** Code of the campaign's link for those who call us. */
  inboundCode: string;
  prompts: Pick<RecordedPrompts, 'prompt'>;
}

/** Stands for the reference of a call that came to us. */
const inbound = 'in';

interface PressedKey {
  /** The ledger's, or `in`. */
  reference: string;
  key: string;
  /** How often the menu was heard, and in which language. */
  round: number;
  language: MessageLanguage;
  /** Digits as the provider gives them, by their side of the call. */
  from: string;
  to: string;
  sid: string;
}

/** The menu of a call, which leads back to it. */
export function createMenu(
  { messages, prompts, publicUrl }: Calls,
  reference: string,
): MenuContext {
  return {
    scripts: messages.call,
    takeUrl: prompts.prompt,
    audioUrl: (file) => `${publicUrl}/voice/audio/${file}`,
    keyUrl: (language, round) =>
      `${publicUrl}/voice/twilio/${reference}/key?lang=${language}&round=${round}`,
  };
}

/** Does what a key asks for. @returns what the call says next, as TwiML */
export async function takeKey(calls: Calls, pressed: PressedKey): Promise<string> {
  const { reference, key, language, round, sid } = pressed;
  const menu = createMenu(calls, reference);
  const { twiml, effect } = answerKey(menu, key, { language, round });
  const number = reference === inbound ? pressed.from : pressed.to;
  // A hidden number is nobody's, whatever is in its place.
  const isKnown = reference === inbound ? isIndianMobile(number) : /^\+[1-9]\d{6,14}$/.test(number);
  if (effect === 'opt-out' && isKnown) {
    await recordHeardStop(calls.pool, { number, source: 'call', sid });
  }
  if (effect === 'send-link') {
    const refusal = await sendLink(calls, { reference, number, language });
    // Nothing is promised that does not come; who had the link today still has it.
    if (refusal !== null && refusal !== 'again') return sayGoodbye(menu, language);
  }
  return twiml;
}

async function sendLink(
  { pool, links, inboundCode }: Calls,
  { reference, number, language }: Pick<PressedKey, 'reference' | 'language'> & { number: string },
): Promise<LinkRefusal | null> {
  const call = reference === inbound ? null : await findCall(pool, reference);
  return links.send(
    { number, source: 'key', blastId: call?.blastId ?? null },
    { language, shortCode: call?.shortCode ?? inboundCode },
  );
}

/** A missed call to one of our numbers: the one for it says stop, any other asks for the link, which comes by SMS. */
export async function answerMissedCall(
  {
    pool,
    messages,
    links,
    inboundCode,
  }: Pick<Calls, 'pool' | 'messages' | 'links' | 'inboundCode'>,
  { from: number, to, sid }: { from: string; to: string; sid: string },
): Promise<void> {
  const { missedCall } = messages.optOut;
  if (missedCall !== null && isSameNumber(to, missedCall)) {
    // A hidden number is nobody's.
    if (isIndianMobile(number)) {
      await recordHeardStop(pool, { number, source: 'missed-call', sid });
    }
    return;
  }
  await links.send(
    { number, source: 'missed-call', blastId: null },
    { language: 'hi', shortCode: inboundCode },
  );
}
