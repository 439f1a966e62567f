import { inUrdu } from '../../../campaigns/urdu/in-urdu.ts';
import type { Box } from '../../layout/drawing.ts';
import { mirrorBox, mirrorShape } from '../../layout/mirror.ts';
import type { Kit, Page } from '../artwork.ts';

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
