import { hasLetters, hasTopLine } from '../../../campaigns/languages/typesetting/scripts.ts';
import { countLetters } from '../../../campaigns/plain-text.ts';
import { phrases } from '../../../campaigns/words/preflight-words.ts';
import type { Limits, NameGrid } from '../../artwork/artwork.ts';
import { legibleMm } from '../../artwork/legible.ts';
import { clearOfEnds, leastOfLong } from '../../layout/text-fit.ts';
import type { Reading } from '../outline/reading.ts';
import { clearSpace, lineGap, safeZone } from './clear-space.ts';
import { metadata, outputIntent } from './metadata.ts';
import { keyline, newsprintText, newsprintTones } from './newsprint.ts';
import { bleed, keepOuts, pageBoxes, trueSize } from './page-boxes.ts';
import { deviceCmyk, fonts, noActions, totalInk } from './pdf-content.ts';
import { placing } from './placing.ts';
import { printersMarks } from './printers-marks.ts';
import { qrInk, qrLink, qrSize, quietZone } from './qr.ts';
import { type AnyPdf, type Deviation, mm, onPages, onPanels, type Rule } from './rule.ts';

/** Tolerance for rounding in the layout, as a share of the height. */
const slack = 0.001;

/** Letters as high as the distance asks for from which they are to be read, measured in the outlines from baseline to shirorekha. */
export const heights: Rule = {
  id: 'heights',
  check(press) {
    const { limits, sides } = press.expected;
    return onPanels(press, ({ readings, side, trim }) =>
      readings.flatMap((reading): Deviation[] => {
        const { part, text, heightMm } = reading;
        if (heightMm === undefined) return [];
        const grid = sides[side]?.name;
        const leastMm = findLeast(reading, limits, grid, trim.top);
        if (heightMm >= leastMm * (1 - slack)) return [];
        const height = phrases.heightOf(phrases.mm(heightMm, leastMm), text);
        const letters = countLetters(text);
        const fitting = Math.floor((letters * heightMm) / leastMm);
        const hasRoom = part === 'name' && leastMm === grid?.idealHeightMm;
        return [
          {
            expected: phrases.leastHeight(part, phrases.mm(leastMm)),
            found: hasRoom ? height : phrases.lettersFit(height, fitting, letters),
            parts: [part],
          },
        ];
      }),
    );
  },
};

/**
 * A name may fall below the usual height only as far as its ink would not keep inside, and never below the least of a long
 * name; on one line, between the usual least and that, it fills its room, as `hangName` sets it: it is never small for nothing.
 */
function findLeast(
  reading: Reading,
  limits: Limits,
  grid: NameGrid | undefined,
  trimTop: number,
): number {
  const { part, text, edges, lines, heightMm = 0 } = reading;
  const least = legibleMm(text, limits.readFromM[part] ?? limits.readFromM.rest);
  if (part !== 'name' || grid === undefined || edges === undefined || heightMm === 0) return least;
  const leastMm = leastOfLong(grid, lines.length);
  if (lines.length > 1) return leastMm;
  const shirorekha = trimTop + grid.shirorekhaMm;
  const ways = [(grid.widthMm * clearOfEnds * nearly) / (edges.right - edges.left)];
  if (hasTopLine(text)) {
    if (shirorekha > edges.top) ways.push(grid.aboveMm / (shirorekha - edges.top));
    ways.push((grid.belowMm * nearly) / (edges.bottom - shirorekha));
  } else ways.push(((grid.aboveMm + grid.belowMm) * nearly) / (edges.bottom - edges.top));
  const filledMm = heightMm * Math.min(...ways);
  if (filledMm >= grid.idealHeightMm) return grid.idealHeightMm;
  return Math.max(leastMm, Math.min(grid.minHeightMm, filledMm));
}

/** Overhang and rounding decide the last per cent. */
const nearly = 0.99;

