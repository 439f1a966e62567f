import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Campaign } from '../../../campaigns/campaign.ts';
import { openFacts } from '../../../campaigns/facts.ts';
import { rolesFor } from '../../../campaigns/offices/permission.ts';
import type { Module } from '../../platform/http/module.ts';
import { factRoutes } from './facts-schemas.ts';

/** Facts that citizens are told, for those who answer for the campaign's words. */
export function openFactList({ campaign }: { campaign: Campaign }): Module {
  return {
    name: 'facts',
    register({ api }) {
      api.withTypeProvider<ZodTypeProvider>().route({
        ...factRoutes.list,
        config: { access: rolesFor('studio.read') },
        handler: async () => [
          ...openFacts(campaign),
          ...(campaign.facts ?? []).filter(({ confirmed }) => confirmed !== null),
        ],
      });
    },
  };
}
