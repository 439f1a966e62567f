import type { FastifyInstance } from 'fastify';
import type { Spool } from '../../platform/spool/spool.ts';
import { encodeCallback, logReceipt } from './callback.ts';
import { readExotelCallback } from './exotel-callback.ts';
import { acceptExotel, exotelNumber, readExotelForm } from './exotel-form.ts';
import { keepStop } from './heard-stop.ts';
import { type IsStop, isStopWord } from './stop-word.ts';
import { exotelRoutes } from './webhooks-schemas.ts';

export interface ExotelCallbackDependencies {
  token: string | undefined;
  spool: Pick<Spool, 'append'>;
  isStop?: IsStop;
}

/** Receipts of Exotel, and replies to its number. A receipt is answered with 200, as it is waited for, once it is durable. */
export async function registerExotelCallbacks(
  app: FastifyInstance,
  { token, spool, isStop = isStopWord }: ExotelCallbackDependencies,
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
    hooks.post(
      exotelRoutes.reply.url,
      {
        config: { access: 'public', answers: 'callback' },
        logLevel: 'warn',
        schema: { ...exotelRoutes.reply.schema, hide: true },
      },
      async (request, reply) => {
        const { From, Body = '', SmsSid: sid } = (await readExotelForm(request)) ?? {};
        const number = exotelNumber(From);
        if (number !== null && isStop(Body) && !(await keepStop(spool, { number, sid }))) {
          return reply.code(503).send({ error: 'not-stored' });
        }
        return reply.type('text/plain').send('taken');
      },
    );
  });
}
