import type { OwnLanguage } from '../../campaigns/language.ts';
import { gujaratiPages } from './gu.ts';
import { marathiPages } from './mr.ts';
import type { NameReportWords } from './name-report-words.ts';
import { ownLanguage } from './own-language.ts';
import type { Words } from './words.ts';

/** What the citizens' pages say in a language of campaigns. */
export interface OwnPages {
  words: Words;
  /** Of pages whose own words are there in Hindi and English only. */
  names: { console: string; openData: string };
  nameReport: NameReportWords;
}

/** By every language but Hindi, in which the pages are written. */
const pages: Readonly<Record<Exclude<OwnLanguage, 'hi'>, OwnPages>> = {
  gu: gujaratiPages,
  mr: marathiPages,
};

/** Of the campaign for which the pages are built; undefined where it is in Hindi. */
export const ownPages: OwnPages | undefined = ownLanguage === 'hi' ? undefined : pages[ownLanguage];
