import { powerSpectrum } from './power-spectrum.ts';

/** A channel of the sound and how loud the hall plays it. */
export interface HallChannel {
  /** 1 is full scale. */
  samples: Float32Array;
  /** Sound pressure level in dB(C) of pink noise at −20 dBFS RMS: 85 in front, 82 of a surround (SMPTE RP 200). */
  referenceDb: number;
}

/** Blocks of the spectrum; half of each overlaps the next. */
const blockLength = 4096;

/**
 * Equivalent loudness Leq(m) of a sound in a hall set to its reference level, in dB: the energy of all channels, weighted
 * with ISO 21727's curve M, over the whole duration. A tone of 1 kHz at −20 dBFS RMS in front gives 79.4.
 * @returns −Infinity for silence
 */
export function leqM(channels: readonly HallChannel[], sampleRate: number): number {
  const weights = Float64Array.from({ length: blockLength / 2 + 1 }, (_, bin) =>
    weightM((bin * sampleRate) / blockLength),
  );
  let energy = 0;
  for (const { samples, referenceDb } of channels) {
    if (!samples.some((sample) => sample !== 0)) continue;
    const power = powerSpectrum(samples, blockLength).reduce(
      (sum, value, bin) => sum + value * (weights[bin] ?? 0),
      0,
    );
    // −20 dBFS RMS is a mean square of 0.01.
    energy += power * 10 ** ((referenceDb + 20) / 10);
  }
  return 10 * Math.log10(energy);
}

/** The curve of ITU-R BS.468 less 5.6 dB, as a factor of power; 0 dB lies at 2 kHz. */
function weightM(hertz: number): number {
  const f = hertz;
  const h1 =
    -4.737338981378384e-24 * f ** 6 +
    2.043828333606125e-15 * f ** 4 -
    1.363894795463638e-7 * f ** 2 +
    1;
  const h2 =
    1.306612257412824e-19 * f ** 5 - 2.118150887518656e-11 * f ** 3 + 5.559488023498642e-4 * f;
  const response = (1.246332637532143e-4 * f) ** 2 / (h1 ** 2 + h2 ** 2);
  return response * 10 ** ((18.2 - 5.6) / 10);
}
