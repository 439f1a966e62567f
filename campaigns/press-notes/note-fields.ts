/** The three notes that there are. None has a field for a name. */
export const pressNoteKinds = ['counts', 'story', 'appeal'] as const;
export type PressNoteKind = (typeof pressNoteKinds)[number];

/** Orders of a list of notes. `urgent`: what waits for a second officer, what may go out, drafts, the oldest of each first. */
export const noteOrders = ['newest', 'urgent', 'oldest', 'place'] as const;
export type NoteOrder = (typeof noteOrders)[number];

/** What an officer types; everything else is chosen from a list. */
export interface TypedTexts {
  /** Empty: the note's usual title. */
  title: string;
  details: string;
}

export interface CountRow {
  /** Id within the district. */
  station: string;
  category: string;
  count: number;
}

export type PressNoteFields = TypedTexts &
  (
    | { kind: 'counts'; month: string; rows: CountRow[] }
    | { kind: 'story'; station: string; category: string; days: number; result: string }
    | { kind: 'appeal'; appeal: string }
  );

export const longestTitle = 150;
export const longestDetails = 1200;
export const longestReason = 300;
export const mostDays = 3650;
export const mostCount = 100_000;
export const mostRows = 600;

export const typedFields = ['title', 'details'] as const;
export type TypedField = (typeof typedFields)[number];
