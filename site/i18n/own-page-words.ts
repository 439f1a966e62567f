import type { NameReportWords } from './name-report-words.ts';
import type { Words } from './page-words.ts';

/** Texts of the citizens' pages in a campaign's own language. */
export interface OwnPages {
  words: Words;
  /** Names of the pages that are themselves in Hindi and English only. */
  names: { console: string; openData: string };
  nameReport: NameReportWords;
}
