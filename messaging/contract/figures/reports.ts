import { z } from 'zod';
import { line, paragraph, reference } from '../../../campaigns/text-types.ts';
import { progressStatuses } from '../../../campaigns/tracker/progress.ts';
import { readingSources } from '../../../campaigns/tracker/readings.ts';
import { secondPerson } from '../people/second-person.ts';
import { forOfficers, limit, oneId, refusals, route } from '../route.ts';
import { figureStates, reportWays } from '../values.ts';

const kind = z.enum([
  'play-installs',
  'play-store-performance',
  'play-retained-installers',
  'app-store-sales',
  'manual',
  'app-services',
]);

const publicFigures = z
  .object({
    total: z.number().nullable(),
    asOf: z.iso.date().nullable(),
    perDay: z.number().nullable(),
    requiredPerDay: z.number().nullable(),
    status: z.enum(progressStatuses),
    chance: z.number().nullable(),
    expectedEnd: z.number().nullable(),
  })
  .describe('What the public page says of the downloads');
export type ShownFigures = z.input<typeof publicFigures>;
const effect = { publicBefore: publicFigures, publicAfter: publicFigures };

const figure = { date: z.iso.date(), downloads: z.number() };
const held = { ...figure, known: z.number(), knownOn: z.iso.date() };
const finding = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('fall'), ...held }),
  z.object({ kind: z.literal('above-later'), ...held }),
  z.object({
    kind: z.literal('jump'),
    ...held,
    perDay: z.number(),
    usualPerDay: z.number().nullable(),
  }),
]);
export type Finding = z.input<typeof finding>;

const pendingFigure = z.object({
  id: z.int(),
  name: z.string(),
  figures: z.array(z.object(figure)),
  findings: z.array(finding),
  reason: z.string(),
  way: z.enum(reportWays),
  madeBy: z.string(),
  madeAt: z.iso.datetime(),
  state: z.enum(figureStates),
  decidedBy: z.string().nullable(),
  decidedAt: z.iso.datetime().nullable(),
  decisionReason: z.string(),
});
const listedPending = pendingFigure.extend({ second: secondPerson });
export type PendingFigure = z.input<typeof listedPending>;

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
  ...effect,
  findings: z.array(finding).describe('Why a second officer has to accept it'),
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
  acceptedBy: z.string().nullable(),
  reason: z.string(),
  figures: z.array(z.object(figure)).describe('The first totals that a person was given'),
  figureCount: z.int(),
});
export type StoredReport = z.input<typeof storedReport>;

const stored = z.object({ kind: z.literal('stored'), id: z.int(), preview: reportPreview });
const preview = z.object({ kind: z.literal('preview'), preview: reportPreview });
const known = z.object({ kind: z.literal('known'), report: storedReport });
const pending = z.object({
  kind: z.literal('pending'),
  pending: pendingFigure,
  preview: reportPreview,
});
const reportAnswer = z.discriminatedUnion('kind', [stored, preview, known, pending]);
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
      summary:
        'Reads a report (multipart; `reason` for totals that fall or leap); with `dry-run=true` only says what it would change',
      querystring: z.object({ 'dry-run': z.stringbool().default(false) }),
      response: {
        200: reportAnswer,
        201: reportAnswer,
        ...forOfficers,
        202: reportAnswer.describe('A second officer has to accept it'),
        ...refusals(408, 409, 413, 422, 429),
      },
    },
  }),
  enter: route({
    method: 'POST',
    url: '/api/reports/figures',
    schema: {
      summary:
        'Enters a total that HQ was given: the day, all downloads up to its end, who said so',
      querystring: z.object({ 'dry-run': z.stringbool().default(false) }),
      body: z.object({
        date: reference({ max: 20 }),
        downloads: reference({ max: 20 }),
        source: line({ max: 200 }),
        key: z.uuid().optional().describe('Drawn by the page: sent again, it is the same entry'),
        reason: paragraph({ max: 500 }).default(''),
      }),
      response: {
        200: reportAnswer,
        201: reportAnswer,
        202: reportAnswer.describe('A second officer has to accept it'),
        ...forOfficers,
        ...refusals(409),
      },
    },
  }),
  pending: route({
    method: 'GET',
    url: '/api/reports/pending',
    schema: {
      summary: 'Figures that wait for a second officer, then those decided on last',
      querystring: z.object({ limit }),
      response: { 200: z.array(listedPending), ...forOfficers },
    },
  }),
  pendingPreview: route({
    method: 'GET',
    url: '/api/reports/pending/:id/preview',
    schema: {
      summary: 'What the public page would say after a figure is accepted',
      params: oneId,
      response: { 200: reportPreview, ...forOfficers, ...refusals(404) },
    },
  }),
  accept: route({
    method: 'POST',
    url: '/api/reports/pending/:id/accept',
    schema: {
      summary: 'A second officer accepts a figure: it counts from now on',
      params: oneId,
      body: z.object({ reason: paragraph({ max: 500 }).default('') }),
      response: { 200: pendingFigure, ...forOfficers, ...refusals(404, 409) },
    },
  }),
  refuse: route({
    method: 'POST',
    url: '/api/reports/pending/:id/refuse',
    schema: {
      summary: 'A second officer refuses a figure, or its maker takes it back',
      params: oneId,
      body: z.object({ reason: paragraph({ min: 1, max: 500 }) }),
      response: { 200: pendingFigure, ...forOfficers, ...refusals(404, 409) },
    },
  }),
  withdrawal: route({
    method: 'GET',
    url: '/api/reports/:id/withdrawal',
    schema: {
      summary: 'What the public page would say without this report',
      params: oneId,
      response: { 200: z.object(effect), ...forOfficers, ...refusals(404) },
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
