import type { NameReportWords } from './name-report-words.ts';
import type { Words } from './words.ts';

/** What the citizens' pages say in a language of campaigns. */
export interface OwnPages {
  words: Words;
  /** Of pages whose own words are there in Hindi and English only. */
  names: { console: string; openData: string };
  nameReport: NameReportWords;
}
