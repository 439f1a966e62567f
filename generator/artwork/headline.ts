import type { Node } from '../layout/node.ts';
import type { Kit } from './artwork.ts';
import { demonstrationTag } from './demonstration-tag.ts';
import { stackedLines } from './stacked-lines.ts';

/** The headline on one to three lines, as large as its box allows; a demonstration's tag takes its own place below it. */
export function headlineBlock(
  kit: Kit,
  at: {
    left: number;
    top: number;
    width: number;
    height: number;
    mostMm: number;
    gapMm: number;
    tagMm: number;
  },
): Node[] {
  const tag = kit.campaign.demonstration === undefined ? 0 : at.tagMm + at.gapMm;
  const bottom = at.top + at.height;
  return [
    ...stackedLines(kit, kit.campaign.copy.headline.hi, {
      ...at,
      x: at.left,
      height: at.height - tag,
      mostLines: 3,
      ink: 'navy',
      part: 'headline',
    }),
    ...demonstrationTag(kit, { ...at, top: bottom - at.tagMm, height: at.tagMm }),
  ];
}
