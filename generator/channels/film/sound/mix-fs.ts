import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Film } from '../../../../campaigns/channels/film/film.ts';
import { runFfmpeg } from '../ffmpeg.ts';
import type { TimedShot } from '../timeline.ts';
import { composeBed } from './bed.ts';
import { type Stereo, sampleRate } from './tones.ts';

export interface Loudness {
  integrated: number;
  truePeak: number;
}

/** How far the music steps back under the voice. */
const bedUnderVoice = 10 ** (-11 / 20);

/** The film as its sound needs it. */
export interface Piece {
  seconds: number;
  shots: readonly TimedShot[];
  loudness: Film['loudness'];
}

/**
 * The film's sound at the campaign's loudness: music, and the recorded voice where a take is there.
 * @param take a mastered take, or undefined while nobody has recorded one
 * @throws when the take is longer than the film
 */
export async function mixSound(
  piece: Piece,
  { take, signal }: { take: string | undefined; signal: AbortSignal },
): Promise<Stereo> {
  const { bed, voice } = await bedAndVoice(piece, { take, signal });
  return levelled(voice === undefined ? bed : over(bed, voice), piece.loudness, signal);
}

/**
 * The same for a hall: music left and right, the voice in the centre, where it stays with the picture for every seat.
 * @returns L, R, C, LFE, Ls, Rs; the package's writer turns down what is too loud
 */
export async function mixForHall(
  piece: Piece,
  { take, signal }: { take: string | undefined; signal: AbortSignal },
): Promise<Float32Array[]> {
  const { bed, voice } = await bedAndVoice(piece, { take, signal });
  const silence = () => new Float32Array(bed.left.length);
  if (voice === undefined) {
    const { left, right } = await levelled(bed, piece.loudness, signal);
    return [left, right, silence(), silence(), silence(), silence()];
  }
  const gain = await measureGain(over(bed, voice), piece.loudness, signal);
  const centre = silence();
  centre.set(voice.subarray(0, centre.length).map((value) => value * gain));
  const [left, right] = [bed.left, bed.right].map((channel) =>
    channel.map((value) => value * bedUnderVoice * gain),
  ) as [Float32Array, Float32Array];
  return [left, right, centre, silence(), silence(), silence()];
}

async function bedAndVoice(
  piece: Piece,
  { take, signal }: { take: string | undefined; signal: AbortSignal },
): Promise<{ bed: Stereo; voice: Float32Array | undefined }> {
  const bed = composeBed(piece);
  if (take === undefined) return { bed, voice: undefined };
  const voice = await readMono(take, signal);
  if (voice.length > bed.left.length + sampleRate / 20) {
    throw new Error(
      `Expected a take of at most ${piece.seconds} s in ${take}, got ${(voice.length / sampleRate).toFixed(2)} s`,
    );
  }
  return { bed, voice };
}

/** Music, and a machine's voice to time and rehearse by. Each line must fit its shot. */
export async function mixGuide(piece: Piece, { signal }: { signal: AbortSignal }): Promise<Stereo> {
  const bed = composeBed(piece);
  const voice = new Float32Array(bed.left.length);
  const folder = mkdtempSync(join(tmpdir(), 'film-guide-'));
  try {
    for (const { shot, from, to } of piece.shots) {
      const file = join(folder, `${shot.id}.wav`);
      const said = spawnSync('espeak-ng', ['-v', 'hi', '-s', '160', '-w', file, shot.voice.hi]);
      if (said.status !== 0)
        throw new Error(
          'Expected espeak-ng on this machine for the guide voice: apt install espeak-ng',
          { cause: said.error },
        );
      const line = trimmed(await readMono(file, signal));
      const seconds = line.length / sampleRate;
      if (seconds > to - from - 0.1)
        throw new Error(
          `Expected a line that fits the ${(to - from).toFixed(1)} s of shot "${shot.id}", got ${seconds.toFixed(1)} s`,
        );
      // In the middle of its shot's free time, never at the cut.
      const start = Math.round((from + Math.min(0.3, (to - from - seconds) / 2)) * sampleRate);
      voice.set(line.subarray(0, voice.length - start), start);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return levelled(over(bed, voice), piece.loudness, signal);
}

function over(bed: Stereo, voice: Float32Array): Stereo {
  const mixed = (channel: Float32Array) =>
    channel.map((value, at) => value * bedUnderVoice + (voice[at] ?? 0));
  return { left: mixed(bed.left), right: mixed(bed.right) };
}

/** Without the silence that espeak leaves at either end. */
function trimmed(voice: Float32Array): Float32Array {
  const loud = (value: number) => Math.abs(value) > 0.004;
  const first = voice.findIndex(loud);
  return first === -1 ? voice.subarray(0, 0) : voice.subarray(first, voice.findLastIndex(loud) + 1);
}

async function measureGain(
  sound: Stereo,
  { web, truePeak }: Film['loudness'],
  signal: AbortSignal,
): Promise<number> {
  const now = await measure(sound, signal);
  return 10 ** (Math.min(web - now.integrated, truePeak - now.truePeak) / 20);
}

async function levelled(
  sound: Stereo,
  loudness: Film['loudness'],
  signal: AbortSignal,
): Promise<Stereo> {
  const gain = await measureGain(sound, loudness, signal);
  return {
    left: sound.left.map((value) => value * gain),
    right: sound.right.map((value) => value * gain),
  };
}

/** Integrated loudness in LUFS and true peak in dBTP (EBU R 128), by ffmpeg's meter. */
export async function measure(sound: Stereo, signal: AbortSignal): Promise<Loudness> {
  const { stderr } = await runFfmpeg(
    `-f f32le -ar ${sampleRate} -ac 2 -i pipe:0 -af ebur128=peak=true -f null -`.split(' '),
    { input: [interleaved(sound)], signal },
  );
  const summary = stderr.slice(stderr.lastIndexOf('Summary:'));
  const figure = (pattern: RegExp) => Number(pattern.exec(summary)?.[1] ?? Number.NaN);
  return {
    integrated: figure(/I:\s+(-?[\d.]+) LUFS/),
    truePeak: figure(/Peak:\s+(-?[\d.]+) dBFS/),
  };
}

function interleaved({ left, right }: Stereo): Buffer {
  const out = new Float32Array(left.length * 2);
  for (let n = 0; n < left.length; n += 1) {
    out[2 * n] = left[n] as number;
    out[2 * n + 1] = right[n] as number;
  }
  return Buffer.from(out.buffer);
}

async function readMono(file: string, signal: AbortSignal): Promise<Float32Array> {
  const { stdout } = await runFfmpeg(
    ['-i', file, '-ac', '1', '-ar', String(sampleRate), '-f', 'f32le', 'pipe:1'],
    { signal },
  );
  return new Float32Array(
    stdout.buffer.slice(stdout.byteOffset, stdout.byteOffset + stdout.byteLength),
  );
}

export interface Take {
  file: string;
  sha256: string;
}

/** The mastered take of the film's voice, once somebody has uploaded one. */
export function openTake(printDir: string): Take | undefined {
  const file = join(printDir, 'radio', 'takes', 'film.wav');
  if (!existsSync(file)) return undefined;
  return { file, sha256: createHash('sha256').update(readFileSync(file)).digest('hex') };
}
