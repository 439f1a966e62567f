import { type HelpLine, printedHelpLines } from '../../campaigns/campaign.ts';
import { isUrdu } from '../../campaigns/typesetting/bidi-runs.ts';
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
    /** Where the second number begins then. */
    second?: number;
    /** Height of a number that is called, in heights of the line. */
    numberShare?: number;
  },
): Node[] {
  const { left, right, baseline, heightMm, districtBaseline, numberShare = 1.4 } = at;
  const across = right - left;
  const lines = printedHelpLines(kit.campaign);
  const district = { position: 'absolute', left, height: heightMm } as const;
  if (districtBaseline !== undefined)
    return [
      ...helpRow(kit, lines, {
        ...{ left, width: across, baseline, heightMm: mostLarger * heightMm, numberShare },
        second: at.second,
      }),
      slot('district', { ...district, top: districtBaseline - heightMm, width: across }),
    ];
  const calls = lines.map((line) => measureCall(kit, line, numberShare));
  const start = right - helpLineUnits(kit, numberShare) * heightMm;
  let x = start;
  return [
    ...calls.flatMap((call) => {
      const nodes = callNodes(kit, call, { x, baseline, heightMm, numberShare });
      x += (call.width + 1) * heightMm;
      return nodes;
    }),
    slot('district', {
      ...{ ...district, top: baseline - heightMm },
      width: start - heightMm * 0.9 - left,
    }),
  ];
}

/** Width of the help lines beside each other, in heights of the line. */
export function helpLineUnits(kit: Kit, numberShare: number): number {
  const lines = printedHelpLines(kit.campaign);
  const widths = lines.map((line) => measureCall(kit, line, numberShare).width);
  return widths.reduce((sum, width) => sum + width, lines.length - 1);
}

/** The numbers to call in columns, each with what it is beside it, in one size. */
export function helpRow(
  kit: Kit,
  lines: readonly HelpLine[],
  at: {
    left: number;
    width: number;
    baseline: number;
    heightMm: number;
    numberShare: number;
    second?: number | undefined;
  },
): Node[] {
  const { left, width, baseline, numberShare } = at;
  const calls = lines.map((line) => measureCall(kit, line, numberShare));
  const second = calls.length === 2 ? at.second : undefined;
  const starts = calls.map((_, index) =>
    index === 1 && second !== undefined ? second : left + (index * width) / calls.length,
  );
  const rooms = calls.map((call, index) => {
    const isLast = index === calls.length - 1;
    const end = isLast ? left + width : (starts[index + 1] ?? left + width);
    return (end - (starts[index] ?? left)) / (call.width + (isLast ? 0 : 1));
  });
  const heightMm = Math.min(at.heightMm, ...rooms);
  return calls.flatMap((call, index) =>
    callNodes(kit, call, { x: starts[index] ?? left, baseline, heightMm, numberShare }),
  );
}

/** Height of what a number is, in heights of the line, and the room between them. */
const captionShare = 0.76;
/** Nastaliq is small at a height by which Devanagari is large. */
const captionShareUrdu = 1.1;
const captionGap = 0.36;
/** How much larger the help lines are where they have a line of their own. */
const mostLarger = 1.36;

/** A number and what it is beside it, in heights of the line. */
function measureCall(kit: Kit, line: HelpLine, numberShare: number) {
  const captionAt = inkUnits(kit, line.number, 800).width * numberShare + captionGap;
  const share = isUrdu(line.name.hi) ? captionShareUrdu : captionShare;
  const width = captionAt + inkUnits(kit, line.name.hi, 700).width * share;
  return { line, width, captionAt, share };
}

function callNodes(
  kit: Kit,
  { line, captionAt, share }: ReturnType<typeof measureCall>,
  at: { x: number; baseline: number; heightMm: number; numberShare: number },
): Node[] {
  const { x, baseline, heightMm, numberShare } = at;
  const place = { baseline, ink: 'paper', part: 'help-line' } as const;
  return [
    lineAt(kit, line.number, {
      ...{ ...place, x, heightMm: heightMm * numberShare, weight: 800, ink: 'marigold' },
    }),
    lineAt(kit, line.name.hi, {
      ...{ ...place, x: x + captionAt * heightMm, heightMm: heightMm * share },
    }),
  ];
}

/** The numbers to call, large and side by side with like gaps, each with what it is under it. */
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
    /** Where the last one begins. */
    lastLeft?: number;
  },
): Node[] {
  const pitch = at.width / lines.length;
  const fit = (content: string, heightMm: number, weight: Weight) =>
    fitMm(kit, content, { heightMm, widthMm: 0.92 * pitch, weight });
  const captionMm = Math.min(...lines.map(({ name }) => fit(name.hi, at.captionMm, 700)));
  const calls = lines.map(({ number, name }) => {
    const numberMm = fit(number, at.heightMm, 800);
    const widths = [
      inkUnits(kit, number, 800).width * numberMm,
      inkUnits(kit, name.hi, 700).width * captionMm,
    ];
    return { number, numberMm, caption: name.hi, widthMm: Math.max(...widths) };
  });
  const used = calls.reduce((sum, { widthMm }) => sum + widthMm, 0);
  const last = calls.at(-1)?.widthMm ?? 0;
  const room = at.lastLeft === undefined ? at.width - used : at.lastLeft - at.left - used + last;
  const gap = Math.min(room / Math.max(1, calls.length - 1), mostApart * at.width);
  let x = at.left;
  return calls.flatMap(({ number, numberMm, caption, widthMm }) => {
    const place = { x, part: 'help-line' };
    x += widthMm + gap;
    return [
      lineAt(kit, number, {
        ...{ ...place, baseline: at.baseline, heightMm: numberMm, weight: 800, ink: 'marigold' },
      }),
      lineAt(kit, caption, {
        ...{ ...place, baseline: at.captionBaseline, heightMm: captionMm, ink: 'paper' },
      }),
    ];
  });
}

/** Two numbers stand no farther apart than this, in widths of the line. */
const mostApart = 0.16;
