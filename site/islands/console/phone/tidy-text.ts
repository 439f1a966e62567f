import type { MessageLanguage } from '../../../../campaigns/messages/messages.ts';

/** What a word processor puts in, and what the 7-bit alphabet has for it. */
const plain: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '–': '-',
  '—': '-',
  '…': '...',
};

/**
 * A text in the form that operators match: Unicode form NFC, single blanks, nothing invisible; one danda for the
 * full stop of Hindi, and no look-alikes in English, which would double its cost.
 */
export function tidyText(text: string, language: MessageLanguage): string {
  const tidy = text
    .normalize('NFC')
    .replace(/\r\n?|[\p{Zl}\p{Zp}]/gu, '\n')
    .replace(/\p{Cf}|\u034F|\uFE0F/gu, '')
    .replace(/[\p{Zs}\t]+/gu, ' ')
    .trim();
  return language === 'hi'
    ? tidy.replace(/(\p{Script=Devanagari})\s*\|/gu, '$1।').replace(/।{2,}/g, '।')
    : tidy.replace(/[‘’“”–—…]/g, (sign) => plain[sign] ?? sign);
}
