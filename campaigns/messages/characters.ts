import type { MessageLanguage } from './messages.ts';

/** Look-alikes that a word processor puts in, and the GSM-7 signs for them: one turns a GSM-7 text into UCS-2. */
export const lookAlikes: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '–': '-',
  '—': '-',
  '…': '...',
};

const unseen = /\p{Cf}|\u034F|\uFE0F/u;
const lineBreak = /[\p{Zl}\p{Zp}]/u;
const blank = /\p{Zs}/u;

/** Whether nobody sees a character, or takes it for a usual blank: an operator's match breaks on it. */
export function isInvisible(character: string): boolean {
  if (character === ' ') return false;
  return [unseen, lineBreak, blank].some((pattern) => pattern.test(character));
}

/**
 * A text in the form that operators match: Unicode form NFC, single blanks, nothing invisible; one danda for the
 * full stop of Hindi, and no look-alikes in English, which would double its cost.
 */
export function tidyText(text: string, language: MessageLanguage): string {
  const tidy = text
    .normalize('NFC')
    .replace(new RegExp(`\\r\\n?|${lineBreak.source}`, 'gu'), '\n')
    .replace(new RegExp(unseen, 'gu'), '')
    .replace(new RegExp(`(?:${blank.source}|\\t)+`, 'gu'), ' ')
    .trim();
  return language === 'hi'
    ? tidy.replace(/(\p{Script=Devanagari})\s*\|/gu, '$1।').replace(/।{2,}/g, '।')
    : [...tidy].map((sign) => lookAlikes[sign] ?? sign).join('');
}
