import { expect, test } from 'vitest';
import { deliveries, filmFormats } from '../../../../generator/channels/film/deliveries.ts';
import {
  flashesIn,
  judgeFlashes,
  judgeTimeline,
} from '../../../../generator/channels/film/rules.ts';
import { type FilmShape, group, move } from '../../../../generator/channels/film/shape.ts';
import type { Timeline } from '../../../../generator/channels/film/timeline.ts';
import { openTestFilm, withShot } from './source.ts';

const source = openTestFilm();

/** A film in which the shapes of a part stand or look otherwise. */
function spoilt(
  timeline: Timeline,
  part: string,
  spoil: (shape: FilmShape) => FilmShape,
): Timeline {
  return {
    ...timeline,
    at: (seconds) =>
      timeline.at(seconds).map((entry) => (entry.part === part ? spoil(entry) : entry)),
  };
}

const moved = (x: number, y: number) => (entry: FilmShape) =>
  group([entry], { matrix: move(x, y) })[0] as FilmShape;
const scaled = (by: number) => (entry: FilmShape) =>
  group([entry], { matrix: [by, 0, 0, by, 300, 200] })[0] as FilmShape;

test.each(deliveries)('$item breaks no house rule', ({ format, captions }) => {
  expect(judgeTimeline(source.timeline(format, captions))).toEqual([]);
});

test('the film does not flash', () => {
  expect(judgeFlashes(source.timeline(filmFormats.square), filmFormats.square)).toEqual([]);
});

const wide = source.timeline(filmFormats.wide);
const short = (kind: string, seconds: number) =>
  openTestFilm(withShot(kind, { seconds })).timeline(filmFormats.wide);

test.each([
  ['words in the margin', spoilt(wide, 'line', moved(-60, 0)), 'safe-margin', '"line"'],
  [
    'letters too low',
    spoilt(wide, 'owner', scaled(0.9)),
    'letter-height',
    'at least 60 px high, got 54',
  ],
  [
    'a shot too short for its words',
    short('far', 3),
    'shot-length',
    '3.20 s for 8 words, got 3.00 s',
  ],
  [
    'words over words',
    spoilt(wide, 'address', moved(0, -120)),
    'overlap',
    '"qr" clear of "address"',
  ],
  [
    'a caption over words',
    spoilt(source.timeline(filmFormats.wide, true), 'caption', moved(0, -120)),
    'overlap',
    '"caption" clear of "line"',
  ],
  [
    'a phone over words',
    spoilt(wide, 'phone', moved(-80, 0)),
    'overlap',
    '"phone" clear of "line"',
  ],
  ['a hand over the code', spoilt(wide, 'hand', moved(200, 0)), 'overlap', '"hand" clear of "qr"'],
  ['a code too small', spoilt(wide, 'qr', scaled(0.9)), 'code', '55'],
  ['a code that moves', short('code', 4.6), 'code', 'still for 4 s'],
  ['no code', spoilt(wide, 'qr', (entry) => ({ ...entry, part: 'other' })), 'code', 'got none'],
])('finds %s', (_, timeline, rule, says) => {
  const found = judgeTimeline(timeline).filter((fault) => fault.rule === rule);
  expect(found.map(({ message }) => message).join('\n')).toContain(says);
});

test.each([
  { label: 'four flashes a second', turnsEvery: 3, found: true },
  { label: 'two flashes a second', turnsEvery: 6, found: false },
])('counts $label', ({ turnsEvery, found }) => {
  const frames = Array.from({ length: 48 }, (_, at) =>
    new Float32Array(100).fill(Math.floor(at / turnsEvery) % 2),
  );
  expect(flashesIn(frames, 24).length > 0).toBe(found);
  // The same over a fifth of the picture is no flash.
  const small = frames.map((frame) => frame.map((value, at) => (at < 20 ? value : 0)));
  expect(flashesIn(small, 24)).toEqual([]);
});

test('a film that breaks a rule is refused before a frame is written', () => {
  const wrong = openTestFilm(withShot('far', { seconds: 2.7 }));
  expect(() => wrong.judged(filmFormats.wide)).toThrow(
    /breaks \d+ house rules in wide[\s\S]*shot-length in shot "far"/,
  );
});
