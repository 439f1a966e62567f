import { z } from 'zod';
import { minuteMs } from '../../../campaigns/durations.ts';
import { runSoundTool, SoundError } from './sound-tool.ts';
import type { SoundType } from './sound-type.ts';

/** A recording as it came, not yet resampled: a peak stays the peak that it was. */
export interface Sound {
  /** Samples of a point in time are together; full scale is 1. */
  samples: Float32Array;
  rate: number;
  channels: number;
}

/** Nothing that is recorded here is half as long. */
export const longestTakeSeconds = 120;
/** Two minutes in stereo at 96,000 samples a second: 92 MB. */
const mostSamples = longestTakeSeconds * 2 * 96_000;
const mostChannels = 8;

/** Formats of phones, recorders and studios: the rest of ffmpeg's decoders is not for files from outside. */
const codecs = /^(pcm|adpcm)_|^(mp3|aac|alac|flac|vorbis|opus|amrnb|amrwb)$/;

const probed = z.object({
  streams: z
    .array(
      z.object({
        codec_name: z.string().regex(codecs),
        sample_rate: z.coerce.number<string>().int().min(4000).max(192_000),
        channels: z.int().min(1).max(mostChannels),
      }),
    )
    .min(1),
  // A recording that was cut off says nothing of its length.
  format: z.object({ duration: z.coerce.number<string>().optional() }),
});

/** Lets ffmpeg open an upload in its own form, and nothing that the file names. */
export function inputArgs(path: string, type: SoundType): string[] {
  return ['-protocol_whitelist', 'file', '-f', type, '-i', `file:${path}`];
}

/** @throws SoundError */
export async function decodeSound(path: string, type: SoundType): Promise<Sound> {
  const { output } = await runSoundTool('ffprobe', [
    ...['-v', 'error', '-select_streams', 'a:0', '-of', 'json'],
    ...['-show_entries', 'stream=codec_name,sample_rate,channels:format=duration'],
    ...inputArgs(path, type),
  ]);
  const read = probed.safeParse(JSON.parse(output.toString('utf8')));
  const stream = read.data?.streams[0];
  if (stream === undefined) throw new SoundError('unreadable-sound', 'no stream of sound in it');
  const { sample_rate: rate, channels } = stream;
  const seconds = read.data?.format.duration ?? 0;
  const longest = rate * channels * longestTakeSeconds;
  if (seconds > longestTakeSeconds) throw new SoundError('sound-too-long', `${seconds} s`);
  if (seconds * rate * channels > mostSamples)
    throw new SoundError('sound-too-fine', `${channels} channels of ${rate} Hz`);
  const { output: pcm } = await runSoundTool(
    'ffmpeg',
    ['-v', 'error', ...inputArgs(path, type), '-map', '0:a:0', '-f', 'f32le', 'pipe:1'],
    {
      timeoutMs: minuteMs,
      mostBytes: Math.min(mostSamples, longest) * Float32Array.BYTES_PER_ELEMENT,
      excess: longest > mostSamples ? 'sound-too-fine' : 'sound-too-long',
    },
  );
  if (pcm.length === 0) throw new SoundError('unreadable-sound', 'no sound in it');
  const whole = pcm.length - (pcm.length % (channels * Float32Array.BYTES_PER_ELEMENT));
  const bytes = new Uint8Array(whole);
  bytes.set(pcm.subarray(0, whole));
  return { samples: new Float32Array(bytes.buffer), rate, channels };
}
