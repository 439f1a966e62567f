import { z } from 'zod';
import { progressStatuses } from '../../../campaigns/tracker/progress-file.ts';
import { readingSources } from '../../../campaigns/tracker/readings.ts';
import { instant } from '../../contract/route.ts';
import { figureStates, reportWays } from '../../contract/values.ts';
import { secondPerson } from '../../people/accounts/second-person-schemas.ts';

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
export const effect = { publicBefore: publicFigures, publicAfter: publicFigures };

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

export const pendingFigure = z.object({
  id: z.int(),
  name: z.string(),
  figures: z.array(z.object(figure)),
  findings: z.array(finding),
  reason: z.string(),
  way: z.enum(reportWays),
  madeBy: z.string(),
  madeAt: instant,
  state: z.enum(figureStates),
  decidedBy: z.string().nullable(),
  decidedAt: instant.nullable(),
  decisionReason: z.string(),
});
export const listedPending = pendingFigure.extend({ second: secondPerson });
export type PendingFigure = z.input<typeof listedPending>;

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
  totalBefore: z.number().nullable().describe('Downloads; null without any figure'),
  totalAfter: z.number().nullable(),
  ...effect,
  findings: z.array(finding).describe('Why a second officer has to accept it'),
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
const pending = z.object({
  kind: z.literal('pending'),
  pending: pendingFigure,
  preview: reportPreview,
});
export const reportAnswer = z.discriminatedUnion('kind', [stored, preview, known, pending]);
export type ReportAnswer = z.input<typeof reportAnswer>;
