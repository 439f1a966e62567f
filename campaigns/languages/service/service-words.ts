import type { Channel } from '../../channel.ts';
import type { Band } from '../../tracker/score-parts.ts';

/** The page for a code that nobody registered. */
export interface UnknownCodeWords {
  title: string;
  again: string;
  open: string;
  hint: string;
  near: string;
  get(app: string): string;
  blast: string;
  channels: Readonly<Record<Channel, string>>;
}

/** The page that a closed code leads to: why it is closed, and the way to the app that is ours. */
export interface ClosedCodeWords {
  title: string;
  reasons: Readonly<Record<'misused' | 'gone' | 'misprinted', string>>;
  safe: string;
  get(app: string): string;
}

/** Pages shown in place of the site while it is built or missing. */
export interface PageWords {
  notFound: string;
  notFoundText: string;
  home: string;
  coming: string;
  comingText: string;
  missing: string;
  missingText: string;
  districts: string;
  districtsText: string;
  all: string;
  stations(count: number): string;
  artworks: Readonly<Record<string, string>>;
}

/** The letter of headquarters to the head of a district; counts and days come written out. */
/** Stations of a district: with a board, of which proven by a photo and not yet, and without. */
export interface BoardCounts {
  stations: string;
  up: string;
  verified: string;
  unproven: string;
  left: string;
}

export interface DistrictLetterWords {
  title(app: string, district: string): string;
  number: string;
  date: string;
  greeting: string;
  opening(app: string, day: string): string;
  boards: string;
  /** How the letter's figures of boards belong together. */
  boardCounts(counts: BoardCounts): string;
  scans: string;
  visitorsPerLakh: string;
  score: string;
  noScore: string;
  /** Where the district's gain lies among those of the whole state. */
  place: Record<Band, (of: string) => string>;
  noPlace: string;
  /** The middle of the scores of districts of like population. */
  alike(of: string, median: string): string;
  grade(grade: string): string;
  askLead: string;
  asks: {
    boards(left: string): string;
    proof(unproven: string): string;
    /** Boards of which no live picture was taken and that nobody has seen. */
    live(left: string): string;
    scans: string;
    start: string;
    update(days: string): string;
    directions: string;
    keep: readonly [string, string];
  };
  /** How people without a camera come to the app, where the campaign has such a number. */
  missedCall(number: string): string;
  /** Where the formula of the score is found; only where the campaign gives one. */
  formula: string;
  wishes: string;
  yours: string;
  /** Title of a district's head of police: a commissioner, or an SSP or SP. */
  commissioner(district: string): readonly string[];
  superintendent(district: string): readonly string[];
}

/** The page on which a recipient of messages says stop. */
export type StopWords = Readonly<
  Record<
    | 'askTitle'
    | 'ask'
    | 'stop'
    | 'see'
    | 'endedTitle'
    | 'ended'
    | 'keptTitle'
    | 'kept'
    | 'unknownTitle'
    | 'unknown'
    | 'notice',
    string
  >
>;

/** The service's own words in a language of campaigns; a native reader checks them before a campaign is in use. */
export interface ServiceWords {
  unknownCode: UnknownCodeWords;
  closedCode: ClosedCodeWords;
  pages: PageWords;
  stop: StopWords;
  districtLetter: DistrictLetterWords;
}
