import { z } from 'zod';
import { paragraph } from '../../../campaigns/text-types.ts';
import { forOfficers, instant, oneId, refusals, route } from '../route.ts';

const moment = instant.nullable();

const breachFields = {
  what: paragraph({ min: 1, max: 2000 }).describe('What happened'),
  happenedAt: moment.describe('When it happened, as far as that is known'),
  knownAt: instant.describe('When the office came to know of it'),
  whose: paragraph({ min: 1, max: 2000 }).describe('Whose data, and which'),
  people: z.int().min(0).max(2_000_000_000).nullable().describe('How many; null while unknown'),
  measures: paragraph({ max: 2000 }).describe('What was done about it'),
  boardToldAt: moment.describe('When the Data Protection Board had the full report'),
  peopleToldAt: moment.describe('When the people concerned were told'),
};
const entry = z.object(breachFields);
export type BreachEntry = z.input<typeof entry>;

const breach = z.object({
  ...breachFields,
  what: z.string(),
  whose: z.string(),
  measures: z.string(),
  id: z.int(),
  version: z.int().describe('Grows with every change'),
  dueAt: instant.describe('End of the 72 hours in which the Board is told'),
  recordedBy: z.string(),
  recordedAt: instant,
  sample: z.boolean(),
});
export type Breach = z.input<typeof breach>;

/** Breaches of personal data: what happened, and whether Board and people were told in time. */
export const breachRoutes = {
  list: route({
    method: 'GET',
    url: '/api/breaches',
    schema: {
      summary: 'Breaches of personal data, the latest first',
      response: { 200: z.array(breach), ...refusals(401, 403) },
    },
  }),
  record: route({
    method: 'POST',
    url: '/api/breaches',
    schema: {
      summary: 'Records a breach; the 72 hours count from `knownAt`',
      body: entry,
      response: { 201: breach, ...forOfficers },
    },
  }),
  change: route({
    method: 'PUT',
    url: '/api/breaches/:id',
    schema: {
      summary: 'Adds what has become known or was done since',
      params: oneId,
      body: entry.extend({ version: z.int().positive() }),
      response: { 200: breach, ...forOfficers, ...refusals(404, 409) },
    },
  }),
};
