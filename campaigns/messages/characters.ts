import { languageFacts } from '../language.ts';
import { letterClass } from '../languages/typesetting/scripts.ts';
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

/** Format characters, fillers and selectors, the empty Braille cell, all tags; what no phone has a sign for. */
const unseen = /[\p{Cf}\p{Default_Ignorable_Code_Point}\u2800\u{E0000}-\u{E0FFF}\p{Co}\p{Cs}]/u;
const control = /\p{Cc}/u;
const lineBreak = /[\p{Zl}\p{Zp}]/u;
const blank = /\p{Zs}/u;
/** A selector behind an emoji, and a joiner between two, belong to the picture that is seen. */
const inEmoji =
  /(?<=\p{Extended_Pictographic})\uFE0F|(?<=[0-9#*])\uFE0F(?=\u20E3)|(?<=\p{Extended_Pictographic}[\uFE0F\u{1F3FB}-\u{1F3FF}]?)\u200D(?=\p{Extended_Pictographic})/gu;
const lineEnds = new RegExp(`\\r\\n?|${lineBreak.source}`, 'gu');
const unseenOutsideEmoji = new RegExp(`(${inEmoji.source})|${unseen.source}`, 'gu');
const blanks = new RegExp(`(?:${blank.source}|\\t)+`, 'gu');

/** Whether nobody sees a character by itself, or takes it for a usual blank: an operator's match breaks on it. */
export function isInvisible(character: string): boolean {
  if (character === ' ') return false;
  return [unseen, lineBreak, blank].some((pattern) => pattern.test(character));
}

/** Letters that a text of ours has: of an own language, or Latin as it is typed. */
const ownLetter = new RegExp(
  `[${letterClass(Object.values(languageFacts).map(({ script }) => script))}A-Za-z\\u00C0-\\u00FF]`,
  'u',
);

/** Letters of other alphabets, wide and mathematical ones among them: they look like ours, and match nothing. */
export function foreignLettersIn(text: string): { letter: string; name: string; at: number }[] {
  return [...text.matchAll(/(?!\p{Extended_Pictographic})\p{L}/gu)]
    .filter(({ 0: letter }) => !ownLetter.test(letter) && !isInvisible(letter))
    .map(({ 0: letter, index }) => ({ letter, name: codeName(letter), at: index }));
}

function codeName(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return `U+${code}`;
}

/** Invisible characters of a text, line ends and tabs among them, with their places in UTF-16 units. */
export function invisibleIn(text: string): { name: string; at: number }[] {
  const seen = new Set([...text.matchAll(inEmoji)].map(({ index }) => index));
  const found: { name: string; at: number }[] = [];
  let at = 0;
  for (const character of text) {
    if ((isInvisible(character) || control.test(character)) && !seen.has(at)) {
      found.push({ name: codeName(character), at });
    }
    at += character.length;
  }
  return found;
}

/**
 * A text in the form that operators match: Unicode form NFC, single blanks, nothing invisible; one danda for the
 * full stop of Hindi, and no look-alikes in English, which would double its cost.
 */
export function tidyText(text: string, language: MessageLanguage): string {
  const tidy = text
    .normalize('NFC')
    .replace(lineEnds, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .replace(unseenOutsideEmoji, '$1')
    .replace(blanks, ' ')
    .trim();
  return language === 'hi'
    ? tidy.replace(/(\p{Script=Devanagari})\s*\|/gu, '$1।').replace(/।{2,}/g, '।')
    : [...tidy].map((sign) => lookAlikes[sign] ?? sign).join('');
}
