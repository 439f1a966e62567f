import type { PlannedFile } from '../campaigns/manifest.ts';
import type { Words } from './i18n/dictionary.ts';

/** A file that the pages offer; null for the size of one that is not made yet: the service makes it when asked. */
export type SiteFile = PlannedFile & { bytes: number | null };

/** Where the service, or a plain web server beside the pages, gives the print files. */
export function fileUrl(file: SiteFile): string {
  return `/files/${file.path}`;
}

/** As the pages group them: what hangs outside, what is handed out, what is inside. */
export const artworkGroups = [
  { id: 'boards', artworks: ['board', 'standee', 'board-ur'] },
  {
    id: 'pamphlets',
    artworks: [
      ...([
        'pamphlet',
        'pamphlet-large',
        'pamphlet-one-ink',
        'pamphlet-2up',
        'pamphlet-4up',
      ] as const),
      ...(['pamphlet-ur', 'pamphlet-ur-2up', 'pamphlet-ur-4up'] as const),
    ],
  },
  { id: 'posters', artworks: ['poster-a3', 'poster-a2', 'tent', 'sticker'] },
] as const;
export type ArtworkGroup = (typeof artworkGroups)[number]['id'] | 'others';

const artworkOrder: readonly string[] = artworkGroups.flatMap(({ artworks }) => artworks);
const formatOrder = ['pdf', 'proof', 'rgb', 'tif', 'tiff', 'jpg', 'jpeg', 'zip'];

/** Files to be taken away, previews left out, the board's PDF first. */
export function printFiles(files: readonly SiteFile[]): SiteFile[] {
  const rank = (order: readonly string[], value: string) => {
    const at = order.indexOf(value);
    return at === -1 ? order.length : at;
  };
  return files
    .filter(({ format }) => format !== 'png')
    .sort(
      (a, b) =>
        rank(artworkOrder, a.artwork) - rank(artworkOrder, b.artwork) ||
        a.artwork.localeCompare(b.artwork) ||
        rank(formatOrder, a.format) - rank(formatOrder, b.format),
    );
}

/** Files to be taken away in their groups, the board first; a group without files is left out. */
export function groupFiles(files: readonly SiteFile[]): { id: ArtworkGroup; files: SiteFile[] }[] {
  const findGroup = ({ artwork }: SiteFile): ArtworkGroup =>
    artworkGroups.find(({ artworks }) => (artworks as readonly string[]).includes(artwork))?.id ??
    'others';
  const grouped = Map.groupBy(printFiles(files), findGroup);
  return [...artworkGroups.map(({ id }) => id), 'others' as const].flatMap((id) => {
    const inGroup = grouped.get(id);
    return inGroup === undefined ? [] : [{ id, files: inGroup }];
  });
}

export function findFile(
  files: readonly SiteFile[],
  artwork: string,
  format: string,
): SiteFile | undefined {
  return files.find((file) => file.artwork === artwork && file.format === format);
}

export interface Preview {
  url: string;
  width: number;
  height: number;
}

/** Pictures of an artwork, or of one of its sides, by width: the smallest first. Their names tell side and width. */
export function listPreviews(
  files: readonly SiteFile[],
  artwork: string,
  side?: 'front' | 'back',
): Preview[] {
  const name = new RegExp(`-${artwork}${side === undefined ? '' : `-${side}`}-(\\d+)\\.png$`);
  return files
    .filter((file) => file.artwork === artwork && file.format === 'png')
    .flatMap((file) => {
      const width = Number(name.exec(file.path)?.[1]);
      if (!Number.isInteger(width)) return [];
      const aspect = file.widthMm && file.heightMm ? file.heightMm / file.widthMm : boardAspect;
      return [{ url: fileUrl(file), width, height: Math.round(width * aspect) }];
    })
    .sort((a, b) => a.width - b.width);
}

const boardAspect = 5 / 8;

/** How an artwork is called; one that the pages do not know yet keeps its id. */
export function artworkName(words: Words, artwork: string): string {
  return words.artworks[artwork] ?? artwork;
}

export function formatName(words: Words, format: string): string {
  return words.formats[format] ?? format.toUpperCase();
}
