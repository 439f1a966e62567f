import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { codestreamLength, mostFrameBytes } from './codestream.ts';
import { toXyz } from './xyz.ts';

export interface Frame {
  /** RGBA in sRGB. */
  pixels: Uint8Array;
  /** Number of frames of the film that it covers. */
  repeats: number;
}

export interface CodedFrame {
  codestream: Buffer;
  repeats: number;
}

/**
 * libopenjpeg's `-compression_level`: about 540 kB a dense frame of 1998×1080, 104 Mbit/s. Without `-cinema_mode`,
 * which fills each frame up to 16 bytes more than DCI allows.
 */
const compression = 9;

/** Frames that ffmpeg may hold, of 13 MB each: its queues alone would take 500 MB. */
const mostInWork = 2;

/** JPEG 2000 for cinema 2K: CPRL, five levels, 32×32 blocks, a tile-part a component (ISO/IEC 15444-1 Amd 1). */
function encoderArguments({ width, height }: { width: number; height: number }): string[] {
  return [
    ...['-v', 'error', '-f', 'rawvideo', '-pix_fmt', 'xyz12le', '-s', `${width}x${height}`],
    ...['-r', '24', '-i', 'pipe:0', '-c:v', 'libopenjpeg', '-threads', '1', '-format', 'j2k'],
    ...['-profile:v', 'cinema2k', '-compression_level', String(compression)],
    // Each frame by itself: with a fixed rate ffmpeg waits for the next one.
    ...['-fps_mode', 'passthrough'],
    ...['-f', 'image2pipe', 'pipe:1'],
  ];
}

/**
 * Encodes each frame once, by Debian's ffmpeg; one frame is in memory here, some are in ffmpeg.
 * @throws when ffmpeg fails, a frame is of another size or its codestream longer than DCI allows
 */
export async function* encodeFrames(
  frames: AsyncIterable<Frame>,
  size: { width: number; height: number },
  signal?: AbortSignal,
): AsyncGenerator<CodedFrame> {
  const child = spawn('ffmpeg', encoderArguments(size), {
    stdio: ['pipe', 'pipe', 'pipe'],
    signal,
  });
  const said: Buffer[] = [];
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
  const closed = new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`ffmpeg ended with ${code}: ${Buffer.concat(said).toString().trim()}`));
    });
  });
  const repeats: number[] = [];
  const coded = new EventEmitter();
  let number = 0;
  const fed = feed(child, frames, {
    size,
    repeats,
    async ready() {
      while (repeats.length - number >= mostInWork && !child.stdin.destroyed) {
        await once(coded, 'frame');
      }
    },
  });
  // Awaited below; what fails before that must not end the process.
  for (const promise of [closed, fed]) promise.catch(() => {});
  child.stdin.once('close', () => coded.emit('frame'));
  try {
    for await (const codestream of codestreams(child.stdout)) {
      if (codestream.length > mostFrameBytes) {
        throw new Error(
          `Expected at most ${mostFrameBytes} bytes for picture ${number}, got ${codestream.length}`,
        );
      }
      const of = repeats[number];
      if (of === undefined) throw new Error(`Expected ${number} pictures of ffmpeg, got more`);
      number += 1;
      coded.emit('frame');
      yield { codestream, repeats: of };
    }
    await fed;
    await closed;
    if (number !== repeats.length) {
      throw new Error(`Expected ${repeats.length} pictures of ffmpeg, got ${number}`);
    }
  } finally {
    child.kill('SIGKILL');
  }
}

async function feed(
  child: ChildProcessByStdio<Writable, Readable, Readable>,
  frames: AsyncIterable<Frame>,
  call: {
    size: { width: number; height: number };
    /** Repeats of each frame that was fed. */
    repeats: number[];
    /** Resolves when ffmpeg may have one more. */
    ready(): Promise<void>;
  },
): Promise<void> {
  const { size, repeats, ready } = call;
  const { stdin } = child;
  // A closed pipe is told by ffmpeg's own end.
  stdin.on('error', () => {});
  const words = size.width * size.height * 3;
  const buffer = new Uint16Array(words);
  try {
    for await (const { pixels, repeats: of } of frames) {
      if (pixels.length !== (words / 3) * 4) {
        throw new Error(`Expected ${(words / 3) * 4} bytes a frame, got ${pixels.length}`);
      }
      toXyz(pixels, buffer);
      await ready();
      repeats.push(of);
      if (stdin.destroyed) return;
      // The one buffer is free again when ffmpeg has taken the frame; it encodes while the next one is drawn.
      if (!stdin.write(new Uint8Array(buffer.buffer))) await drained(stdin);
    }
    stdin.end();
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
}

/** Waits until ffmpeg has taken what was written, or takes nothing any more. */
function drained(stdin: Writable): Promise<void> {
  return new Promise((resolve) => {
    const settle = () => {
      stdin.off('drain', settle);
      stdin.off('close', settle);
      resolve();
    };
    stdin.on('drain', settle);
    stdin.on('close', settle);
  });
}

async function* codestreams(stream: Readable): AsyncGenerator<Buffer> {
  const held = Buffer.alloc(2 * mostFrameBytes);
  let end = 0;
  for await (const chunk of stream) {
    const part = chunk as Buffer;
    if (end + part.length > held.length) {
      throw new Error(`Expected at most ${mostFrameBytes} bytes a picture, got more`);
    }
    part.copy(held, end);
    end += part.length;
    for (;;) {
      const length = codestreamLength(held.subarray(0, end));
      if (length === null) break;
      yield Buffer.from(held.subarray(0, length));
      held.copyWithin(0, length, end);
      end -= length;
    }
  }
}
