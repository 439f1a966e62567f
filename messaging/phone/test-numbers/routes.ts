import { z } from 'zod';
import { messageLanguages } from '../../../campaigns/messages/message-language.ts';
import { reference } from '../../../campaigns/text-types.ts';
import { done, refusals } from '../../contract/route.ts';
import type { House } from '../../kit/house.ts';
import { tryOnce } from '../../platform/http/attempts.ts';
import type { Module } from '../../platform/http/module.ts';
import { addRoutes, serveRoute } from '../../platform/http/serve-route.ts';
import { authSecret } from '../../platform/process/secret-fs.ts';
import type { Gateway } from '../gateways/gateway.ts';
import {
  confirmTestNumber,
  removeTestNumbers,
  sendTestCode,
  showTestNumber,
  type TestNumbers,
} from './test-numbers.ts';

/** Officers' own numbers, the only ones to which a text is tried. */
export function openTestNumbers({
  config,
  database,
  campaign,
  gateways,
}: House & { gateways: Readonly<Record<string, Gateway>> }): Module {
  const secret = authSecret(config.dataDir, config.authSecret);
  return {
    name: 'test-numbers',
    register({ api }) {
      addRoutes(api, testNumberRoutes({ database, messages: campaign.messages, gateways, secret }));
    },
  };
}

const gateway = reference({ max: 20 });

const testNumber = z.object({
  number: z.string().nullable().describe('Masked; null while none is verified for this gateway'),
});

/** An officer's own number, proven once by a code. */
export function testNumberRoutes(numbers: TestNumbers) {
  return [
    serveRoute('GET /api/test-number', {
      summary: 'The own number for tests over a gateway, masked',
      querystring: z.object({ gateway }),
      response: { 200: testNumber },
      may: 'blast.test',
      handler: async ({ caller, query }) => showTestNumber(numbers, query.gateway, caller),
    }),
    serveRoute('POST /api/test-number', {
      summary: 'Sends a code to the own number, to prove that it is one’s own',
      body: z.object({
        number: reference({ max: 40 }),
        gateway,
        language: z.enum(messageLanguages).default('hi'),
      }),
      response: {
        200: z.object({
          validMinutes: z.int(),
          sent: z.enum(['accepted', 'unknown']).describe('`unknown`: the answer was lost'),
          trainingCode: z
            .string()
            .nullable()
            .describe('The code, where the training emulator took it, which reaches no phone'),
        }),
        ...refusals(409, 429, 502),
      },
      may: 'blast.test',
      handler: async ({ caller, body }) => sendTestCode(numbers, body, caller),
    }),
    serveRoute('POST /api/test-number/confirm', {
      summary: 'Takes the code that came by SMS',
      body: z.object({ code: reference({ max: 12 }), gateway }),
      response: { 200: testNumber, ...refusals(409, 429) },
      may: 'blast.test',
      config: { tries: ['test-number'] },
      handler: async (request) => {
        const { caller, body } = request;
        const tried = { request, account: caller.actor.id };
        await tryOnce(numbers.database.pool, 'test-number', tried, () =>
          confirmTestNumber(numbers, body.code, caller),
        );
        return showTestNumber(numbers, body.gateway, caller);
      },
    }),
    serveRoute('POST /api/test-number/delete', {
      summary: 'Forgets the own numbers',
      response: { 204: done },
      may: 'blast.test',
      handler: async ({ caller }) => removeTestNumbers(numbers, caller),
    }),
  ];
}
