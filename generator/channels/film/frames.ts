import { createCanvas, Path2D, type SKRSContext2D } from '@napi-rs/canvas';
import { inkScreen } from '../../ink/palette.ts';
import { type Path, writePath } from '../../layout/path.ts';
import { type FilmFormat, frameCount } from './deliveries.ts';
import type { FilmShape } from './shape.ts';
import type { Timeline } from './timeline.ts';

/** RGBA rows from the top, and the number of frames that show them. */
export interface Frame {
  pixels: Uint8Array;
  repeats: number;
}

type Shown = Pick<FilmFormat, 'layout' | 'px' | 'fps'>;
export interface Span {
  from: number;
  to: number;
}

/**
 * Draws a film, or the frames of a span of it (in frames, `to` not included). A picture that stands still is drawn once.
 * `pixels` belongs to the reader until the next frame is asked for.
 */
export async function* drawFrames(
  timeline: Timeline,
  format: Shown,
  span?: Span,
): AsyncGenerator<Frame> {
  const painter = createPainter(format);
  const { from, to } = span ?? { from: 0, to: frameCount(timeline.seconds, format) };
  let shapes = timeline.at(from / format.fps);
  for (let frame = from; frame < to; ) {
    const key = likeness(shapes);
    let repeats = 0;
    let next = shapes;
    do {
      repeats += 1;
      frame += 1;
      next = timeline.at(frame / format.fps);
    } while (frame < to && likeness(next) === key);
    yield { pixels: painter.draw(shapes), repeats };
    shapes = next;
    // Buffers of pictures are freed only when the loop yields.
    await new Promise((resolve) => setImmediate(resolve));
  }
}

export interface Painter {
  draw(shapes: readonly FilmShape[]): Uint8Array;
}

/** Skia, as npm has it. A context that is not read from is ten times slower to read (measured: 30 ms against 3). */
export function createPainter({ layout, px }: Omit<Shown, 'fps'>): Painter {
  const canvas = createCanvas(px.width, px.height);
  const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true });
  const scaleX = px.width / layout.width;
  const scaleY = px.height / layout.height;
  return {
    draw(shapes) {
      context.setTransform(scaleX, 0, 0, scaleY, 0, 0);
      for (const entry of shapes) paint(context, entry, [scaleX, scaleY]);
      const { data } = context.getImageData(0, 0, px.width, px.height);
      return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
    },
  };
}

function paint(context: SKRSContext2D, entry: FilmShape, [scaleX, scaleY]: [number, number]): void {
  const map = ([a, b, c, d, e, f]: FilmShape['matrix']) =>
    context.setTransform(a * scaleX, b * scaleY, c * scaleX, d * scaleY, e * scaleX, f * scaleY);
  if (entry.clip !== undefined) {
    context.save();
    map(entry.clip.matrix);
    context.clip(path2d(entry.clip.path));
  }
  map(entry.matrix);
  context.globalAlpha = entry.opacity;
  context.fillStyle = inkScreen(entry.ink);
  context.fill(path2d(entry.path));
  if (entry.clip !== undefined) context.restore();
}

const paths = new WeakMap<Path, Path2D>();

function path2d(path: Path): Path2D {
  const kept = paths.get(path);
  if (kept !== undefined) return kept;
  const made = new Path2D(writePath(path, 'svg'));
  paths.set(path, made);
  return made;
}

const numbers = new WeakMap<Path, number>();
let counted = 0;

/** The same text for pictures that look the same: outlines by identity, places to a thousandth of a pixel. */
function likeness(shapes: readonly FilmShape[]): string {
  return shapes
    .map(({ path, ink, matrix, opacity, clip }) => {
      const place = [...matrix, ...(clip?.matrix ?? []), opacity].map((value) =>
        Math.round(value * 1000),
      );
      return `${numberPath(path)} ${clip ? numberPath(clip.path) : ''} ${typeof ink === 'string' ? ink : ink.screen} ${place.join(' ')}`;
    })
    .join('\n');
}

function numberPath(path: Path): number {
  const kept = numbers.get(path);
  if (kept !== undefined) return kept;
  counted += 1;
  numbers.set(path, counted);
  return counted;
}
