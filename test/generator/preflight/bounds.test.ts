import { expect, test } from 'vitest';
import type { Bilingual } from '../../../campaigns/bilingual.ts';
import { loadCampaign } from '../../../campaigns/campaign-fs.ts';
import { listPapers } from '../../../campaigns/channels/newspapers/newspapers.ts';
import type { NewsprintLimits } from '../../../generator/artwork/artwork.ts';
import { board } from '../../../generator/artwork/board.ts';
import { readableM } from '../../../generator/artwork/legible.ts';
import { adArtworks } from '../../../generator/channels/newspapers/ad-artwork.ts';
import type { Reading } from '../../../generator/preflight/outline/reading.ts';
import type { Mark } from '../../../generator/preflight/reader/content.ts';
import type { Edges } from '../../../generator/preflight/reader/geometry.ts';
import type { PressPage } from '../../../generator/preflight/reader/page.ts';
import { findCodes, type ReadCode } from '../../../generator/preflight/render/read-codes.ts';
import { clearSpace, lineGap, safeZone } from '../../../generator/preflight/rules/clear-space.ts';
import {
  keyline,
  newsprintText,
  newsprintTones,
} from '../../../generator/preflight/rules/newsprint.ts';
import { bleed, pageBoxes, trueSize } from '../../../generator/preflight/rules/page-boxes.ts';
import { totalInk } from '../../../generator/preflight/rules/pdf-content.ts';
import { qrSize, quietZone } from '../../../generator/preflight/rules/qr.ts';
import type { PressModel, Rule } from '../../../generator/preflight/rules/rule.ts';
import { heights, outlines, shirorekha } from '../../../generator/preflight/rules/rules.ts';

// Every limit of preflight from its two sides: what just keeps it, and what is one step over it. Of a press file stands
// here only what a rule looks at.

const trim = { left: 0, top: 0, right: 1000, bottom: 500 };
const newsprint: NewsprintLimits = {
  mostInkPercent: 220,
  strokeMm: 0.25,
  reversedPoints: 8,
  keylineMm: 0.35,
  mono: false,
};
const room = { widthMm: 800, aboveMm: 50, belowMm: 150, shirorekhaMm: 300 };
const grid = { ...room, idealHeightMm: 100, minHeightMm: 60, leastOfLongMm: 42, gapMm: 20 };

interface Parts {
  marks?: Mark[];
  readings?: Partial<Reading>[];
  codes?: ReadCode[];
  newsprint?: NewsprintLimits;
  page?: Partial<PressPage>;
}

/** From how far letters of 170 and of 24 mm are read. */
const readFromM = { headline: readableM('क', 170), rest: readableM('क', 24) };

function press({ marks = [], readings = [], codes = [], page, ...limits }: Parts): PressModel {
  const { boxes } = sheet();
  const format = { trimMm: { width: 1000, height: 500 }, bleedMm: 50, safeMm: 50 };
  const around = { left: 50, top: 50, right: 50, bottom: 50 };
  const read = readings.map((reading) => ({ ...blank, ...reading }));
  const own = { qrMm: 700, readFromM, clearMm: 15, lineGapMm: 25 };
  return {
    entry: { widthMm: 1000, heightMm: 500 },
    pages: [{ marks, notables: [], boxes, rotate: 0, userUnit: 1, trimMm: format.trimMm, ...page }],
    panels: [{ page: 0, side: 0, trim, marks, bleed: around, readings: read }],
    slugs: [[]],
    codes,
    expected: {
      artwork: { format, limits: own, pages: [{ id: '' }] },
      limits: { ...own, ...limits },
      sides: [{ name: grid, texts: [], hasCode: true, parts: new Set() }],
      slug: [],
    },
  } as unknown as PressModel;
}

const blank: Reading = {
  part: 'name',
  text: 'थाना',
  isStations: true,
  edges: undefined,
  lines: [],
  found: '',
  shirorekhaMm: undefined,
  heightMm: undefined,
  points: undefined,
  strokeMm: undefined,
  deviationMm: 0,
};

