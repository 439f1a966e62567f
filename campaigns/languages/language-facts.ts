import type { Script } from '../typesetting/scripts.ts';

/** What a language brings along beside the words of pages and papers. */
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
  /** What follows the place in a police station's name, as in સેક્ટર-7 પોલીસ સ્ટેશન; Hindi has rules of its own. */
  stationWord: string | null;
  /** Heads of the sheet on which a district answers for doubtful names. */
  nameSheet: readonly [string, string, string, string, string, string];
  /** What a district writes into its first column, beside Hindi's and English words. */
  nameActions: { rename: string; checked: string };
  /** What a campaign says that has only been begun: on texts, at the head of pages, and where nobody has decided yet. */
  begun: { stamp: string; notice: string; open: string };
}
