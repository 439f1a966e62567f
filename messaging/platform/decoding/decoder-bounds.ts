import { minuteMs } from '../../../campaigns/durations.ts';
import type { DecoderKind } from '../../../campaigns/words/decoder-words.ts';

/** The work that reading a file may cost. */
export interface DecoderBounds {
  /** Long work has its own places, so that it does not delay short work. */
  lane: 'short' | 'long';
  /** Processor time in all, and until the next batch. */
  cpuMs: number;
  batchCpuMs: number;
}

const short = (cpuMs: number): DecoderBounds => ({ lane: 'short', cpuMs, batchCpuMs: cpuMs });

/**
 * The kinds of files that come from outside. The times are three times what the largest honest file took on two busy
 * cores: a picture of 50 million pixels without a code 6.5 s, four pages scanned at 600 dpi 4 s, mastering 20 s of speech 5 s.
 */
export const decoderBounds: Readonly<Record<DecoderKind, DecoderBounds>> = {
  picture: short(20_000),
  paper: short(12_000),
  recording: short(20_000),
  emblem: short(3_000),
  /** A list that is read whole: of stations, vehicles, officers, figures. */
  table: short(8_000),
  /** A list of numbers, up to the whole national register. */
  numbers: { lane: 'long', cpuMs: 20 * minuteMs, batchCpuMs: minuteMs / 2 },
  /** Papers of our own, laid out page by page. */
  document: short(minuteMs),
  /** Own press files, stamped as a sample. */
  sample: short(20_000),
};
