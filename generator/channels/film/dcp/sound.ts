import { leqM } from '../../radio/leq-m.ts';
import { blockAlign, channels51, soundFormat } from './mxf/descriptors.ts';
import { editRate } from './mxf/packages.ts';

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

/** Samples of a WAV file, one array a channel; 1 is full scale. */
export interface Wav {
  sampleRate: number;
  channels: Float32Array[];
}

const pcm = 1;
const float = 3;
/** The format's own code is further back (RFC 2361). */
const extensible = 0xfffe;

/**
 * Reads a WAV file of 16, 24 or 32 bits, or of 32-bit floats.
 * @param name for the messages
 */
export function readWav(bytes: Buffer, name: string): Wav {
  if (bytes.toString('latin1', 0, 4) !== 'RIFF' || bytes.toString('latin1', 8, 12) !== 'WAVE') {
    throw new Error(`Expected ${name} to be a WAV file, got none`);
  }
  let format: Buffer | undefined;
  for (let at = 12; at + 8 <= bytes.length; ) {
    const kind = bytes.toString('latin1', at, at + 4);
    const length = bytes.readUInt32LE(at + 4);
    // What was written into a pipe says too long a length.
    const chunk = bytes.subarray(at + 8, Math.min(at + 8 + length, bytes.length));
    if (kind === 'fmt ') format = chunk;
    if (kind === 'data') {
      if (format === undefined) throw new Error(`Expected a format before the samples of ${name}`);
      return readSamples(chunk, format, name);
    }
    at += 8 + length + (length % 2);
  }
  throw new Error(`Expected samples in ${name}, got none`);
}

function readSamples(data: Buffer, format: Buffer, name: string): Wav {
  const said = format.readUInt16LE(0);
  const code = said === extensible && format.length >= 26 ? format.readUInt16LE(24) : said;
  const count = format.readUInt16LE(2);
  const sampleRate = format.readUInt32LE(4);
  const bits = format.readUInt16LE(14);
  const read = reader(code, bits);
  if (read === undefined || count < 1) {
    throw new Error(
      `Expected PCM of 16, 24 or 32 bits in ${name}, got format ${code}, ${bits} bits, ${count} channels`,
    );
  }
  const step = bits / 8;
  const length = Math.floor(data.length / (step * count));
  const channels = Array.from({ length: count }, (_, channel) => {
    const samples = new Float32Array(length);
    for (let at = 0; at < length; at += 1) {
      samples[at] = read(data, (at * count + channel) * step);
    }
    return samples;
  });
  return { sampleRate, channels };
}

function reader(code: number, bits: number): ((data: Buffer, at: number) => number) | undefined {
  if (code === float && bits === 32) return (data, at) => data.readFloatLE(at);
  if (code !== pcm) return undefined;
  if (bits === 16) return (data, at) => data.readInt16LE(at) / 2 ** 15;
  if (bits === 24) return (data, at) => data.readIntLE(at, 3) / 2 ** 23;
  if (bits === 32) return (data, at) => data.readInt32LE(at) / 2 ** 31;
  return undefined;
}
