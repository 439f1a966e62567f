import type { Campaign } from '../../campaigns/campaign.ts';
import type { Artwork, Sign } from '../artwork/artwork.ts';
import type { Line } from '../layout/drawing.ts';
import { setLine, shapeAll } from '../layout/text-fit.ts';
import type { Typeface } from '../layout/typeface.ts';

/**
 * What the press operator reads below the trim, in Latin letters as vendors' job sheets are. It stands in two
 * pieces: what all stations share, and the station with its code.
 */
export function slugShared(artwork: Artwork, campaign: Campaign): string {
  const { trimMm, bleedMm } = artwork.format;
  const parts = [
    `${campaign.app.name} ${artwork.id} v${campaign.version}`,
    `trim ${trimMm.width} x ${trimMm.height} mm + ${bleedMm} mm bleed`,
    'C M Y K, FOGRA39',
  ];
  if (!campaign.links.confirmed) {
    parts.push(`NOT FOR PRINT: link host ${campaign.links.host} is not confirmed`);
  }
  return parts.join('   |   ');
}

export function slugStation({ district, station, code }: Sign): string {
  return `${code}   |   ${district}/${station}`;
}

/** Sets a piece of the slug below the bleed, `fromMm` from the left edge of the trim. */
export function slugLine(
  text: string,
  { trimMm, bleedMm }: Artwork['format'],
  { face, fromMm, widthMm }: { face: Typeface; fromMm: number; widthMm: number },
): Line {
  const large = trimMm.width > 1000;
  const run = shapeAll(face, text);
  const unitMm = Math.min(large ? 0.016 : 0.0022, widthMm / run.advance);
  const baseline = trimMm.height + bleedMm + (large ? 26 : 6.5);
  return setLine(run, { x: fromMm, baseline, unitMm, ink: 'key', part: 'slug' });
}

/** Where the two pieces stand: the shared one from the left, the station's at the right. */
export function slugPlaces({ trimMm }: Artwork['format']): {
  shared: { fromMm: number; widthMm: number };
  station: { fromMm: number; widthMm: number };
} {
  const edge = trimMm.width > 1000 ? 40 : 8;
  const sharedWidth = trimMm.width * 0.64;
  const stationFrom = edge + sharedWidth + edge;
  return {
    shared: { fromMm: edge, widthMm: sharedWidth },
    station: { fromMm: stationFrom, widthMm: trimMm.width - stationFrom - edge },
  };
}
