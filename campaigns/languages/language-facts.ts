import type { Script } from './typesetting/scripts.ts';

/** Facts about a language, beside the words of pages and papers. */
export interface LanguageFacts {
  /** In its own letters, and in the office's two languages. */
  name: { own: string; hi: string; en: string };
  script: Script;
  locale: string;
  openGraph: string;
  /** January to December. */
  months: readonly string[];
  /** Its digit for nothing; those of one to nine follow it. */
  zero: string;
  /** After the place in a police station's name, as in સેક્ટર-7 પોલીસ સ્ટેશન, or before it; Hindi has its own rules. */
  stationWord: string | { before: string } | null;
  /** Heads of the sheet on which a district answers for doubtful names. */
  nameSheet: readonly [string, string, string, string, string, string];
  /** Heads of published lists of stations, and the words that those lists put before or behind a name. */
  directoryHeads: Readonly<Record<'district' | 'station' | 'latitude' | 'longitude', string[]>>;
  /** Words that a district may write into the first column, beside Hindi's and English ones. */
  nameActions: { rename: string; checked: string };
  /** Marks of a campaign that has only been begun: on texts, at the head of pages, and where nothing is decided yet. */
  begun: { stamp: string; notice: string; open: string };
  /** No native reader has read its words: what shows them says so, and nothing of them is printed by `--release`. */
  draft?: true;
}
