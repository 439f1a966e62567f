import type { Role } from '../offices/role.ts';

/** An account, as far as the rule on reading a note needs it. */
export interface Officer {
  id: string;
  role: Role;
  area: string | null;
}

export const readerLevels = ['district', 'zone', 'hq'] as const;
export type ReaderLevel = (typeof readerLevels)[number];

/** Whom a note waits for: another officer of the district, where there is none of the zone, else of headquarters. */
export function chooseReaders<Each extends Officer>(
  { id, zone }: { id: string; zone: string },
  officers: readonly Each[],
  mayRead: (officer: Each) => boolean,
): { level: ReaderLevel | null; readers: Each[] } {
  const areas: Record<ReaderLevel, string | null> = { district: id, zone, hq: null };
  for (const level of readerLevels) {
    const readers = officers.filter(
      (officer) =>
        officer.role === level &&
        (areas[level] === null || officer.area === areas[level]) &&
        mayRead(officer),
    );
    if (readers.length > 0) return { level, readers };
  }
  return { level: null, readers: [] };
}
