import type { Pool } from 'pg';
import { z } from 'zod';
import type { Messages } from '../../../campaigns/messages/messages.ts';
import { whatsappPaise } from '../../../campaigns/messages/whatsapp-rates.ts';
import { type MessageChannel, messageChannels, reconciles } from '../../contract/values.ts';
import { serveRoute } from '../../platform/http/serve-route.ts';
import type { Gateway, WhatsappPort } from './gateway.ts';
import { createHealthWatch, gatewayHealth } from './gateway-health.ts';
import { readGatewayHours } from './gateway-hours-sql.ts';
import type { GatewaySettings } from './gateway-settings.ts';
import { SendError } from './send-error.ts';

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
type WhatsappAnswer = z.output<typeof whatsapp>;

const gateway = z.object({
  name: z.string(),
  channels: z.array(z.enum(messageChannels)),
  whatsapp: whatsapp.nullable(),
  paisePerSegment: z.number(),
  ratePerSecond: z.number().nullable(),
  reconcile: z.enum(reconciles),
  health: gatewayHealth,
  lastHour: z.object({ sent: z.int(), failed: z.int(), unknown: z.int() }),
});
export type GatewayAnswer = z.input<typeof gateway>;

const gatewaysAnswer = z.object({
  emulatorOnly: z.boolean(),
  today: z.iso.date().describe('The day by which lists are kept and blasts begin'),
  gateways: z.array(gateway),
});

export interface GatewayDependencies {
  pool: Pool;
  gateways: Readonly<Record<string, Gateway>>;
  settings: Pick<GatewaySettings, 'paise' | 'rates'>;
  campaign: { messages: Pick<Messages, 'whatsapp'> };
  emulatorOnly: boolean;
  today: () => string;
}

/** The ways to the phones: what they can do, what they cost, and whether they answer. */
export function gatewayRoutes(dependencies: GatewayDependencies) {
  const { pool, settings, emulatorOnly, today } = dependencies;
  const watch = createHealthWatch();
  const showWhatsapp = createWhatsappViews(dependencies.campaign);
  return [
    serveRoute('GET /api/gateways', {
      summary: 'Gateways that are set up, with their health and their last hour',
      response: { 200: gatewaysAnswer },
      may: 'gateway.ask',
      handler: async () => {
        const hours = await readGatewayHours(pool);
        const gateways = await Promise.all(
          Object.entries(dependencies.gateways).map(async ([name, gateway]) => {
            const hour = hours.get(name);
            const { sent = 0, failed = 0, unknown = 0 } = hour ?? {};
            return {
              name,
              channels: listChannels(gateway),
              whatsapp: await showWhatsapp(gateway),
              paisePerSegment: settings.paise[name] ?? 0,
              ratePerSecond: settings.rates[name] ?? null,
              reconcile: gateway.reconcile,
              health: await watch.check(gateway, hour),
              lastHour: { sent, failed, unknown },
            };
          }),
        );
        // The day by which lists are kept and blasts are scheduled; the progress may show another one.
        return { emulatorOnly, today: today(), gateways };
      },
    }),
  ];
}

function listChannels({ texts, placeCall, whatsapp }: Gateway): MessageChannel[] {
  const has: Record<MessageChannel, boolean> = {
    sms: texts !== 'refused',
    ivr: placeCall !== undefined,
    whatsapp: whatsapp !== undefined,
  };
  return messageChannels.filter((channel) => has[channel]);
}

const freshMs = 30_000;

/** Shows what WhatsApp says of us; each gateway is asked at most twice a minute, however many look at the page. */
function createWhatsappViews(
  campaign: GatewayDependencies['campaign'],
): (gateway: Gateway) => Promise<WhatsappAnswer | null> {
  const kept = new Map<string, { at: number; answer: Promise<WhatsappAnswer> }>();
  return async (gateway) => {
    const templates = campaign.messages.whatsapp?.templates ?? [];
    const port = gateway.whatsapp;
    if (port === undefined || templates.length === 0) return null;
    const last = kept.get(gateway.name);
    if (last !== undefined && performance.now() - last.at < freshMs) return last.answer;
    const answer = ask(port, gateway.name, templates);
    kept.set(gateway.name, { at: performance.now(), answer });
    return answer;
  };
}

async function ask(
  port: WhatsappPort,
  gateway: string,
  templates: NonNullable<Messages['whatsapp']>['templates'],
): Promise<WhatsappAnswer> {
  const [sender, states] = await Promise.all([
    unlessRefused(port.readSender()),
    Promise.all(templates.map((template) => unlessRefused(port.readTemplate(template)))),
  ]);
  return {
    sender,
    templates: templates.map(({ id }, index) => ({ id, state: states[index]?.state ?? null })),
    paise: {
      marketing: whatsappPaise('marketing', gateway),
      utility: whatsappPaise('utility', gateway),
    },
  };
}

async function unlessRefused<Value>(asked: Promise<Value>): Promise<Value | null> {
  return asked.catch((error: unknown) => {
    if (error instanceof SendError) return null;
    throw error;
  });
}
