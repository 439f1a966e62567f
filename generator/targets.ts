import type { Artwork, Sign } from './artwork/artwork.ts';

type Place = Pick<Sign, 'district' | 'station'>;

export function pressPath({ district, station }: Place, artwork: string): string {
  return `${district}/${station}/${artwork}.pdf`;
}

/** `<artwork>[-front|-back]-<width>.webp` */
export function previewPath(
  { district, station }: Place,
  artwork: string,
  page: string,
  widthPx: number,
): string {
  return `${district}/${station}/${artwork}${page === '' ? '' : `-${page}`}-${widthPx}.webp`;
}

export function previewPaths(place: Place, { id, pages, previewWidthsPx }: Artwork): string[] {
  return pages.flatMap((page) =>
    previewWidthsPx.map((width) => previewPath(place, id, page.id, width)),
  );
}

export function zipPath(district: string): string {
  return `${district}/${district}.zip`;
}
