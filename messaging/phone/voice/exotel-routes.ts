import type { FastifyInstance, FastifyReply } from 'fastify';
import { beginFlow, type Step } from '../../../campaigns/flows/step.ts';
import { acceptExotel, exotelNumber } from '../callbacks/exotel-form.ts';
import {
  type ExotelCallQuery,
  type ExotelMissedQuery,
  exotelRoutes,
} from '../callbacks/webhooks-schemas.ts';
import { findStep, saveStep } from '../flows/text-conversation.ts';
import type { ExotelInbound } from '../gateways/module.ts';
import { answerMissedCall, type Calls, inbound, playsTakes, takeKey } from './calls.ts';
import { findCall, type PlacedCall } from './link-requests-sql.ts';
import { keyWaitSeconds } from './twiml.ts';

export interface ExotelCallDependencies
  extends Pick<Calls, 'pool' | 'messages' | 'flow' | 'links' | 'inboundCode'> {
  exotel: ExotelInbound | undefined;
  /** Takes go before the recordings that the settings name. */
  prompts: Pick<Calls['prompts'], 'call'>;
}

interface Route {
  Querystring: ExotelCallQuery;
}
const options = {
  config: { access: 'public' as const, answers: 'callback' as const },
  logLevel: 'warn' as const,
};

/**
 * The flow of our calls over Exotel, by the documented forms of its Gather applet with a dynamic URL (JSON), its
 * Passthru applet (200 or 302, or a Switch Case by the body) and its Greeting applet with a dynamic URL
 * (support.exotel.com, Working with Gather applet, Switchcase, Greeting using dynamic text or audio from URL; read
 * 30.11.2026). Whom a call went to is read from the ledger by our reference: the numbers in Exotel's query are neither
 * needed nor believed. It brings nothing of a step back but the id of the call, by which the step is kept.
 */
export async function registerExotelCalls(
  app: FastifyInstance,
  dependencies: ExotelCallDependencies,
): Promise<void> {
  await app.register(async (calls) => {
    acceptExotel(calls, dependencies.exotel?.token);
    registerMenu(calls, dependencies);
    registerKey(calls, dependencies);
    registerMissed(calls, dependencies);
  });
}

function registerMenu(app: FastifyInstance, dependencies: ExotelCallDependencies): void {
  const { menu, said } = exotelRoutes;
  app.get<Route>(
    menu.url,
    { ...options, schema: { ...menu.schema, hide: true } },
    async ({ query }, reply) => {
      if (dependencies.exotel?.prompts === undefined) {
        return reply.code(404).send({ error: 'not-found' });
      }
      const spoken = await speak(dependencies, query, await findPresentStep(dependencies, query));
      const prompt = spoken.url === undefined ? { text: spoken.text } : { audio_url: spoken.url };
      return {
        gather_prompt: prompt,
        max_input_digits: 1,
        // No key ends the input: one key is all of it.
        finish_on_key: '',
        input_timeout: keyWaitSeconds,
        repeat_menu: 1,
        repeat_gather_prompt: prompt,
      };
    },
  );
  app.get<Route>(
    said.url,
    { ...options, schema: { ...said.schema, hide: true } },
    async ({ query }, reply) => {
      const step = await findKeptStep(dependencies, query);
      const last = step ?? { say: dependencies.flow.end, language: 'hi' as const };
      const { url, text } = await speak(dependencies, query, last);
      return reply.type('text/plain').send(url ?? text);
    },
  );
}

function registerKey(app: FastifyInstance, dependencies: ExotelCallDependencies): void {
  const { key } = exotelRoutes;
  app.get<Route>(
    key.url,
    { ...options, schema: { ...key.schema, hide: true } },
    async ({ query }, reply) => {
      const { pool } = dependencies;
      const { place } = await findPresentStep(dependencies, query);
      if (place === null) return answerPassthru(reply, 200, 'end');
      const call = await readCall(pool, query);
      const step = await takeKey(dependencies, {
        // Exotel puts the digits between quotation marks.
        key: (query.digits ?? '').replaceAll('"', ''),
        place,
        number: call?.number ?? null,
        sid: query.CallSid ?? '',
        call,
      });
      if (query.CallSid !== undefined) await saveStep(pool, conversation(query.CallSid), step);
      if (step.place !== null) return answerPassthru(reply, 302, 'again');
      const { action } = step;
      return answerPassthru(
        reply,
        200,
        action?.do === 'transfer' ? `transfer-${action.number}` : 'end',
      );
    },
  );
}

function registerMissed(app: FastifyInstance, dependencies: ExotelCallDependencies): void {
  const { missed } = exotelRoutes;
  app.get<{ Querystring: ExotelMissedQuery }>(
    missed.url,
    { ...options, schema: { ...missed.schema, hide: true } },
    async ({ query }, reply) => {
      const from = exotelNumber(query.CallFrom ?? query.From) ?? '';
      const to = query.CallTo ?? query.To ?? '';
      await answerMissedCall(dependencies, { from, to, sid: query.CallSid ?? '' });
      return reply.type('text/plain').send('taken');
    },
  );
}

/** The step that the call is at: the first where none is kept. */
async function findPresentStep(
  dependencies: ExotelCallDependencies,
  query: ExotelCallQuery,
): Promise<Step> {
  const kept = await findKeptStep(dependencies, query);
  if (kept !== null) return kept;
  const call = await readCall(dependencies.pool, query);
  return beginFlow(dependencies.flow, call?.language ?? 'hi');
}

/** Null as well where it is at a node that the flow no longer has. */
async function findKeptStep(
  { pool, flow }: ExotelCallDependencies,
  { CallSid }: ExotelCallQuery,
): Promise<Step | null> {
  const step = CallSid === undefined ? null : await findStep(pool, conversation(CallSid));
  const node = step?.place?.node;
  return node === undefined || Object.hasOwn(flow.nodes, node) ? step : null;
}

async function readCall(
  pool: Calls['pool'],
  { CustomField }: ExotelCallQuery,
): Promise<PlacedCall | null> {
  return CustomField === undefined ? null : findCall(pool, CustomField);
}

/** Sound of a step: its takes in one, or the recording that the settings name for the beginning; with its text. */
async function speak(
  { exotel, messages, flow, prompts, pool }: ExotelCallDependencies,
  { CustomField }: ExotelCallQuery,
  { say, language }: Pick<Step, 'say' | 'language'>,
): Promise<{ url: string | undefined; text: string }> {
  const first = beginFlow(flow, language).say;
  const isFirst = say.length === first.length && say.every((name, at) => name === first[at]);
  const take = (await playsTakes(pool, CustomField ?? inbound))
    ? prompts.call(language, say)
    : undefined;
  const url = take ?? (isFirst ? exotel?.prompts?.[language] : undefined);
  return { url, text: say.map((name) => messages.call[language][name]?.text ?? '').join(' ') };
}

function answerPassthru(reply: FastifyReply, status: 200 | 302, select: string): FastifyReply {
  return reply.code(status).type('text/plain').send(JSON.stringify({ select }));
}

function conversation(callSid: string): string {
  return `exotel:${callSid}`;
}
