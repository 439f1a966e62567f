import type { Artwork } from '../artwork.ts';
import { uprightScale } from '../upright.ts';
import { uprightUrduFace } from './upright-urdu.ts';
import { urduPage } from './urdu-page.ts';

/** A poster in Urdu: the pamphlet's front at its size. */
export function posterUrdu(poster: Artwork): Artwork {
  const { format, limits } = poster;
  const { u } = uprightScale(format.trimMm.width);
  return {
    ...poster,
    source: 'artwork/urdu/poster-urdu.ts',
    language: 'ur',
    format: { ...format, mirrored: true },
    limits: {
      ...limits,
      readFromM: {
        ...limits.readFromM,
        headline: 1.2 * u,
        scan: 0.65 * u,
        stores: 0.31 * u,
        rest: 0.34 * u,
      },
    },
    pages: [urduPage(uprightUrduFace('', format.trimMm, format.bleedMm), format.trimMm.width)],
  };
}
