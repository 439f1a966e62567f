/** One part of a paper for the voice: who speaks, and what. */
export interface SheetPart {
  label: string;
  text: string;
  note?: string;
}

/** A paper for the studio, before it is drawn as PDF or written as DOCX. */
export interface Sheet {
  title: string;
  /** In Latin letters, in the corner: what an English-speaking desk looks for. */
  kind: string;
  office: string;
  version: string;
  /** Above all else, on its own ground; null if nothing prevents recording. */
  warning: string | null;
  facts: readonly (readonly [string, string])[];
  partsTitle: string;
  parts: readonly SheetPart[];
  /** Size of what is read out, in points. */
  points: number;
  hints: readonly (readonly [string, string])[];
  /** Boxes to sign in. */
  signatures: readonly string[];
  notes: readonly string[];
}

/** Above what is read out. */
export const textTitle = 'पाठ, जैसा बोला जाना है';

/** Words of the sheet that both forms show. */
export const sheetWords = {
  hints: 'उच्चारण',
  notes: 'ध्यान दें',
  sign: 'नाम, पदनाम, हस्ताक्षर, दिनांक',
} as const;
