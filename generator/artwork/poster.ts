import type { Artwork } from './artwork.ts';
import { uprightPage, uprightScale } from './upright.ts';

const bleedMm = 3;
/** Width of the code in units of A5: it is scanned from arm's length, and the headline read from four metres. */
const codeUnits = 44;

/** The notice board's poster, read from one to three metres. */
function poster(id: string, trimMm: { width: number; height: number }): Artwork {
  const { u } = uprightScale(trimMm.width);
  return {
    id,
    source: 'artwork/poster.ts',
    channel: 'board',
    format: { trimMm, bleedMm, safeMm: 8, unitsPerMm: 20 },
    limits: {
      decodeDpi: 40,
      qrMm: codeUnits * u - 0.1,
      readFromM: {
        headline: 1.59 * u,
        scan: 0.82 * u,
        name: 0.48 * u,
        stores: 0.29 * u,
        rest: 0.39 * u,
      },
      lineGapMm: 0.8 * u,
    },
    previewWidthsPx: [240],
    rasterDpi: 200,
    stock: 'paper',
    onDemand: true,
    pages: [uprightPage('', trimMm, bleedMm, { hasFields: true, codeMm: codeUnits * u })],
  };
}

export const posterA3 = poster('poster-a3', { width: 297, height: 420 });
export const posterA2 = poster('poster-a2', { width: 420, height: 594 });
