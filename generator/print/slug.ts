import type { Campaign } from '../../campaigns/campaign.ts';
import type { Artwork, Imprint } from '../artwork/artwork.ts';
import type { Line } from '../layout/drawing.ts';
import { setLine, shapeAll } from '../layout/text-fit.ts';
import type { Typeface } from '../layout/typeface.ts';
import { markSizes } from './marks.ts';

/**
 * What the press operator reads below the trim, in Latin letters as vendors' job sheets are. It stands in two
 * pieces: what all stations share, and the station with its code.
 */
export function slugShared({ id, format, imposition }: Artwork, campaign: Campaign): string {
  const { width, height } = imposition?.trimMm ?? format.trimMm;
  const parts = [
    `${campaign.app.name} ${id} v${campaign.version}`,
    `trim ${width} x ${height} mm + ${format.bleedMm} mm bleed`,
    'C M Y K, FOGRA39',
  ];
  if (imposition !== undefined) parts.push(imposition.turn);
  if (!campaign.links.confirmed) {
    parts.push(`NOT FOR PRINT: link host ${campaign.links.host} is not confirmed`);
  }
  return parts.join('   |   ');
}

export function slugStation({ district, station, code }: Imprint): string {
  return `${code}   |   ${district}/${station}`;
}

type Place = { trimMm: { width: number; height: number }; bleedMm: number };

/** The shared piece of the slug from the left, or the station's at the right, below the bleed. */
export function slugLine(
  text: string,
  { trimMm, bleedMm }: Place,
  { face, piece }: { face: Typeface; piece: 'shared' | 'station' },
): Line {
  const { edge, slugUnitMm, slugBaseline } = markSizes(trimMm);
  const sharedWidth = trimMm.width * 0.64;
  const from = piece === 'shared' ? edge : sharedWidth + 2 * edge;
  const widthMm = piece === 'shared' ? sharedWidth : trimMm.width - from - edge;
  const run = shapeAll(face, text);
  const unitMm = Math.min(slugUnitMm, widthMm / run.advance);
  const baseline = trimMm.height + bleedMm + slugBaseline;
  return setLine(run, { x: from, baseline, unitMm, ink: 'key', part: 'slug' });
}
