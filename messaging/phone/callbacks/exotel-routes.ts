import type { FastifyInstance } from 'fastify';
import { exotelRoutes } from '../../contract/phone/webhooks.ts';
import type { Spool } from '../../platform/spool/spool.ts';
import { encodeCallback, logReceipt } from './callback.ts';
import { readExotelCallback } from './exotel-callback.ts';
import { acceptExotel, readExotelForm } from './exotel-form.ts';

/** Receipts of Exotel. One is answered with 200, as it is waited for, once it is durable. */
export async function registerExotelCallbacks(
  app: FastifyInstance,
  { token, spool }: { token: string | undefined; spool: Pick<Spool, 'append'> },
): Promise<void> {
  await app.register(async (hooks) => {
    acceptExotel(hooks, token);
    for (const [{ url, schema }, kind] of [
      [exotelRoutes.message, 'sms'],
      [exotelRoutes.call, 'call'],
    ] as const) {
      hooks.post<{ Params: { reference: string } }>(
        url,
        {
          config: { access: 'public', answers: 'callback' },
          schema: { ...schema, hide: true },
        },
        async (request, reply) => {
          const fields = await readExotelForm(request);
          const callback =
            fields === null ? null : readExotelCallback(kind, request.params.reference, fields);
          if (callback === null) return reply.code(400).send({ error: 'not-a-status' });
          const stored = await spool.append(encodeCallback(callback));
          logReceipt(request.log, callback, stored);
          if (!stored) return reply.code(503).send({ error: 'not-stored' });
          return reply.type('text/plain').send('taken');
        },
      );
    }
  });
}
