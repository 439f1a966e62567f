import { dayMs } from '../../../campaigns/durations.ts';
import type { Spool } from '../../platform/spool/spool.ts';
import { digits } from '../numbers/opt-outs-sql.ts';
import { plain } from './callback.ts';
import { encodeLinkRecord } from './link-record.ts';
import type { IsStop } from './stop-word.ts';

/** A message from somebody's WhatsApp. */
export interface WhatsappMessage {
  /** By which it came, and by which it is answered. */
  gateway: 'twilio' | 'meta';
  /** E.164 */
  number: string;
  /** Its text and what a tapped button sends back, as far as there are any. */
  words: readonly string[];
  sid: string;
  /** By the provider's clock, where it says so. */
  saidAt: Date;
}

/** Words by which somebody agrees to our messages, alone in a message. */
const startWords: ReadonlySet<string> = new Set(
  'start,subscribe,join,shuru,haan,yes,शुरू,चालू,हाँ,हां'.split(','),
);

function isStart(words: string): boolean {
  return startWords.has(
    words
      .normalize('NFC')
      .toLowerCase()
      .replaceAll(/[.!।\s]/g, ''),
  );
}

/** Nobody is answered later than this: then a template alone may go. */
const windowMs = dayMs;

/** A key, or the name of a place: more of what somebody writes is nobody's to keep. */
const longestInput = 100;

/** PostgreSQL takes no NUL, and one such record would hold up all others. */
function toInput(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cs}]/gu, ' ')
    .slice(0, longestInput);
}

/**
 * Puts what somebody said beside the receipts, so that it is kept whatever the database does, until it is answered.
 * @returns whether it is durable
 */
export async function keepSaid(
  spool: Pick<Spool, 'append'>,
  { gateway, number, words, sid, saidAt }: WhatsappMessage,
  isStop: IsStop,
): Promise<boolean> {
  if (!plain.test(sid)) return true;
  const said = words.some((word) => isStop(word))
    ? 'stop'
    : words.some(isStart)
      ? 'start'
      : 'other';
  if (said === 'other' && Date.now() - saidAt.getTime() > windowMs) return true;
  return spool.append(
    encodeLinkRecord({
      kind: 'whatsapp',
      gateway,
      said,
      number: digits(number),
      sid,
      saidAt,
      input: toInput(words[0] ?? ''),
    }),
  );
}
