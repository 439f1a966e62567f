import type twilio from 'twilio';
import {
  missingTemplate,
  type OutgoingTemplate,
  type Receipt,
  type SenderState,
  type TemplateReading,
  type TemplateState,
  type WhatsappPort,
} from './gateway.ts';
import { SendError } from './send-error.ts';
import { twilioNoWhatsapp } from './twilio-codes.ts';

export interface TwilioWhatsapp {
  /** E.164; the sender as it is set up for WhatsApp. */
  from: string;
  /** Stands for a template that does not exist yet, where nothing reaches anybody. */
  trainingSid?: string;
}

interface Clients {
  client: twilio.Twilio;
  /** With its own sockets and time limit. */
  prober: twilio.Twilio;
  known<T extends { sid: string }>(answer: Promise<T>): Promise<T>;
  /** Where callbacks reach the service. */
  publicUrl: string;
}

/** WhatsApp over Twilio's messages: the same request as an SMS, with a template of its Content API. */
export function createTwilioWhatsapp(
  { from, trainingSid }: TwilioWhatsapp,
  { client, prober, known, publicUrl }: Clients,
): WhatsappPort {
  const findSid = (sid: string | null) => sid ?? trainingSid ?? null;
  async function send(message: OutgoingTemplate): Promise<Receipt> {
    const contentSid = findSid(message.template.contentSid);
    if (contentSid === null) {
      throw new SendError('[twilio] no such template', { code: 'no-template', class: 'halt' });
    }
    const created = client.messages.create({
      from: `whatsapp:${from}`,
      to: `whatsapp:${message.to}`,
      contentSid,
      contentVariables: JSON.stringify(toVariables(message)),
      statusCallback: `${publicUrl}/webhooks/twilio/messages/${message.reference}`,
    });
    return { providerId: (await known(created)).sid };
  }
  return {
    noWhatsappCodes: twilioNoWhatsapp,
    sendTemplate: (message) => send(message).catch(withoutOptOut),
    async reply(to, body) {
      const created = client.messages.create({
        from: `whatsapp:${from}`,
        to: `whatsapp:${to}`,
        body,
      });
      return { providerId: (await known(created)).sid };
    },
    async readTemplate({ contentSid }) {
      const sid = findSid(contentSid);
      return sid === null ? missingTemplate : readTemplate(prober, sid);
    },
    readSender: () => readSender(prober, `whatsapp:${from}`),
  };
}

/** Numbered through: the text's variables, then the picture's address, then the end of the link. */
function toVariables({ values, picture, buttons }: OutgoingTemplate): Record<string, string> {
  const links = buttons.flatMap(({ kind, value }) => (kind === 'app' ? [value] : []));
  const all = [...values, ...(picture === null ? [] : [picture]), ...links];
  return Object.fromEntries(all.map((value, index) => [String(index + 1), value]));
}

/** People who said stop to us are in our own list; a code alone puts nobody there. */
function withoutOptOut(error: unknown): never {
  if (!(error instanceof SendError) || error.class !== 'opt-out') throw error;
  const { message, code, cause } = error;
  throw new SendError(message, { code, class: 'permanent', cause });
}

async function readTemplate(client: twilio.Twilio, sid: string): Promise<TemplateReading> {
  try {
    const { whatsapp } = await client.content.v1.contents(sid).approvalFetch().fetch();
    const category: unknown = whatsapp?.['category'];
    return {
      state: templateStates[String(whatsapp?.['status'])] ?? 'pending',
      category: typeof category === 'string' ? category.toLowerCase() : null,
      // Its content is never changed there: another text is another id.
      body: null,
      reason: null,
    };
  } catch (error) {
    if (error instanceof SendError && ['404', '20404'].includes(error.code)) return missingTemplate;
    throw error;
  }
}

const templateStates: Readonly<Record<string, TemplateState>> = {
  approved: 'approved',
  rejected: 'rejected',
  paused: 'paused',
  disabled: 'disabled',
};

async function readSender(client: twilio.Twilio, senderId: string): Promise<SenderState> {
  const senders = await client.messaging.v2.channelsSenders.list({ channel: 'whatsapp' });
  const properties = senders.find((sender) => sender.senderId === senderId)?.properties;
  return {
    quality: qualities[properties?.qualityRating ?? ''] ?? 'unknown',
    dailyLimit: readLimit(properties?.messagingLimit ?? ''),
  };
}

const qualities: Readonly<Record<string, SenderState['quality']>> = {
  HIGH: 'green',
  MEDIUM: 'yellow',
  LOW: 'red',
};

/** `10K Customers/24hr` as 10,000. */
function readLimit(limit: string): number | null {
  const [, count, thousand] = /^(\d+)(K?) /.exec(limit) ?? [];
  return count === undefined ? null : Number(count) * (thousand === 'K' ? 1000 : 1);
}
