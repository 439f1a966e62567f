import { type HelpLine, printedHelpLines } from '../../campaigns/campaign.ts';
import { isUrdu } from '../../campaigns/languages/typesetting/bidi-runs.ts';
import { type Node, slot, type Weight } from '../layout/node.ts';
import type { Kit } from './artwork.ts';
import { fitMm, inkUnits, lineAt } from './typeset.ts';

interface FootAt {
  left: number;
  right: number;
  /** Of the help lines. */
  baseline: number;
  /** Height of the line, whose numbers and captions are shares of it. */
  heightMm: number;
}

/**
 * Below the name: the district's slot at the left, the help lines at the right, all on one baseline.
 * @param numberShare height of a number that is called, in heights of the line
 * @param districtShare least share of the line that is the district's: where the words of the numbers are wide, they are smaller
 */
export function footLine(
  kit: Kit,
  { left, right, ...at }: FootAt & { numberShare?: number; districtShare?: number },
): Node[] {
  const { baseline, numberShare = usualNumber, districtShare = 0.43 } = at;
  const calls = printedCalls(kit, numberShare);
  const units = rowUnits(calls);
  const heightMm = Math.min(at.heightMm, ((1 - districtShare) * (right - left)) / units);
  // Without numbers the line is the district's.
  const start = calls.length === 0 ? right + heightMm : right - units * heightMm;
  let x = start;
  return [
    ...calls.flatMap((call) => {
      const nodes = callNodes(kit, call, { x, baseline, heightMm, numberShare });
      x += (call.width + callGap) * heightMm;
      return nodes;
    }),
    slot('district', {
      position: 'absolute',
      left,
      width: start - heightMm * 0.9 - left,
      top: baseline - at.heightMm,
      height: at.heightMm,
    }),
  ];
}

/** Below the name of narrow pieces: the district's slot, and under it the help lines, larger, on their own line. */
export function footLines(
  kit: Kit,
  at: FootAt & { districtBaseline: number; second: number; floorMm?: number },
): Node[] {
  const { left, right, baseline, heightMm, districtBaseline, second, floorMm = Infinity } = at;
  const width = right - left;
  const size = { heightMm: mostLarger * heightMm, numberShare: usualNumber };
  return [
    ...helpRow(kit, printedHelpLines(kit.campaign), {
      left,
      width,
      baseline,
      second,
      floorMm,
      ...size,
    }),
    slot('district', {
      position: 'absolute',
      left,
      width,
      top: districtBaseline - heightMm,
      height: heightMm,
    }),
  ];
}

const usualNumber = 1.4;

function printedCalls(kit: Kit, numberShare: number): Call[] {
  return printedHelpLines(kit.campaign).map((line) => measureCall(kit, line, numberShare));
}

/** The numbers to call in columns, each with its label, in one size. */
export function helpRow(
  kit: Kit,
  lines: readonly HelpLine[],
  at: {
    left: number;
    width: number;
    baseline: number;
    heightMm: number;
    numberShare: number;
    /** Where the second of two begins; else they have equal gaps from edge to edge. */
    second?: number | undefined;
    /** Lowest edge of their ink. */
    floorMm?: number;
  },
): Node[] {
  const { left, width, numberShare } = at;
  const calls = lines.map((line) => measureCall(kit, line, numberShare));
  const [first, other] = calls;
  const second = calls.length === 2 ? at.second : undefined;
  const most =
    second === undefined || first === undefined || other === undefined
      ? width / rowUnits(calls)
      : Math.min((second - left) / (first.width + callGap), (left + width - second) / other.width);
  const heightMm = Math.min(at.heightMm, most);
  const deepest = Math.max(0, ...lines.map(({ name }) => inkUnits(kit, name.hi, 700).below));
  const baseline = Math.min(
    at.baseline,
    (at.floorMm ?? Infinity) - deepest * captionShare * heightMm,
  );
  const used = calls.reduce((sum, call) => sum + call.width * heightMm, 0);
  const gap = (width - used) / Math.max(1, calls.length - 1);
  let x = left;
  return calls.flatMap((call, index) => {
    const own = index === 1 && second !== undefined ? second : x;
    x = own + call.width * heightMm + gap;
    return callNodes(kit, call, { x: own, baseline, heightMm, numberShare });
  });
}

/** Between two numbers with their names, in heights of the line. */
const callGap = 1.3;

function rowUnits(calls: readonly Call[]): number {
  return calls.reduce((sum, { width }) => sum + width, callGap * Math.max(0, calls.length - 1));
}

/** Height of what a number is, in heights of the line, and the room between them. */
const captionShare = 0.76;
/** Nastaliq is small at a height by which Devanagari is large. */
const captionShareUrdu = 1.1;
const captionGap = 0.36;
/** How much larger the help lines are on their own line. */
const mostLarger = 1.36;

