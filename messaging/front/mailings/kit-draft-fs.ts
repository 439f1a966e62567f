import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import type { ManifestFile } from '../../../campaigns/manifest.ts';
import type { Attachment } from '../../mail/delivery/letter.ts';
import type { KitDraft } from './to-districts.ts';

/** Sharp enough to read every line of a board, and some 150 kB. */
const quality = 80;

/** The draft of a board as a letter carries it: the small PDF and a JPEG that opens on any phone. */
export async function readDraft(
  printDir: string,
  { district, station, pdf, picture }: KitDraft,
): Promise<Attachment[]> {
  const name = `${district}-${station}-board`;
  const [board, shown] = await Promise.all([
    readFile(join(printDir, pdf)),
    readFile(join(printDir, picture)),
  ]);
  const jpeg = await sharp(shown).flatten({ background: '#fff' }).jpeg({ quality }).toBuffer();
  return [
    { name: `${name}.pdf`, contentType: 'application/pdf', content: board },
    { name: `${name}.jpg`, contentType: 'image/jpeg', content: jpeg },
  ];
}

/** The first station of a district whose board is made with its picture; null where none is. */
export function draftIn(
  made: ReadonlyMap<string, ManifestFile>,
  district: string,
): KitDraft | null {
  for (const { path: pdf, station, artwork, format, ...file } of made.values()) {
    if (file.district !== district || station === null) continue;
    if (artwork !== 'board' || format !== 'pdf') continue;
    const picture = pdf.replace(/\.pdf$/, '-1440.png');
    if (made.has(picture)) return { district, station, pdf, picture };
  }
  return null;
}
