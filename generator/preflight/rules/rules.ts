import { bleed } from './bleed.ts';
import { brokenGlyphs } from './broken-glyphs.ts';
import { clearSpace } from './clear-space.ts';
import { deviceCmyk } from './device-cmyk.ts';
import { fonts } from './fonts.ts';
import { heights } from './heights.ts';
import { keepOuts } from './keep-outs.ts';
import { keyline } from './keyline.ts';
import { knownParts } from './known-parts.ts';
import { lineGap } from './line-gap.ts';
import { metadata } from './metadata.ts';
import { newsprintText } from './newsprint-text.ts';
import { newsprintTones } from './newsprint-tones.ts';
import { noActions } from './no-actions.ts';
import { outlines } from './outlines.ts';
import { outputIntent } from './output-intent.ts';
import { pageBoxes } from './page-boxes.ts';
import { placing } from './placing.ts';
import { printersMarks } from './printers-marks.ts';
import { qrInk } from './qr-ink.ts';
import { qrLink } from './qr-link.ts';
import { qrSize } from './qr-size.ts';
import { quietZone } from './quiet-zone.ts';
import type { AnyPdf, Rule } from './rule.ts';
import { safeZone } from './safe-zone.ts';
import { shirorekha } from './shirorekha.ts';
import { totalInk } from './total-ink.ts';
import { trueSize } from './true-size.ts';
import { urduName } from './urdu-name.ts';

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
