import { inUrdu } from '../../../campaigns/languages/urdu/in-urdu.ts';
import { type Box, mirrorBox, mirrorShape } from '../../layout/drawing.ts';
import type { Node } from '../../layout/node.ts';
import type { Kit, Page } from '../artwork.ts';
import { demonstrationTag } from '../demonstration-tag.ts';
import { inkUnits, lineAt } from '../typeset.ts';

/**
 * A side in Urdu. It is drawn as if it were read from left to right, with the campaign's Urdu words, and changes sides as a
 * whole: so the parts of the family serve both. Its format says `mirrored`.
 */
export function urduPage(page: Page, widthMm: number): Page {
  const { fields } = page;
  return {
    ...page,
    ...(fields === undefined
      ? {}
      : {
          fields: { ...fields, gridText: (imprint, kit) => fields.gridText(imprint, urduKit(kit)) },
        }),
    tree: (kit) => page.tree(urduKit(kit)),
    stamp(slots, imprint, kit) {
      const drawn = new Map<string, Box>();
      for (const [name, box] of slots) drawn.set(name, mirrorBox(box, widthMm));
      return page.stamp(drawn, imprint, urduKit(kit)).map((shape) => mirrorShape(shape, widthMm));
    },
  };
}

function urduKit<T extends Kit>(kit: T): T {
  return { ...kit, campaign: inUrdu(kit.campaign) };
}

/**
 * The headline on one line, as wide as its room: Nastaliq goes down as it goes on, and two lines of it would each be half
 * as large. A demonstration's tag takes its place from it where it has a height.
 */
export function headlineUrdu(
  kit: Kit,
  at: { left: number; right: number; top: number; tagMm?: number; gapMm?: number },
): Node[] {
  const { left, right, top, tagMm = 0, gapMm = 0 } = at;
  const content = kit.campaign.copy.headline.hi;
  const { above, below, width } = inkUnits(kit, content, 800);
  const widest = (right - left) / width;
  const tag = kit.campaign.demonstration === undefined ? 0 : tagMm + gapMm;
  const heightMm = widest - tag / (above + below);
  return [
    lineAt(kit, content, {
      x: left,
      baseline: top + above * heightMm,
      heightMm,
      weight: 800,
      ink: 'navy',
      part: 'headline',
    }),
    ...(tagMm === 0
      ? []
      : demonstrationTag(kit, {
          left,
          top: top + (above + below) * widest - tagMm,
          height: tagMm,
          width: right - left,
        })),
  ];
}
