import { z } from 'zod';
import { nameExamples, proofArtworks, proofSides } from '../../../campaigns/print/proofs/proof.ts';
import { bilingual } from '../../contract/route.ts';

/** Longest text that is taken for a name or an own field; what is too long for print is a finding. */
export const mostTyped = 200;

export const id = z
  .string()
  .max(80)
  .regex(/^[a-z0-9-]+$/);
export const client = z
  .string()
  .regex(/^[\w-]{1,64}$/)
  .describe('One open form; of its requests only the newest is answered with a proof');
export const pictures = {
  artworks: z.array(z.enum(proofArtworks)).min(1).max(proofArtworks.length),
  widthPx: z
    .int()
    .min(120)
    .max(1440)
    .default(900)
    .describe('Width of every picture but cards, which come as large as they are sent'),
};

/** A field of a draft that does not fit the campaign's schema, named for the officer. */
export const draftFault = z.object({
  path: z.array(z.string()),
  label: bilingual,
  message: bilingual,
});
export type FaultView = z.input<typeof draftFault>;

const finding = z.object({
  severity: z.enum(['fault', 'warning']),
  rule: z
    .string()
    .describe(
      "Preflight's id; name, own-field, layout for what no press file gets far enough to break",
    ),
  title: bilingual,
  field: z.string().nullable().describe('nameHi, nameEn or an own field; null where it is none'),
  page: z.int().nullable(),
  expected: bilingual,
  found: bilingual,
});

const mm = z.number().describe('Millimetres at true size');
const artworkProof = z.object({
  artwork: z.enum(proofArtworks),
  pages: z
    .array(
      z.object({
        side: z.enum(proofSides),
        widthPx: z.int(),
        heightPx: z.int(),
        png: z.string().describe('PNG in base64, pixel by pixel the preview of the printed kit'),
      }),
    )
    .describe('Empty where the artwork cannot be laid out: a finding says why'),
  name: z
    .object({
      lines: z.int(),
      heightMm: mm,
      leastMm: mm.describe('It may not stand lower, on so many lines'),
      usualMm: mm,
      clearMm: mm.nullable().describe("From the name's ink to the nearest edge of its band"),
      leastClearMm: mm,
    })
    .nullable()
    .describe('null where the name does not fit, and for a card'),
  fields: z.array(z.object({ field: z.string(), heightMm: mm, leastMm: mm })),
  findings: z.array(finding),
});

export const stationProof = z.object({
  name: z.string().describe('As it stands on the strip'),
  district: z.string(),
  station: z.string().nullable(),
  code: z.string().nullable().describe('null where the pictures show a specimen of a code'),
  findings: z
    .array(finding)
    .describe('About what was typed; with such a fault no artwork is drawn'),
  urduDraft: z
    .string()
    .optional()
    .describe('The name in Urdu by the sound of the Hindi one, where nobody has entered it'),
  artworks: z.array(artworkProof),
});
export type StationProofView = z.input<typeof stationProof>;

/** A newer request of the same client came before this one's turn. */
export const superseded = z.object({ kind: z.literal('superseded') });

export const campaignProof = z.object({
  kind: z.literal('proof'),
  errors: z
    .array(draftFault)
    .describe("Fields of the draft that do not fit the campaign's schema; then nothing is drawn"),
  stations: z.array(stationProof).describe('One for each example, in the order asked for'),
});

export const station = z.union([z.enum(nameExamples), z.object({ district: id, station: id })]);
