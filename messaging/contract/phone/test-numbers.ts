import { z } from 'zod';
import { messageLanguages } from '../../../campaigns/messages/message-language.ts';
import { reference } from '../../../campaigns/text-types.ts';
import { done, forOfficers, refusals, route } from '../route.ts';

const gateway = reference({ max: 20 });

const testNumber = z.object({
  number: z.string().nullable().describe('Masked; null while none is verified for this gateway'),
});

/** The officer's own number, to which tests go. */
export const testNumberRoutes = {
  read: route({
    method: 'GET',
    url: '/api/test-number',
    schema: {
      summary: 'The own number for tests over a gateway, masked',
      querystring: z.object({ gateway }),
      response: { 200: testNumber, ...forOfficers },
    },
  }),
  send: route({
    method: 'POST',
    url: '/api/test-number',
    schema: {
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
        ...forOfficers,
        ...refusals(409, 429, 502),
      },
    },
  }),
  confirm: route({
    method: 'POST',
    url: '/api/test-number/confirm',
    schema: {
      summary: 'Takes the code that came by SMS',
      body: z.object({ code: reference({ max: 12 }), gateway }),
      response: { 200: testNumber, ...forOfficers, ...refusals(409) },
    },
  }),
  delete: route({
    method: 'POST',
    url: '/api/test-number/delete',
    schema: { summary: 'Forgets the own numbers', response: { 204: done, ...forOfficers } },
  }),
};
