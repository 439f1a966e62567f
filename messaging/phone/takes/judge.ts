import type { RecordingScript, ScriptUse } from '../../../campaigns/channels/radio/script.ts';
import type { TakeFinding } from '../../../campaigns/words/take-words.ts';
import type { SoundFigures } from './measure.ts';

/** Limits for a recording by its use. Our own choices, on the safe side of what a station or an exchange plays. */
interface Limits {
  /** Limits of the spoken part, where the script states no seconds. */
  leastSeconds: number;
  mostSeconds: number;
  /** Longer silence in between is a separate fault; null where pictures set the pace. */
  gapSeconds: number | null;
  /** From the voice down to the room: less is refused, less than the second is said. */
  noiseDb: { refuse: number; note: number };
  rate: { refuse: number; note: number };
}

const limits: Readonly<Record<ScriptUse, Limits>> = {
  // Music may lie under the voice of a spot.
  radio: {
    leastSeconds: 5,
    mostSeconds: 30,
    gapSeconds: 1.5,
    noiseDb: { refuse: 12, note: 30 },
    rate: { refuse: 16_000, note: 44_100 },
  },
  prompt: {
    leastSeconds: 0.4,
    mostSeconds: 40,
    gapSeconds: 2,
    noiseDb: { refuse: 20, note: 30 },
    rate: { refuse: 8_000, note: 16_000 },
  },
  // The film is ordered at 15 to 20 s (minutes of 27.03.2019, 1 A).
  film: {
    leastSeconds: 3,
    mostSeconds: 20,
    gapSeconds: null,
    noiseDb: { refuse: 12, note: 30 },
    rate: { refuse: 32_000, note: 48_000 },
  },
};

const silentDb = -50;
const quietDb = -34;
const mostChannels = 2;
const mostMonoLossDb = 6;
const edgeSilence = 0.5;
/** The voice fills at least this share of a spot, and leaves at most these seconds free. */
const leastShare = 0.7;
const breathSeconds = 0.1;
const loudnessTolerance = 1;

/** Judges a recording of a script: faults that keep it back, and what is worth knowing. */
export function judgeTake(
  figures: SoundFigures,
  { use, seconds }: Pick<RecordingScript, 'use' | 'seconds'>,
): TakeFinding[] {
  const allowed = limits[use];
  const found: TakeFinding[] = [];
  const add = (
    code: TakeFinding['code'],
    weight: TakeFinding['weight'],
    value: { found: number; limit?: number; at?: number },
  ) => found.push({ code, weight, limit: null, at: null, ...value });

  if (figures.channels > mostChannels) {
    add('channels', 'refuse', { found: figures.channels, limit: mostChannels });
  }
  if ((figures.monoLossDb ?? 0) > mostMonoLossDb) {
    // What was measured of the two channels as one says nothing of the voice.
    add('phase', 'refuse', { found: figures.monoLossDb ?? 0, limit: mostMonoLossDb });
    return found;
  }
  const spoken = figures.seconds - figures.head - figures.tail;
  if (figures.levelDb < silentDb || spoken <= 0) {
    add('silent', 'refuse', { found: figures.levelDb, limit: silentDb });
    // Nothing else can be said of a room in which nobody speaks.
    return found;
  }
  if (figures.clippedAt !== null) {
    add('clipping', 'refuse', { found: figures.clipped, at: figures.clippedAt });
  }
  const most = seconds === null ? allowed.mostSeconds : seconds - breathSeconds;
  // The film's voice keeps its place below the pictures, silence and all.
  const length = use === 'film' ? figures.seconds : spoken;
  if (length > most) add('too-long', 'refuse', { found: length, limit: most });
  const least = seconds === null ? allowed.leastSeconds : seconds * leastShare;
  if (spoken < least) add('too-short', 'refuse', { found: spoken, limit: least });
  if (allowed.gapSeconds !== null && figures.gap > allowed.gapSeconds) {
    add('gap', 'refuse', { found: figures.gap, limit: allowed.gapSeconds, at: figures.gapAt });
  }
  const distance = figures.levelDb - figures.floorDb;
  if (distance < allowed.noiseDb.note) {
    const weight = distance < allowed.noiseDb.refuse ? 'refuse' : 'note';
    add('noise', weight, { found: distance, limit: allowed.noiseDb[weight] });
  }
  if (figures.rate < allowed.rate.note) {
    const weight = figures.rate < allowed.rate.refuse ? 'refuse' : 'note';
    add('narrow', weight, { found: figures.rate, limit: allowed.rate[weight] });
  }
  if (figures.levelDb < quietDb) add('quiet', 'note', { found: figures.levelDb, limit: quietDb });
  if (use !== 'film') {
    if (figures.head > edgeSilence) add('head-silence', 'note', { found: figures.head });
    if (figures.tail > edgeSilence) add('tail-silence', 'note', { found: figures.tail });
  }
  return found;
}

/** Says where the master misses its target. */
export function judgeMaster(lufs: number, target: number): TakeFinding[] {
  if (Math.abs(lufs - target) <= loudnessTolerance) return [];
  return [{ code: 'loudness', weight: 'refuse', found: lufs, limit: target, at: null }];
}

export function isRefused(findings: readonly TakeFinding[]): boolean {
  return findings.some(({ weight }) => weight === 'refuse');
}
