import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Pool } from 'pg';
import type { MessageLanguage, Messages } from '../../../campaigns/messages/messages.ts';
import { type CallQuery, voiceRoutes } from '../../contract/phone/webhooks.ts';
import { acceptTwilioForms, readField } from '../callbacks/twilio-form.ts';
import { recordHeardStop } from '../numbers/opt-outs-sql.ts';
import type { RecordedPrompts } from '../takes/recorded-prompts.ts';
import { findCall, type LinkRefusal } from './link-requests-sql.ts';
import { isIndianMobile, type LinkSender } from './link-sender.ts';
import {
  answerKey,
  greet,
  leaveMessage,
  type MenuContext,
  rejectCall,
  sayGoodbye,
} from './menu.ts';

export interface CallDependencies {
  callbackTokens: readonly string[];
  publicUrl: string;
  pool: Pool;
  messages: Messages;
  links: LinkSender;
  /** Code of the campaign's link for those who call us. */
  inboundCode: string;
  audioFolder: string;
  prompts: Pick<RecordedPrompts, 'prompt'>;
}

type Route = { Params: { reference: string }; Querystring: CallQuery };
const options = {
  config: { access: 'public' as const, answers: 'callback' as const },
  logLevel: 'warn' as const,
};

/** What our calls, and calls to us, hear; and the missed call that is answered by SMS. */
export async function registerCalls(
  app: FastifyInstance,
  dependencies: CallDependencies,
): Promise<void> {
  const { pool, messages, links, publicUrl } = dependencies;
  const recordings = new Set(
    [messages.call.hi, messages.call.en].flatMap((script) =>
      Object.values(script).flatMap(({ audio }) => audio ?? []),
    ),
  );
  const menuOf = (reference: string): MenuContext => ({
    scripts: messages.call,
    takeUrl: dependencies.prompts.prompt,
    audioUrl: (file) => `${publicUrl}/voice/audio/${file}`,
    keyUrl: (language, round) =>
      `${publicUrl}/voice/twilio/${reference}/key?lang=${language}&round=${round}`,
  });

  app.get<{ Params: { file: string } }>(
    voiceRoutes.audio.url,
    {
      ...options,
      config: { access: 'public', answers: 'file' },
      schema: { ...voiceRoutes.audio.schema, hide: true },
    },
    async (request, reply) => {
      const { file } = request.params;
      if (!recordings.has(file)) return reply.code(404).send({ error: 'not-found' });
      reply.type(file.endsWith('.mp3') ? 'audio/mpeg' : 'audio/wav');
      return reply.send(createReadStream(join(dependencies.audioFolder, file)));
    },
  );

  await app.register(async (calls) => {
    acceptTwilioForms(calls, dependencies);
    calls.addHook('onSend', async (_request, reply) => {
      if (reply.statusCode === 200) reply.type('text/xml; charset=utf-8');
    });

    calls.post<Route>(
      voiceRoutes.answered.url,
      { ...options, schema: { ...voiceRoutes.answered.schema, hide: true } },
      async (request) => {
        const menu = menuOf(request.params.reference);
        const answeredBy = readField(request.twilio, 'AnsweredBy');
        const { lang } = request.query;
        return /^(machine|fax)/.test(answeredBy) ? leaveMessage(menu, lang) : greet(menu, lang);
      },
    );

    calls.post<Route>(
      voiceRoutes.key.url,
      { ...options, schema: { ...voiceRoutes.key.schema, hide: true } },
      async (request) => {
        const { reference } = request.params;
        const { lang, round } = request.query;
        const key = readField(request.twilio, 'Digits');
        const menu = menuOf(reference);
        const { twiml, effect } = answerKey(menu, key, { language: lang, round });
        const number = readField(request.twilio, reference === 'in' ? 'From' : 'To');
        // A hidden number is nobody's, whatever stands in its place.
        const known =
          reference === 'in' ? isIndianMobile(number) : /^\+[1-9]\d{6,14}$/.test(number);
        if (effect === 'opt-out' && known) {
          const sid = readField(request.twilio, 'CallSid').slice(0, 64);
          await recordHeardStop(pool, { number, source: 'call', sid });
        }
        if (effect === 'send-link') {
          const refusal = await sendLink(reference, number, lang);
          // Nothing is promised that does not come; who had the link today still has it.
          if (refusal !== null && refusal !== 'again') return sayGoodbye(menu, lang);
        }
        return twiml;
      },
    );

    const { url, schema } = voiceRoutes.missed;
    calls.post(url, { ...options, schema: { ...schema, hide: true } }, async (request) => {
      const number = readField(request.twilio, 'From');
      const link = { language: 'hi', shortCode: dependencies.inboundCode } as const;
      const asked = {
        number,
        source: 'missed-call',
        blastId: null,
      } as const;
      await links.send(asked, link);
      return rejectCall();
    });
  });

  async function sendLink(
    reference: string,
    number: string,
    language: MessageLanguage,
  ): Promise<LinkRefusal | null> {
    const call = reference === 'in' ? null : await findCall(pool, reference);
    return links.send(
      { number, source: 'key', blastId: call?.blastId ?? null },
      { language, shortCode: call?.shortCode ?? dependencies.inboundCode },
    );
  }
}
