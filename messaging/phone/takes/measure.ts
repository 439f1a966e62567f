import type { Sound } from './decode.ts';

/** Figures of a recording; times in seconds, levels in dB below full scale. */
export interface SoundFigures {
  seconds: number;
  rate: number;
  channels: number;
  peakDb: number;
  /** Places where the wave is cut off flat at full scale, and when the first one is. */
  clipped: number;
  clippedAt: number | null;
  /** Level of the voice: nine tenths of the time stay below it. */
  levelDb: number;
  /** Level of the room between the words: a tenth of the time stays below it. */
  floorDb: number;
  /** Silence before the first and after the last sound. */
  head: number;
  tail: number;
  /** The longest silence in between. */
  gap: number;
  gapAt: number;
  /** Loss when two channels are played as one; null for one channel. */
  monoLossDb: number | null;
}

/** Quieter than this is nothing. */
const leastDb = -90;
const windowSeconds = 0.02;
/** Windows in a row that make a sound; fewer are a click. */
const soundWindows = 3;
/** Within 0.1 dB of full scale, so often one after another, the wave is cut off. */
const clipLevel = 0.9886;
const clipRun = 3;

/** Measures a recording; all figures of one that is silent throughout are those of silence. */
export function measureSound({ samples, rate, channels }: Sound): SoundFigures {
  const frames = Math.floor(samples.length / channels);
  const { peak, clipped, clippedFrame } = findClipping(samples, channels);
  const mono = mix(samples, channels);
  const size = Math.max(1, Math.round(windowSeconds * rate));
  const levels = windowLevels(mono, size);
  const sorted = levels.toSorted((a, b) => a - b);
  const levelDb = share(sorted, 0.9);
  const floorDb = share(sorted, 0.1);
  const quiet = silence(levels, Math.max(levelDb - 35, Math.min(floorDb + 6, levelDb - 20)));
  const second = (windows: number) => (windows * size) / rate;
  const seconds = frames / rate;
  return {
    seconds,
    rate,
    channels,
    peakDb: decibels(peak),
    clipped,
    clippedAt: clippedFrame === null ? null : clippedFrame / rate,
    levelDb,
    floorDb,
    head: Math.min(seconds, second(quiet.head)),
    tail: Math.min(seconds, second(quiet.tail)),
    gap: second(quiet.gap),
    gapAt: second(quiet.gapAt),
    monoLossDb: channels === 2 ? monoLoss(samples, mono) : null,
  };
}

function decibels(amplitude: number): number {
  return Math.max(leastDb, 20 * Math.log10(amplitude));
}

function findClipping(samples: Float32Array, channels: number) {
  let peak = 0;
  let clipped = 0;
  let clippedFrame: number | null = null;
  for (let channel = 0; channel < channels; channel += 1) {
    let run = 0;
    for (let at = channel; at < samples.length; at += channels) {
      const height = Math.abs(samples[at] as number);
      if (height > peak) peak = height;
      run = height >= clipLevel ? run + 1 : 0;
      if (run !== clipRun) continue;
      clipped += 1;
      const frame = Math.floor(at / channels);
      clippedFrame = Math.min(clippedFrame ?? frame, frame);
    }
  }
  return { peak, clipped, clippedFrame };
}

function mix(samples: Float32Array, channels: number): Float32Array {
  if (channels === 1) return samples;
  const mono = new Float32Array(Math.floor(samples.length / channels));
  for (let frame = 0; frame < mono.length; frame += 1) {
    let sum = 0;
    for (let channel = 0; channel < channels; channel += 1) {
      sum += samples[frame * channels + channel] as number;
    }
    mono[frame] = sum / channels;
  }
  return mono;
}

function windowLevels(mono: Float32Array, size: number): number[] {
  const levels: number[] = [];
  for (let start = 0; start < mono.length; start += size) {
    const end = Math.min(mono.length, start + size);
    let energy = 0;
    for (let at = start; at < end; at += 1) energy += (mono[at] as number) ** 2;
    levels.push(decibels(Math.sqrt(energy / (end - start))));
  }
  return levels;
}

function share(sorted: readonly number[], part: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? leastDb;
}

/** Windows of silence at both ends and the longest run of it in between. */
function silence(levels: readonly number[], thresholdDb: number) {
  const loud = levels.map((level) => level > thresholdDb && level > leastDb);
  const sounds: { from: number; to: number }[] = [];
  for (let from = 0; from < loud.length; from += 1) {
    if (!loud[from]) continue;
    let to = from;
    while (loud[to + 1]) to += 1;
    if (to - from + 1 >= soundWindows) sounds.push({ from, to });
    from = to;
  }
  const first = sounds[0];
  const last = sounds.at(-1);
  if (first === undefined || last === undefined) {
    return { head: levels.length, tail: levels.length, gap: 0, gapAt: 0 };
  }
  let gap = 0;
  let gapAt = 0;
  for (const [index, { from }] of sounds.entries()) {
    const before = sounds[index - 1];
    if (before === undefined || from - before.to - 1 <= gap) continue;
    gap = from - before.to - 1;
    gapAt = before.to + 1;
  }
  return { head: first.from, tail: levels.length - 1 - last.to, gap, gapAt };
}

function monoLoss(samples: Float32Array, mono: Float32Array): number {
  let both = 0;
  for (const sample of samples) both += sample ** 2;
  let one = 0;
  for (const sample of mono) one += sample ** 2;
  if (both === 0) return 0;
  return Math.max(
    0,
    Math.min(-leastDb, -10 * Math.log10(one / mono.length / (both / samples.length))),
  );
}
