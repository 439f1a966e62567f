import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Pool } from 'pg';
import { rolesFor } from '../../../campaigns/offices/permission.ts';
import { gatewayRoutes } from '../../contract/phone/gateways.ts';
import { messageChannels } from '../../contract/values.ts';
import type { Gateway } from './gateway.ts';
import { createHealthWatch } from './gateway-health.ts';
import { readGatewayHours } from './gateway-hours-sql.ts';
import type { GatewaySettings } from './gateway-settings.ts';

export interface GatewayDependencies {
  pool: Pool;
  gateways: Readonly<Record<string, Gateway>>;
  settings: Pick<GatewaySettings, 'paise' | 'rates'>;
  emulatorOnly: boolean;
  today: () => string;
}

/** The ways to the phones: what they can do, what they cost, and whether they answer. */
export function registerGateways(app: FastifyInstance, dependencies: GatewayDependencies): void {
  const { pool, settings, emulatorOnly, today } = dependencies;
  const watch = createHealthWatch();
  app.withTypeProvider<ZodTypeProvider>().route({
    ...gatewayRoutes.list,
    config: { access: rolesFor('gateway.ask') },
    handler: async () => {
      const hours = await readGatewayHours(pool);
      const gateways = await Promise.all(
        Object.entries(dependencies.gateways).map(async ([name, gateway]) => {
          const hour = hours.get(name);
          const { sent = 0, failed = 0, unknown = 0 } = hour ?? {};
          return {
            name,
            channels: gateway.placeCall === undefined ? ['sms' as const] : [...messageChannels],
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
  });
}
