import { countLetters } from '../../plain-text.ts';
import { hasLetters, letterClass, type Script, scriptNames } from '../typesetting/scripts.ts';

/** A text of the sheet: what it says in the languages that are there, and how long it may be. */
export interface SheetText {
  key: string;
  hindi: string;
  english: string;
  longest: number;
}

const leastLonger = 12;
const mostTimes = 2;

/** The longest that a text may be in another language: Dravidian languages need up to twice the letters of Hindi. */
export function findLongest(hindi: string, english: string): number {
  const usual = Math.max(countLetters(hindi), countLetters(english));
  return Math.max(usual + leastLonger, Math.ceil(usual * mostTimes));
}

const placeholders = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort().join(' ');
const europeans = '\\p{Script=Latin}\\p{Script=Greek}\\p{Script=Cyrillic}';
const insides = new Map(scriptNames.map((script) => [script, inWords(script)]));

/** Where a sign of elsewhere is within a word: a single letter of Latin, a digit for a letter, a bar for a danda. */
function inWords(script: Script): RegExp {
  const own = `[${letterClass([script])}]`;
  const digit = `(?=\\p{Nd})${own}`;
  const single = `(?<![${europeans}])[${europeans}](?![${europeans}])`;
  return new RegExp(
    `${own}${single}|${single}${own}|${own}\\||(?!${digit})${own}${digit}|${digit}[\\p{L}\\p{M}]`,
    'u',
  );
}

/** Faults of a draft, each in a sentence; nothing where it can be taken. */
export function judgeDraft(draft: string, text: SheetText, script: Script): string[] {
  const { key, hindi, english, longest } = text;
  const faults: string[] = [];
  const expected = placeholders(english);
  // Some languages say where the name of a place goes within the line.
  const found = placeholders(
    key === 'campaign.beforeDistrict' ? draft.replace('{name}', '') : draft,
  );
  // In one of several plural forms the number may be a word.
  if (found !== expected && !(key.includes('#') && found === ''))
    faults.push(`Expected ${expected || 'nothing'} in braces, got ${found || 'nothing'}`);
  const length = countLetters(draft);
  if (length > longest) faults.push(`Expected at most ${longest} letters, got ${length}`);
  const other = scriptNames.find((name) => name !== script && hasOwnLetters(draft, name, script));
  if (other) faults.push(`Expected letters of ${script}, got some of ${other}`);
  const inside = insides.get(script)?.exec(draft)?.[0];
  if (inside) faults.push(`Expected words of one script, got look-alikes at “${inside}”`);
  const isWords = /\p{L}/u.test(draft.replace(/\{\w+\}/g, ''));
  if (isWords && hasLetters(hindi, 'Devanagari') && !hasLetters(draft, script))
    faults.push(`Expected letters of ${script}, got none`);
  if (draft !== draft.normalize('NFC')) faults.push('Expected composed letters (NFC)');
  return faults;
}

/** Danda is in the block of Devanagari and belongs to all. */
function hasOwnLetters(draft: string, name: Script, script: Script): boolean {
  const text = script === 'Devanagari' ? draft : draft.replace(/[\u0964\u0965]/gu, '');
  return hasLetters(text, name);
}
