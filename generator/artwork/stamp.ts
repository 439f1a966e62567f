import { typedUrl } from '../../campaigns/links/links.ts';
import type { InkName } from '../ink/palette.ts';
import type { Box, Shape } from '../layout/drawing.ts';
import type { Weight } from '../layout/node.ts';
import { hangName, inkWidth, setLine, shapeAll, unitMm } from '../layout/text-fit.ts';
import { type QrCode, quietModules } from '../qr/qr-code.ts';
import type { Imprint, Kit, NameGrid } from './artwork.ts';

/** The station's name, hung in the slot from the shirorekha that all boards share. */
export function stampName(
  box: Pick<Box, 'x' | 'width'>,
  text: string,
  { fonts }: Kit,
  {
    grid,
    ink,
    part = 'name',
    align = 'left',
  }: { grid: NameGrid; ink: InkName; part?: string; align?: 'left' | 'middle' },
): Shape[] {
  const face = fonts.typeface(800);
  const name = hangName(face, text, grid);
  const unit = unitMm(face, name.heightMm);
  return name.runs.map((run, index) =>
    setLine(run, {
      x:
        box.x +
        (align === 'middle'
          ? (box.width - run.ink.right * unit - run.ink.left * unit) / 2
          : -run.ink.left * unit),
      baseline: grid.shirorekhaMm + (name.baselines[index] ?? 0),
      unitMm: unit,
      ink,
      part,
    }),
  );
}

interface LineStyle {
  heightMm: number;
  /** No ink is higher over the baseline: Urdu reaches as far as its letters happen to. */
  aboveMm?: number;
  /** No ink is lower than this on the side. */
  floorMm?: number;
  ink: InkName;
  part: string;
  weight?: Weight;
  align?: 'left' | 'middle' | 'right';
}

/** A line on the foot of its slot, as high as stated or as fits the slot's width. */
export function stampLine(box: Box, text: string, { fonts }: Kit, style: LineStyle): Shape {
  const { heightMm, aboveMm = Infinity, floorMm = Infinity, weight = 700, align = 'left' } = style;
  const { ink, part } = style;
  const face = fonts.typeface(weight);
  const run = shapeAll(face, text);
  const baseline = box.y + box.height;
  const unit = Math.min(
    unitMm(face, heightMm),
    box.width / inkWidth(run),
    aboveMm / run.ink.above,
    (floorMm - baseline) / run.ink.below,
  );
  const spare = box.width - (run.ink.right - run.ink.left) * unit;
  const share = { left: 0, middle: 0.5, right: 1 }[align];
  return setLine(run, {
    x: box.x - run.ink.left * unit + spare * share,
    baseline,
    unitMm: unit,
    ink,
    part,
  });
}

/** The QR code with its quiet zone filling the box; modules are pure key. */
export function stampQr(box: Box, qr: QrCode): Shape {
  const moduleMm = box.width / (qr.size + 2 * quietModules);
  const inset = quietModules * moduleMm;
  return {
    kind: 'modules',
    part: 'qr',
    ink: 'key',
    qr,
    matrix: [moduleMm, 0, 0, moduleMm, box.x + inset, box.y + inset],
  };
}

/** The link to type for those who cannot scan, in the middle of its slot. */
export function stampLink(
  box: Box,
  imprint: Imprint,
  kit: Kit,
  style: number | Omit<LineStyle, 'part'>,
): Shape {
  const usual = { ink: 'key', align: 'middle' } as const;
  const own = typeof style === 'number' ? { ...usual, heightMm: style } : style;
  return stampLine(box, typedUrl(imprint.url), kit, { ...own, part: 'link' });
}
