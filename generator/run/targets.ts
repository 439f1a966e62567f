import type { Artwork, Imprint } from '../artwork/artwork.ts';

type Place = Pick<Imprint, 'district' | 'station'>;

/** `<district>-<station>-<artwork>.pdf`: a file that leaves its folder must still say whose board it is. */
export function pressPath(place: Place, artwork: string): string {
  return `${pagePath(place, artwork, '')}.pdf`;
}

/** `<district>-<station>-<artwork>[-front|-back]-<width>.webp` */
export function previewPath(place: Place, artwork: string, page: string, widthPx: number): string {
  return `${pagePath(place, artwork, page)}-${widthPx}.webp`;
}

export function previewPaths(place: Place, { id, pages, previewWidthsPx }: Artwork): string[] {
  return pages.flatMap((page) =>
    previewWidthsPx.map((width) => previewPath(place, id, page.id, width)),
  );
}

/** `<district>-<station>-<artwork>[-front|-back].tif|jpg` */
export function rasterPath(
  place: Place,
  artwork: string,
  page: string,
  format: 'tiff' | 'jpeg',
): string {
  return `${pagePath(place, artwork, page)}.${format === 'tiff' ? 'tif' : 'jpg'}`;
}

/** Pictures are made of sides; an imposed sheet is a press file only. */
export function rasterPaths(
  place: Place,
  { id, pages, imposition }: Artwork,
  format: 'tiff' | 'jpeg',
): string[] {
  if (imposition !== undefined) return [];
  return pages.map((page) => rasterPath(place, id, page.id, format));
}

export function zipPath(district: string): string {
  return `${district}/${district}.zip`;
}

export function ticketPath(district: string): string {
  return `${district}/${district}-job-ticket.pdf`;
}

function pagePath({ district, station }: Place, artwork: string, page: string): string {
  return `${district}/${station}/${district}-${station}-${artwork}${page === '' ? '' : `-${page}`}`;
}
