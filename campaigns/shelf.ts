import { z } from 'zod';
import type { Campaign } from './campaign.ts';
import { id } from './id.ts';
import { manifestSchema } from './manifest.ts';

/** Channels whose material belongs to no station's print kit. Each has a folder of that name next to the kit's districts. */
export const shelfChannels = ['film', 'radio', 'social', 'vehicle', 'newspaper'] as const;
export type ShelfChannel = (typeof shelfChannels)[number];

/** The field of a campaign that describes each channel. */
const shelfParts = {
  film: 'film',
  radio: 'radio',
  social: 'social',
  vehicle: 'vehicles',
  newspaper: 'newspapers',
} as const satisfies Record<ShelfChannel, keyof Campaign>;

/** Channels that a campaign has material of. */
export function listShelfChannels(campaign: Campaign): ShelfChannel[] {
  return shelfChannels.filter((channel) => campaign[shelfParts[channel]] !== undefined);
}

/** Values of `--channel` by which all material of a campaign is made: the film takes longer than all the others together. */
export function listChannelRuns(campaign: Campaign): string[] {
  const channels = listShelfChannels(campaign);
  const others = channels.filter((channel) => channel !== 'film');
  return [others.join(','), ...channels.filter((channel) => channel === 'film')].filter(Boolean);
}

const { bytes, sha256 } = manifestSchema.shape.files.element.shape;
/** Capitals too: stations and cinemas have their own ways to name what they get. */
const path = z.string().regex(/^[a-z0-9][a-z0-9._-]*(\/[a-z0-9][a-z0-9._-]*)*$/i);

const plannedShelfFile = z.strictObject({
  item: id.describe('What it is, as the pages name it: film-wide, card-story, door-left'),
  format: z.string().regex(/^[a-z0-9]+$/),
  path: path.describe('Relative to the print folder; begins with the channel'),
  language: z.enum(['hi', 'en']).nullable(),
  district: id.nullable().describe('null for what the whole state shares'),
  station: id.nullable(),
  px: z.strictObject({ width: z.int().positive(), height: z.int().positive() }).nullable(),
  mm: z
    .strictObject({ width: z.number().positive(), height: z.number().positive() })
    .nullable()
    .describe('Trimmed size'),
  seconds: z.number().positive().nullable(),
  code: z.string().nullable().describe('Short code in the QR or spoken; null where there is none'),
  url: z.string().nullable().describe('What the QR says'),
  preview: path.nullable().describe('A picture to show it by'),
  guide: z.literal(true).optional().describe('To time and rehearse by; never for the public'),
});

const shelfFile = plannedShelfFile.extend({ bytes, sha256 });

/** Files planned for a channel: `plan.json` in its folder, written before the first file is made. */
export const shelfPlanSchema = z.strictObject({
  campaign: id,
  channel: z.enum(shelfChannels),
  files: z.array(plannedShelfFile),
});

/** Files that were made: `shelf.json` in the channel's folder. */
export const shelfSchema = shelfPlanSchema.extend({
  files: z.array(
    shelfFile.extend({ inputs: z.string().describe('Hash of all that the file depends on') }),
  ),
});

export type PlannedShelfFile = z.infer<typeof plannedShelfFile>;
export type Shelf = z.infer<typeof shelfSchema>;
export type ShelfFile = Shelf['files'][number];
