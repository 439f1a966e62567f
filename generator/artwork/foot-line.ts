import { printedHelpLines } from '../../campaigns/campaign.ts';
import { type Node, slot } from '../layout/node.ts';
import type { Kit } from './artwork.ts';
import { lineAt, measureInk } from './typeset.ts';

/** Below the name: the district's slot at the left, the help lines at the right, all on one baseline. */
export function footLine(
  kit: Kit,
  at: { left: number; right: number; baseline: number; heightMm: number },
): Node[] {
  const { left, baseline, heightMm } = at;
  const small = heightMm * 0.68;
  const nodes: Node[] = [];
  let x = at.right;
  const set = (content: string, style: { heightMm: number; weight: 700 | 800 }) => {
    x -= measureInk(kit, content, style).width;
    nodes.unshift(lineAt(kit, content, { x, baseline, ink: 'paper', part: 'help-line', ...style }));
  };
  for (const line of printedHelpLines(kit.campaign).toReversed()) {
    if (nodes.length > 0) x -= heightMm * 0.85;
    set(line.name.hi, { heightMm: small, weight: 700 });
    x -= heightMm * 0.3;
    set(line.number, { heightMm, weight: 800 });
  }
  const width = x - heightMm * 0.9 - left;
  return [
    ...nodes,
    slot('district', {
      position: 'absolute',
      left,
      top: baseline - heightMm,
      width,
      height: heightMm,
    }),
  ];
}
