import type { Pool } from 'pg';
import type { Gateway } from '../gateways/gateway.ts';
import { SendError } from '../gateways/send-error.ts';
import { recordHeardStop } from '../numbers/opt-outs-sql.ts';
import { openWindow, recordOptIn, withdrawOptIn } from '../numbers/whatsapp-sql.ts';
import type { WhatsappSaid } from './link-record.ts';

interface Answering {
  pool: Pool;
  gateways: Readonly<Record<string, Pick<Gateway, 'whatsapp'>>>;
  helpMenu?: string | null;
  onUnanswered?: (error: Error) => void;
}

/**
 * Does what somebody said by WhatsApp. Stop ends all messages; anything else opens 24 hours in which an answer is free,
 * and gets the help menu once in them: two machines that answer each other would never end.
 */
export async function answerWhatsapp(
  { pool, gateways, helpMenu = null, onUnanswered }: Answering,
  { gateway, said, number, sid }: WhatsappSaid,
): Promise<void> {
  if (said === 'stop') {
    await recordHeardStop(pool, { number, source: 'whatsapp', sid });
    await withdrawOptIn(pool, number);
    return;
  }
  if (said === 'start') await recordOptIn(pool, number, 'whatsapp');
  const whatsapp = (gateways[gateway] ?? gateways['emulator'])?.whatsapp;
  if (helpMenu === null || whatsapp === undefined) return;
  // On record before it leaves: the same webhook comes twice.
  if (!(await openWindow(pool, number))) return;
  try {
    await whatsapp.reply(`+${number}`, helpMenu);
  } catch (error) {
    if (!(error instanceof SendError)) throw error;
    onUnanswered?.(error);
  }
}
