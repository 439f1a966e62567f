import { z } from 'zod';
import { line } from '../../../campaigns/text-types.ts';
import { curveEventKinds } from '../../../campaigns/tracker/curve-events.ts';
import { bilingual, done, forOfficers, instant, oneId, refusals, route } from '../route.ts';

const words = line({ min: 1, max: 120 });
const id = z
  .string()
  .max(80)
  .regex(/^[a-z0-9-]+$/);

const eventFields = {
  day: z.iso.date(),
  kind: z.enum(curveEventKinds),
  titleHi: words,
  titleEn: words,
  district: id.nullable().describe('null for the whole state'),
};
const outcomeFields = {
  service: id.describe('A service of the campaign'),
  count: z.int().min(0).max(10_000_000_000),
  asOf: z.iso.date().describe('Up to which day it holds'),
  source: line({ min: 1, max: 200 }).describe('Who stated it, and where'),
  url: z
    .url({ protocol: /^https$/ })
    .max(500)
    .nullable(),
};
const entered = { id: z.int(), enteredBy: z.string(), enteredAt: instant };

const event = z.object({ ...eventFields, ...entered });
const outcome = z.object({ ...outcomeFields, ...entered, name: bilingual });

/** Notes of headquarters beside the figures: events on the curve, and what services brought to citizens. */
export const annotationRoutes = {
  list: route({
    method: 'GET',
    url: '/api/annotations',
    schema: {
      summary: 'Events on the curve and service outcomes as entered, the latest first',
      response: {
        200: z.object({
          events: z.array(event),
          outcomes: z.array(outcome),
          services: z
            .array(z.object({ id, name: bilingual }))
            .describe('Of which an outcome can be entered'),
        }),
        ...refusals(401, 403),
      },
    },
  }),
  addEvent: route({
    method: 'POST',
    url: '/api/curve-events',
    schema: {
      summary: 'Marks a day on the curve',
      body: z.object(eventFields),
      response: { 201: event, ...forOfficers },
    },
  }),
  removeEvent: route({
    method: 'POST',
    url: '/api/curve-events/:id/delete',
    schema: {
      summary: 'Takes a mark off the curve',
      params: oneId,
      response: { 204: done, ...forOfficers, ...refusals(404) },
    },
  }),
  addOutcome: route({
    method: 'POST',
    url: '/api/service-outcomes',
    schema: {
      summary: 'Enters what a service brought in all up to a day, with its source',
      body: z.object(outcomeFields),
      response: { 201: outcome, ...forOfficers },
    },
  }),
  removeOutcome: route({
    method: 'POST',
    url: '/api/service-outcomes/:id/delete',
    schema: {
      summary: 'Takes a service outcome back',
      params: oneId,
      response: { 204: done, ...forOfficers, ...refusals(404) },
    },
  }),
} as const;
