import { z } from 'zod';
import { reference } from '../../../campaigns/text-types.ts';
import { done, forOfficers, oneId, refusals, route } from '../route.ts';

const personId = reference({ min: 1, max: 60 });
const one = z.object({ id: personId });
const day = z.iso.date();

const deputy = z.object({
  id: z.int(),
  personId: z.string(),
  personName: z.string(),
  deputyId: z.string(),
  deputyName: z.string(),
  firstDay: day,
  lastDay: day,
});
export type Deputy = z.input<typeof deputy>;

/** Officers who stand in for others, and work that one hands over to another. */
export const deputyRoutes = {
  list: route({
    method: 'GET',
    url: '/api/deputies',
    schema: {
      summary: 'Officers who stand in for others, today or later',
      response: { 200: z.array(deputy), ...refusals(401, 403) },
    },
  }),
  make: route({
    method: 'POST',
    url: '/api/deputies',
    schema: {
      summary: 'Names an officer who stands in for another one of the same office; both days count',
      body: z.object({ personId, deputyId: personId, firstDay: day, lastDay: day }),
      response: { 201: deputy, ...forOfficers, ...refusals(404, 409) },
    },
  }),
  end: route({
    method: 'POST',
    url: '/api/deputies/:id/end',
    schema: {
      summary: 'Ends a deputy before the last day',
      params: oneId,
      response: { 204: done, ...forOfficers, ...refusals(404) },
    },
  }),
  standIn: route({
    method: 'POST',
    url: '/api/me/stand-in',
    schema: {
      summary: 'Begins to stand in for an officer in this session, or ends it (null)',
      body: z.object({ personId: personId.nullable() }),
      response: { 204: done, ...forOfficers },
    },
  }),
  transfer: route({
    method: 'POST',
    url: '/api/people/:id/transfer',
    schema: {
      summary: 'Gives what an officer who left began to another one of the office',
      params: one,
      body: z.object({ toId: personId }),
      response: {
        200: z.object({ moved: z.int().describe('How many drafts') }),
        ...forOfficers,
        ...refusals(404, 409),
      },
    },
  }),
};
