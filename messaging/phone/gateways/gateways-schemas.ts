import { z } from 'zod';
import { instant } from '../../contract/route.ts';
import { healthStates, messageChannels, reconciles } from '../../contract/values.ts';

const whatsapp = z.object({
  sender: z
    .object({
      quality: z.enum(['green', 'yellow', 'red', 'unknown']),
      dailyLimit: z.int().nullable().describe('People in 24 hours; null for no limit'),
    })
    .nullable()
    .describe('Null where it could not be asked'),
  templates: z.array(
    z.object({
      id: z.string(),
      state: z
        .enum(['approved', 'pending', 'rejected', 'paused', 'disabled', 'missing'])
        .nullable()
        .describe('Whether WhatsApp lets it go; null where it could not be asked'),
    }),
  ),
  paise: z
    .object({ marketing: z.number(), utility: z.number() })
    .describe('Price of a message by the category of its template'),
});
export type WhatsappAnswer = z.output<typeof whatsapp>;

const gateway = z.object({
  name: z.string(),
  channels: z.array(z.enum(messageChannels)),
  whatsapp: whatsapp.nullable(),
  paisePerSegment: z.number(),
  ratePerSecond: z.number().nullable(),
  reconcile: z.enum(reconciles),
  health: z.object({
    state: z.enum(healthStates),
    checkedAt: instant.nullable().describe('Null until something is known of it'),
    latencyMs: z.number().nullable(),
    code: z.string().nullable(),
  }),
  lastHour: z.object({ sent: z.int(), failed: z.int(), unknown: z.int() }),
});
export type GatewayAnswer = z.input<typeof gateway>;

export const gatewaysAnswer = z.object({
  emulatorOnly: z.boolean(),
  today: z.iso.date().describe('The day by which lists are kept and blasts begin'),
  gateways: z.array(gateway),
});
