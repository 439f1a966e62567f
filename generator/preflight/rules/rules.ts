import { clearSpace, lineGap, safeZone } from './clear-space.ts';
import { heights } from './heights.ts';
import { metadata, outputIntent } from './metadata.ts';
import { shirorekha, urduName } from './name-line.ts';
import { keyline, newsprintText, newsprintTones } from './newsprint.ts';
import { brokenGlyphs, knownParts, outlines } from './outlines.ts';
import { bleed, keepOuts, pageBoxes, trueSize } from './page-boxes.ts';
import { deviceCmyk, fonts, noActions, totalInk } from './pdf-content.ts';
import { placing } from './placing.ts';
import { printersMarks } from './printers-marks.ts';
import { qrInk, qrLink, qrSize, quietZone } from './qr.ts';
import type { AnyPdf, Rule } from './rule.ts';

/** Rules for any PDF of the manifest, such as a job ticket. */
export const anyPdfRules: readonly Rule<AnyPdf>[] = [noActions, fonts];

/** Rules for a station's press file, in the order of a report. */
export const pressRules: readonly Rule[] = [
  pageBoxes,
  trueSize,
  outputIntent,
  metadata,
  noActions,
  deviceCmyk,
  totalInk,
  fonts,
  qrLink,
  qrSize,
  qrInk,
  quietZone,
  heights,
  safeZone,
  bleed,
  knownParts,
  outlines,
  brokenGlyphs,
  placing,
  clearSpace,
  lineGap,
  shirorekha,
  urduName,
  printersMarks,
  keepOuts,
  newsprintTones,
  newsprintText,
  keyline,
];
