import { describe, expect, test } from 'vitest';
import { scriptRuns } from '../../../campaigns/languages/typesetting/shaping.ts';
import { loadFonts } from '../../../generator/layout/fonts-fs.ts';
import { breakLines } from '../../../generator/layout/paragraph.ts';
import { hangName, inkWidth, shapeAll, unitMm } from '../../../generator/layout/text-fit.ts';

const face = loadFonts().typeface(800);
const room = { widthMm: 1288, aboveMm: 57, belowMm: 176, gapMm: 25 };
const hook = { ...room, idealHeightMm: 112, minHeightMm: 65 };

describe('a station name on the foot', () => {
  test.each([
    ['थाना एट', 1, 112],
    ['थाना हुसैनगंज', 1, 112],
    ['थाना पढ़ुआ', 1, 93],
    ['थाना भाले सुल्तान शहीद स्मारक', 1, 68],
    ['जी.आर.पी. थाना पं. दीन दयाल उपाध्याय जंक्शन', 2, 62],
    ['जी.आर.पी. थाना पं. दीन दयाल उपाध्याय जंक्शन पूर्वी क्षेत्र', 2, 50],
  ])('%s stands on %i line(s) about %i mm high', (name, lines, heightMm) => {
    const placed = hangName(face, name, hook);
    expect(placed.runs).toHaveLength(lines);
    expect(Math.abs(placed.heightMm - heightMm)).toBeLessThan(3);
    for (const run of placed.runs) {
      expect(run.advance * unitMm(face, placed.heightMm)).toBeLessThanOrEqual(hook.widthMm + 0.01);
    }
  });

  test('a name on one line keeps clear of the ends of its room, as far as its least height lets it', () => {
    const widthAt = (minHeightMm: number) => {
      const { runs, heightMm } = hangName(face, long, { ...hook, minHeightMm });
      return (Math.max(...runs.map(inkWidth)) * unitMm(face, heightMm)) / hook.widthMm;
    };
    const long = 'थाना भाले सुल्तान शहीद स्मारक';
    expect(widthAt(65)).toBeCloseTo(0.94, 6);
    expect(widthAt(70)).toBeCloseTo(0.971, 3);
  });

  test.each([
    'थाना पढ़ुआ',
    'थाना बड्डूपुर',
    'थाना हुसैनगंज',
    'थाना ऐंचोड़ा कम्बोह',
    'जी.आर.पी. थाना पं. दीन दयाल उपाध्याय जंक्शन',
  ])('the matras of %s keep inside, and the shirorekha stays where it is', (name) => {
    const { heightMm, runs, baselines } = hangName(face, name, hook);
    const unit = unitMm(face, heightMm);
    expect(baselines[0]).toBeCloseTo(heightMm, 9);
    for (const [index, { ink }] of runs.entries()) {
      const baseline = baselines[index] ?? Number.NaN;
      const top = baseline - ink.above * unit;
      const under = (baselines[index - 1] ?? Number.NaN) + (runs[index - 1]?.ink.below ?? 0) * unit;
      if (index === 0) expect(top).toBeGreaterThanOrEqual(-hook.aboveMm - 1e-9);
      else expect(top - under).toBeCloseTo(hook.gapMm, 6);
      expect(baseline + ink.below * unit).toBeLessThanOrEqual(hook.belowMm + 1e-9);
    }
  });

  test.each([
    ['थाना बख्शी का तालाब', 'थाना बख्शी का'],
    ['थाना नाई की मंडी', 'थाना'],
    ['जी.आर.पी. थाना आगरा कैण्ट', 'जी.आर.पी. थाना'],
  ])('%s breaks by its meaning: %s is the first line', (name, first) => {
    const narrow = { ...hook, widthMm: 480, aboveMm: 100, belowMm: 300, leastOfLongMm: 40 };
    const { runs } = hangName(face, name, narrow);
    expect(runs).toHaveLength(2);
    expect(runs[0]?.advance).toBe(shapeAll(face, first).advance);
  });

  test('a name of many words breaks evenly on a shallow sign, too, where a deep matra costs height', () => {
    const shallow = {
      widthMm: 1186.7,
      aboveMm: 66,
      belowMm: 213.1,
      gapMm: 16,
      idealHeightMm: 112,
      minHeightMm: 98,
      leastOfLongMm: 52,
    };
    const { runs } = hangName(face, 'थाना भाले सुल्तान शहीद स्मारक', shallow);
    expect(runs[0]?.advance).toBe(shapeAll(face, 'थाना भाले सुल्तान').advance);
  });

  test('never falls under its least height: then it is refused by name', () => {
    expect(() => hangName(face, 'क'.repeat(80), hook)).toThrow('at 45.5 mm height on two lines');
  });

  test('a character that the font lacks is refused, not printed as a box', () => {
    expect(() => shapeAll(face, 'थाना 漢')).toThrow('every character is in the font');
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
    const text = 'मोबाइल नंबर से पंजीकरण कर सेवा चुनें';
    const lines = breakLines(text, { face, sizeMm: 4, widthMm: 30 });
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.join(' ')).toBe(text);
  });

  test('a word wider than the column is refused by name', () => {
    expect(() => breakLines('पोस्टमार्टम', { face, sizeMm: 40, widthMm: 30 })).toThrow('"पोस्टमार्टम"');
  });
});
