import { createHmac } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Spool } from '../../platform/spool/spool.ts';
import { encodeCallback, logReceipt } from './callback.ts';
import { sameText } from './exotel-form.ts';
import { readMetaEvent } from './meta-events.ts';
import type { IsStop } from './stop-word.ts';
import { metaRoutes } from './webhooks-schemas.ts';
import { keepSaid } from './whatsapp-said.ts';

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

const bodyLimitBytes = 1024 * 1024;
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
        const found = readMetaEvent(body, { phoneNumberId: meta.phoneNumberId, now: new Date() });
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
