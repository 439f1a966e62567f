import type { InkName } from '../ink/palette.ts';
import type { Node } from '../layout/node.ts';
import type { Kit } from './artwork.ts';
import { inkUnits, lineAt } from './typeset.ts';

/** The headline on two lines, broken at the word that leaves them largest, with a stated gap between their inks. */
export function headlineLines(
  kit: Kit,
  at: {
    left: number;
    width: number;
    /** Baseline of the first line. */
    baseline: number;
    heightMm: number;
    gapMm: number;
    ink?: InkName;
  },
): Node[] {
  const lines = twoLines(kit, kit.campaign.copy.headline.hi);
  const inks = lines.map((line) => inkUnits(kit, line, 800));
  const heightMm = Math.min(at.heightMm, ...inks.map(({ width }) => at.width / width));
  const [first, second] = inks;
  const pitch = ((first?.below ?? 0) + (second?.above ?? 0)) * heightMm + at.gapMm;
  return lines.map((line, index) =>
    lineAt(kit, line, {
      x: at.left,
      baseline: at.baseline + index * pitch,
      heightMm,
      weight: 800,
      ink: at.ink ?? 'navy',
      part: 'headline',
    }),
  );
}

function twoLines(kit: Kit, headline: string): string[] {
  const words = headline.split(' ');
  const width = (line: string) => inkUnits(kit, line, 800).width;
  let best = [headline];
  for (let at = 1; at < words.length; at += 1) {
    const halves = [words.slice(0, at).join(' '), words.slice(at).join(' ')];
    if (best.length === 1 || Math.max(...halves.map(width)) < Math.max(...best.map(width)))
      best = halves;
  }
  return best;
}
