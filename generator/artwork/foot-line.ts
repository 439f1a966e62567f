import { printedHelpLines } from '../../campaigns/campaign.ts';
import { type Node, slot } from '../layout/node.ts';
import type { Kit } from './artwork.ts';
import { lineAt, measureInk } from './typeset.ts';

/**
 * Below the name: the district's slot at the left, the help lines at the right, all on one baseline; on narrow pieces the
 * district has a line of its own over them.
 */
export function footLine(
  kit: Kit,
  at: {
    left: number;
    right: number;
    baseline: number;
    heightMm: number;
    districtBaseline?: number;
  },
): Node[] {
  const { left, baseline, heightMm, districtBaseline } = at;
  const pieces: { text: string; from: number; style: { heightMm: number; weight: 700 | 800 } }[] =
    [];
  let width = 0;
  const add = (text: string, space: number, style: { heightMm: number; weight: 700 | 800 }) => {
    const from = width + (width === 0 ? 0 : space * heightMm);
    pieces.push({ text, from, style });
    width = from + measureInk(kit, text, style).width;
  };
  for (const line of printedHelpLines(kit.campaign)) {
    add(line.number, 0.85, { heightMm, weight: 800 });
    add(line.name.hi, 0.3, { heightMm: heightMm * 0.68, weight: 700 });
  }
  const start = districtBaseline === undefined ? at.right - width : left;
  return [
    ...pieces.map(({ text, from, style }) =>
      lineAt(kit, text, { x: start + from, baseline, ink: 'paper', part: 'help-line', ...style }),
    ),
    slot('district', {
      position: 'absolute',
      left,
      top: (districtBaseline ?? baseline) - heightMm,
      width: districtBaseline === undefined ? start - heightMm * 0.9 - left : at.right - left,
      height: heightMm,
    }),
  ];
}
