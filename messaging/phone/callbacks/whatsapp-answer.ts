import type { Pool } from 'pg';
import type { Gateway } from '../gateways/gateway.ts';
import { SendError } from '../gateways/send-error.ts';
import { recordHeardStop } from '../numbers/opt-outs-sql.ts';
import { countAnswer, recordOptIn } from '../numbers/whatsapp-sql.ts';
import type { WhatsappSaid } from './link-record.ts';

/** Answer to what somebody wrote. */
export interface TextAnswer {
  body: string;
  /** They chose to get no more messages. */
  stops: boolean;
}

export interface Answering {
  pool: Pool;
  gateways: Readonly<Record<string, Pick<Gateway, 'whatsapp'>>>;
  /** Finds the answer by the campaign's flow; undefined where nothing is set up for it. */
  answerText?: ((text: { number: string; input: string }) => Promise<TextAnswer>) | undefined;
  /** Told of an answer that did not leave; it is not tried again. */
  onUnanswered?: (error: Error) => void;
}

/**
 * Does what somebody said by WhatsApp. Stop ends all messages; anything else opens 24 hours in which answers are free, and is
 * answered by the flow: each message once, and no more in a day than a person asks, since two machines that answer each
 * other would never end.
 */
export async function answerWhatsapp(
  { pool, gateways, answerText, onUnanswered }: Answering,
  { gateway, said, saidAt, number, sid, input }: WhatsappSaid,
): Promise<void> {
  const stop = () => recordHeardStop(pool, { number, source: 'whatsapp', sid, saidAt });
  if (said === 'stop') return stop();
  if (said === 'start') await recordOptIn(pool, number, { source: 'whatsapp', saidAt });
  const whatsapp = (gateways[gateway] ?? gateways['emulator'])?.whatsapp;
  if (answerText === undefined || whatsapp === undefined) return;
  // On record before it leaves: the same webhook comes twice.
  if (!(await countAnswer(pool, number, sid))) return;
  const { body, stops } = await answerText({ number, input });
  if (stops) await stop();
  try {
    await whatsapp.reply(`+${number}`, body);
  } catch (error) {
    if (!(error instanceof SendError)) throw error;
    onUnanswered?.(error);
  }
}
