import { type Day, toDay } from '../tracker/clock.ts';

/**
 * Levels of evidence of a board, from least to most. `reported`: somebody entered it. `pictured`: a picture shows its own code and
 * has no twin. `live`: taken by the console's camera for a challenge. `seen`: the same by another office. Scans lift nothing:
 * a code is scanned off any print as well.
 */
export const boardLevels = ['reported', 'pictured', 'live', 'seen'] as const;
export type BoardLevel = (typeof boardLevels)[number];

/** Findings about a board that was entered. */
export interface BoardEvidence {
  /** The day that it was entered for. */
  reported: Day;
  pictured: boolean;
  /** The latest live picture. */
  live: Date | null;
  /** When an office other than the one that hangs boards took live pictures of it, if that is its latest word. */
  seen: Date | null;
  /** When it was not there, if that is the latest word; nobody takes back the word of an office above. */
  missing: Date | null;
}

/** The level of a board on a day; null if it was not found and has not been shown again since. */
export function findLevel(evidence: BoardEvidence, day: Day): BoardLevel | null {
  const { reported, pictured, live, seen } = evidence;
  const isKnown = (at: Date | null): at is Date =>
    at !== null && toDay(at) >= reported && toDay(at) <= day;
  const missing = isKnown(evidence.missing) ? evidence.missing : null;
  const counts = (at: Date | null) => isKnown(at) && (missing === null || at > missing);
  if (counts(seen)) return 'seen';
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
