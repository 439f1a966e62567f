import { expect, test } from 'vitest';
import { filmFormats } from '../../../../generator/channels/film/deliveries.ts';
import { createPainter, drawFrames } from '../../../../generator/channels/film/frames.ts';
import { goldenDifference, readCodesByZbar } from '../../fixture.ts';
import { openTestFilm } from './source.ts';

const source = openTestFilm();

/** One of the nights, one of the taps, the code. */
const seconds = { lost: 1.6, far: 4.3, taps: 8.2, scan: 13.5, code: 18 };

test.each(['cinema', 'wide', 'tall', 'square'] as const)(
  '%s looks as it was approved',
  async (id) => {
    const { layout } = filmFormats[id];
    const scaled = (side: number) =>
      Math.round((side * 360) / Math.max(layout.width, layout.height));
    const px = { width: scaled(layout.width), height: scaled(layout.height) };
    const painter = createPainter({ layout, px });
    const timeline = source.timeline(filmFormats[id], id === 'cinema');
    for (const [shot, at] of Object.entries(seconds)) {
      const rgba = painter.draw(timeline.at(at));
      const name = `film-${id}-${shot}`;
      expect(await goldenDifference(name, { ...px, rgba }), name).toBeLessThan(0.004);
    }
  },
);

test.each(['cinema', 'wide', 'tall', 'square', 'message'] as const)(
  '%s: the code is read in each picture from second 12 to the end',
  async (id) => {
    const { layout } = filmFormats[id];
    const scale = 640 / Math.max(layout.width, layout.height);
    const px = {
      width: Math.round(layout.width * scale),
      height: Math.round(layout.height * scale),
    };
    const timeline = source.timeline(filmFormats[id], id === 'cinema');
    for await (const { pixels } of drawFrames(
      timeline,
      { layout, px, fps: 4 },
      { from: 48, to: 76 },
    )) {
      expect(readCodesByZbar({ ...px, rgba: pixels })).toEqual([source.url]);
    }
  },
);

test('frames add up to the film, and what stands still is drawn once', async () => {
  const format = { ...filmFormats.cinema, px: { width: 100, height: 54 } };
  const repeats: number[] = [];
  for await (const frame of drawFrames(source.timeline(format), format))
    repeats.push(frame.repeats);
  expect(repeats.reduce((sum, own) => sum + own, 0)).toBe(456);
  // The last shot stands for more than four seconds.
  expect(repeats.at(-1)).toBeGreaterThan(4 * 24);
  expect(repeats.length).toBeLessThan(320);
});

test('a span gives its own frames only', async () => {
  const format = { ...filmFormats.wide, px: { width: 96, height: 54 } };
  const counts: number[] = [];
  const span = { from: 450, to: 475 };
  for await (const { repeats } of drawFrames(source.timeline(format), format, span))
    counts.push(repeats);
  expect(counts).toEqual([25]);
});
