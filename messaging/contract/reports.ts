import { z } from 'zod';
import { readingSources } from '../../campaigns/tracker/readings.ts';
import { forOfficers, limit, oneId, refusals, route } from './route.ts';
import { reportWays } from './values.ts';

const kind = z.enum([
  'play-installs',
  'play-store-performance',
  'play-retained-installers',
  'app-store-sales',
  'manual',
]);

const reportPreview = z.object({
  contentHash: z.string(),
  kind,
  dimension: z.string().nullable(),
  month: z.string(),
  rows: z.int(),
  changes: z.array(
    z.object({
      source: z.enum(readingSources),
      date: z.iso.date(),
      before: z.number().nullable(),
      after: z.number(),
    }),
  ),
  totalBefore: z.number().nullable().describe('Downloads; null without any figure'),
  totalAfter: z.number().nullable(),
});
export type ReportPreview = z.input<typeof reportPreview>;

const storedReport = z.object({
  id: z.int(),
  contentHash: z.string(),
  name: z.string(),
  kind,
  dimension: z.string().nullable(),
  month: z.string(),
  way: z.enum(reportWays),
  readBy: z.string(),
  readAt: z.iso.datetime(),
  withdrawnAt: z.iso.datetime().nullable(),
});
export type StoredReport = z.input<typeof storedReport>;

const stored = z.object({ kind: z.literal('stored'), id: z.int(), preview: reportPreview });
const preview = z.object({ kind: z.literal('preview'), preview: reportPreview });
const known = z.object({ kind: z.literal('known'), report: storedReport });
const reportAnswer = z.discriminatedUnion('kind', [stored, preview, known]);
export type ReportAnswer = z.input<typeof reportAnswer>;

/** The stores' reports and figures that HQ is given. */
export const reportRoutes = {
  list: route({
    method: 'GET',
    url: '/api/reports',
    schema: {
      summary: 'Reports that were read, the latest first',
      querystring: z.object({ limit }),
      response: { 200: z.array(storedReport), ...forOfficers },
    },
  }),
  take: route({
    method: 'POST',
    url: '/api/reports',
    schema: {
      summary: 'Reads a report (multipart); with `dry-run=true` only says what it would change',
      querystring: z.object({ 'dry-run': z.stringbool().default(false) }),
      response: {
        200: reportAnswer,
        201: reportAnswer,
        ...forOfficers,
        ...refusals(408, 413, 422, 429),
      },
    },
  }),
  enter: route({
    method: 'POST',
    url: '/api/reports/figures',
    schema: {
      summary:
        'Enters a total that HQ was given: the day, all downloads up to its end, who said so',
      body: z.object({
        date: z.string().max(20),
        downloads: z.string().max(20),
        source: z.string().max(200),
      }),
      response: { 201: reportAnswer, ...forOfficers },
    },
  }),
  withdraw: route({
    method: 'POST',
    url: '/api/reports/:id/withdraw',
    schema: {
      summary: 'Takes a report back: its figures count no longer',
      params: oneId,
      response: { 200: storedReport, ...forOfficers, ...refusals(404) },
    },
  }),
};
