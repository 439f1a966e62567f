import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Campaign } from '../../../campaigns/campaign.ts';
import { findOptOutWays } from '../../../campaigns/messages/opt-out-ways.ts';
import { rolesFor } from '../../../campaigns/offices/permission.ts';
import { numberRoutes } from '../../contract/phone/numbers.ts';
import type { Database } from '../../platform/database/database.ts';
import { heardOptOut } from '../gateways/heard-opt-out.ts';
import { addOptOut, endOptOut, forgetNumber, readNumber, showOptOuts } from './numbers.ts';

export interface NumberDependencies {
  database: Pick<Database, 'pool'>;
  campaign: Campaign;
  /** By name: those that are set up. */
  gateways: Readonly<Record<string, unknown>>;
}

/** One number's history, its deletion, and the list of those who said stop. */
export function registerNumbers(app: FastifyInstance, dependencies: NumberDependencies): void {
  const { pool } = dependencies.database;
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const config = { access: rolesFor('blast.run') };

  routes.route({
    ...numberRoutes.lookUp,
    config,
    handler: async ({ caller, body }) => readNumber(pool, body.number, caller),
  });
  routes.route({
    ...numberRoutes.delete,
    config,
    handler: async ({ caller, body }) => ({ held: await forgetNumber(pool, body, caller) }),
  });
  routes.route({
    ...numberRoutes.optOuts,
    config,
    handler: async ({ query }) => ({
      ...(await showOptOuts(pool, query)),
      ways: heardWays(dependencies),
    }),
  });
  routes.route({
    ...numberRoutes.addOptOut,
    config,
    handler: async ({ caller, body }) => ({ changed: await addOptOut(pool, body.number, caller) }),
  });
  routes.route({
    ...numberRoutes.removeOptOut,
    config,
    handler: async ({ caller, body }) => ({ changed: await endOptOut(pool, body.number, caller) }),
  });
}

function heardWays({ campaign, gateways }: NumberDependencies) {
  const { messages } = campaign;
  return findOptOutWays({ ...messages, optOut: heardOptOut(messages.optOut, gateways) });
}
