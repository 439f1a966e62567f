import { type HelpLine, printedHelpLines } from '../../campaigns/campaign.ts';
import type { InkName } from '../ink/palette.ts';
import { type Node, slot, type Weight } from '../layout/node.ts';
import type { Kit } from './artwork.ts';
import { fitMm, inkUnits, lineAt } from './typeset.ts';

/**
 * Below the name: the district's slot at the left, the help lines at the right, all on one baseline; on narrow pieces the
 * district has a line of its own over them, and they stand in columns, larger.
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
  const { left, right, baseline, heightMm, districtBaseline, numberShare = 1.4 } = at;
  const isApart = districtBaseline !== undefined;
  const calls = printedHelpLines(kit.campaign).map((line) => measureCall(kit, line, numberShare));
  const units = calls.reduce((sum, { width }) => sum + width, 0) + calls.length - 1;
  const across = right - left;
  const pitch = across / calls.length;
  const widest = Math.max(...calls.map(({ width }, at) => width + (at < calls.length - 1 ? 1 : 0)));
  const lineMm = isApart ? Math.min(mostLarger * heightMm, pitch / widest) : heightMm;
  const start = isApart ? left : right - units * lineMm;
  let next = start;
  const lines = calls.flatMap(({ line, width, captionAt }, index) => {
    const x = isApart ? left + index * pitch : next;
    const place = { baseline, ink: 'paper', part: 'help-line' } as const;
    const call = [
      lineAt(kit, line.number, {
        ...{ ...place, x, heightMm: lineMm * numberShare, weight: 800 },
      }),
      lineAt(kit, line.name.hi, {
        ...{ ...place, x: x + captionAt * lineMm, heightMm: lineMm * captionShare },
      }),
    ];
    next += (width + 1) * lineMm;
    return call;
  });
  return [
    ...lines,
    slot('district', {
      position: 'absolute',
      left,
      top: (districtBaseline ?? baseline) - heightMm,
      width: isApart ? across : start - heightMm * 0.9 - left,
      height: heightMm,
    }),
  ];
}

/** Height of what a number is, in heights of the line, and the room between them. */
const captionShare = 0.7;
const captionGap = 0.36;
/** How much larger the help lines are where they have a line of their own. */
const mostLarger = 1.15;

/** A number and what it is beside it, in heights of the line. */
function measureCall(kit: Kit, line: HelpLine, numberShare: number) {
  const captionAt = inkUnits(kit, line.number, 800).width * numberShare + captionGap;
  const width = captionAt + inkUnits(kit, line.name.hi, 700).width * captionShare;
  return { line, width, captionAt };
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
