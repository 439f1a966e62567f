import { z } from 'zod';
import { reference } from '../../campaigns/text-types.ts';
import { fleetFields } from '../../campaigns/vehicles/fleet.ts';
import { bilingual, file, forOfficers, instant, limit, refusals, route } from './route.ts';
import { fleetStates } from './values.ts';

const districtId = reference({ max: 64 });
const listed = z.object({
  district: z.string(),
  vehicle: z.string().describe('Registration or call sign in small letters'),
  model: z.string(),
});
const fault = z.object({
  row: z.int().describe('Of the file, the heading being the first'),
  field: z.enum(fleetFields),
  expected: bilingual,
  found: z.string(),
});

const answer = z.object({
  vehicles: z.array(listed).describe('Good rows'),
  faults: z.array(fault).describe('Rows that are left out, with the reason'),
  newCodes: z.int().nullable().describe('Codes that are new; null where nothing was ordered'),
});
export type FleetAnswer = z.input<typeof answer>;

const vehicle = listed.extend({
  state: z.enum(fleetStates),
  listedBy: z.string(),
  listedAt: instant,
  panels: z
    .array(z.object({ id: z.string(), name: bilingual, pdf: z.string(), preview: z.string() }))
    .describe('Empty until they are made'),
  ticket: z.string().nullable(),
});
export type FleetVehicleView = z.input<typeof vehicle>;

const counts = z.object({
  waiting: z.int().describe('Those being made included'),
  made: z.int(),
  failed: z.int(),
});
const fleet = z.object({
  models: z.array(z.object({ id: z.string(), name: bilingual })),
  counts,
  vehicles: z.array(vehicle).describe('The latest first'),
});
export type FleetView = z.input<typeof fleet>;

/** Fleet lists: a code and panels of its own for each vehicle. */
export const fleetRoutes = {
  form: route({
    method: 'GET',
    url: '/api/fleets/form',
    schema: {
      summary: 'An empty fleet list with the names of the districts that the office may fill in',
      response: { 200: file('text/csv', 'The columns of the list'), ...forOfficers },
    },
  }),
  handIn: route({
    method: 'POST',
    url: '/api/fleets',
    schema: {
      summary:
        'Checks a csv or xlsx fleet list (multipart); with `step=make` the good rows get their codes and panels',
      querystring: z.object({ step: z.enum(['check', 'make']).default('check') }),
      response: {
        200: answer.describe('Checked; nothing was ordered'),
        202: answer.describe('Codes are given, panels are on their way'),
        ...forOfficers,
        ...refusals(404, 408, 413, 422, 429, 503),
      },
    },
  }),
  list: route({
    method: 'GET',
    url: '/api/fleets',
    schema: {
      summary: 'Vehicles with panels of their own, and how far the making is',
      querystring: z.object({ district: districtId.optional(), limit }),
      response: { 200: fleet, ...forOfficers },
    },
  }),
};
