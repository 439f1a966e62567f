import { z } from 'zod';
import { instant } from '../../contract/route.ts';
import { consentBases, rejectReasons } from '../../contract/values.ts';

export const audience = z.object({
  id: z.int(),
  name: z.string(),
  consentBasis: z.enum(consentBases),
  source: z.string(),
  retainUntil: z.iso.date().describe('Day in Asia/Kolkata after which the list is deleted'),
  district: z.string().nullable(),
  createdBy: z.string(),
  createdAt: instant,
  readyAt: instant.nullable(),
  rowsRead: z.int(),
  members: z.int(),
  dnd: z.int().describe('Members on the do-not-disturb list'),
  stations: z.int().describe('Members whose station the list says'),
  rejects: z.partialRecord(z.enum(rejectReasons), z.int()),
  fileName: z.string().describe('As it came in'),
  excluding: z
    .boolean()
    .describe('Its numbers are left out of every blast of its district, or of the state'),
  consentTemplate: z
    .string()
    .nullable()
    .describe('Consent template of the DLT portal by which the numbers agreed'),
});
export type Audience = z.input<typeof audience>;

const segment = z.object({
  district: z.string().nullable(),
  language: z.string(),
  members: z.int(),
});
export type Segment = z.input<typeof segment>;

export const audienceDetail = z.object({
  audience,
  segments: z.array(segment),
  longestStations: z
    .array(z.object({ district: z.string(), nameHi: z.string(), nameEn: z.string() }))
    .describe('The longest name in each district of a station that the list says'),
});
