import { expect, test } from 'vitest';
import { filmSchema } from '../../../../campaigns/channels/film/film.ts';
import { listCues, writeSrt, writeVtt } from '../../../../generator/channels/film/captions.ts';
import {
  deliveries,
  filmFormats,
  frameCount,
} from '../../../../generator/channels/film/deliveries.ts';
import { bounds } from '../../../../generator/channels/film/shape.ts';
import { film, openTestFilm, withShot } from './source.ts';

const source = openTestFilm();

test('the film lasts 20 seconds, and every delivery has whole frames of it', () => {
  const timeline = source.timeline(filmFormats.cinema);
  expect(timeline.seconds).toBe(20);
  const counts = deliveries.map(({ item, format }) => {
    return `${item} ${frameCount(timeline.seconds, format)}`;
  });
  expect(counts).toEqual([
    ...['film-cinema 480', 'film-wide 500', 'film-tall 600', 'film-square 600'],
    ...['film-captions 500', 'film-message 500', 'film-sd 500'],
  ]);
  expect(() => frameCount(20.01, filmFormats.cinema)).toThrow('whole frames at 24');
});

test('shots follow one another without a gap, and each second belongs to one', () => {
  const { shots, seconds } = source.timeline(filmFormats.wide);
  expect(shots.map(({ from }) => from).slice(1)).toEqual(shots.map(({ to }) => to).slice(0, -1));
  expect(shots.at(-1)?.to).toBe(seconds);
});

test('the same second gives the same picture, and the last ones are one picture', () => {
  const timeline = source.timeline(filmFormats.tall);
  expect(timeline.at(5.3)).toEqual(timeline.at(5.3));
  expect(timeline.at(19.99)).toEqual(timeline.at(16));
  expect(timeline.at(25)).toEqual(timeline.at(19.99));
});

test.each(['cinema', 'wide', 'tall', 'square'] as const)(
  '%s fills its picture at every tenth of a second',
  (id) => {
    const format = filmFormats[id];
    const timeline = source.timeline(format);
    for (let at = 0; at < timeline.seconds; at += 0.1) {
      const ground = timeline
        .at(at)
        .find(({ part, opacity }) => part === 'ground' && opacity === 1);
      const box = ground && bounds(ground);
      expect(box?.left).toBeLessThanOrEqual(0);
      expect(box?.bottom).toBeGreaterThanOrEqual(format.layout.height);
    }
  },
);

test.each([
  ['21 s', withShot('far', { seconds: 4.2 }), 'Expected 15 to 20 seconds in all'],
  ['two taps', withShot('taps', { lines: film.shots[2]?.lines.slice(0, 2) ?? [] }), 'one a tap'],
  [
    'no code at the end',
    { ...film, shots: [...film.shots].reverse() },
    'the code in the last shot',
  ],
  ['hundredths', withShot('far', { seconds: 3.15 }), 'Expected tenths of a second'],
])('a film of %s is refused by its schema', (_what, wrong, message) => {
  const parsed = filmSchema.safeParse(wrong);
  expect(parsed.error?.issues.map((issue) => issue.message).join()).toContain(message);
});

test.each(['wide', 'tall', 'square'] as const)(
  '%s: the first picture says what it is about',
  (id) => {
    const words = source
      .timeline(filmFormats[id])
      .at(0)
      .filter(({ part }) => part === 'line');
    expect(words.map(({ opacity }) => opacity)).toContain(1);
  },
);

test.each(['cinema', 'wide', 'tall', 'square'] as const)(
  '%s: the end says where to find the app',
  (id) => {
    const said = source
      .timeline(filmFormats[id])
      .at(18)
      .map(({ text }) => text?.content);
    expect(said).toEqual(
      expect.arrayContaining(['Play Store / App Store', 'पर “UP COP” खोजें', source.kit.typed]),
    );
    const names = ['उत्तर प्रदेश पुलिस', 'यूपी कॉप: निःशुल्क ऐप'];
    // The square has no room beside the code: they come before it.
    const when = id === 'square' ? 12 : 18;
    const shapes = source.timeline(filmFormats[id]).at(when);
    const read = shapes.filter(({ opacity }) => opacity === 1).map(({ text }) => text?.content);
    expect(read).toEqual(expect.arrayContaining(names));
  },
);

test('captions stand within their shots, without the marks of line breaks', () => {
  const cues = listCues(film, 'hi');
  const srt = writeSrt(cues);
  expect(srt).toContain('1\n00:00:00,200 --> 00:00:02,000\nमोबाइल खो गया?\n');
  expect(srt).not.toContain('|');
  expect(writeVtt(listCues(film, 'en'), 'en')).toMatch(
    /^WEBVTT\nLanguage: en\n\n00:00:00\.200 --> 00:00:02\.000\nLost your phone\?\n/,
  );
});

test('captions in the picture leave the code, the words and the address free', () => {
  const timeline = source.timeline(filmFormats.wide, true);
  const hasCaption = (at: number) => timeline.at(at).some(({ part }) => part === 'caption');
  // What the picture says in letters is not said twice.
  expect([1.6, 4, 7.5, 10.5, 17].filter(hasCaption)).toEqual([7.5, 17]);
  for (const at of [7.5, 17]) {
    const shapes = timeline.at(at);
    const caption = shapes.find(({ part }) => part === 'caption');
    const box = bounds(caption as NonNullable<typeof caption>);
    for (const entry of shapes.filter(
      ({ part, text }) => part === 'qr' || (text && part !== 'app'),
    )) {
      const other = bounds(entry);
      const apart =
        other.right <= box.left ||
        other.left >= box.right ||
        other.bottom <= box.top ||
        other.top >= box.bottom;
      expect(apart, `${entry.part} at ${at} s`).toBe(true);
    }
  }
});
