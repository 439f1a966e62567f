import { type HelpLine, printedHelpLines } from '../../campaigns/campaign.ts';
import type { InkName } from '../ink/palette.ts';
import { type Node, slot, type Weight } from '../layout/node.ts';
import type { Kit } from './artwork.ts';
import { fitMm, lineAt, measureInk } from './typeset.ts';

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
    /** Height of a number that is called, in heights of the line. */
    numberShare?: number;
  },
): Node[] {
  const { left, baseline, heightMm, districtBaseline, numberShare = 1.4 } = at;
  const pieces: { text: string; from: number; style: { heightMm: number; weight: 700 | 800 } }[] =
    [];
  let width = 0;
  const add = (text: string, space: number, style: { heightMm: number; weight: 700 | 800 }) => {
    const from = width + (width === 0 ? 0 : space * heightMm);
    pieces.push({ text, from, style });
    width = from + measureInk(kit, text, style).width;
  };
  for (const line of printedHelpLines(kit.campaign)) {
    add(line.number, 1, { heightMm: heightMm * numberShare, weight: 800 });
    add(line.name.hi, 0.36, { heightMm: heightMm * 0.7, weight: 700 });
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

/** The numbers to call, large and side by side in columns, each with what it is under it. */
export function helpColumns(
  kit: Kit,
  lines: readonly HelpLine[],
  at: {
    left: number;
    width: number;
    baseline: number;
    heightMm: number;
    captionBaseline: number;
    captionMm: number;
    inks?: { number: InkName; caption: InkName };
  },
): Node[] {
  const { inks = { number: 'marigold', caption: 'paper' } } = at;
  const pitch = at.width / lines.length;
  const fit = (content: string, heightMm: number, weight: Weight) =>
    fitMm(kit, content, { heightMm, widthMm: 0.92 * pitch, weight });
  const captionMm = Math.min(...lines.map(({ name }) => fit(name.hi, at.captionMm, 700)));
  return lines.flatMap(({ number, name }, index) => {
    const place = { x: at.left + index * pitch, part: 'help-line' };
    const large = { heightMm: fit(number, at.heightMm, 800), weight: 800 } as const;
    return [
      lineAt(kit, number, { ...place, ...large, baseline: at.baseline, ink: inks.number }),
      lineAt(kit, name.hi, {
        ...place,
        ...{ baseline: at.captionBaseline, heightMm: captionMm, ink: inks.caption },
      }),
    ];
  });
}