function box(left: number, top: number, right: number, bottom: number): Edges {
  return { left, top, right, bottom };
}

function fill(part: string, inks: Mark['inks'], edges: Edges): Mark {
  const { left, top, right, bottom } = edges;
  const xy = [left, top, right, top, right, bottom, left, bottom];
  return { part, paint: 'fill', inks, edges, path: { ops: 'MLLLZ', xy } };
}

const key = [0, 0, 0, 1] as const;
const ink = (...inks: [number, number, number, number]) =>
  press({ marks: [fill('headline', inks, box(100, 100, 200, 200))] });
const newsInk = (inks: [number, number, number, number], more: Partial<NewsprintLimits> = {}) =>
  press({
    marks: [fill('headline', inks, box(100, 100, 200, 200))],
    newsprint: { ...newsprint, ...more },
  });

/** A code of a width and its module, with a mark beside it. */
function code(widthMm: number, { freeModules = 4, quietGrey = 255, modules = 29 } = {}) {
  const moduleMm = widthMm / modules;
  const bar = fill('qr', key, box(200, 50, 200 + widthMm, 50 + moduleMm));
  const last = box(200, 50 + widthMm - moduleMm, 200 + widthMm, 50 + widthMm);
  const foot = fill('qr', key, last);
  const mark: Mark = {
    ...bar,
    path: { ops: `${bar.path.ops}${foot.path.ops}`, xy: [...bar.path.xy, ...foot.path.xy] },
    edges: box(200, 50, 200 + widthMm, 50 + widthMm),
  };
  const right = 200 - freeModules * moduleMm;
  const marks = [fill('service', key, box(right - 5, 60, right, 70)), mark];
  const found = findCodes([{ marks } as unknown as PressPage]);
  const codes = found.map((each) => ({ ...each, quietGrey, sharp: '', blurred: '' }));
  return press({ marks, codes });
}

const line = (top: number, bottom: number, part: string) => ({
  part,
  text: part,
  lines: [box(100, top, 900, bottom)],
  edges: box(100, top, 900, bottom),
});
const gap = (mm: number, [upper, lower]: [string, string]) =>
  press({ readings: [line(100, 150, upper), line(150 + mm, 200 + mm, lower)] });
const height = (heightMm: number, more: Partial<Reading> = {}) =>
  press({ readings: [{ heightMm, edges: box(100, 260, 200, 400), ...more }] });
/** A name of 790 mm is too wide to be larger: its ink fills the grid's width. */
const wide = { edges: box(100, 260, 900, 400), lines: [box(100, 260, 900, 400)] };
const twoLines = { lines: [box(100, 260, 900, 320), box(100, 340, 900, 400)] };
const onGround = (nearMm: number) =>
  press({
    marks: [
      fill('ground', [1, 0, 0, 0], box(100, 100, 900, 400)),
      fill('name', key, box(200, 200, 800, 400 - nearMm)),
    ],
    readings: [{ edges: box(200, 200, 800, 400 - nearMm) }],
  });
const small = (more: Partial<Reading>, inks: Mark['inks'] = [0, 0, 0, 0]) =>
  press({
    newsprint,
    marks: [
      fill('ground', [0, 0, 0, 0.41], box(0, 0, 900, 400)),
      fill('name', inks, box(200, 200, 800, 300)),
    ],
    readings: [{ edges: box(200, 200, 800, 300), ...more }],
  });
const frame = (mm: number) =>
  press({
    newsprint,
    marks: [
      fill('keyline', key, box(0, 0, 1000, mm)),
      fill('keyline', key, box(0, 500 - 0.35, 1000, 500)),
      fill('keyline', key, box(0, 0, 0.35, 500)),
      fill('keyline', key, box(1000 - 0.35, 0, 1000, 500)),
    ],
  });
const groundTo = (leftMm: number) =>
  press({ marks: [fill('ground', key, box(leftMm, 100, 500, 200))] });
const textAt = (leftMm: number) =>
  press({ marks: [fill('name', key, box(leftMm, 100, 500, 200))] });
