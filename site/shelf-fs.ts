import { join } from 'node:path';
import { readListing } from '../campaigns/files/listing-fs.ts';
import {
  type PlannedShelfFile,
  type ShelfChannel,
  shelfPlanSchema,
  shelfSchema,
} from '../campaigns/shelf.ts';

/** A file that a channel's page offers; null for the size of one that is still to be made. */
export type SiteShelfFile = PlannedShelfFile & { bytes: number | null };

/** Files of a channel for the whole state: made, or still to come. Empty before anything was planned. */
export function readShelf(
  printDir: string,
  campaign: string,
  channel: ShelfChannel,
): SiteShelfFile[] {
  const made = readListing(join(printDir, channel, 'shelf.json'), shelfSchema);
  const plan = readListing(join(printDir, channel, 'plan.json'), shelfPlanSchema);
  const sizes = new Map(
    made?.campaign === campaign ? made.files.map(({ path, bytes }) => [path, bytes]) : [],
  );
  if (plan?.campaign !== campaign) return [];
  return plan.files.map((file) => ({ ...file, bytes: sizes.get(file.path) ?? null }));
}
