import { describe, expect, test } from 'vitest';
import { scriptRuns } from '../../../campaigns/typesetting/shaping.ts';
import { limitsFor } from '../../../generator/artwork/limits.ts';
import { loadFonts } from '../../../generator/layout/fonts-fs.ts';
import { breakLines } from '../../../generator/layout/paragraph.ts';
import { baselines, fitName, shapeAll, unitMm } from '../../../generator/layout/text-fit.ts';

const face = loadFonts().typeface(800);
const leastMm = limitsFor({ trimMm: { width: 2438.4, height: 1524 } }).heightsMm.name;
const fit = {
  widthMm: 1600,
  roomMm: 224,
  idealHeightMm: 112,
  breakHeightMm: leastMm,
  leastHeightMm: leastMm,
};

describe('a station name on the strip', () => {
  test.each([
    ['थाना एट', 1, 112],
    ['थाना भाले सुल्तान शहीद स्मारक', 1, 88],
    ['जी.आर.पी. थाना पं. दीन दयाल उपाध्याय जंक्शन', 2, 66],
    ['जी.आर.पी. थाना पं. दीन दयाल उपाध्याय जंक्शन पूर्वी क्षेत्र', 2, 66],
  ])('%s stands on %i line(s) about %i mm high', (name, lines, heightMm) => {
    const fitted = fitName(face, name, fit);
    expect(fitted.runs).toHaveLength(lines);
    expect(Math.abs(fitted.heightMm - heightMm)).toBeLessThan(12);
    for (const run of fitted.runs) {
      expect(run.advance * unitMm(face, fitted.heightMm)).toBeLessThanOrEqual(fit.widthMm + 0.01);
    }
  });

  test.each(['थाना पडुआ', 'थाना बड्डूपुर', 'थाना हुसैनगंज', 'थाना बदायूँ कोर्ट', 'थाना एट'])(
    'the matras of %s keep inside of the strip',
    (name) => {
      const box = { y: 1000, height: 224 };
      const fitted = fitName(face, name, fit);
      const unit = unitMm(face, fitted.heightMm);
      const lines = baselines(face, fitted, box);
      for (const [index, { ink }] of fitted.runs.entries()) {
        const baseline = lines[index] ?? Number.NaN;
        expect(baseline - ink.above * unit).toBeGreaterThanOrEqual(box.y);
        expect(baseline + ink.below * unit).toBeLessThanOrEqual(box.y + box.height);
      }
    },
  );

  test('never falls under its least height: then it is refused by name', () => {
    expect(() => fitName(face, 'क'.repeat(80), fit)).toThrow('at 65 mm height on two lines');
  });

  test('two lines keep the height that preflight asks for, like one', () => {
    const text = 'जी.आर.पी. थाना पं. दीन दयाल उपाध्याय जंक्शन पूर्वी क्षेत्र';
    const roomy = { ...fit, roomMm: 400 };
    const { heightMm, runs } = fitName(face, text, roomy);
    expect(runs).toHaveLength(2);
    const widthFor = (height: number) => (roomy.widthMm * height) / heightMm;
    const atLeast = { ...roomy, widthMm: widthFor(leastMm * 1.01) };
    expect(fitName(face, text, atLeast).heightMm).toBeGreaterThan(leastMm);
    const under = { ...roomy, widthMm: widthFor(leastMm * 0.95) };
    expect(() => fitName(face, text, under)).toThrow('at 65 mm height on two lines');
  });

  test('a imprint that the font lacks is refused, not printed as a box', () => {
    expect(() => shapeAll(face, 'थाना 漢')).toThrow('every sign is in the font');
  });
});

describe('scripts in one line', () => {
  test.each([
    ['Google Play और App Store पर', ['Google Play ', 'और ', 'App Store ', 'पर']],
    ['थाना सेक्टर-58', ['थाना सेक्टर-58']],
    ['UP COP', ['UP COP']],
    ['112', ['112']],
  ])('%s is cut into %j', (text, runs) => {
    expect(scriptRuns(text)).toEqual(runs);
  });

  test('Devanagari keeps its order beside Latin letters', () => {
    const alone = face.shape('कि').glyphs;
    const beside = face.shape('A कि').glyphs.slice(-alone.length);
    expect(beside.map(({ outline }) => outline)).toEqual(alone.map(({ outline }) => outline));
  });
});

describe('a paragraph', () => {
  test('breaks at words only and keeps every word', () => {
    const text = 'मोबाइल नम्बर से पंजीकरण कर सेवा चुनें';
    const lines = breakLines(text, { face, sizeMm: 4, widthMm: 30 });
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.join(' ')).toBe(text);
  });

  test('a word wider than the column is refused by name', () => {
    expect(() => breakLines('पोस्टमार्टम', { face, sizeMm: 40, widthMm: 30 })).toThrow('"पोस्टमार्टम"');
  });
});
