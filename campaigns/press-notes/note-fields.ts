/** The three notes that there are. None has a field for a name. */
export const pressNoteKinds = ['counts', 'story', 'appeal'] as const;
export type PressNoteKind = (typeof pressNoteKinds)[number];

/** Orders of a list of notes. `urgent`: what waits for a second officer, what may go out, drafts, the oldest of each first. */
export const noteOrders = ['newest', 'urgent', 'oldest', 'place'] as const;
export type NoteOrder = (typeof noteOrders)[number];

export const noteLanguages = ['hi', 'en'] as const;
export type NoteLanguage = (typeof noteLanguages)[number];

/** In how many ways the program says the same. */
export const wordingCount = 3;

/** Texts that an officer types; everything else is chosen from a list. */
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

/** How the program words a note. */
export interface ChosenWords {
  language: NoteLanguage;
  /** From 0 below `wordingCount`. */
  wording: number;
}

export type PressNoteFields = TypedTexts &
  ChosenWords &
  (
    | { kind: 'counts'; month: string; rows: CountRow[] }
    | {
        kind: 'story';
        station: string;
        category: string;
        /** When it was registered; null to leave it out. */
        day: string | null;
        days: number;
        result: string;
      }
    | { kind: 'appeal'; appeal: string; service: string | null }
  );

/** Whether anybody typed words or counts that are printed: then a second officer reads the note before it goes out. */
export function isTyped({
  kind,
  title,
  details,
}: TypedTexts & Pick<PressNoteFields, 'kind'>): boolean {
  return kind === 'counts' || title !== '' || details !== '';
}

export const longestTitle = 150;
export const longestDetails = 1200;
/** Questions to the second officer; the note goes out when every answer is no. */
export const readingQuestions = ['victim', 'minor', 'sexual', 'identity'] as const;
export type ReadingQuestion = (typeof readingQuestions)[number];
export type ReadingAnswers = Record<ReadingQuestion, 'yes' | 'no'>;

export const longestReason = 300;
export const mostDays = 3650;
export const mostCount = 100_000;
export const mostRows = 600;

export const typedFields = ['title', 'details'] as const;
export type TypedField = (typeof typedFields)[number];
