import type { ShotKind } from '../../../../campaigns/channels/film/film.ts';
import { scanTimes } from '../figures/second-phone.ts';
import { arrival } from '../scenes/arrival.ts';
import { codeComes } from '../scenes/code.ts';
import { stampTime } from '../scenes/receipt.ts';
import { tapTimes } from '../scenes/taps.ts';
import type { TimedShot } from '../timeline.ts';
import { note, pad, type Stereo, silence, strike, whoosh } from './tones.ts';

const bar = [
  [1, 1],
  [3.93, 0.28],
  [9.2, 0.06],
] as const;
const bell = [
  [1, 1],
  [2.01, 0.5],
  [3.02, 0.24],
  [4.2, 0.14],
] as const;

/**
 * The film's music: our own, the same sample for sample each time. Night in D minor, then light in D major; strokes fall
 * where the picture moves.
 */
export function composeBed({
  seconds,
  shots,
}: {
  seconds: number;
  shots: readonly TimedShot[];
}): Stereo {
  const sound = silence(seconds);
  for (const { shot, from, to } of shots) parts[shot.kind](sound, from, to);
  fade(sound, 0.9);
  return sound;
}

type Part = (sound: Stereo, from: number, to: number) => void;

const chord = (...names: string[]) => names.map(note);

const parts: Record<ShotKind, Part> = {
  lost(sound, from, to) {
    pad(sound, {
      at: from,
      seconds: to - from + 0.4,
      hertz: chord('D3', 'A3', 'F4'),
      gain: 0.16,
      swell: 0.2,
    });
    // Heard at once, so that nobody turns to a hall's loudspeakers.
    for (const [at, name] of [
      [0.04, 'D4'],
      [0.22, 'A4'],
      [0.4, 'F4'],
    ] as const)
      strike(sound, { at: from + at, hertz: note(name), gain: 0.2, decay: 0.7, overtones: bell });
    // The engine goes by.
    whoosh(sound, { at: from, seconds: 1.9, gain: 0.16, from: 190, to: 90, seed: 11 });
    for (const [at, gain] of [
      [0.98, 0.5],
      [1.17, 0.22],
      [1.28, 0.1],
    ] as const)
      strike(sound, { at: from + at, hertz: 190, glide: 82, gain, decay: 0.09, overtones: bar });
    // It rings twice, then goes dark.
    for (const at of [1.3, 1.42, 1.7, 1.82])
      strike(sound, {
        at: from + at,
        hertz: note('A5'),
        gain: 0.1,
        decay: 0.1,
        pan: 0.15,
        overtones: bell,
      });
    strike(sound, {
      at: from + 2.45,
      hertz: note('D4'),
      glide: note('A3'),
      gain: 0.16,
      decay: 0.35,
      overtones: bell,
    });
  },
  far(sound, from, to) {
    pad(sound, {
      at: from,
      seconds: to - from,
      hertz: chord('Bb2', 'F3', 'D4'),
      gain: 0.17,
      swell: 0.8,
    });
    for (const [step, name] of ['D5', 'C5', 'A4', 'F4', 'D4'].entries())
      strike(sound, {
        at: from + 0.4 + step * 0.34,
        hertz: note(name),
        gain: 0.12,
        decay: 0.5,
        pan: -0.5 + step * 0.25,
        overtones: bell,
      });
    // The station sets off and comes near.
    const { off, roof } = arrival;
    whoosh(sound, { at: to + off, seconds: roof - off, gain: 0.42, from: 180, to: 3200, seed: 5 });
  },
  taps(sound, from, to) {
    pad(sound, {
      at: from,
      seconds: to - from + 0.3,
      hertz: chord('D3', 'A3', 'F#4', 'D5'),
      gain: 0.15,
      swell: 0.35,
    });
    blow(sound, from + arrival.roof, 0.7);
    strike(sound, {
      at: from + arrival.roof,
      hertz: note('D3'),
      gain: 0.3,
      decay: 0.9,
      overtones: bell,
    });
    for (const [index, at] of tapTimes.entries()) {
      const name = ['D5', 'F#5', 'A5'][index] as string;
      strike(sound, {
        at: from + at,
        hertz: note(name),
        gain: 0.34,
        decay: 0.3,
        pan: 0.2,
        overtones: bar,
      });
      strike(sound, { at: from + at, hertz: 150, glide: 70, gain: 0.3, decay: 0.07 });
    }
    whoosh(sound, {
      at: from + tapTimes[2] + 0.08,
      seconds: 0.55,
      gain: 0.16,
      from: 900,
      to: 4200,
      seed: 8,
    });
    pulse(sound, from + 0.45, to, 0.5);
  },
  receipt(sound, from, to) {
    pad(sound, {
      at: from,
      seconds: to - from + 0.3,
      hertz: chord('G2', 'D4', 'B4'),
      gain: 0.14,
      swell: 0.35,
    });
    whoosh(sound, { at: from + 0.4, seconds: 0.65, gain: 0.12, from: 1400, to: 2600, seed: 3 });
    blow(sound, from + stampTime, 0.75);
    strike(sound, {
      at: from + stampTime + 0.05,
      hertz: note('D6'),
      gain: 0.16,
      decay: 0.6,
      overtones: bell,
    });
    pulse(sound, from + 0.25, to, 0.5);
  },
  code(sound, from, to) {
    pad(sound, {
      at: from,
      seconds: to - from,
      hertz: chord('D3', 'A3', 'D4', 'F#4', 'A4'),
      gain: 0.17,
      swell: 0.6,
    });
    // The shutter goes up, and the station stands.
    const { from: off, whole } = codeComes;
    whoosh(sound, {
      at: from + off,
      seconds: whole - off,
      gain: 0.2,
      from: 400,
      to: 2600,
      seed: 7,
    });
    blow(sound, from + whole, 0.5);
    for (const [step, name] of ['D4', 'A4', 'D5', 'F#5', 'A5'].entries())
      strike(sound, {
        at: from + scanTimes.open + step * 0.16,
        hertz: note(name),
        gain: 0.24,
        decay: 0.9,
        pan: -0.3 + step * 0.15,
        overtones: bell,
      });
    // The other phone has found it.
    for (const at of [0, 0.09])
      strike(sound, {
        at: from + scanTimes.found + at,
        hertz: note('A6'),
        gain: 0.36,
        decay: 0.06,
        overtones: bar,
      });
    pulse(sound, from + 0.3, to - 1.6, 0.5);
    for (const name of ['D5', 'A5'])
      strike(sound, { at: to - 1.9, hertz: note(name), gain: 0.14, decay: 0.8, overtones: bell });
  },
};

/** Something heavy lands: the roof, the stamp, the door. */
function blow(sound: Stereo, at: number, gain: number): void {
  strike(sound, { at, hertz: 120, glide: 48, gain, decay: 0.14, overtones: bar });
}

/** A muted beat under the light half of the film. */
function pulse(sound: Stereo, from: number, to: number, apart: number): void {
  for (let at = from; at < to; at += apart)
    strike(sound, { at, hertz: 96, glide: 52, gain: 0.2, decay: 0.08 });
}

function fade({ left, right }: Stereo, seconds: number): void {
  const length = Math.round(seconds * 48_000);
  for (let n = 0; n < length; n += 1) {
    const at = left.length - 1 - n;
    const share = n / length;
    left[at] = (left[at] as number) * share;
    right[at] = (right[at] as number) * share;
  }
}
