import { z } from 'zod';
import type { Campaign } from '../../../campaigns/campaign.ts';
import { findOptOutWays, heardOptOut } from '../../../campaigns/messages/opt-out-ways.ts';
import { line, paragraph, reference } from '../../../campaigns/text-types.ts';
import { instant, limit, refusals } from '../../contract/route.ts';
import { optOutSources } from '../../contract/values.ts';
import { answerAct, type HeldActs } from '../../kit/held-acts.ts';
import { heldAnswer } from '../../people/held-acts/held-acts-schemas.ts';
import type { Database } from '../../platform/database/database.ts';
import { serveRoute } from '../../platform/http/serve-route.ts';
import { numberAnswer } from './look-up-sql.ts';
import { addOptOut, openStopEnds, readNumber, showOptOuts, wantStopEnd } from './numbers.ts';

const number = reference({ max: 40 });
const oneNumber = z.object({ number });
const reason = paragraph({ max: 500 }).default('');
const paper = line({ max: 120 })
  .default('')
  .describe('Number and day of the owner’s written request, where a stop ends');

/** Everything that is kept of one number, masked. */
export type NumberAnswer = z.input<typeof numberAnswer>;

const optOutsAnswer = z.object({
  ways: z
    .object({
      link: z.boolean(),
      sms: z.object({ number: z.string(), word: z.string() }).nullable(),
      missedCall: z.string().nullable(),
    })
    .describe('How people can say stop, besides the key in a call'),
  total: z.int(),
  entries: z.array(
    z.object({
      number: z.string().describe('Masked'),
      source: z.enum(optOutSources),
      at: instant,
    }),
  ),
});

const changed = { 200: z.object({ changed: z.boolean() }) };

export interface NumberDependencies {
  database: Pick<Database, 'pool'>;
  campaign: Campaign;
  heldActs: HeldActs;
  /** By name: those that are set up. */
  gateways: Readonly<Record<string, unknown>>;
}

/** One number's history, its deletion, and the list of those who said stop. */
export function numberRoutes(dependencies: NumberDependencies) {
  const { pool } = dependencies.database;
  const stopEnds = openStopEnds(dependencies.heldActs);
  return [
    serveRoute('POST /api/numbers/look-up', {
      summary: 'What was sent to one number',
      body: oneNumber,
      response: { 200: numberAnswer },
      may: 'blast.run',
      handler: async ({ caller, body }) => readNumber(pool, body.number, caller),
    }),
    serveRoute('POST /api/numbers/delete', {
      summary:
        'Deletes one number everywhere, on its owner’s request; with its stop, by two officers',
      body: z.object({ number, keepOptOut: z.boolean(), reason, paper }),
      response: { 200: z.object({ held: z.int() }), 202: heldAnswer, ...refusals(409) },
      may: 'blast.run',
      handler: async ({ caller, body }, reply) =>
        answerAct(reply, await stopEnds.forget(wantStopEnd(body, caller)), (held) => held),
    }),
    serveRoute('GET /api/opt-outs', {
      summary: 'Numbers that said stop, masked',
      querystring: z.object({
        limit,
        offset: z.coerce.number<number>().int().min(0).default(0),
      }),
      response: { 200: optOutsAnswer },
      may: 'blast.run',
      handler: async ({ query }) => ({
        ...(await showOptOuts(pool, query)),
        ways: heardWays(dependencies),
      }),
    }),
    serveRoute('POST /api/opt-outs/add', {
      summary: 'Never writes to a number again',
      body: oneNumber,
      response: changed,
      may: 'blast.run',
      handler: async ({ caller, body }) => ({
        changed: await addOptOut(pool, body.number, caller),
      }),
    }),
    serveRoute('POST /api/opt-outs/remove', {
      summary: 'Takes a number off the list, by two officers',
      body: oneNumber.extend({ reason, paper }),
      response: { ...changed, 202: heldAnswer, ...refusals(409) },
      may: 'blast.run',
      handler: async ({ caller, body }, reply) =>
        answerAct(reply, await stopEnds.remove(wantStopEnd(body, caller)), (done) => done),
    }),
  ];
}

function heardWays({ campaign, gateways }: NumberDependencies) {
  const { messages } = campaign;
  return findOptOutWays({ ...messages, optOut: heardOptOut(messages.optOut, gateways) });
}
