import { z } from 'zod';

const id = z.string().regex(/^[a-z0-9-]+$/);

const manifestFile = z.strictObject({
  district: id,
  station: id.nullable().describe('null for what belongs to a whole district'),
  nameHi: z.string().min(1).describe('Station or district as it is written in Hindi'),
  artwork: z.string().regex(/^[a-z0-9-]+$/),
  format: z.string().regex(/^[a-z0-9]+$/),
  path: z
    .string()
    .regex(/^[a-z0-9][a-z0-9._-]*(\/[a-z0-9][a-z0-9._-]*)*$/)
    .describe('Relative to the manifest'),
  bytes: z.int().positive(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  widthMm: z.number().positive().nullable().describe('Trimmed size; null where there is none'),
  heightMm: z.number().positive().nullable(),
  code: z.string().nullable().describe('Short code in the QR; null where there is none'),
  url: z.string().nullable().describe('What the QR says'),
});

/** What the generator made: `manifest.json` beside the print files. */
export const manifestSchema = z.strictObject({
  campaign: id,
  files: z.array(manifestFile),
});

export type ManifestFile = z.infer<typeof manifestFile>;
export type Manifest = z.infer<typeof manifestSchema>;
