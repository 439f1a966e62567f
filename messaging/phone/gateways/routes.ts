import type { Pool } from 'pg';
import type { Messages } from '../../../campaigns/messages/messages.ts';
import { rolesFor } from '../../../campaigns/offices/permission.ts';
import { refusals } from '../../contract/route.ts';
import { type MessageChannel, messageChannels } from '../../contract/values.ts';
import { serveRoute } from '../../platform/http/serve-route.ts';
import type { Gateway } from './gateway.ts';
import { createHealthWatch } from './gateway-health.ts';
import { readGatewayHours } from './gateway-hours-sql.ts';
import type { GatewaySettings } from './gateway-settings.ts';
import { gatewaysAnswer } from './gateways-schemas.ts';
import { createWhatsappViews } from './whatsapp-view.ts';

export interface GatewayDependencies {
  pool: Pool;
  gateways: Readonly<Record<string, Gateway>>;
  settings: Pick<GatewaySettings, 'paise' | 'rates'>;
  messages: Pick<Messages, 'whatsapp'>;
  emulatorOnly: boolean;
  today: () => string;
}

/** The ways to the phones: what they can do, what they cost, and whether they answer. */
export function gatewayRoutes(dependencies: GatewayDependencies) {
  const { pool, settings, emulatorOnly, today } = dependencies;
  const watch = createHealthWatch();
  const showWhatsapp = createWhatsappViews(dependencies.messages);
  return [
    serveRoute({
      method: 'GET',
      url: '/api/gateways',
      schema: {
        summary: 'Gateways that are set up, with their health and their last hour',
        response: { 200: gatewaysAnswer, ...refusals(401, 403) },
      },
      config: { access: rolesFor('gateway.ask') },
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
