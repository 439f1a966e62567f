import { z } from 'zod';
import { daySeconds } from '../../../campaigns/durations.ts';
import type { Callback } from './callback.ts';
import { plain } from './callback.ts';
import type { WhatsappMessage } from './whatsapp-said.ts';

const status = z.object({
  id: z.string().regex(plain),
  status: z.string().regex(plain),
  biz_opaque_callback_data: z.string().optional(),
  errors: z.array(z.object({ code: z.number() })).optional(),
});
const said = z.object({ body: z.string().optional() });
const message = z.object({
  from: z.string().regex(/^[1-9]\d{6,14}$/),
  id: z.string().regex(plain),
  timestamp: z.coerce.number().optional(),
  text: said.optional(),
  button: z.object({ payload: z.string().optional(), text: z.string().optional() }).optional(),
});
const event = z.object({
  entry: z.array(
    z.object({
      changes: z.array(
        z.object({
          value: z.object({
            metadata: z.object({ phone_number_id: z.string() }).optional(),
            statuses: z.array(z.unknown()).optional(),
            messages: z.array(z.unknown()).optional(),
          }),
        }),
      ),
    }),
  ),
});

/** Nobody is answered later than this: then a template alone may go. */
const windowSeconds = daySeconds;

/**
 * Reads a webhook of the Cloud API, which carries many receipts and messages at once; null for none of it. One that is
 * not of our number or not of our making is left out, and holds up no other.
 */
export function readMetaEvent(
  body: unknown,
  { phoneNumberId, now }: { phoneNumberId: string; now: Date },
): { receipts: Callback[]; messages: WhatsappMessage[] } | null {
  const parsed = event.safeParse(body);
  if (!parsed.success) return null;
  const values = parsed.data.entry
    .flatMap(({ changes }) => changes.map(({ value }) => value))
    .filter(({ metadata }) => metadata?.phone_number_id === phoneNumberId);
  return {
    receipts: values.flatMap(({ statuses = [] }) => statuses.flatMap(readReceipt)),
    messages: values.flatMap(({ messages = [] }) =>
      messages.flatMap((given) => readMessage(given, now)),
    ),
  };
}

function readReceipt(given: unknown): Callback[] {
  const parsed = status.safeParse(given);
  if (!parsed.success) return [];
  const { id: sid, status: word, biz_opaque_callback_data: reference, errors } = parsed.data;
  // Replies have none.
  if (reference === undefined || !/^t?\d{1,18}$/.test(reference)) return [];
  const code = errors?.[0]?.code;
  const errorCode = code === undefined ? null : String(code);
  return [
    {
      kind: 'sms',
      reference,
      sid,
      // A message that was taken and then failed has reached nobody.
      status: word === 'failed' ? 'undelivered' : word,
      errorCode,
    },
  ];
}

function readMessage(given: unknown, now: Date): WhatsappMessage[] {
  const parsed = message.safeParse(given);
  if (!parsed.success) return [];
  const { from, id, timestamp, text, button } = parsed.data;
  const words = [text?.body, button?.payload, button?.text].flatMap((word) => word ?? []);
  const isLate = timestamp !== undefined && now.getTime() / 1000 - timestamp > windowSeconds;
  const number = `+${from}`;
  return [{ gateway: 'meta', number, words, sid: id, ...(isLate ? { isLate } : {}) }];
}