/** Lines carry the font's own whole numbers; only their matrix is rounded. */
const outlineToleranceMm = 0.01;

/** The outlines of every text are those that HarfBuzz gives for the directory's name and the campaign's copy. */
export const outlines: Rule = {
  id: 'outlines',
  check: (press) => [
    ...onPanels(press, ({ readings }) => readings.flatMap(deviation)),
    ...onPages(press, (_, index) => (press.slugs[index] ?? []).flatMap(deviation)),
  ],
};

function deviation({ part, text, deviationMm, found }: Reading): Deviation[] {
  if (deviationMm <= outlineToleranceMm) return [];
  return [
    {
      expected: text === '' ? `no more outlines in ${part}` : `${part} "${text}"`,
      found: Number.isFinite(deviationMm) ? `a point ${mm(deviationMm)} off` : found,
      parts: text === '' ? [] : [part],
    },
  ];
}

/** No dotted circle and no .notdef anywhere. */
const brokenGlyphs: Rule = {
  id: 'broken-glyphs',
  check: (press) =>
    onPages(press, (_, index) =>
      (press.broken[index] ?? []).map(({ part, glyph }) => ({
        expected: 'letters only',
        found: `${glyph} in ${part}`,
      })),
    ),
};

/** Every mark carries the tag of a part of its side: nothing is there that no template put there. */
const knownParts: Rule = {
  id: 'parts',
  check: (press) =>
    onPanels(press, ({ marks, side }) => {
      const known = press.expected.sides[side]?.parts;
      const strange = new Set(marks.map(({ part }) => part).filter((part) => !known?.has(part)));
      return [...strange].map((part) => ({
        expected: phrases.knownParts,
        found: part === null ? phrases.untagged : phrases.part(part),
      }));
    }),
};

/** Rounding error of a matrix with three decimals. */
const toleranceMm = 0.1;

/** The shirorekha of all stations runs at one height, so that a row of boards is one line. */
export const shirorekha: Rule = {
  id: 'shirorekha',
  check: (press) =>
    onPanels(press, ({ readings, side, trim }) => {
      const grid = press.expected.sides[side]?.name;
      const name = readings.find(({ part }) => part === 'name');
      const found = name?.shirorekhaMm;
      if (grid === undefined || name === undefined || found === undefined) return [];
      // Urdu has none.
      if (!hasTopLine(name.text)) return [];
      const offMm = Math.abs(found - trim.top - grid.shirorekhaMm);
      if (offMm <= toleranceMm) return [];
      return [
        {
          expected: `the shirorekha of the name ${mm(grid.shirorekhaMm)} from the upper edge`,
          found: phrases.mm(found - trim.top),
        },
      ];
    }),
};

/**
 * A name in Urdu has no letter of Devanagari; it is in the middle of its room by its ink, of the whole signboard where the district is on its line: it has no
 * shirorekha by which a row of boards could be hung.
 */
const urduName: Rule = {
  id: 'urdu-name',
  check: (press) =>
    onPanels(press, ({ readings, side, trim }) => {
      const grid = press.expected.sides[side]?.name;
      const name = readings.find(({ part }) => part === 'name');
      if (grid === undefined || name?.edges === undefined) return [];
      if (press.expected.artwork.language === 'ur' && hasLetters(name.text, 'Devanagari'))
        return [
          { expected: phrases.urduLetters, found: phrases.quoted(name.text), parts: ['name'] },
        ];
      if (hasTopLine(name.text)) return [];
      const { top, bottom } = name.edges;
      const middle = grid.shirorekhaMm + (grid.belowMm - grid.aboveMm) / 2;
      const found = (top + bottom) / 2 - trim.top;
      if (Math.abs(found - middle) <= toleranceMm) return [];
      return [
        {
          expected: `the name's middle ${mm(middle)} from the upper edge`,
          found: phrases.mm(found),
        },
      ];
    }),
};

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
