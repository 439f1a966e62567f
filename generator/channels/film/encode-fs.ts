import { type Delivery, type FilmFormat, frameCount } from './deliveries.ts';
import { runFfmpeg } from './ffmpeg.ts';
import { drawFrames, type Frame } from './frames.ts';
import { besideSigner } from './slate-fs.ts';
import type { Timeline } from './timeline.ts';

export type Progress = (done: number, total: number) => void;

export interface Encoding {
  delivery: Delivery;
  /** A WAV of the film's length. */
  sound: string;
  to: string;
  signal: AbortSignal;
  /** A recording of a person who signs the film, to be shown next to it. */
  signer?: string;
  /** Told in frames. */
  onProgress?: Progress | undefined;
}

/** Draws a film and has ffmpeg write it. */
export async function encodeFilm(timeline: Timeline, encoding: Encoding): Promise<void> {
  const { delivery } = encoding;
  const total = frameCount(timeline.seconds, delivery.format);
  await encodeFrames(drawFrames(timeline, delivery.format), { ...encoding, total });
}

/** The same for frames from elsewhere; each is written as often as it is shown. */
export async function encodeFrames(
  frames: AsyncIterable<Frame>,
  { delivery, sound, to, signal, signer, total, onProgress }: Encoding & { total: number },
): Promise<void> {
  const { format, video, audio } = delivery;
  const signed = signer !== undefined;
  const args = [
    ...rawPicture(format),
    ...['-i', sound],
    ...(signed ? ['-i', signer] : []),
    ...(signed ? withSigner(video) : video),
    ...audio,
    ...['-frames:v', String(total)],
    ...['-map', signed ? '[out]' : '0:v', '-map', '1:a'],
    ...quiet,
    to,
  ];
  await runFfmpeg(args, { input: repeated(frames, { signal, total, onProgress }), signal });
}

/** The delivery's own filter comes last. */
function withSigner(video: readonly string[]): string[] {
  const at = video.indexOf('-vf');
  const rest = video.filter((_, index) => index !== at && index !== at + 1);
  return ['-filter_complex', besideSigner(video[at + 1] ?? 'null'), ...rest];
}

/** No date and no version of ffmpeg in the file: the same film gives the same bytes. */
const quiet = '-map_metadata -1 -fflags +bitexact -flags:v +bitexact -flags:a +bitexact'.split(' ');

function rawPicture({ px, fps }: FilmFormat): string[] {
  const size = `${px.width}x${px.height}`;
  return `-f rawvideo -pix_fmt rgba -s ${size} -r ${fps} -i pipe:0`.split(' ');
}

async function* repeated(
  frames: AsyncIterable<Frame>,
  {
    signal,
    total,
    onProgress,
  }: { signal: AbortSignal; total: number; onProgress: Progress | undefined },
): AsyncGenerator<Uint8Array> {
  let done = 0;
  for await (const { pixels, repeats } of frames) {
    for (let at = 0; at < repeats; at += 1) {
      if (signal.aborted) return;
      yield pixels;
      done += 1;
      onProgress?.(done, total);
    }
  }
}
