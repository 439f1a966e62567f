import type { Kit } from '../../artwork/artwork.ts';
import { stackedLines } from '../../artwork/stacked-lines.ts';
import { block } from '../../artwork/typeset.ts';
import type { Node } from '../../layout/node.ts';

export interface Size {
  width: number;
  height: number;
}

/** Thickness of the frame. */
export const keylineMm = 0.5;
/** From the trim to the first letter. */
export const insetMm = 2.6;

/** The field of an advertisement, its foot where it has one, and the frame around both; what is on them comes between. */
export function framed(
  { width, height }: Size,
  { footTop, content }: { footTop?: number; content: Node[] },
): Node[] {
  const line = { left: 0, top: 0, width, height: keylineMm };
  const side = { left: 0, top: 0, width: keylineMm, height };
  return [
    block('marigold', { left: 0, top: 0, width, height }),
    ...(footTop === undefined
      ? []
      : [block('navy', { left: 0, top: footTop, width, height: height - footTop })]),
    ...content,
    block('key', line, 'keyline'),
    block('key', { ...line, top: height - keylineMm }, 'keyline'),
    block('key', side, 'keyline'),
    block('key', { ...side, left: width - keylineMm }, 'keyline'),
  ];
}

/** The app's name in Latin letters on the foot, in the middle of it. */
export function footName(
  kit: Kit,
  at: { x: number; anchor: 'left' | 'middle'; top: number; width: number; height: number },
): Node[] {
  return stackedLines(kit, kit.campaign.app.name, {
    ...at,
    mostLines: 1,
    ink: 'marigold',
    part: 'app',
  });
}
