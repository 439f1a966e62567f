import { scriptShare } from '../../artwork/legible.ts';
import { type FilmFormat, frameCount } from './deliveries.ts';
import { createPainter } from './frames.ts';
import { bounds, type FilmShape } from './shape.ts';
import { leastCodeShare } from './stage.ts';
import type { TimedShot, Timeline } from './timeline.ts';

/** A house rule that a film breaks. */
export interface FilmFault {
  rule: 'safe-margin' | 'letter-height' | 'overlap' | 'shot-length' | 'code' | 'flashes';
  shot: string;
  message: string;
}

/** Least length of a shot: time to look, and to read each word. */
export const lookSeconds = 1.2;
export const wordSeconds = 0.25;
/** Minimum time that the code is shown still and whole. */
export const codeSeconds = 4;
/** WCAG 2.3.1: no more than three flashes in any second. */
export const mostFlashes = 3;

/** How often the picture is looked at. */
const looksPerSecond = 10;

/** Judges a film in one shape of picture by the rules that need no pixels. */
export function judgeTimeline(timeline: Timeline): FilmFault[] {
  return timeline.shots.flatMap((shot) => [
    ...placingFaults(timeline, shot),
    ...lengthFaults(timeline, shot),
    ...(shot.shot.kind === 'code' ? codeFaults(timeline, shot) : []),
  ]);
}

const isRead = ({ text, opacity }: FilmShape) => text !== undefined && opacity > 0.9;

/** Text keeps off the margins and off other text and the code, and is large enough wherever it stands still. */
function placingFaults(timeline: Timeline, { shot, from, to }: TimedShot): FilmFault[] {
  const { safe, least } = timeline.stage;
  const found = new Map<string, FilmFault>();
  const step = 1 / looksPerSecond;
  for (let at = from; at < to - 1 / 24; at += step) {
    const moved = new Set(timeline.at(at + 1 / 24).map(describePlace));
    const shapes = timeline.at(at).filter((entry) => moved.has(describePlace(entry)));
    const kept = shapes.filter((entry) => isRead(entry) || entry.part === 'qr');
    for (const [one, other] of findOverlaps(shapes, kept)) {
      const message = `Expected "${one.part}" clear of "${other.part}", got it over it at ${at.toFixed(1)} s`;
      found.set(`${one.part} ${other.part}`, { rule: 'overlap', shot: shot.id, message });
    }
    for (const entry of kept.filter(isRead)) {
      const box = bounds(entry);
      const slack = 0.5;
      if (
        box.left < safe.x - slack ||
        box.top < safe.y - slack ||
        box.right > safe.x + safe.width + slack ||
        box.bottom > safe.y + safe.height + slack
      ) {
        const message = `Expected text inside of ${rounded(safe.x)}, ${rounded(safe.y)} to ${rounded(safe.x + safe.width)}, ${rounded(safe.y + safe.height)}, got "${entry.part}" at ${rounded(box.left)}, ${rounded(box.top)} to ${rounded(box.right)}, ${rounded(box.bottom)}`;
        found.set(`${entry.part} margin`, { rule: 'safe-margin', shot: shot.id, message });
      }
      const tall = (entry.text?.letterHeight ?? 0) * Math.hypot(entry.matrix[2], entry.matrix[3]);
      const own = least * scriptShare(entry.text?.content ?? '');
      if (tall < own - 0.01) {
        const message = `Expected letters at least ${rounded(own)} px high, got ${rounded(tall)} of "${entry.part}"`;
        found.set(`${entry.part} height`, { rule: 'letter-height', shot: shot.id, message });
      }
    }
  }
  return [...found.values()];
}

/** Words and code keep clear of these too: the ground of a caption, and another phone in a hand. */
const covering = new Set(['caption', 'phone', 'hand']);

/** Lines whose ink's box reaches into the box of another line or of the code, and what covers either. */
function findOverlaps(
  shapes: readonly FilmShape[],
  kept: readonly FilmShape[],
): [FilmShape, FilmShape][] {
  const covers = shapes.filter(({ part }) => covering.has(part));
  return kept.flatMap((one, at) =>
    [...covers, ...kept.slice(at + 1)]
      .filter((other) => {
        const [a, b] = [bounds(one), bounds(other)];
        return a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;
      })
      .map((other): [FilmShape, FilmShape] => [other, one]),
  );
}

function describePlace({ part, matrix, path }: FilmShape): string {
  return `${part} ${path.ops.length} ${matrix.map((value) => value.toFixed(2)).join(' ')}`;
}

