import { whyNotApprove } from '../offices/four-eyes.ts';
import type { Role } from '../offices/role.ts';

/** Whose account may read a note, as far as the rule asks. */
export interface Officer {
  id: string;
  role: Role;
  area: string | null;
}

/** A note, as far as it says who wrote it and where. */
export interface NoteMakers {
  /** Ids of all who wrote or submitted it. */
  makers: readonly string[];
  /** Who invited one of them, made a password link or reset a second factor. */
  makersInvitedBy: readonly string[];
}

export const readerLevels = ['district', 'zone', 'hq'] as const;
export type ReaderLevel = (typeof readerLevels)[number];

/** Why an officer is not the second one of a note: two people decide, not one with two accounts. */
export function whyNotRead({ makers, makersInvitedBy }: NoteMakers, officerId: string) {
  for (const drafterId of makers) {
    const bar = whyNotApprove({ drafterId, drafterInvitedBy: makersInvitedBy }, officerId);
    if (bar !== null) return bar;
  }
  return null;
}

/** Whom a note waits for: another officer of the district, where there is none of the zone, else of headquarters. */
export function readersOf<Each extends Officer>(
  note: NoteMakers,
  { id, zone }: { id: string; zone: string },
  officers: readonly Each[],
): { level: ReaderLevel | null; readers: Each[] } {
  const areas: Record<ReaderLevel, string | null> = { district: id, zone, hq: null };
  for (const level of readerLevels) {
    const readers = officers.filter(
      (officer) =>
        officer.role === level &&
        (areas[level] === null || officer.area === areas[level]) &&
        whyNotRead(note, officer.id) === null,
    );
    if (readers.length > 0) return { level, readers };
  }
  return { level: null, readers: [] };
}