const sized = (widthMm: number, longestPt = 5000) =>
  press({
    page: {
      trimMm: { width: widthMm, height: 500 },
      boxes: { ...sheet().boxes, media: [0, 0, longestPt, 10] },
    },
  });

/** Boxes of a page with this bleed at the left. */
function sheet(bleedMm = 50, mediaPt = 0): Pick<PressPage, 'boxes'> {
  const pt = 72 / 25.4;
  const at = (mm: number, left = mm) =>
    [(100 - left) * pt, (100 - mm) * pt, (1100 + mm) * pt, (600 + mm) * pt] as const;
  const media = [mediaPt, 0, 1200 * pt, 700 * pt] as const;
  return { boxes: { media, crop: null, bleed: at(50, bleedMm), trim: at(0), art: null } };
}

/** A rule, what it looks at by a value, the last value that keeps it and one step over that. */
function limit<T>(label: string, rule: Rule, make: (value: T) => PressModel, ends: [T, T]) {
  const [keeps, breaks] = ends;
  return [label, rule, make(keeps), make(breaks)] as const;
}
type Inks = [number, number, number, number];
const coated = (inks: Inks) => ink(...inks);
const oneInk = (inks: Inks) => newsInk(inks, { mono: true });
const headline = (mm: number) => height(mm, { part: 'headline' });
const service = (mm: number) => height(mm, { part: 'service' });
const onWide = (mm: number) => height(mm, wide);
/** A name that could grow by six hundredths until it keeps just clear of the ends of its room. */
const onNearlyWide = (mm: number) => height(mm, { edges: box(100, 260, 800, 400) });
const longTo = (right: number) => height(50, { edges: box(100, 260, right, 400) });
const onTwoLines = (mm: number) => height(mm, twoLines);
const light = (inks: Inks) => small({ points: 7 }, inks);
const modules = (count: number) => code(725, { modules: count });
const free = (freeModules: number) => code(725, { freeModules });
const grey = (quietGrey: number) => code(725, { quietGrey });
const lines = (mm: number) => gap(mm, ['name', 'scan']);
const ofName = (mm: number) =>
  press({
    readings: [
      { strokeMm: 30, lines: [box(100, 100, 900, 150), box(100, 150 + mm, 900, 200 + mm)] },
    ],
  });
const sign = (mm: number) => gap(mm, ['owner', 'motto']);
const shirorekhaAt = (shirorekhaMm: number) => press({ readings: [{ shirorekhaMm }] });
const deviating = (deviationMm: number) => press({ readings: [{ deviationMm }] });
const bled = (bleedMm: number) => press({ page: sheet(bleedMm) });
const inMedia = (mediaPt: number) => press({ page: sheet(50, mediaPt) });
const bleedPt = (50 * 72) / 25.4;

