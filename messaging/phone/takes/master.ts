import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Loudness } from '../../../campaigns/channels/radio/radio.ts';
import type { RecordingScript } from '../../../campaigns/channels/radio/script.ts';
import {
  type TakeFormat,
  takeFiles,
  takeFormats,
} from '../../../campaigns/channels/radio/take-format.ts';
import { inputArgs } from './decode.ts';
import type { SoundFigures } from './measure.ts';
import { runSoundTool, SoundError } from './sound-tool.ts';
import type { SoundType } from './sound-type.ts';

/** The loudness of a master as measured afterwards, and its files. */
export interface Mastered {
  seconds: number;
  lufs: number;
  dbtp: number;
  files: Record<TakeFormat, { bytes: number; sha256: string }>;
}

const leadSeconds = 0.1;
const restSeconds = 0.25;
const fadeSeconds = 0.005;
const restFadeSeconds = 0.15;

/** Name of a delivery in the folder of its take. */
export function takeFileName(format: TakeFormat): string {
  return `${format}.${takeFiles[format].extension}`;
}

/**
 * Masters a recording with ffmpeg's two-pass loudnorm: silence at both ends goes, a spot gets its exact whole seconds.
 * @param folder empty; the deliveries lie in it afterwards
 * @throws SoundError
 */
export async function masterTake(
  recording: { path: string; type: SoundType; figures: SoundFigures },
  script: Pick<RecordingScript, 'use' | 'seconds' | 'loudness'>,
  folder: string,
): Promise<Mastered> {
  const { path, type, figures } = recording;
  const cut = script.use === 'film' ? [] : cutFilters(figures);
  const before = ['aformat=channel_layouts=mono', ...cut, 'highpass=f=50'];
  const target = loudnormTarget(script.loudness);
  const input = [...inputArgs(path, type), '-map', '0:a:0'];
  const measure = async () => {
    const filters = [...before, `${target}:print_format=json`].join(',');
    const { messages } = await runSoundTool('ffmpeg', [
      ...input,
      '-af',
      filters,
      '-f',
      'null',
      '-',
    ]);
    return readFirstPass(messages);
  };
  let measured = await measure();
  const limiter = limiterFor(measured, script.loudness);
  if (limiter !== null) {
    before.push(limiter);
    measured = await measure();
  }
  const master = join(folder, takeFileName('master'));
  await runSoundTool('ffmpeg', [
    ...['-v', 'error', ...input],
    '-af',
    [
      ...before,
      `${target}:linear=true:${measuredArgs(measured)}`,
      'aresample=48000',
      ...wholeSeconds(script.seconds),
    ].join(','),
    ...codecArgs('master'),
    master,
  ]);
  await runSoundTool('ffmpeg', [
    ...['-v', 'error', '-f', 'wav', '-i', master],
    ...takeFormats
      .filter((format) => format !== 'master')
      .flatMap((format) => [...codecArgs(format), join(folder, takeFileName(format))]),
  ]);
  const { messages: summary } = await runSoundTool('ffmpeg', [
    ...['-f', 'wav', '-i', master],
    ...['-af', `ebur128=peak=true:dualmono=${script.loudness.heardAs === 'stereo'}`],
    ...['-f', 'null', '-'],
  ]);
  const entries = await Promise.all(
    takeFormats.map(async (format) => {
      const bytes = await readFile(join(folder, takeFileName(format)));
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      return [format, { bytes: bytes.length, sha256 }] as const;
    }),
  );
  return {
    seconds: script.seconds ?? lengthIn(summary),
    ...loudnessIn(summary),
    files: Object.fromEntries(entries) as Mastered['files'],
  };
}

function cutFilters({ seconds, head, tail }: SoundFigures): string[] {
  const start = Math.max(0, head - leadSeconds);
  const end = seconds - Math.max(0, tail - restSeconds);
  const length = end - start;
  return [
    `atrim=start=${start.toFixed(3)}:end=${end.toFixed(3)}`,
    'asetpts=PTS-STARTPTS',
    `afade=t=in:d=${fadeSeconds}`,
    // What is left of the room dies away before the silence that fills the seconds.
    `afade=t=out:st=${Math.max(0, length - restFadeSeconds).toFixed(3)}:d=${restFadeSeconds}`,
  ];
}

