import { join } from 'node:path';
import type { z } from 'zod';
import type { Campaign } from '../campaigns/campaign.ts';
import type { Station } from '../campaigns/directory/station.ts';
import { zipContent, zipNoteName, zipPath } from '../campaigns/files/district-zip.ts';
import { readListing } from '../campaigns/files/listing-fs.ts';
import { planZip } from '../campaigns/files/zip.ts';
import { zipNote } from '../campaigns/files/zip-note.ts';
import {
  kitPlanSchema,
  type ManifestFile,
  manifestSchema,
  type ReadDistance,
} from '../campaigns/manifest.ts';
import type { SiteFile } from './files.ts';

/**
 * Files of the kit: what the manifest lists, and what the plan says is still to come. Without either nothing has been
 * generated yet: the pages say so.
 */
export function readKit(printDir: string, campaign: string): SiteFile[] {
  const listed = readList(join(printDir, 'manifest.json'), manifestSchema, campaign);
  // A ticket of a part is for the shop that the run was made for.
  const made = listed.filter(({ format }) => format !== 'ticket');
  const planned = readList(join(printDir, 'plan.json'), kitPlanSchema, campaign);
  const paths = new Set(made.map(({ path }) => path));
  const onDemand = new Set(planned.filter((file) => file.onDemand).map(({ path }) => path));
  return [
    ...made.map((file) => (onDemand.has(file.path) ? { ...file, onDemand: true as const } : file)),
    ...planned.filter(({ path }) => !paths.has(path)).map((file) => ({ ...file, bytes: null })),
  ];
}

/** From how far the board is read; empty before anything was planned. */
export function readBoardDistances(printDir: string, campaign: string): ReadDistance[] {
  const plan = readListing(join(printDir, 'plan.json'), kitPlanSchema);
  return plan?.campaign === campaign ? (plan.reads ?? []) : [];
}

interface Listing<T> {
  campaign: string;
  files: T[];
}

function readList<T>(file: string, schema: z.ZodType<Listing<T>>, campaign: string): T[] {
  const listing = readListing(file, schema);
  if (listing !== undefined && listing.campaign !== campaign) {
    throw new Error(
      `Expected the files of ${campaign} in ${file}, got those of ${listing.campaign}`,
    );
  }
  return listing?.files ?? [];
}

/**
 * A district's ZIP where none is written: the service puts it together as it is read. Its size is known once all that
 * it holds is made.
 */
export function streamedZip(
  campaign: Campaign,
  district: { id: string; nameHi: string },
  { files, stations }: { files: readonly SiteFile[]; stations: readonly Station[] },
): SiteFile {
  const content = zipContent(files.filter((file) => !file.onDemand));
  const note = new TextEncoder().encode(zipNote(campaign, stations));
  const isMade = content.every(({ file }) => file.bytes !== null);
  const entries = [
    { name: zipNoteName, bytes: note.length, crc32: 0 },
    ...content.map(({ name, file }) => ({ name, bytes: file.bytes ?? 0, crc32: 0 })),
  ];
  return {
    district: district.id,
    station: null,
    nameHi: district.nameHi,
    artwork: 'district',
    format: 'zip',
    path: zipPath(district.id),
    bytes: isMade ? planZip(entries).bytes : null,
    widthMm: null,
    heightMm: null,
    code: null,
    url: null,
  };
}

/** @throws naming what is still to be made, as a plain web server makes nothing */
export function expectWhole(printDir: string, campaign: string): ManifestFile[] {
  const again = 'run `up-cop-outreach generate --with-files` first';
  const made = readList(join(printDir, 'manifest.json'), manifestSchema, campaign);
  if (made.length === 0) {
    throw new Error(`Expected print files for \`--with-files\` in ${printDir}, got none: ${again}`);
  }
  const missing = readKit(printDir, campaign).filter(
    ({ bytes, onDemand }) => bytes === null && !onDemand,
  );
  if (missing.length > 0) {
    throw new Error(
      `Expected every print file for \`--with-files\`, ${missing.length} are not made: ${again}`,
    );
  }
  const zipped = new Set(
    made.flatMap(({ format, district }) => (format === 'zip' ? [district] : [])),
  );
  const without = new Set(made.map(({ district }) => district)).difference(zipped);
  if (without.size > 0) {
    throw new Error(
      `Expected a ZIP of each district for \`--with-files\`, ${without.size} have none: ${again}`,
    );
  }
  return made;
}
