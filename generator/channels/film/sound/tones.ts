/** Two channels of samples, 48,000 a second, full scale at 1. */
export interface Stereo {
  left: Float32Array;
  right: Float32Array;
}

export const sampleRate = 48_000;

export function silence(seconds: number): Stereo {
  const length = Math.round(seconds * sampleRate);
  return { left: new Float32Array(length), right: new Float32Array(length) };
}

interface Struck {
  at: number;
  hertz: number;
  gain: number;
  /** Seconds in which it falls to a third. */
  decay: number;
  attack?: number;
  /** −1 left to 1 right. */
  pan?: number;
  /** Strength of the overtones by their number, the first one being the tone itself. */
  overtones?: readonly (readonly [times: number, share: number])[];
  /** Hertz that it glides to. */
  glide?: number;
}

const pure = [[1, 1]] as const;

/** A struck tone that dies away: bells, bars, drums. */
export function strike(sound: Stereo, how: Struck): void {
  const { at, hertz, gain, decay, attack = 0.004, pan = 0, overtones = pure, glide = hertz } = how;
  const start = Math.round(at * sampleRate);
  const length = Math.min(Math.round(decay * 7 * sampleRate), sound.left.length - start);
  const [toLeft, toRight] = panned(pan);
  const phases = overtones.map(() => 0);
  for (let n = 0; n < length; n += 1) {
    const t = n / sampleRate;
    const now = glide + (hertz - glide) * Math.exp(-t / 0.05);
    let value = 0;
    for (const [index, [times, share]] of overtones.entries()) {
      phases[index] = (phases[index] as number) + (2 * Math.PI * now * times) / sampleRate;
      // Higher overtones die sooner.
      value +=
        share * Math.sin(phases[index] as number) * Math.exp((-t * Math.sqrt(times)) / decay);
    }
    value *= gain * Math.min(1, t / attack);
    add(sound, start + n, value * toLeft, value * toRight);
  }
}

/** A soft chord that swells and goes. */
export function pad(
  sound: Stereo,
  {
    at,
    seconds,
    hertz,
    gain,
    swell,
  }: { at: number; seconds: number; hertz: readonly number[]; gain: number; swell: number },
): void {
  const start = Math.round(at * sampleRate);
  const length = Math.min(Math.round(seconds * sampleRate), sound.left.length - start);
  for (const [voice, tone] of hertz.entries()) {
    const [toLeft, toRight] = panned((voice / Math.max(1, hertz.length - 1) - 0.5) * 1.1);
    for (let n = 0; n < length; n += 1) {
      const t = n / sampleRate;
      const rise = Math.min(1, t / swell) * Math.min(1, (seconds - t) / swell);
      const wave = 2 * Math.PI * tone * t;
      // Two strings a hair apart, and a breath of the octave.
      const value =
        (Math.sin(wave) + 0.7 * Math.sin(wave * 1.0031 + 1) + 0.22 * Math.sin(wave * 2 + 0.4)) *
        (gain / hertz.length) *
        Math.sin((rise * Math.PI) / 2) ** 2;
      add(sound, start + n, value * toLeft, value * toRight);
    }
  }
}

/** Air: noise whose pitch rises or falls. The same seed gives the same noise. */
export function whoosh(
  sound: Stereo,
  {
    at,
    seconds,
    gain,
    from,
    to,
    seed,
  }: { at: number; seconds: number; gain: number; from: number; to: number; seed: number },
): void {
  const start = Math.round(at * sampleRate);
  const length = Math.min(Math.round(seconds * sampleRate), sound.left.length - start);
  let state = seed >>> 0;
  let low = 0;
  let band = 0;
  for (let n = 0; n < length; n += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const white = state / 2 ** 31 - 1;
    const share = n / length;
    const cut = 2 * Math.sin((Math.PI * (from * (to / from) ** share)) / sampleRate);
    low += cut * band;
    band += cut * (white - low - 0.7 * band);
    const value = band * gain * Math.sin(Math.PI * share) ** 2;
    add(sound, start + n, value * (1 - 0.3 * share), value * (0.7 + 0.3 * share));
  }
}

/** Distances of half a tone from A of 440 Hz, by name: `D4`, `F#5`. */
export function note(name: string): number {
  const [, letter = 'A', sharp = '', octave = '4'] = /^([A-G])([#b]?)(\d)$/.exec(name) ?? [];
  const steps: Record<string, number> = { C: -9, D: -7, E: -5, F: -4, G: -2, A: 0, B: 2 };
  const half = (steps[letter] ?? 0) + (sharp === '#' ? 1 : sharp === 'b' ? -1 : 0);
  return 440 * 2 ** ((half + 12 * (Number(octave) - 4)) / 12);
}

function panned(pan: number): [number, number] {
  const angle = ((pan + 1) * Math.PI) / 4;
  return [Math.cos(angle), Math.sin(angle)];
}

function add({ left, right }: Stereo, at: number, toLeft: number, toRight: number): void {
  if (at < 0 || at >= left.length) return;
  left[at] = (left[at] as number) + toLeft;
  right[at] = (right[at] as number) + toRight;
}
