import type twilio from 'twilio';
import { z } from 'zod';
import type { ListedMessage, ListedPage, Listing } from './gateway.ts';
import { SendError } from './send-error.ts';
import { callStatus, messageStatus } from './twilio-codes.ts';

/** A listing, and which of its messages are our own. */
export interface ListingSource {
  accountSid: string;
  kind: 'sms' | 'call';
  /** The messaging service, number or name that messages of this gateway leave by. */
  sender: string | undefined;
}

const origin = 'https://api.twilio.com';
const pageSize = 100;
const mostPages = 20;
/** The most that the API gives. */
const largestPageSize = 1000;

const entry = z.object({
  sid: z.string().min(1),
  to: z.string().nullish(),
  from: z.string().nullish(),
  messaging_service_sid: z.string().nullish(),
  body: z.string().nullish(),
  date_created: z.string(),
  status: z.string(),
  error_code: z.union([z.number(), z.string()]).nullish(),
});
type Entry = z.infer<typeof entry>;
const page = z.object({
  messages: z.array(entry).optional(),
  calls: z.array(entry).optional(),
  next_page_uri: z.string().nullish(),
});

/**
 * By number only, newest first and to the end: `DateSent` is empty while a message is queued, so filtering by it would
 * leave messages out, and dates may be hours off. The SDK's own pages have lost the answer's head, and with it the provider's time.
 * @throws SendError
 */
export async function listTwilio(
  client: twilio.Twilio,
  source: ListingSource,
  to: string,
): Promise<Listing> {
  let uri: string | null = firstPage(source, { To: to, PageSize: String(pageSize) });
  let at: Date | null | undefined;
  const messages: ListedMessage[] = [];
  for (let pages = 0; uri !== null; pages += 1) {
    if (pages === mostPages) return { at: at ?? null, complete: false, messages };
    const read = await readPage(client, source, uri);
    // Of the first page: the others are younger.
    at ??= read.at;
    messages.push(...read.messages);
    uri = read.next;
  }
  return { at: at ?? null, complete: true, messages };
}

/**
 * One page of everything that was sent, of a thousand messages: a million needs a thousand requests.
 * @throws SendError
 */
export async function listTwilioPage(
  client: twilio.Twilio,
  source: ListingSource,
  after: string | undefined,
): Promise<ListedPage> {
  const uri = after ?? firstPage(source, { PageSize: String(largestPageSize) });
  const { messages, next } = await readPage(client, source, uri);
  return { messages, next };
}

function firstPage({ accountSid, kind }: ListingSource, query: Record<string, string>): string {
  const resource = kind === 'sms' ? 'Messages' : 'Calls';
  return `/2010-04-01/Accounts/${accountSid}/${resource}.json?${new URLSearchParams(query)}`;
}

async function readPage(
  client: twilio.Twilio,
  { kind, sender }: ListingSource,
  uri: string,
): Promise<ListedPage & { at: Date | null }> {
  const answer: { headers?: unknown; body: unknown } = await client.request({
    method: 'get',
    uri: origin + uri,
  });
  const read = page.safeParse(answer.body);
  const entries = kind === 'sms' ? read.data?.messages : read.data?.calls;
  if (entries === undefined) {
    throw new SendError('[twilio] unreadable listing', { code: 'unreadable', class: 'ambiguous' });
  }
  return {
    at: readDate(answer.headers),
    messages: entries.map((entry) => ({
      ...toMessage(entry, kind, sender),
      to: entry.to ?? '',
    })),
    next: read.data?.next_page_uri ?? null,
  };
}

function toMessage(entry: Entry, kind: 'sms' | 'call', sender: string | undefined): ListedMessage {
  const createdAt = new Date(entry.date_created);
  if (Number.isNaN(createdAt.getTime())) {
    throw new SendError('[twilio] unreadable listing', { code: 'unreadable', class: 'ambiguous' });
  }
  const shared = { providerId: entry.sid, createdAt, sender: judgeSender(entry, sender) };
  if (kind === 'sms') {
    const errorCode = entry.error_code == null ? null : String(entry.error_code);
    return { ...shared, body: entry.body ?? '', status: messageStatus(entry.status), errorCode };
  }
  const status = callStatus(entry.status);
  return { ...shared, body: '', status, errorCode: status === 'undelivered' ? entry.status : null };
}

function judgeSender(
  { from, messaging_service_sid: service }: Entry,
  ourSender: string | undefined,
): ListedMessage['sender'] {
  const named = [service, from].filter((name) => typeof name === 'string' && name !== '');
  if (named.length === 0 || ourSender === undefined) return 'unsaid';
  return named.includes(ourSender) ? 'own' : 'other';
}

function readDate(headers: unknown): Date | null {
  const value = (headers as Record<string, unknown> | undefined)?.['date'];
  const at = typeof value === 'string' ? new Date(value) : null;
  return at === null || Number.isNaN(at.getTime()) ? null : at;
}
