import { z } from 'zod';
import { readingSources, reportWays } from '../../../campaigns/tracker/readings.ts';
import { instant } from '../../contract/route.ts';
import { effect } from '../../people/held-acts/held-acts-schemas.ts';

const kind = z.enum([
  'play-installs',
  'play-store-performance',
  'play-retained-installers',
  'app-store-sales',
  'manual',
  'app-services',
]);

const figure = { date: z.iso.date(), downloads: z.number() };

export const reportPreview = z.object({
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
  effect,
});
export type ReportPreview = z.output<typeof reportPreview>;

export const storedReport = z.object({
  id: z.int(),
  contentHash: z.string(),
  name: z.string(),
  kind,
  dimension: z.string().nullable(),
  month: z.string(),
  way: z.enum(reportWays),
  readBy: z.string(),
  readAt: instant,
  withdrawnAt: instant.nullable(),
  acceptedBy: z
    .string()
    .nullable()
    .describe('The second officer of a figure that one alone does not store'),
  reason: z.string(),
  figures: z.array(z.object(figure)).describe('The first totals that a person was given'),
  figureCount: z.int(),
});
export type StoredReport = z.input<typeof storedReport>;

const stored = z.object({ kind: z.literal('stored'), id: z.int(), preview: reportPreview });
const preview = z.object({ kind: z.literal('preview'), preview: reportPreview });
const known = z.object({ kind: z.literal('known'), report: storedReport });
export const reportAnswer = z.discriminatedUnion('kind', [stored, preview, known]);
export type ReportAnswer = z.input<typeof reportAnswer>;
