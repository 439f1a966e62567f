import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type ShelfFile, shelfSchema } from '../../campaigns/shelf.ts';

/** The film's cut for WhatsApp, Hindi before any other; undefined where none has been made. */
export function filmCut(out: string, campaign: string): ShelfFile | undefined {
  const file = join(out, 'film', 'shelf.json');
  if (!existsSync(file)) return undefined;
  const shelf = shelfSchema.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data;
  if (shelf?.campaign !== campaign) return undefined;
  const cuts = shelf.files.filter(
    ({ item, format, path, bytes }) =>
      item === 'film-whatsapp' &&
      format === 'mp4' &&
      statSync(join(out, path), { throwIfNoEntry: false })?.size === bytes,
  );
  return cuts.find(({ language }) => language === 'hi') ?? cuts[0];
}
