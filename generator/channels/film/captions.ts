import { type Film, shotTimes } from '../../../campaigns/channels/film/film.ts';
import { hourMs, minuteMs } from '../../../campaigns/durations.ts';
import { fitted, unbroken } from './lettering.ts';
import { roundedRectangle } from './outline.ts';
import { type FilmShape, group, move, shape } from './shape.ts';
import type { FilmKit, Stage } from './stage.ts';
import type { Timeline } from './timeline.ts';

export interface Cue {
  from: number;
  to: number;
  text: string;
  kind: Film['shots'][number]['kind'];
  /** Parts that the picture does not say in letters. */
  unseen: string[];
}

/** Captions of the speech, shot by shot: from a breath after the cut until just before the next. */
export function listCues(film: Pick<Film, 'shots'>, language: 'hi' | 'en'): Cue[] {
  return shotTimes(film).map(({ shot, from, to }) => {
    const seen = pickLetters(shot.lines.map((line) => line[language]).join());
    const text = shot.caption[language];
    const unseen = text.split(' | ').filter((part) => !seen.includes(pickLetters(part)));
    return { from: from + 0.2, to: to - 0.1, text, kind: shot.kind, unseen };
  });
}

function pickLetters(text: string): string {
  return text.replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}

export function writeSrt(cues: readonly Cue[]): string {
  return cues
    .map(
      ({ from, to, text }, at) =>
        `${at + 1}\n${clock(from, ',')} --> ${clock(to, ',')}\n${unbroken(text)}\n`,
    )
    .join('\n');
}

export function writeVtt(cues: readonly Cue[], language: 'hi' | 'en'): string {
  const each = cues.map(
    ({ from, to, text }) => `${clock(from, '.')} --> ${clock(to, '.')}\n${unbroken(text)}\n`,
  );
  return `WEBVTT\nLanguage: ${language}\n\n${each.join('\n')}`;
}

/** hh:mm:ss and thousandths, as both formats have it. */
function clock(seconds: number, point: ',' | '.'): string {
  const thousandths = Math.round(seconds * 1000);
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  const rest = String(thousandths % 1000).padStart(3, '0');
  return `${two(thousandths / hourMs)}:${two((thousandths / minuteMs) % 60)}:${two((thousandths / 1000) % 60)}${point}${rest}`;
}

/**
 * The same film with its captions in the picture, set as print sets Hindi: ffmpeg's own filter breaks it. They stand
 * below, in the last shot beside the code, which stays free; words that the picture has anyway are not said twice.
 */
export function withCaptions(timeline: Timeline, film: Film, kit: FilmKit): Timeline {
  const cues = listCues(film, kit.language).flatMap((cue) => {
    const text = cue.unseen.join(' | ');
    return text === '' ? [] : [{ ...cue, text }];
  });
  const set = cues.map((cue) => ({ ...cue, shapes: caption(timeline.stage, kit, cue) }));
  return {
    ...timeline,
    at(seconds) {
      const now = set.find(({ from, to }) => seconds >= from && seconds < to);
      return now === undefined ? timeline.at(seconds) : [...timeline.at(seconds), ...now.shapes];
    },
  };
}

function caption(
  { width, height, safe, shape: form, captionRoom }: Stage,
  kit: FilmKit,
  cue: Cue,
): FilmShape[] {
  const short = Math.min(width, height);
  const inCode = cue.kind === 'code' && captionRoom !== undefined;
  // Beside the phone, which is in the middle of other shapes.
  const beside = form === 'wide' && captionRoom !== undefined;
  const room = inCode ? captionRoom : { ...(beside ? captionRoom : safe), height: short * 0.2 };
  const pad = { x: short * 0.024, y: short * 0.016 };
  // Type of a caption is measured by its size, not by its letters: 1/18 of the height.
  const face = kit.fonts.typeface(700);
  const ideal = (short / 18) * (face.shirorekha / face.unitsPerEm);
  const words = fitted(
    kit.fonts,
    [cue.text],
    { width: room.width - 2 * pad.x, height: room.height, ideal },
    { weight: 700, ink: 'paper', part: 'caption', sign: true },
  );
  const box = { width: words.width + 2 * pad.x, height: words.height + 2 * pad.y };
  const x = beside ? room.x : (width - box.width) / 2;
  const y = inCode ? room.y : safe.y + safe.height - box.height;
  return [
    ...group(
      [shape('caption', 'key', roundedRectangle({ x: 0, y: 0, ...box }, short * 0.014), 0.84)],
      {
        matrix: move(x, y),
      },
    ),
    ...group(words.lines, { matrix: move(x + pad.x, y + pad.y) }),
  ];
}
