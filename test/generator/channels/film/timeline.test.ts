import { expect, test } from 'vitest';
import { filmSchema } from '../../../../campaigns/channels/film/film.ts';
import { listCues, writeSrt, writeVtt } from '../../../../generator/channels/film/captions.ts';
import {
  deliveries,
  filmFormats,
  frameCount,
} from '../../../../generator/channels/film/deliveries.ts';
import { scanTimes } from '../../../../generator/channels/film/figures/second-phone.ts';
import { arrival } from '../../../../generator/channels/film/scenes/arrival.ts';
import { codeComes } from '../../../../generator/channels/film/scenes/code.ts';
import { bounds } from '../../../../generator/channels/film/shape.ts';
import { composeBed } from '../../../../generator/channels/film/sound/bed.ts';
import { sampleRate } from '../../../../generator/channels/film/sound/tones.ts';
import { film, openTestFilm, withShot } from './source.ts';

const source = openTestFilm();

test('the film lasts 19 seconds, and every delivery has whole frames of it', () => {
  const timeline = source.timeline(filmFormats.cinema);
  expect(timeline.seconds).toBe(19);
  const counts = deliveries.map(({ item, format }) => {
    return `${item} ${frameCount(timeline.seconds, format)}`;
  });
  expect(counts).toEqual([
    ...['film-cinema 456', 'film-wide 475', 'film-tall 570', 'film-square 570'],
    ...['film-captions 475', 'film-message 475', 'film-sd 475'],
  ]);
  expect(() => frameCount(19.01, filmFormats.cinema)).toThrow('whole frames at 24');
});

test('shots follow one another without a gap, and each second belongs to one', () => {
  const { shots, seconds } = source.timeline(filmFormats.wide);
  expect(shots.map(({ from }) => from).slice(1)).toEqual(shots.map(({ to }) => to).slice(0, -1));
  expect(shots.at(-1)?.to).toBe(seconds);
});