function loudnormTarget({ lufs, dbtp, heardAs }: Loudness): string {
  return `loudnorm=I=${lufs}:TP=${dbtp}:LRA=11:dual_mono=${heardAs === 'stereo'}`;
}

const decimal = z.coerce.number<string>();
const firstPass = z.object({
  input_i: decimal,
  input_tp: decimal,
  input_lra: decimal,
  input_thresh: decimal,
  target_offset: decimal,
});

type FirstPass = z.infer<typeof firstPass>;

function readFirstPass(messages: string): FirstPass {
  const json = messages.match(/\{[^{}]*\}/g)?.find((object) => object.includes('"input_i"'));
  const read = firstPass.safeParse(json === undefined ? undefined : JSON.parse(json));
  if (!read.success) throw new SoundError('unreadable-sound', 'no loudness could be measured');
  return read.data;
}

/** Sample peaks are held lower, since the true peak between two samples is higher. */
const truePeakMarginDb = 0.7;
/** As deep as ffmpeg's limiter goes. */
const deepestLimitDb = -24;

/**
 * The filter that holds down peaks above the limit once the voice has its loudness; null where there are none. Without
 * it loudnorm leaves its one gain for the whole and levels by the moment, which misses the target in takes under 3 s.
 */
function limiterFor({ input_i, input_tp }: FirstPass, { lufs, dbtp }: Loudness): string | null {
  const gainDb = lufs - input_i;
  if (input_tp + gainDb <= dbtp) return null;
  const limitDb = Math.max(deepestLimitDb, Math.min(0, dbtp - gainDb - truePeakMarginDb));
  return `alimiter=limit=${(10 ** (limitDb / 20)).toFixed(4)}:level=0:latency=1`;
}

/** Measured by the first pass, for the second. */
function measuredArgs(measured: FirstPass): string {
  const { input_i, input_tp, input_lra, input_thresh, target_offset } = measured;
  return [
    `measured_I=${input_i}`,
    `measured_TP=${input_tp}`,
    `measured_LRA=${input_lra}`,
    `measured_thresh=${input_thresh}`,
    `offset=${target_offset}`,
  ].join(':');
}

/** Stations take whole seconds exactly, to the sample. */
function wholeSeconds(seconds: number | null): string[] {
  if (seconds === null) return [];
  const samples = seconds * takeFiles.master.rate;
  return [`apad=whole_len=${samples}`, `atrim=end_sample=${samples}`];
}

function codecArgs(format: TakeFormat): string[] {
  const { codec, rate, channels } = takeFiles[format];
  return [
    // No words of the recorder or of ours in the file: some exchanges read nothing but sound.
    ...['-map_metadata', '-1', '-fflags', '+bitexact', '-flags:a', '+bitexact'],
    // One voice in both channels, at the height that it has.
    ...(channels === 2 ? ['-af', 'pan=stereo|c0=c0|c1=c0'] : []),
    ...['-ar', String(rate), '-ac', String(channels)],
    ...(codec === 'mp3' ? ['-c:a', 'libmp3lame', '-b:a', '320k'] : ['-c:a', codec]),
  ];
}

function loudnessIn(summary: string): { lufs: number; dbtp: number } {
  const end = summary.slice(summary.lastIndexOf('Summary:'));
  const lufs = /I:\s+(-?[\d.]+) LUFS/.exec(end)?.[1];
  const dbtp = /Peak:\s+(-?[\d.]+) dBFS/.exec(end)?.[1];
  if (lufs === undefined || dbtp === undefined) {
    throw new SoundError('unreadable-sound', 'the master has no loudness');
  }
  return { lufs: Number(lufs), dbtp: Number(dbtp) };
}

/** Length as ffmpeg tells it of what it opens. */
function lengthIn(messages: string): number {
  const [, hours = 0, minutes = 0, seconds = 0] =
    /Duration: (\d+):(\d+):([\d.]+)/.exec(messages) ?? [];
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}
