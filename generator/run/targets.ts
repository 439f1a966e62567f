import type { Artwork, Imprint } from '../artwork/artwork.ts';
import type { DemandedKind } from './job.ts';

type Place = Pick<Imprint, 'district' | 'station'>;

/** `<district>-<station>-<artwork>.pdf`: a file that leaves its folder must still say whose board it is. */
export function pressPath(place: Place, artwork: string): string {
  return `${pagePath(place, artwork, '')}.pdf`;
}

/** `<district>-<station>-<artwork>[-front|-back]-<width>.png` */
export function previewPath(place: Place, artwork: string, page: string, widthPx: number): string {
  return `${pagePath(place, artwork, page)}-${widthPx}.png`;
}

export function previewPaths(place: Place, { id, pages, previewWidthsPx }: Artwork): string[] {
  return pages.flatMap((page) =>
    previewWidthsPx.map((width) => previewPath(place, id, page.id, width)),
  );
}

const endings: Record<DemandedKind, string> = {
  tiff: '.tif',
  jpeg: '.jpg',
  rgb: '-rgb.jpg',
  proof: '-proof.pdf',
};

/** `<district>-<station>-<artwork>[-front|-back].tif` and the like. */
export function demandedPath(
  place: Place,
  artwork: string,
  page: string,
  kind: DemandedKind,
): string {
  return `${pagePath(place, artwork, page)}${endings[kind]}`;
}

/** A proof shows all sides on one page; the others are made of sides, so that an imposed sheet is a press file only. */
export function demandedPaths(
  place: Place,
  { id, pages, imposition }: Artwork,
  kind: DemandedKind,
): string[] {
  if (imposition !== undefined) return [];
  if (kind === 'proof') return [demandedPath(place, id, '', kind)];
  return pages.map((page) => demandedPath(place, id, page.id, kind));
}

export function ticketPath(district: string): string {
  return `${district}/${district}-job-ticket.pdf`;
}

function pagePath({ district, station }: Place, artwork: string, page: string): string {
  return `${district}/${station}/${district}-${station}-${artwork}${page === '' ? '' : `-${page}`}`;
}
