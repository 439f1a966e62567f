import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { beginFlow, leaveVoicemail } from '../../../campaigns/flows/step.ts';
import type { Messages } from '../../../campaigns/messages/messages.ts';
import { acceptTwilioForms, readField } from '../callbacks/twilio-form.ts';
import { type CallQuery, voiceRoutes } from '../callbacks/webhooks-schemas.ts';
import { answerMissedCall, type Calls, createContext, inbound, takeKey } from './calls.ts';
import { findCall } from './link-requests-sql.ts';
import { isIndianMobile } from './link-sender.ts';
import { rejectCall, writeTwiml } from './twiml.ts';

export interface CallDependencies extends Calls {
  callbackTokens: readonly string[];
  audioFolder: string;
}

interface Route {
  Params: { reference: string };
  Querystring: CallQuery;
}
const options = {
  config: { access: 'public' as const, answers: 'callback' as const },
  logLevel: 'warn' as const,
};

/** Answers our calls, and calls to us, with the menu, and a missed call with an SMS. */
export async function registerCalls(
  app: FastifyInstance,
  dependencies: CallDependencies,
): Promise<void> {
  registerRecordings(app, dependencies);
  await app.register(async (calls) => {
    acceptTwilioForms(calls, dependencies);
    calls.addHook('onSend', async (_request, reply) => {
      if (reply.statusCode === 200) reply.type('text/xml; charset=utf-8');
    });
    registerMenu(calls, dependencies);
  });
}

/** Files that the scripts name; no other is public. */
function registerRecordings(
  app: FastifyInstance,
  { messages, audioFolder }: CallDependencies,
): void {
  const recordings = listRecordings(messages);
  const { url, schema } = voiceRoutes.audio;
  app.get<{ Params: { file: string } }>(
    url,
    {
      ...options,
      config: { access: 'public', answers: 'file' },
      schema: { ...schema, hide: true },
    },
    async (request, reply) => {
      const { file } = request.params;
      if (!recordings.has(file)) return reply.code(404).send({ error: 'not-found' });
      reply.type(file.endsWith('.mp3') ? 'audio/mpeg' : 'audio/wav');
      return reply.send(createReadStream(join(audioFolder, file)));
    },
  );
}

function listRecordings({ call }: Messages): ReadonlySet<string> {
  const scripts = [call.hi, call.en];
  return new Set(
    scripts.flatMap((script) => Object.values(script).flatMap(({ audio }) => audio ?? [])),
  );
}

function registerMenu(app: FastifyInstance, dependencies: CallDependencies): void {
  const { answered, key, missed } = voiceRoutes;

  app.post<Route>(
    answered.url,
    { ...options, schema: { ...answered.schema, hide: true } },
    async ({ params, query, twilio }) => {
      const { flow } = dependencies;
      const isMachine = /^(machine|fax)/.test(readField(twilio, 'AnsweredBy'));
      const step = isMachine ? leaveVoicemail(flow, query.lang) : beginFlow(flow, query.lang);
      return writeTwiml(await createContext(dependencies, params.reference), step);
    },
  );
  app.post<Route>(
    key.url,
    { ...options, schema: { ...key.schema, hide: true } },
    async ({ params: { reference }, query, twilio }) => {
      const { flow } = dependencies;
      // A call under way may have begun with the flow of another version.
      const node = Object.hasOwn(flow.nodes, query.node) ? query.node : flow.start;
      const step = await takeKey(dependencies, {
        key: readField(twilio, 'Digits'),
        place: { node, language: query.lang, round: query.round },
        number: findNumber(reference, twilio),
        sid: readField(twilio, 'CallSid').slice(0, 64),
        call: reference === inbound ? null : await findCall(dependencies.pool, reference),
      });
      return writeTwiml(await createContext(dependencies, reference), step);
    },
  );
  app.post(
    missed.url,
    { ...options, schema: { ...missed.schema, hide: true } },
    async ({ twilio }) => {
      await answerMissedCall(dependencies, {
        from: readField(twilio, 'From'),
        to: readField(twilio, 'To'),
        sid: readField(twilio, 'CallSid').slice(0, 64),
      });
      return rejectCall();
    },
  );
}

/** The other side's number, of a call to us an Indian mobile alone; a hidden one is nobody's, whatever is in its place. */
function findNumber(reference: string, form: Parameters<typeof readField>[0]): string | null {
  const isInbound = reference === inbound;
  const number = readField(form, isInbound ? 'From' : 'To');
  const isKnown = isInbound ? isIndianMobile(number) : /^\+[1-9]\d{6,14}$/.test(number);
  return isKnown ? number : null;
}
