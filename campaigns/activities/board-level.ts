import { addDays, type Day, toDay } from '../tracker/clock.ts';

/**
 * Levels of evidence of a board, from least to most. `reported`: somebody entered it. `pictured`: a picture shows its own code and
 * has no twin. `live`: taken by the console's camera for a challenge. `seen`: another office visited it, or the public
 * scans it.
 */
export const boardLevels = ['reported', 'pictured', 'live', 'seen'] as const;
export type BoardLevel = (typeof boardLevels)[number];

/**
 * The public scans a board if enough people scanned it on enough of the latest days. One phone is a new visitor each
 * day, as nobody is known for longer: alone it is not the public.
 */
export const publicScans = { days: 10, ofDays: 28, people: 3 } as const;

/** Findings about a board that was entered. */
export interface BoardEvidence {
  /** The day that it was entered for. */
  reported: Day;
  pictured: boolean;
  /** The latest live picture. */
  live: Date | null;
  /** When an office other than the one that hangs boards visited it, if that is its latest word. */
  seen: Date | null;
  /** When it was not there, if that is the latest word; nobody takes back the word of an office above. */
  missing: Date | null;
  /** Latest days on which the public scanned it. */
  scanDays: readonly Day[];
}

/** The level of a board on a day; null if it was not found and has not been shown again since. */
export function findLevel(evidence: BoardEvidence, day: Day): BoardLevel | null {
  const { reported, pictured, live, seen, scanDays } = evidence;
  const isKnown = (at: Date | null): at is Date =>
    at !== null && toDay(at) >= reported && toDay(at) <= day;
  const missing = isKnown(evidence.missing) ? evidence.missing : null;
  const counts = (at: Date | null) => isKnown(at) && (missing === null || at > missing);
  if (counts(seen)) return 'seen';
  const since = missing === null ? addDays(reported, -1) : toDay(missing);
  const scanned = scanDays.filter(
    (on) => on > since && on <= day && on > addDays(day, -publicScans.ofDays),
  );
  if (scanned.length >= publicScans.days) return 'seen';
  if (counts(live)) return 'live';
  if (missing !== null) return null;
  return pictured ? 'pictured' : 'reported';
}

/** Boards by their level. */
export type LevelCounts = Record<BoardLevel, number>;

export function countLevels(levels: Iterable<BoardLevel | null>): LevelCounts {
  const counts: LevelCounts = { reported: 0, pictured: 0, live: 0, seen: 0 };
  for (const level of levels) if (level !== null) counts[level] += 1;
  return counts;
}
