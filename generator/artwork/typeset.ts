import type { InkName } from '../ink/palette.ts';
import { type Node, row, text, type Weight } from '../layout/node.ts';
import { inkWidth, shapeAll, unitMm } from '../layout/text-fit.ts';
import type { Kit } from './artwork.ts';

/** A line that is placed by its letters: baseline, height to the shirorekha, and an edge of its ink. */
export interface LineAt {
  /** Position of the ink's left or right edge, or of its middle. */
  x: number;
  anchor?: 'left' | 'middle' | 'right';
  baseline: number;
  heightMm: number;
  weight?: Weight;
  ink: InkName;
  part: string;
}

export interface InkBox {
  left: number;
  right: number;
  width: number;
  above: number;
  below: number;
}

/** How far the ink of a line reaches from its pen and baseline, in mm; `above` is measured from the baseline. */
export function measureInk(
  { fonts }: Pick<Kit, 'fonts'>,
  content: string,
  { heightMm, weight = 700 }: { heightMm: number; weight?: Weight },
): InkBox {
  const face = fonts.typeface(weight);
  const run = shapeAll(face, content);
  const unit = unitMm(face, heightMm);
  const { left, right, above, below } = run.ink;
  return {
    left: left * unit,
    right: right * unit,
    width: inkWidth(run) * unit,
    above: above * unit,
    below: below * unit,
  };
}

/** Reach of a line's ink over and under its baseline, in heights of its letters. */
export function inkUnits(
  kit: Pick<Kit, 'fonts'>,
  content: string,
  weight: Weight,
): Pick<InkBox, 'above' | 'below' | 'width'> {
  return measureInk(kit, content, { heightMm: 1, weight });
}

/** The height at which a line keeps to its room: as stated, or as wide as the room is. Preflight says where that is too low. */
export function fitMm(
  kit: Pick<Kit, 'fonts'>,
  content: string,
  { heightMm, widthMm, weight = 700 }: { heightMm: number; widthMm: number; weight?: Weight },
): number {
  return Math.min(heightMm, widthMm / inkUnits(kit, content, weight).width);
}

/** Sets a line by its letters, for pages whose grid is drawn from baselines and not from line boxes. */
export function lineAt(kit: Kit, content: string, at: LineAt): Node {
  const { x, anchor = 'left', baseline, heightMm, weight = 700, ink, part } = at;
  const face = kit.fonts.typeface(weight);
  const { left, right } = measureInk(kit, content, { heightMm, weight });
  const sizeMm = kit.size(heightMm, weight);
  const unit = sizeMm / face.unitsPerEm;
  const from =
    anchor === 'left' ? x - left : anchor === 'right' ? x - right : x - (left + right) / 2;
  const top = baseline - (sizeMm + (face.ascender + face.descender) * unit) / 2;
  return text(content, {
    position: 'absolute',
    left: from,
    top,
    sizeMm,
    weight,
    ink,
    part,
    lineHeight: 1,
  });
}

/** How far a line that begins with the high stroke of a kaf or gaf hangs out over its edge, in heights of its letters: what follows the stroke is what the eye aligns. */
export function strokeUnits(content: string): number {
  return /^[کگ]/.test(content) ? 0.36 : 0;
}

/** A line whose ink is in the middle of a height. */
export function middleLine(
  kit: Kit,
  content: string,
  { top, height, ...at }: Omit<LineAt, 'baseline'> & { top: number; height: number },
): Node {
  const { above, below } = inkUnits(kit, content, at.weight ?? 700);
  const baseline = top + (height + (above - below) * at.heightMm) / 2;
  return lineAt(kit, content, { ...at, baseline });
}

/** A filled rectangle, its corners rounded where a radius is given. */
export function block(
  ink: InkName,
  box: { left: number; top: number; width: number; height: number; radius?: number },
  part = 'ground',
): Node {
  const { radius, ...place } = box;
  const corner = radius === undefined ? {} : { borderRadius: radius };
  return row({ position: 'absolute', ...place, ...corner, ground: ink, part });
}

/** Rows of lines one under the other in one pitch: as stated, or as deep letters over high ones need it; smaller where they would not end above the floor. */
export function spreadLines(
  kit: Pick<Kit, 'fonts'>,
  rows: readonly (readonly string[])[],
  at: {
    baseline: number;
    pitch: number;
    heightMm: number;
    gapMm: number;
    floorMm: number;
    /** Lowest edge of what is above: high letters of the first row begin lower. */
    ceilingMm?: number;
  },
): { heightMm: number; baselines: number[] } {
  const inks = rows.map((row) => row.map((line) => inkUnits(kit, line, 700)));
  const meetings = inks
    .slice(1)
    .flatMap((row, index) =>
      row.map(({ above }, column) => (inks[index]?.[column]?.below ?? 0) + above),
    );
  const reach = Math.max(0, ...meetings);
  const over = Math.max(0, ...(inks[0] ?? []).map(({ above }) => above));
  const gaps = Math.max(1, rows.length - 1);
  const last = Math.max(0, ...(inks.at(-1) ?? []).map(({ below }) => below));
  const ceiling = (at.ceilingMm ?? -Infinity) + at.gapMm;
  const most =
    at.ceilingMm === undefined
      ? (at.floorMm - at.baseline - gaps * at.gapMm) / (gaps * reach + last)
      : (at.floorMm - ceiling - gaps * at.gapMm) / (over + gaps * reach + last);
  const heightMm = Math.min(at.heightMm, Math.max(most, at.heightMm / 2));
  // Above where it is stated, before the letters become smaller.
  const highest = at.floorMm - (gaps * reach + last) * heightMm - gaps * at.gapMm;
  const first = Math.max(Math.min(at.baseline, highest), ceiling + over * heightMm);
  const room = at.floorMm - first;
  const needed = reach * heightMm + at.gapMm;
  const pitch = Math.max(needed, Math.min(at.pitch, (room - last * heightMm) / gaps));
  return { heightMm, baselines: rows.map((_, index) => first + index * pitch) };
}
