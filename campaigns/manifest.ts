import { z } from 'zod';
import { id } from './id.ts';

const manifestFile = z.strictObject({
  district: id,
  station: id.nullable().describe('null for what belongs to a whole district'),
  nameHi: z.string().min(1).describe('Station or district as it is written in Hindi'),
  artwork: id,
  format: z.string().regex(/^[a-z0-9]+$/),
  path: z
    .string()
    .regex(/^[a-z0-9][a-z0-9._-]*(\/[a-z0-9][a-z0-9._-]*)*$/)
    .describe('Relative to the manifest'),
  bytes: z.int().positive(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  crc32: z
    .string()
    .regex(/^[0-9a-f]{8}$/)
    .optional()
    .describe('Of press files, by which a ZIP of them is streamed'),
  widthMm: z.number().positive().nullable().describe('Trimmed size; null where there is none'),
  heightMm: z.number().positive().nullable(),
  code: z.string().nullable().describe('Short code in the QR; null where there is none'),
  url: z.string().nullable().describe('What the QR says'),
});

/** Files that the generator made: `manifest.json` beside the print files. */
export const manifestSchema = z.strictObject({
  campaign: id,
  files: z.array(manifestFile),
});

const plannedFile = manifestFile.omit({ bytes: true, sha256: true, crc32: true }).extend({
  onDemand: z
    .literal(true)
    .optional()
    .describe('No part of the kit: made when somebody asks for it'),
});

/** Texts of an artwork whose distance is told, the largest first. */
export const readParts = ['headline', 'scan', 'name', 'service', 'district', 'smallest'] as const;
export type ReadPart = (typeof readParts)[number];

const readDistance = z.strictObject({
  part: z.enum(readParts),
  metres: z.number().positive().describe('From so far it is read'),
  leastMetres: z
    .number()
    .positive()
    .nullable()
    .describe('The same of the longest; null where all are alike'),
});
export type ReadDistance = z.infer<typeof readDistance>;

/** Files planned for the whole kit: `plan.json` beside the manifest, written before the first file is made. */
export const kitPlanSchema = z.strictObject({
  campaign: id,
  reads: z.array(readDistance).optional().describe('From how far the board is read'),
  files: z.array(plannedFile),
});

export type PlannedFile = z.infer<typeof plannedFile>;
export type KitPlan = z.infer<typeof kitPlanSchema>;
export type ManifestFile = z.infer<typeof manifestFile>;
export type Manifest = z.infer<typeof manifestSchema>;

/** How far a run of the generator is, as it says on its socket. */
export const kitProgressSchema = z.object({
  made: z.int().nonnegative(),
  total: z.int().nonnegative(),
});

/** Where a run of the generator answers while it is at work, below the print folder. */
export const onDemandSocket = '.onDemand.sock';
/** Longer paths cannot name a Unix socket; a run there answers nobody. */
export const socketPathLimit = 100;
