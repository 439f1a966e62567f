import type { Box, Shape } from '../layout/drawing.ts';
import { centredBaseline, fitName, setLine, shapeAll, unitMm } from '../layout/text-fit.ts';
import { type QrCode, quietModules } from '../qr/qr-code.ts';
import type { Kit, Sign } from './artwork.ts';

export type NameHeights = {
  /** Height of usual names, and the least before the name breaks into two lines, in mm to the shirorekha. */
  nameMm: { ideal: number; least: number };
  districtMm: number;
  gapMm: number;
};

/** Baseline to baseline of a name on two lines, in heights of its letters. */
const linePitch = 1.5;

/** The strip's names: the station at the left on one or two lines, its district at the right. */
export function stampName(box: Box, sign: Sign, { fonts }: Kit, heights: NameHeights): Shape[] {
  const bold = fonts.typeface(800);
  const plain = fonts.typeface(700);
  const district = shapeAll(plain, sign.districtName);
  const districtUnit = unitMm(plain, heights.districtMm);
  const districtWidth = district.advance * districtUnit;
  const fitted = fitName(bold, sign.name, {
    maxWidthMm: box.width - districtWidth - heights.gapMm,
    idealHeightMm: heights.nameMm.ideal,
    minHeightMm: heights.nameMm.least,
    twoLineHeightMm: box.height / (2 * linePitch + 0.4),
  });
  const unit = unitMm(bold, fitted.heightMm);
  const pitch = fitted.heightMm * linePitch;
  const middle = centredBaseline(fitted.heightMm, box);
  const names = fitted.runs.map((run, index) =>
    setLine(run, {
      x: box.x,
      baseline: middle + (index - (fitted.runs.length - 1) / 2) * pitch,
      unitMm: unit,
      ink: 'navy',
      part: 'name',
    }),
  );
  return [
    ...names,
    setLine(district, {
      x: box.x + box.width - districtWidth,
      baseline: fitted.runs.length === 1 ? middle : centredBaseline(heights.districtMm, box),
      unitMm: districtUnit,
      ink: 'navy',
      part: 'district',
    }),
  ];
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
export function stampLink(box: Box, sign: Sign, { fonts }: Kit, heightMm: number): Shape {
  const face = fonts.typeface(700);
  const run = shapeAll(face, sign.url.replace(/^HTTPS:\/\//, ''));
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
    maxWidthMm: box.width,
    idealHeightMm: heightsMm.ideal,
    minHeightMm: heightsMm.least,
    twoLineHeightMm: box.height / (2 * linePitch + 0.4),
  });
  const unit = unitMm(face, fitted.heightMm);
  const middle = centredBaseline(fitted.heightMm, box);
  return fitted.runs.map((run, index) =>
    setLine(run, {
      x: box.x + (box.width - run.advance * unit) / 2,
      baseline: middle + (index - (fitted.runs.length - 1) / 2) * fitted.heightMm * linePitch,
      unitMm: unit,
      ink: 'navy',
      part: 'contact',
    }),
  );
}
