import { typedUrl } from '../../campaigns/links/links.ts';
import type { Box, Shape } from '../layout/drawing.ts';
import { baselines, fitName, inkWidth, setLine, shapeAll, unitMm } from '../layout/text-fit.ts';
import type { Run } from '../layout/typeface.ts';
import { type QrCode, quietModules } from '../qr/qr-code.ts';
import type { Imprint, Kit } from './artwork.ts';

export type NameHeights = {
  /** Height of usual names, and the least before the name breaks into two lines, in mm to the shirorekha. */
  nameMm: { ideal: number; least: number };
  districtMm: number;
  gapMm: number;
};

/** The strip's names: the station at the left on one or two lines, its district at the right. */
export function stampName(
  box: Box,
  imprint: Imprint,
  { fonts }: Kit,
  heights: NameHeights,
): Shape[] {
  const bold = fonts.typeface(800);
  const plain = fonts.typeface(700);
  const district = { heightMm: heights.districtMm, runs: [shapeAll(plain, imprint.districtName)] };
  const [districtRun] = district.runs;
  const districtUnit = unitMm(plain, heights.districtMm);
  const districtWidth = districtRun === undefined ? 0 : inkWidth(districtRun) * districtUnit;
  const name = fitName(bold, imprint.name, {
    widthMm: box.width - districtWidth - heights.gapMm,
    roomMm: box.height,
    idealHeightMm: heights.nameMm.ideal,
    minHeightMm: heights.nameMm.least,
  });
  const unit = unitMm(bold, name.heightMm);
  const [first = 0, second] = baselines(bold, name, box);
  const [alone = 0] = baselines(plain, district, box);
  return [
    ...name.runs.map((run, index) =>
      setLine(run, {
        x: box.x - Math.min(0, run.ink.left) * unit,
        baseline: index === 0 ? first : (second ?? first),
        unitMm: unit,
        ink: 'navy',
        part: 'name',
      }),
    ),
    ...district.runs.map((run) =>
      setLine(run, {
        x: box.x + box.width - Math.max(run.advance, run.ink.right) * districtUnit,
        baseline:
          second === undefined ? Math.min(first, lowestBaseline(run, districtUnit, box)) : alone,
        unitMm: districtUnit,
        ink: 'navy',
        part: 'district',
      }),
    ),
  ];
}

/** Lowest baseline at which a line still keeps inside of a box. */
function lowestBaseline(run: Run, unit: number, box: Box): number {
  return box.y + box.height - run.ink.below * unit;
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

/** The link to type for those who cannot scan, centred; its letters are `heightMm` high where they fit the box. */
export function stampLink(box: Box, imprint: Imprint, { fonts }: Kit, heightMm: number): Shape {
  const face = fonts.typeface(700);
  const run = shapeAll(face, typedUrl(imprint.url));
  const unit = Math.min(unitMm(face, heightMm), box.width / run.advance);
  return setLine(run, {
    x: box.x + (box.width - run.advance * unit) / 2,
    baseline: box.y + (box.height + heightMm) / 2,
    unitMm: unit,
    ink: 'key',
    part: 'link',
  });
}

/** A sentence with the station's name in it, centred in the box on one line or two. */
export function stampSentence(
  box: Box,
  sentence: string,
  { fonts }: Kit,
  heightsMm: { ideal: number; least: number },
): Shape[] {
  const face = fonts.typeface(800);
  const fitted = fitName(face, sentence, {
    widthMm: box.width,
    roomMm: box.height,
    idealHeightMm: heightsMm.ideal,
    minHeightMm: heightsMm.least,
  });
  const unit = unitMm(face, fitted.heightMm);
  const lines = baselines(face, fitted, box);
  return fitted.runs.map((run, index) =>
    setLine(run, {
      x: box.x + (box.width - run.advance * unit) / 2,
      baseline: lines[index] ?? box.y,
      unitMm: unit,
      ink: 'navy',
      part: 'contact',
    }),
  );
}