/** Each shot is as long as its words take; what the picture before said already takes none. */
function lengthFaults(timeline: Timeline, { shot, from, to }: TimedShot): FilmFault[] {
  const words = new Map<string, number>();
  const before = from > 0 ? timeline.at(from - 1 / 24).filter(isRead) : [];
  const known = new Set(before.map(({ text }) => text?.content));
  for (let at = from; at < to - 1e-6; at += 1 / looksPerSecond) {
    for (const { text } of timeline.at(at).filter(isRead)) {
      if (text !== undefined && !known.has(text.content)) words.set(text.content, text.words);
    }
  }
  const count = [...words.values()].reduce((sum, own) => sum + own, 0);
  const least = lookSeconds + wordSeconds * count;
  if (to - from >= least - 1e-9) return [];
  const message = `Expected at least ${least.toFixed(2)} s for ${count} words, got ${(to - from).toFixed(2)} s`;
  return [{ rule: 'shot-length', shot: shot.id, message }];
}

/** The code is large, whole and still to the end. */
function codeFaults(timeline: Timeline, { shot, to }: TimedShot): FilmFault[] {
  const { width, height, safe, shape } = timeline.stage;
  const least = leastCodeShare[shape];
  const fault = (message: string): FilmFault => ({ rule: 'code', shot: shot.id, message });
  const code = timeline.at(to - 1 / 60).find(({ part }) => part === 'qr');
  if (code === undefined) return [fault('Expected the code at the end, got none')];
  const faults: FilmFault[] = [];
  const box = bounds(code);
  const share = (box.bottom - box.top) / Math.min(width, height);
  if (share < least)
    faults.push(
      fault(
        `Expected the code at ${least * 100} % of the height or more, got ${(share * 100).toFixed(1)} %`,
      ),
    );
  if (
    box.top < safe.y ||
    box.left < safe.x ||
    box.right > width - safe.x ||
    box.bottom > height - safe.y
  )
    faults.push(fault('Expected the code inside of the margins'));
  let still = 0;
  const place = describePlace(code);
  for (let at = to - 1 / 60; at > 0; at -= 1 / looksPerSecond) {
    if (!timeline.at(at).some((entry) => entry.part === 'qr' && describePlace(entry) === place))
      break;
    still = to - at;
  }
  if (still < codeSeconds)
    faults.push(fault(`Expected the code still for ${codeSeconds} s, got ${still.toFixed(1)} s`));
  return faults;
}

/** Draws the film small and counts what flashes. */
export function judgeFlashes(timeline: Timeline, { layout, fps }: FilmFormat): FilmFault[] {
  const px = { width: Math.round(layout.width / 24), height: Math.round(layout.height / 24) };
  const painter = createPainter({ layout, px });
  const frames = Array.from({ length: frameCount(timeline.seconds, { fps }) }, (_, at) =>
    luminances(painter.draw(timeline.at(at / fps))),
  );
  return flashesIn(frames, fps).map((second) => {
    const shot =
      timeline.shots.find(({ from, to }) => second >= from && second < to)?.shot.id ?? '';
    return {
      rule: 'flashes',
      shot,
      message: `Expected at most ${mostFlashes} flashes a second, got more from ${second.toFixed(1)} s on`,
    };
  });
}

function luminances(pixels: Uint8Array): Float32Array {
  const out = new Float32Array(pixels.length / 4);
  for (let at = 0; at < out.length; at += 1) {
    const [r = 0, g = 0, b = 0] = pixels.subarray(at * 4, at * 4 + 3);
    out[at] = 0.2126 * light(r) + 0.7152 * light(g) + 0.0722 * light(b);
  }
  return out;
}

const linear = Array.from({ length: 256 }, (_, value) => {
  const share = value / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
});

const light = (value: number) => linear[value] as number;

/**
 * Seconds from which more than three flashes come within a second. A flash is a pair of opposite changes of at least a
 * tenth of full luminance whose darker side is below 0.8 (WCAG 2.3.1), over a quarter of the picture or more.
 * @param frames relative luminance of each point of each frame
 */
export function flashesIn(frames: readonly Float32Array[], fps: number): number[] {
  const points = frames[0]?.length ?? 0;
  const extreme = Float32Array.from(frames[0] ?? []);
  const direction = new Int8Array(points);
  const turns: { frame: number; share: number }[] = [];
  for (const [frame, picture] of frames.entries()) {
    let turned = 0;
    for (let at = 0; at < points; at += 1) {
      const now = picture[at] as number;
      const before = extreme[at] as number;
      const heading = direction[at] as number;
      const change = now - before;
      if (heading !== 0 && Math.sign(change) === heading) {
        extreme[at] = now;
      } else if (Math.abs(change) >= 0.1 && Math.min(now, before) < 0.8) {
        if (heading !== 0) turned += 1;
        direction[at] = Math.sign(change);
        extreme[at] = now;
      }
    }
    if (turned / points >= 0.25) turns.push({ frame, share: turned / points });
  }
  // Two turns make a flash.
  const seconds = new Set<number>();
  for (const [at, { frame }] of turns.entries()) {
    const last = turns[at + 2 * mostFlashes];
    if (last !== undefined && last.frame - frame < fps) seconds.add(frame / fps);
  }
  return [...seconds].slice(0, 1);
}

function rounded(value: number): number {
  return Math.round(value);
}
