import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ManifestFile } from '../../campaigns/manifest.ts';
import { type ShelfChannel, shelfSchema } from '../../campaigns/shelf.ts';

/** Channels whose shelves hold press files. */
export const pressChannels = ['vehicle', 'newspaper'] as const satisfies readonly ShelfChannel[];
export type PressChannel = (typeof pressChannels)[number];

/** District id of files that the whole state shares. */
const wholeState = 'uttar-pradesh';

/** PDFs that channels have on their shelves in a print folder, as the preflight takes files of the manifest. */
export function readShelfFiles(
  folder: string,
  channels: readonly PressChannel[],
): { campaign: string | undefined; files: ManifestFile[] } {
  let campaign: string | undefined;
  const files = channels.flatMap((channel) => {
    const path = join(folder, channel, 'shelf.json');
    if (!existsSync(path)) return [];
    const shelf = shelfSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
    campaign ??= shelf.campaign;
    return shelf.files
      .filter(({ format }) => format === 'pdf')
      .map(({ item, format, path: at, bytes, sha256, district, mm, code, url }) => ({
        district: district ?? wholeState,
        station: null,
        nameHi: item,
        artwork: item,
        format,
        path: at,
        bytes,
        sha256,
        widthMm: mm?.width ?? null,
        heightMm: mm?.height ?? null,
        code,
        url,
      }));
  });
  return { campaign, files };
}

/** True for a file of a channel's shelf. */
export function isShelfFile({ path }: Pick<ManifestFile, 'path'>): boolean {
  return pressChannels.some((channel) => path.startsWith(`${channel}/`));
}
