import { z } from 'zod';
import { paragraph } from '../../../campaigns/text-types.ts';
import { objectionFigures } from '../../../campaigns/tracker/objections.ts';
import { forOfficers, oneId, refusals, route } from '../route.ts';

export const longestObjection = 600;
const text = paragraph({ min: 1, max: longestObjection }).describe(
  'Stands in public beside the figure; no name of a person',
);
const day = z.iso.date();

const objection = z.object({
  id: z.int(),
  district: z.string(),
  figure: z.enum(objectionFigures),
  day,
  value: z.number().nullable().describe('The figure as it was on that day'),
  text: z.string(),
  answer: z.object({ day, text: z.string() }).nullable(),
});

/** Objections of districts to their public figures, and what headquarters answers. */
export const objectionRoutes = {
  list: route({
    method: 'GET',
    url: '/api/objections',
    schema: {
      summary:
        'Objections of the own district, for headquarters of all; those without an answer first',
      response: { 200: z.array(objection), ...refusals(401, 403) },
    },
  }),
  make: route({
    method: 'POST',
    url: '/api/objections',
    schema: {
      summary: 'Objects to a figure of the own district',
      body: z.object({ figure: z.enum(objectionFigures), text }),
      response: { 201: objection, ...forOfficers, ...refusals(409) },
    },
  }),
  answer: route({
    method: 'POST',
    url: '/api/objections/:id/answer',
    schema: {
      summary: 'Answers an objection; the answer stays as it is',
      params: oneId,
      body: z.object({ text }),
      response: { 200: objection, ...forOfficers, ...refusals(404, 409) },
    },
  }),
} as const;
