import type { FastifyInstance } from 'fastify';
import type { Spool } from '../../platform/spool/spool.ts';
import { type Callback, encodeCallback, logReceipt, readCallback } from './callback.ts';
import { keepStop } from './link-record.ts';
import { type IsStop, isStopWord } from './stop-word.ts';
import { acceptTwilioForms, readField } from './twilio-form.ts';
import { callbackRoutes } from './webhooks-schemas.ts';
import { keepSaid } from './whatsapp-said.ts';

export interface CallbackDependencies {
  callbackTokens: readonly string[];
  /** As the provider was given it, without a slash at its end. */
  publicUrl: string;
  spool: Pick<Spool, 'append'>;
  isStop?: IsStop;
}

const publicRoute = { access: 'public' as const, answers: 'callback' as const };
const numberForm = /^\+[1-9]\d{6,14}$/;
const noMessage = '<?xml version="1.0" encoding="UTF-8"?><Response/>';

/** Status callbacks and replies of the provider. A callback is answered once it is durable. */
export async function registerCallbacks(
  app: FastifyInstance,
  dependencies: CallbackDependencies,
): Promise<void> {
  await app.register(async (hooks) => {
    acceptTwilioForms(hooks, dependencies);
    const { isStop = isStopWord } = dependencies;
    for (const [{ url, schema }, kind] of [
      [callbackRoutes.message, 'sms'],
      [callbackRoutes.call, 'call'],
    ] as const) {
      hooks.post<{ Params: { reference: string } }>(
        url,
        {
          config: publicRoute,
          schema: { ...schema, hide: true },
        },
        async (request, reply) => {
          const callback: Callback | null = readCallback(
            kind,
            request.params.reference,
            request.twilio,
          );
          if (callback === null) return reply.code(400).send({ error: 'not-a-status' });
          const stored = await dependencies.spool.append(encodeCallback(callback));
          logReceipt(request.log, callback, stored);
          return stored ? reply.code(204).send() : reply.code(503).send({ error: 'not-stored' });
        },
      );
    }
    hooks.post(
      callbackRoutes.reply.url,
      {
        config: publicRoute,
        logLevel: 'warn',
        schema: { ...callbackRoutes.reply.schema, hide: true },
      },
      async (request, reply) => {
        const [, isWhatsapp, from = ''] =
          /^(whatsapp:)?(.*)$/.exec(readField(request.twilio, 'From')) ?? [];
        if (isWhatsapp !== undefined && numberForm.test(from)) {
          const words = ['Body', 'ButtonPayload'].map((name) => readField(request.twilio, name));
          const sid = readField(request.twilio, 'MessageSid');
          const said = { number: from, words, sid, saidAt: new Date() };
          const message = { gateway: 'twilio' as const, ...said };
          return (await keepSaid(dependencies.spool, message, isStop))
            ? reply.type('text/xml').send(noMessage)
            : reply.code(503).send({ error: 'not-stored' });
        }
        if (isStop(readField(request.twilio, 'Body')) && numberForm.test(from)) {
          const sid = readField(request.twilio, 'MessageSid');
          if (!(await keepStop(dependencies.spool, { number: from, sid }))) {
            return reply.code(503).send({ error: 'not-stored' });
          }
        }
        return reply.type('text/xml').send(noMessage);
      },
    );
  });
}
