import type { FastifyInstance } from 'fastify';
import type { Pool } from 'pg';
import type { Messages } from '../../../campaigns/messages/messages.ts';
import {
  type ExotelCallQuery,
  type ExotelMissedQuery,
  exotelRoutes,
} from '../../contract/phone/webhooks.ts';
import { acceptExotel, exotelNumber } from '../callbacks/exotel-form.ts';
import type { ExotelInbound } from '../gateways/module.ts';
import { recordOptOuts } from '../numbers/opt-outs-sql.ts';
import type { RecordedPrompts } from '../takes/recorded-prompts.ts';
import { answerMissedCall } from './calls.ts';
import { findCall, type PlacedCall } from './link-requests-sql.ts';
import type { LinkSender } from './link-sender.ts';
import { keyWaitSeconds, menuKeys } from './menu.ts';

export interface ExotelCallDependencies {
  exotel: ExotelInbound | undefined;
  pool: Pool;
  messages: Messages;
  links: LinkSender;
  inboundCode: string;
  /** Takes go before the recordings that the settings name. */
  prompts: Pick<RecordedPrompts, 'call'>;
}

type Route = { Querystring: ExotelCallQuery };
const options = {
  config: { access: 'public' as const, answers: 'callback' as const },
  logLevel: 'warn' as const,
};

/**
 * The menu of our calls over Exotel, by the documented forms of its Gather applet with a dynamic URL (JSON) and its
 * Passthru applet (200 or 302). Whom a call went to is read from the ledger by our reference: the numbers in Exotel's
 * query are neither needed nor believed.
 */
export async function registerExotelCalls(
  app: FastifyInstance,
  dependencies: ExotelCallDependencies,
): Promise<void> {
  const { exotel, pool, links, prompts: takes } = dependencies;
  await app.register(async (calls) => {
    acceptExotel(calls, exotel?.token);

    const { menu, key, missed } = exotelRoutes;
    calls.get<Route>(
      menu.url,
      { ...options, schema: { ...menu.schema, hide: true } },
      async (request, reply) => {
        const prompts = exotel?.prompts;
        if (prompts === undefined) return reply.code(404).send({ error: 'not-found' });
        const call = await readCall(pool, request.query);
        const language = call?.language ?? 'hi';
        const prompt = { audio_url: takes.call(language) ?? prompts[language] };
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

    calls.get<{ Querystring: ExotelMissedQuery }>(
      missed.url,
      { ...options, schema: { ...missed.schema, hide: true } },
      async ({ query }, reply) => {
        const from = exotelNumber(query.CallFrom ?? query.From) ?? '';
        const to = query.CallTo ?? query.To ?? '';
        await answerMissedCall(dependencies, { from, to, sid: query.CallSid ?? '' });
        return reply.type('text/plain').send('taken');
      },
    );

    calls.get<Route>(
      key.url,
      { ...options, schema: { ...key.schema, hide: true } },
      async (request, reply) => {
        // Exotel puts the digits between quotation marks.
        const pressed = (request.query.digits ?? '').replaceAll('"', '').trim();
        const call = await readCall(pool, request.query);
        const known = pressed === menuKeys.link || pressed === menuKeys.neverAgain;
        if (known && call !== null && call.number !== null) {
          await takeKey({ pool, links }, pressed, { ...call, number: call.number });
        }
        return reply
          .code(known ? 200 : 302)
          .type('text/plain')
          .send(known ? 'end' : 'again');
      },
    );
  });
}

async function readCall(pool: Pool, { CustomField }: ExotelCallQuery): Promise<PlacedCall | null> {
  return CustomField === undefined ? null : findCall(pool, CustomField);
}

async function takeKey(
  { pool, links }: Pick<ExotelCallDependencies, 'pool' | 'links'>,
  key: (typeof menuKeys)['link' | 'neverAgain'],
  { number, language, blastId, shortCode }: PlacedCall & { number: string },
): Promise<void> {
  if (key === menuKeys.neverAgain) await recordOptOuts(pool, [number], 'call');
  else await links.send({ number, source: 'key', blastId }, { language, shortCode });
}
