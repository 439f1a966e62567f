import { z } from 'zod';
import { messageLanguages } from '../../../campaigns/messages/messages.ts';
import { line, reference } from '../../../campaigns/text-types.ts';
import { forOfficers, instant, oneId, refusals, route } from '../route.ts';

const criteria = {
  districts: z
    .array(reference({ max: 60 }))
    .min(1)
    .max(75)
    .nullable(),
  onlyLanguage: z.enum(messageLanguages).nullable(),
  onlyReached: z
    .boolean()
    .nullable()
    .describe('True: only those whom an earlier blast reached; false: only the others'),
};

const group = z.object({
  id: z.int(),
  name: z.string(),
  audienceId: z.int(),
  ...criteria,
  createdAt: instant,
});
export type TargetGroup = z.input<typeof group>;

/** Named selections of a list, counted at each look. */
export const targetGroupRoutes = {
  list: route({
    method: 'GET',
    url: '/api/target-groups',
    schema: {
      summary: 'Target groups of the lists that an office sees',
      response: { 200: z.array(group), ...refusals(401, 403) },
    },
  }),
  save: route({
    method: 'POST',
    url: '/api/target-groups',
    schema: {
      summary: 'Keeps a selection of a list by a name, which may hold no number and no address',
      body: z.object({
        name: line({ min: 1, max: 80 }),
        audienceId: z.int().positive(),
        ...criteria,
      }),
      response: { 201: group, ...forOfficers, ...refusals(404, 409) },
    },
  }),
  count: route({
    method: 'GET',
    url: '/api/target-groups/:id/count',
    schema: {
      summary: 'How many of it a blast would reach now, without those who said stop',
      params: oneId,
      response: { 200: z.object({ members: z.int() }), ...forOfficers, ...refusals(404) },
    },
  }),
  remove: route({
    method: 'POST',
    url: '/api/target-groups/:id/remove',
    schema: {
      summary: 'Forgets a target group; blasts keep what was chosen by it',
      params: oneId,
      body: z.object({}).default({}),
      response: { 200: z.object({ removed: z.boolean() }), ...forOfficers, ...refusals(404) },
    },
  }),
};
