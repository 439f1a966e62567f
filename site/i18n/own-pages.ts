import type { OwnLanguage } from '../../campaigns/language.ts';
import { gujaratiPages } from './gu.ts';
import type { Language } from './language.ts';
import { marathiPages } from './mr.ts';
import { type NameReportWords, nameReportWordsIn } from './name-report-words.ts';
import { ownLanguage } from './own-language.ts';
import type { OwnPages } from './own-page-words.ts';

/** By every language but Hindi, in which the pages are written, and Urdu, which has the citizens' page alone. */
const pages: Readonly<Partial<Record<OwnLanguage, OwnPages>>> = {
  gu: gujaratiPages,
  mr: marathiPages,
};

/** Pages in the language of this campaign; undefined where that is Hindi. */
export const ownPages: OwnPages | undefined = pages[ownLanguage];

export function pickNameReportWords(language: Language): NameReportWords {
  return (language === 'hi' ? ownPages?.nameReport : undefined) ?? nameReportWordsIn(language);
}
