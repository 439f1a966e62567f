import type { Artwork } from './artwork.ts';
import { uprightCodeMm, uprightPage, uprightScale } from './upright.ts';

const bleedMm = 3;

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
      qrMm: uprightCodeMm(trimMm.width) - 1,
      readFromM: { headline: 1.2 * u, scan: u, name: 0.48 * u, stores: 0.35 * u, rest: 0.39 * u },
      lineGapMm: 0.8 * u,
    },
    previewWidthsPx: [240],
    rasterDpi: 200,
    stock: 'paper',
    onDemand: true,
    pages: [uprightPage('', trimMm, bleedMm, { hasFields: true })],
  };
}

export const posterA3 = poster('poster-a3', { width: 297, height: 420 });
export const posterA2 = poster('poster-a2', { width: 420, height: 594 });
