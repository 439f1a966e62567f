import { z } from 'zod';
import type { Campaign } from '../../../campaigns/campaign.ts';
import { factSchema, openFacts } from '../../../campaigns/facts.ts';
import { serveRoute } from '../../platform/http/serve-route.ts';

/** A fact as it is in the campaign. */
export type FactView = z.input<typeof factSchema>;

/** Facts that citizens are told, for those who answer for the campaign's words. */
export function factRoutes({ campaign }: { campaign: Campaign }) {
  return [
    serveRoute('GET /api/facts', {
      summary: 'Facts of the campaign with their source and who confirmed them, open ones first',
      response: { 200: z.array(factSchema) },
      may: 'studio.read',
      handler: async () => [
        ...openFacts(campaign),
        ...(campaign.facts ?? []).filter(({ confirmed }) => confirmed !== null),
      ],
    }),
  ];
}