test('the same second gives the same picture, and the last ones are one picture', () => {
  const timeline = source.timeline(filmFormats.tall);
  expect(timeline.at(5.3)).toEqual(timeline.at(5.3));
  expect(timeline.at(18.99)).toEqual(timeline.at(16));
  expect(timeline.at(25)).toEqual(timeline.at(18.99));
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
  ['21 s', withShot('far', { seconds: 5.7 }), 'Expected 15 to 20 seconds in all'],
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
  '%s: code and sender stand from second 12, and with them where to find the app',
  (id) => {
    const timeline = source.timeline(filmFormats[id]);
    const ways = ['Play Store /', 'App Store', '“UP COP” खोजें', 'यूपी कॉप: निःशुल्क ऐप'];
    const wanted = new Set(['आपका थाना', ...ways, source.kit.typed]);
    const heads = new Set<string>();
    for (let at = 12; at < 19; at += 0.25) {
      const shapes = timeline.at(at).filter(({ opacity }) => opacity === 1);
      const [code] = shapes.filter(({ part }) => part === 'qr');
      heads.add(
        JSON.stringify([code?.matrix, shapes.find(({ part }) => part === 'owner')?.matrix]),
      );
      const read = shapes.map(({ text }) => text?.content ?? '');
      expect(read, `${at} s`).toContain('उत्तर प्रदेश पुलिस');
      for (const each of wanted) if (read.some((line) => line.includes(each))) wanted.delete(each);
      // The square has room for one line at a time; the others say all of it all the time.
      if (at >= 12.5 && id !== 'square') expect([...wanted], `${at} s`).toEqual([]);
    }
    expect([...wanted]).toEqual([]);
    expect(heads.size).toBe(1);
  },
);

test.each(['cinema', 'wide', 'tall', 'square'] as const)(
  '%s: the station of the horizon is one building all the way to the code, and never jumps',
  (id) => {
    const { fps, layout } = filmFormats[id];
    const timeline = source.timeline(filmFormats[id]);
    const boxAt = (at: number) => {
      const boxes = timeline
        .at(at)
        .filter(({ part }) => part === 'owner')
        .map(bounds);
      expect(boxes.length, `${at} s`).toBe(1);
      return boxes[0] as NonNullable<(typeof boxes)[number]>;
    };
    const [far, code] = timeline.shots.filter(({ shot }) => /far|code/.test(shot.kind));
    const first = (far?.from ?? 0) + 1.5;
    let before = boxAt(first);
    expect(before.right - before.left).toBeLessThan(layout.width * 0.2);
    for (let at = first; at < (code?.from ?? 0) + 1; at += 1 / fps) {
      const box = boxAt(at);
      const step = Math.hypot(box.left - before.left, box.top - before.top);
      expect(step, `${at.toFixed(2)} s`).toBeLessThan(
        (4 * Math.max(layout.width, layout.height)) / fps,
      );
      before = box;
    }
    expect(before.right - before.left).toBeGreaterThan(layout.width * 0.25);
  },
);

test.each(['cinema', 'wide', 'tall', 'square'] as const)(
  '%s: 112 is said before the app, and the phone is never blank from where it comes near',
  (id) => {
    const { layout } = filmFormats[id];
    const timeline = source.timeline(filmFormats[id]);
    const [, far] = timeline.shots;
    let said = 0;
    for (let at = 0; at < (far?.to ?? 0) - 0.05; at += 0.1) {
      const read = timeline.at(at).flatMap(({ text, opacity }) => (opacity === 1 ? text : []));
      expect(read.map((text) => text?.content)).not.toContain('UP COP');
      if (read.some((text) => text?.content.includes('112'))) said += 0.1;
    }
    expect(said).toBeGreaterThan(1.2);
    for (let at = (far?.to ?? 0) - 1; at < timeline.seconds; at += 0.1) {
      const shown = timeline.at(at).filter(({ part, opacity, clip, ...entry }) => {
        if (!/^(tile|disc|field|slip|qr)$/.test(part) || opacity < 0.5) return false;
        const [box, glass] = [bounds(entry), clip ? bounds(clip) : undefined];
        return box.top < Math.min(layout.height, glass?.bottom ?? layout.height);
      });
      expect(shown.length, `${at.toFixed(1)} s`).toBeGreaterThan(0);
    }
  },
);

test.each(['cinema', 'wide', 'tall', 'square'] as const)(
  '%s: another phone comes to the door, finds its code, and has the app open',
  (id) => {
    const timeline = source.timeline(filmFormats[id]);
    const { from } = timeline.shots.at(-1) as (typeof timeline.shots)[number];
    const partsAt = (at: number) => timeline.at(from + at).map(({ part }) => part);
    const tilesAt = (at: number) => partsAt(at).filter((part) => part === 'tile').length;
    expect(partsAt(scanTimes.comes - 0.1)).not.toContain('finder');
    expect(partsAt(scanTimes.found)).toContain('finder');
    const tops = [scanTimes.found, timeline.seconds - from - 0.1].map((at) =>
      Math.max(
        ...timeline
          .at(from + at)
          .filter(({ part }) => part === 'app' || part === 'tile')
          .map((entry) => bounds(entry).top),
      ),
    );
    expect(tilesAt(scanTimes.open + 1)).toBe(4);
    expect(tops[1]).toBeLessThan(tops[0] as number);
    expect(tops[1]).toBeLessThan(filmFormats[id].layout.height);
  },
);

test.each([
  { kind: 'taps', what: 'the roof lands', at: arrival.roof },
  { kind: 'code', what: 'the code is whole', at: codeComes.whole },
  { kind: 'code', what: 'the other phone finds it', at: scanTimes.found },
] as const)('a sound is heard where $what', ({ kind, at }) => {
  const shot = film.shots.find((each) => each.kind === kind) as (typeof film.shots)[number];
  const { left } = composeBed({
    seconds: shot.seconds,
    shots: [{ shot, from: 0, to: shot.seconds }],
  });
  const power = (from: number) => {
    const samples = left.subarray(from * sampleRate, (from + 0.08) * sampleRate);
    return samples.reduce((sum, own) => sum + own * own, 0);
  };
  expect(power(at)).toBeGreaterThan(4 * power(at - 0.09));
});

test('captions stand within their shots, without the marks of line breaks', () => {
  const cues = listCues(film, 'hi');
  const srt = writeSrt(cues);
  expect(srt).toContain('1\n00:00:00,200 --> 00:00:01,900\nमोबाइल खो गया?\n');
  expect(srt).not.toContain('|');
  expect(writeVtt(listCues(film, 'en'), 'en')).toMatch(
    /^WEBVTT\nLanguage: en\n\n00:00:00\.200 --> 00:00:01\.900\nLost your phone\?\n/,
  );
});

test('captions in the picture do not say again what it says in letters', () => {
  const timeline = source.timeline(filmFormats.wide, true);
  const hasCaption = (at: number) => timeline.at(at).some(({ part }) => part === 'caption');
  expect([1.6, 4, 7.5, 10.5, 17].filter(hasCaption)).toEqual([7.5, 17]);
  const words = timeline.at(17).flatMap(({ text }) => text?.content ?? []);
  expect(words.join()).not.toContain('आपका थाना अब');
});
