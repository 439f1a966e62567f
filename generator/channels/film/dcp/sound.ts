import { leqM } from '../../radio/leq-m.ts';
import { blockAlign, channels51, soundFormat } from './mxf/descriptors.ts';
import { editRate } from './mxf/packages.ts';
import type { Wav } from './wav.ts';

/** Loudest that an advertisement may be in a hall (SAWA and TASA; many cinemas' intake lists). */
export const mostLeqM = 82;
/** Margin for rounding to 24 bits. */
const headroomDb = 0.01;

/** Samples of each channel to a picture frame: 48,000 over 24. */
export const samplesPerFrame = soundFormat.sampleRate / editRate;

/** Level of pink noise at −20 dBFS RMS in dB(C) (SMPTE RP 200): a surround is 3 dB lower, the LFE 10 dB louder in its band. */
const referenceDb = { L: 85, R: 85, C: 85, LFE: 95, Ls: 82, Rs: 82 } as const;

export interface HallSound {
  /** L, R, C, LFE, Ls, Rs. */
  channels: Float32Array[];
  /** Loudness of what was given, and of what goes into the package; null for silence. */
  leqM: { given: number; made: number } | null;
}

/**
 * Lays a sound out for a hall: mono into the centre, stereo left and right, six channels unchanged. Louder than 82 dB
 * Leq(m) is turned down to it; what is softer stays. What is missing at the end is silence.
 * @param wav null for a silent film
 * @throws when the rate or the number of channels is another, or the sound longer than the film
 */
export function hallSound(wav: Wav | null, frames: number): HallSound {
  const length = frames * samplesPerFrame;
  const channels = channels51.map(() => new Float32Array(length));
  if (wav === null) return { channels, leqM: null };
  if (wav.sampleRate !== soundFormat.sampleRate) {
    throw new Error(`Expected sound of ${soundFormat.sampleRate} Hz, got ${wav.sampleRate}`);
  }
  const places = { 1: ['C'], 2: ['L', 'R'], 6: channels51 }[wav.channels.length];
  if (places === undefined) {
    throw new Error(`Expected sound of 1, 2 or 6 channels, got ${wav.channels.length}`);
  }
  for (const [index, samples] of wav.channels.entries()) {
    if (samples.length > length) {
      throw new Error(`Expected at most ${length} samples for the film, got ${samples.length}`);
    }
    const place = (channels51 as readonly string[]).indexOf(places[index] ?? '');
    channels[place]?.set(samples);
  }
  const inputLeqM = loudness(channels);
  if (inputLeqM === Number.NEGATIVE_INFINITY) return { channels, leqM: null };
  if (inputLeqM <= mostLeqM) return { channels, leqM: { given: inputLeqM, made: inputLeqM } };
  const factor = 10 ** ((mostLeqM - headroomDb - inputLeqM) / 20);
  for (const samples of channels) {
    for (let at = 0; at < length; at += 1) samples[at] = (samples[at] as number) * factor;
  }
  return { channels, leqM: { given: inputLeqM, made: loudness(channels) } };
}

function loudness(channels: readonly Float32Array[]): number {
  return leqM(
    channels51.map((channel, index) => ({
      samples: channels[index] ?? new Float32Array(),
      referenceDb: referenceDb[channel],
    })),
    soundFormat.sampleRate,
  );
}

/** One picture frame's samples, interleaved, 24 bits, small end first (ST 382). */
export function soundFrame(channels: readonly Float32Array[], frame: number): Buffer {
  const out = Buffer.alloc(samplesPerFrame * blockAlign);
  const start = frame * samplesPerFrame;
  let to = 0;
  for (let at = start; at < start + samplesPerFrame; at += 1) {
    for (const samples of channels) {
      const value = Math.round((samples[at] as number) * 0x800000);
      to = out.writeIntLE(Math.max(-0x800000, Math.min(0x7fffff, value)), to, 3);
    }
  }
  return out;
}