const cases = [
  limit('300 % of ink on coated stock', totalInk, coated, [
    [1, 1, 1, 0],
    [1, 1, 1, 0.01],
  ]),
  limit('220 % on newsprint', totalInk, (y: number) => newsInk([1, 1, y, 0]), [0.2, 0.21]),
  limit('tones from 5 %', newsprintTones, (c: number) => newsInk([c, 0, 0, 0]), [0.05, 0.049]),
  limit('tones to 95 %', newsprintTones, (c: number) => newsInk([c, 0, 0, 0]), [0.95, 0.951]),
  limit(
    'key above 95 % by itself',
    newsprintTones,
    (c: number) => newsInk([c, 0, 0, 1]),
    [0, 0.05],
  ),
  limit(
    'key alone in work of one ink',
    newsprintTones,
    (c: number) => oneInk([c, 0, 0, 0.5]),
    [0, 0.05],
  ),
  limit(
    'a shirorekha of 0.25 mm',
    newsprintText,
    (mm: number) => small({ strokeMm: mm }),
    [0.25, 0.2479],
  ),
  limit('reversed text of 8 pt', newsprintText, (points: number) => small({ points }), [8, 7.999]),
  limit(
    'text 40 % lighter than its ground is reversed',
    newsprintText,
    (key: number) => light([0, 0, 0, key]),
    [0.02, 0],
  ),
  limit('a frame as thick as the paper asks', keyline, frame, [0.33, 0.31]),
  limit('a part’s own least height', heights, headline, [169.9, 169.7]),
  limit('the least height of other texts', heights, service, [24, 23.9]),
  limit('the usual height of a name with room', heights, height, [100, 99.8]),
  limit('the least height of a name that fills its line', heights, onWide, [42, 41.9]),
  limit('the least height of a name with room on its line', heights, onNearlyWide, [60, 59.9]),
  limit('a long name on one line fills its room', heights, longTo, [844.5, 843.5]),
  limit('the least height of a name on two lines', heights, onTwoLines, [42, 41.9]),
  limit('a QR code of 700 mm', qrSize, code, [700, 699.9]),
  limit('a square of whole modules', qrSize, modules, [29, 28.5]),
  limit('four free modules', quietZone, free, [4, 3.98]),
  limit('white from grey 250', quietZone, grey, [250, 249]),
  limit('15 mm from the edge of a ground', clearSpace, onGround, [15, 14.9]),
  limit('50 mm from the trim', safeZone, textAt, [50, 49.9]),
  limit('grounds to the end of the bleed', bleed, groundTo, [-50, -49.8]),
  limit('grounds that do not reach the trim', bleed, groundTo, [0.2, 0]),
  limit('25 mm between lines', lineGap, lines, [25, 24.9]),
  limit('lines of a name as far apart as its shirorekha is thick', lineGap, ofName, [30, 29.9]),
  limit('three tenths within a sign', lineGap, sign, [7.5, 7.4]),
  limit('one shirorekha for all', shirorekha, shirorekhaAt, [300.09, 300.11]),
  limit('outlines as HarfBuzz sets them', outlines, deviating, [0.01, 0.011]),
  limit('a trim of the stated size', trueSize, sized, [1000.09, 1000.11]),
  limit('14,400 pt a side', trueSize, (pt: number) => sized(1000, pt), [14_400, 14_401]),
  limit('the stated bleed', pageBoxes, bled, [50.09, 50.11]),
  limit('a bleed box in the media box', pageBoxes, inMedia, [bleedPt, bleedPt + 0.02]),
];

test.each(cases)('%s', (_label, rule, keeps, breaks) => {
  expect(rule.check(keeps)).toEqual([]);
  const broken = rule.check(breaks);
  expect(broken).toHaveLength(1);
  const [expected, found] = [broken[0]?.expected, broken[0]?.found].map(figuresIn);
  expect(found).not.toEqual(expected?.slice(0, found?.length || 1));
});

/** Figures of a message: what was found is never rounded to the bar. */
function figuresIn(said: Bilingual | string | undefined): number[] {
  const text = typeof said === 'string' ? said : (said?.en ?? '');
  return (text.match(/\d+(\.\d+)?/g) ?? []).map(Number);
}

test('advertisements ask of newsprint what newspapers ask, the board a code that is scanned from 7 m', () => {
  const { newspapers } = loadCampaign('up-cop');
  if (newspapers === undefined) throw new Error('Expected newspapers in the campaign');
  const ads = listPapers(newspapers).flatMap((paper) => adArtworks(paper, newspapers.ads));
  const limits = ads.map(({ limits: own }) => own.newsprint);
  expect(limits).not.toHaveLength(0);
  for (const own of limits)
    expect(own).toMatchObject({ mostInkPercent: 220, strokeMm: 0.25, reversedPoints: 8 });
  expect(board.limits).toMatchObject({ qrMm: 700, clearMm: 15 });
});

test('a text that is too low says how many of its letters fit', () => {
  const found = (press: PressModel) => heights.check(press)[0]?.found;
  expect(found(height(20, { part: 'service', text: 'क'.repeat(12) }))).toMatchObject({
    en: expect.stringMatching(/^20 mm in "क{12}": about 10 of its 12 letters fit$/),
  });
  // A name with room needs no other letters.
  expect(found(height(90))).toMatchObject({ en: '90 mm in "थाना"' });
});
