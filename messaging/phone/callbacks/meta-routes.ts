import { createHash, createHmac } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Spool } from '../../platform/spool/spool.ts';
import { type Callback, encodeCallback, logReceipt, plain } from './callback.ts';
import { sameText } from './exotel-form.ts';
import type { IsStop } from './stop-word.ts';
import { metaRoutes } from './webhooks-schemas.ts';
import { keepSaid, type WhatsappMessage } from './whatsapp-said.ts';

/** Needed by the address that Meta calls. */
export interface MetaInbound {
  appSecret: string;
  verifyToken: string;
  phoneNumberId: string;
}

export interface MetaCallbackDependencies {
  /** Undefined where the Cloud API is not set up: its address then takes nothing. */
  meta: MetaInbound | undefined;
  spool: Pick<Spool, 'append'>;
  isStop: IsStop;
}

/** Meta sends up to 3 MB in one webhook. */
const bodyLimitBytes = 3 * 1024 * 1024;
const config = { access: 'public' as const, answers: 'callback' as const };

/** Receipts and messages of WhatsApp by Meta's Cloud API. A webhook is answered with 200 once all of it is durable. */
export async function registerMetaCallbacks(
  app: FastifyInstance,
  { meta, spool, isStop }: MetaCallbackDependencies,
): Promise<void> {
  await app.register(async (hooks) => {
    hooks.removeAllContentTypeParsers();
    hooks.addContentTypeParser(
      '*',
      { parseAs: 'buffer', bodyLimit: bodyLimitBytes },
      (_request, body, done) => done(null, body),
    );
    hooks.get<{ Querystring: Record<string, string | undefined> }>(
      metaRoutes.verify.url,
      // The token is in the address.
      { config, logLevel: 'warn', schema: { ...metaRoutes.verify.schema, hide: true } },
      async ({ query }, reply) => {
        const isOurs =
          meta !== undefined && sameText(query['hub.verify_token'] ?? '', meta.verifyToken);
        if (!isOurs || query['hub.mode'] !== 'subscribe') {
          return reply.code(403).send({ error: 'not-signed' });
        }
        return reply.type('text/plain').send(query['hub.challenge'] ?? '');
      },
    );
    hooks.post(
      metaRoutes.event.url,
      { config, logLevel: 'warn', schema: { ...metaRoutes.event.schema, hide: true } },
      async (request, reply) => {
        const body = readSigned(request, meta?.appSecret);
        if (meta === undefined || body === null) {
          return reply.code(403).send({ error: 'not-signed' });
        }
        const found = readMetaEvent(body, meta.phoneNumberId);
        if (found === null) return reply.code(400).send({ error: 'not-a-status' });
        for (const receipt of found.receipts) {
          const stored = await spool.append(encodeCallback(receipt));
          logReceipt(request.log, receipt, stored);
          if (!stored) return reply.code(503).send({ error: 'not-stored' });
        }
        for (const message of found.messages) {
          if (!(await keepSaid(spool, message, isStop))) {
            return reply.code(503).send({ error: 'not-stored' });
          }
        }
        return reply.type('text/plain').send('taken');
      },
    );
  });
}

/** The body, where its signature is right: HMAC-SHA256 of every byte with the app's secret. */
function readSigned({ body, headers }: FastifyRequest, secret: string | undefined): unknown {
  const given = headers['x-hub-signature-256'];
  if (secret === undefined || !Buffer.isBuffer(body) || typeof given !== 'string') return null;
  const expected = `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
  if (!sameText(given, expected)) return null;
  try {
    return JSON.parse(body.toString('utf8')) as unknown;
  } catch {
    return {};
  }
}

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
  timestamp: z.coerce.number().min(0).max(4_102_444_800).optional(),
  text: said.optional(),
  button: z.object({ payload: z.string().optional(), text: z.string().optional() }).optional(),
});
/** A person's choice in WhatsApp itself (Cloud API, webhook `user_preferences`). That it resumes is no consent of ours. */
const preference = z.object({
  wa_id: z.string().regex(/^[1-9]\d{6,14}$/),
  value: z.literal('stop'),
  timestamp: z.coerce.number().min(0).max(4_102_444_800),
});
const list = z.array(z.unknown()).default([]);
const event = z.object({ entry: z.array(z.object({ changes: list })) });
const change = z.object({
  value: z.object({
    metadata: z.object({ phone_number_id: z.string() }),
    statuses: list,
    messages: list,
    user_preferences: list,
  }),
});

/**
 * Reads a webhook of the Cloud API, which carries many receipts and messages at once; null for none of it. A change of
 * another kind, of another number or not of our making is left out, and holds up no other.
 */
function readMetaEvent(
  body: unknown,
  phoneNumberId: string,
): { receipts: Callback[]; messages: WhatsappMessage[] } | null {
  const parsed = event.safeParse(body);
  if (!parsed.success) return null;
  const values = parsed.data.entry
    .flatMap(({ changes }) => changes)
    .flatMap((given) => change.safeParse(given).data?.value ?? [])
    .filter(({ metadata }) => metadata.phone_number_id === phoneNumberId);
  return {
    receipts: values.flatMap(({ statuses }) => statuses.flatMap(readReceipt)),
    messages: values.flatMap(({ messages, user_preferences }) => [
      ...messages.flatMap(readMessage),
      ...user_preferences.flatMap(readPreference),
    ]),
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

function readMessage(given: unknown): WhatsappMessage[] {
  const parsed = message.safeParse(given);
  if (!parsed.success) return [];
  const { from, id, timestamp, text, button } = parsed.data;
  const words = [text?.body, button?.payload, button?.text].flatMap((word) => word ?? []);
  const saidAt = timestamp === undefined ? new Date() : new Date(timestamp * 1000);
  return [{ gateway: 'meta', number: `+${from}`, words, sid: id, saidAt }];
}

function readPreference(given: unknown): WhatsappMessage[] {
  const parsed = preference.safeParse(given);
  if (!parsed.success) return [];
  const { wa_id: from, timestamp } = parsed.data;
  // It has no id; one made of the number would keep the number.
  const sid = createHash('sha256').update(`${from} ${timestamp}`).digest('hex');
  const saidAt = new Date(timestamp * 1000);
  return [{ gateway: 'meta', number: `+${from}`, words: ['stop'], sid, saidAt }];
}
