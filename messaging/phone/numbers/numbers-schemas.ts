import { z } from 'zod';
import { reference } from '../../../campaigns/text-types.ts';
import { forOfficers, instant } from '../../contract/route.ts';
import { messageChannels, optOutSources, recipientStatuses } from '../../contract/values.ts';

export const number = reference({ max: 40 });
export const body = z.object({ number });

export const numberAnswer = z.object({
  number: z.string().describe('Masked'),
  messages: z.array(
    z.object({
      blastId: z.int(),
      blast: z.string(),
      channel: z.enum(messageChannels),
      status: z.enum(recipientStatuses),
      submittedAt: instant.nullable(),
      changedAt: instant,
      errorCode: z.string().nullable(),
      providerId: z.string().nullable(),
    }),
  ),
  tests: z
    .array(
      z.object({
        blastId: z.int(),
        blast: z.string(),
        channel: z.enum(messageChannels),
        revision: z.int(),
        status: z.enum(recipientStatuses),
        submittedAt: instant,
        errorCode: z.string().nullable(),
      }),
    )
    .describe('Tests of texts that an officer sent to it'),
  ownNumber: z.boolean().describe('An officer has proven it as the own one, for tests'),
  lists: z.array(z.object({ audienceId: z.int(), name: z.string() })),
  optedOutAt: instant.nullable(),
  optedOutSource: z.enum(optOutSources).nullable(),
  dnd: z.boolean().describe('On the do-not-disturb list'),
  whatsappOptIn: z
    .object({ source: z.string(), givenOn: z.iso.date() })
    .nullable()
    .describe('Their word that we may write by WhatsApp'),
  sample: z.boolean(),
});
/** Everything that is kept of one number, masked. */
export type NumberAnswer = z.input<typeof numberAnswer>;

export const optOutsAnswer = z.object({
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
      sample: z.boolean(),
    }),
  ),
});

export const changed = { 200: z.object({ changed: z.boolean() }), ...forOfficers };
