import { statSync } from 'node:fs';
import { join } from 'node:path';
import { readListing } from '../../../campaigns/files/listing-fs.ts';
import { type ShelfFile, shelfSchema } from '../../../campaigns/shelf.ts';
import { whatsappCut } from '../../../campaigns/social/film-cut.ts';

/** The film's cut for WhatsApp, where this campaign's has been made and is there whole. */
export function readFilmCut(out: string, campaign: string): ShelfFile | undefined {
  const shelf = readListing(join(out, 'film', 'shelf.json'), shelfSchema);
  if (shelf?.campaign !== campaign) return undefined;
  return whatsappCut(
    shelf.files.filter(
      ({ path, bytes }) => statSync(join(out, path), { throwIfNoEntry: false })?.size === bytes,
    ),
  );
}
