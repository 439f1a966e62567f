import type { Campaign } from '../../campaigns/campaign.ts';
import { isUnread } from '../../campaigns/demonstration.ts';
import { openFacts, openStores } from '../../campaigns/facts.ts';
import { isUrduDraft } from '../../campaigns/languages/urdu/in-urdu.ts';
import type { Artwork, Imprint } from '../artwork/artwork.ts';
import type { Line } from '../layout/drawing.ts';
import { setLine, shapeAll } from '../layout/text-fit.ts';
import type { Typeface } from '../layout/typeface.ts';
import { findMarkSizes, type SheetPlan } from './imposition.ts';

/**
 * The press operator's line below the trim, in Latin letters as on vendors' job sheets. It has two pieces: one that all
 * stations share, and the station with its code.
 */
export function slugShared(
  { id, format, imposition, language }: Artwork,
  campaign: Campaign,
  condition: string,
): string {
  const { width, height } = imposition?.trimMm ?? format.trimMm;
  const parts = [
    `${campaign.app.name} ${id} v${campaign.version}`,
    `trim ${width} x ${height} mm + ${format.bleedMm} mm bleed`,
    `C M Y K, ${condition}`,
  ];
  if (imposition?.pages === 2) parts.unshift('GRIPPER EDGE', imposition.turn);
  else if (imposition !== undefined) parts.push(imposition.turn);
  const open = [
    ...(campaign.demonstration === undefined
      ? []
      : [campaign.demonstration.notice.en.toUpperCase()]),
    ...(campaign.links.confirmed ? [] : [`link host ${campaign.links.host} is not confirmed`]),
    ...(openStores(campaign).length === 0 ? [] : ['store ids are not confirmed']),
    ...(isUnread(campaign) ? ['words not read by a native reader'] : []),
    ...(language === 'ur' && isUrduDraft(campaign) ? ['Urdu text is a draft'] : []),
  ];
  const facts = openFacts(campaign).length;
  if (id.startsWith('pamphlet') && facts > 0) parts.push(`facts open: ${facts}`);
  if (open.length > 0) parts.push(`NOT FOR PRINT: ${open.join(', ')}`);
  return parts.join('   |   ');
}

export function slugStation({ district, station, code, isDraftName }: Imprint): string {
  const parts = [code, `${district}/${station}`, ...(isDraftName ? ['Urdu name is a draft'] : [])];
  return parts.join('   |   ');
}

/** The shared piece of the slug from the left, or the station's at the right, below the bleed and between cut marks. */
export function slugLine(
  text: string,
  sheet: SheetPlan,
  { bleedMm, face, piece }: { bleedMm: number; face: Typeface; piece: 'shared' | 'station' },
): Line {
  const { slugUnitMm, slugBaseline } = findMarkSizes(sheet);
  const { from, to } = span(sheet, piece);
  const run = shapeAll(face, text);
  const unitMm = Math.min(slugUnitMm, (to - from) / run.advance);
  const baseline = sheet.trimMm.height + bleedMm + slugBaseline;
  return setLine(run, { x: from, baseline, unitMm, ink: 'key', part: 'slug' });
}

/** Cut and register marks are at the ends and in the gutters. */
function span(sheet: SheetPlan, piece: 'shared' | 'station'): { from: number; to: number } {
  const { trimMm, cuts } = sheet;
  const { edge } = findMarkSizes(sheet);
  if (sheet.pages === 2) {
    const [first = 0, second = 0] = piece === 'shared' ? cuts.xs : cuts.xs.slice(-2);
    const register = trimMm.width * 0.03 + 2;
    return piece === 'shared'
      ? { from: first + register, to: second - edge }
      : { from: first + edge, to: second - register };
  }
  const shared = trimMm.width * 0.64;
  return piece === 'shared'
    ? { from: edge, to: edge + shared }
    : { from: shared + 2 * edge, to: trimMm.width - edge };
}