type Call = ReturnType<typeof measureCall>;

/** A number and its label, in heights of the line. */
function measureCall(
  kit: Kit,
  { number, name: { hi: caption } }: Pick<HelpLine, 'number' | 'name'>,
  numberShare: number,
) {
  const captionAt = inkUnits(kit, number, 800).width * numberShare + captionGap;
  const share = isUrdu(caption) ? captionShareUrdu : captionShare;
  const width = captionAt + inkUnits(kit, caption, 700).width * share;
  return { number, caption, width, captionAt, share };
}

function callNodes(
  kit: Kit,
  { number, caption, captionAt, share }: Call,
  at: { x: number; baseline: number; heightMm: number; numberShare: number },
): Node[] {
  const { x, baseline, heightMm, numberShare } = at;
  const place = { baseline, ink: 'paper', part: 'help-line' } as const;
  return [
    lineAt(kit, number, {
      ...place,
      x,
      heightMm: heightMm * numberShare,
      weight: 800,
      ink: 'marigold',
    }),
    lineAt(kit, caption, {
      ...place,
      x: x + captionAt * heightMm,
      heightMm: heightMm * share,
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
    /** Height of the first number in those of the others. */
    firstShare?: number;
    /** Where they begin, if there are enough. */
    lefts?: readonly number[];
  },
): Node[] {
  const pitch = at.width / lines.length;
  const fit = (content: string, heightMm: number, weight: Weight) =>
    fitMm(kit, content, { heightMm, widthMm: 0.92 * pitch, weight });
  const captionMm = Math.min(...lines.map(({ name }) => fit(name.hi, at.captionMm, 700)));
  const calls = lines.map(({ number, name }, index) => {
    const share = index === 0 ? (at.firstShare ?? 1) : 1;
    const numberMm = fit(number, at.heightMm * share, 800);
    const widths = [
      inkUnits(kit, number, 800).width * numberMm,
      inkUnits(kit, name.hi, 700).width * captionMm,
    ];
    return { number, numberMm, caption: name.hi, widthMm: Math.max(...widths) };
  });
  const used = calls.reduce((sum, { widthMm }) => sum + widthMm, 0);
  const gap = Math.min((at.width - used) / Math.max(1, calls.length - 1), mostApart * at.width);
  const lefts = (at.lefts?.length ?? 0) < calls.length ? undefined : at.lefts;
  let next = at.left;
  return calls.flatMap(({ number, numberMm, caption, widthMm }, index) => {
    const place = { x: lefts?.[index] ?? next, part: 'help-line' };
    next += widthMm + gap;
    return [
      lineAt(kit, number, {
        ...place,
        baseline: at.baseline,
        heightMm: numberMm,
        weight: 800,
        ink: 'marigold',
      }),
      lineAt(kit, caption, {
        ...place,
        baseline: at.captionBaseline,
        heightMm: captionMm,
        ink: 'paper',
      }),
    ];
  });
}

/** Two numbers are no farther apart than this, in widths of the line. */
const mostApart = 0.16;

const otherNumber = 1.12;

/** The first number large with what it is beside it, and the others in a row of their own, apart from that. */
export function firstLarge(
  kit: Kit,
  [first, ...others]: readonly HelpLine[],
  at: { left: number; width: number; baseline: number; heightMm: number; captionMm: number },
): Node[] {
  if (first === undefined) return [];
  const { left, width, captionMm } = at;
  const lines = { left, width, baseline: at.baseline, numberShare: otherNumber };
  const calls = others.map((line) => measureCall(kit, line, otherNumber));
  const rowMm = Math.min(captionMm / captionShare, width / Math.max(1, rowUnits(calls)));
  const over = Math.max(
    0,
    ...calls.map(({ caption, share }) =>
      Math.max(otherNumber, inkUnits(kit, caption, 700).above * share),
    ),
  );
  const most = 1.4 * captionMm;
  const under = others.length === 0 ? 0 : inkUnits(kit, first.name.hi, 700).below * most;
  const lowerMm = over * rowMm + (others.length === 0 ? 0 : under + rowsApart * at.heightMm);
  const place = { part: 'help-line', baseline: at.baseline - lowerMm } as const;
  const number = { heightMm: at.heightMm - lowerMm, weight: 800 } as const;
  const x = left + (inkUnits(kit, first.number, 800).width + 0.26) * number.heightMm;
  const heightMm = fitMm(kit, first.name.hi, { heightMm: most, widthMm: left + width - x });
  return [
    lineAt(kit, first.number, { ...place, ...number, x: left, ink: 'marigold' }),
    lineAt(kit, first.name.hi, { ...place, x, heightMm, ink: 'paper' }),
    ...(others.length === 0 ? [] : helpRow(kit, others, { ...lines, heightMm: rowMm })),
  ];
}

/** Between the two rows, in heights of both. */
const rowsApart = 0.1;
