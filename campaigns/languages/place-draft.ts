import { languageFacts, type OwnLanguage } from '../language.ts';
import sounds from './place-sounds.json' with { type: 'json' };
import type { Script } from './typesetting/scripts.ts';
import { draftUrdu } from './urdu/transliterate.ts';

interface ScriptSounds {
  /** The first sign of its block: Unicode lays out those of India alike. */
  block: string;
  /** A consonant without a vowel is written so; elsewhere the reader knows it. */
  closes?: true;
  /** A nasal before a consonant is a letter of that consonant's row. */
  nasals?: true;
  /** Letters that it lacks or writes otherwise, by the Devanagari ones. */
  instead?: Table;
  /** Words that it writes otherwise than by their Devanagari letters, and English letters that are one of its own. */
  words?: Table;
  spelt?: Table;
  /** A vowel of English that is not heard at the end of a longer word. */
  silent?: string;
}
type Table = Readonly<Record<string, string>>;
const scripts = sounds.scripts as Partial<Record<Script, ScriptSounds>>;
const words: Table = sounds.words;
const consonants: Table = sounds.consonants;
const vowels = sounds.vowels as Record<string, string[]>;
const english = Object.fromEntries(
  Object.entries(words)
    .toReversed()
    .map(([word, own]) => [own, word === 'grp' ? 'GRP' : word]),
);
const { letters, vowels: latinVowels }: Record<'letters' | 'vowels', Table> = sounds.latin;
const longestFirst = (one: string, other: string) => other.length - one.length;
const endings = Object.entries(sounds.endings).sort(([one], [other]) => longestFirst(one, other));
const known = Object.keys({ ...consonants, ...vowels }).sort(longestFirst);

const usual = 'ऀ';
const virama = '्';
/** Marks in a spelling that is not closed yet: a vowel that is not heard, and one at the end of a word. */
const silent = '·';
const last = '˙';
const rows = ['ङक-घ', 'ञच-झ', 'णट-ढ', 'नत-ध', 'मप-भ'].map(
  (row) => [new RegExp(`ं(?=[${row.slice(1)}])`, 'g'), `${row[0]}${virama}`] as const,
);

/** Rules of single scripts, on their letters as Devanagari has them. */
const ownRules: Partial<Record<Script, readonly (readonly [RegExp, string])[]>> = {
  Tamil: [[/(?<=[ऀ-ॿ])न(?!्त)/g, 'ऩ']],
  Gurmukhi: [
    [/([क-ह])्\1/g, 'ॱ$1'],
    [/्(?![हरव])/g, ''],
    [/(?<![ाीेैोौ])ं/g, '॰'],
  ],
};

/** A draft of a place's name in the letters of a language, by its English spelling: somebody who reads them has to look at it. */
export function draftOwnName(english: string, language: OwnLanguage): string {
  const { script } = languageFacts[language];
  const own = scripts[script];
  const spelt = english
    .toLowerCase()
    .replace(/[a-z]+/g, (word) => own?.words?.[word] ?? spellWord(word, own));
  if (own === undefined) return draftUrdu(close(spelt, false));
  let text = (own.nasals ? rows : []).reduce(
    (said, [nasal, letter]) => said.replace(nasal, letter),
    spelt,
  );
  for (const [letter, other] of Object.entries(own.instead ?? {}))
    text = text.replaceAll(letter, other);
  text = close(text, own.closes === true);
  for (const [letter, other] of ownRules[script] ?? []) text = text.replace(letter, other);
  return move(text, usual, own.block);
}

function close(spelt: string, closes: boolean): string {
  if (closes) return spelt.replaceAll(silent, virama).replaceAll(last, '');
  const long = spelt.replaceAll(`ि${last}`, 'ी').replaceAll(`ु${last}`, 'ू');
  return long.replaceAll(last, 'ा').replaceAll(silent, '');
}

/** Letters of one block as those of another at the same places. */
function move(text: string, from: string, to: string): string {
  return text.normalize('NFC').replace(/\P{ASCII}/gu, (letter) => {
    const place = letter.charCodeAt(0) - from.charCodeAt(0);
    return place < 0 || place > 127 ? letter : String.fromCharCode(to.charCodeAt(0) + place);
  });
}

function spellWord(given: string, own?: ScriptSounds): string {
  const said = (text: string) => text.replace(/[क-ह]़?$/, `$&${silent}`);
  if (words[given] !== undefined) return said(words[given]);
  const isSilent = own?.silent === given.at(-1) && /[aeiou][^aeiou].$/.test(given);
  const word = Object.entries(own?.spelt ?? {}).reduce(
    (text, [letter, other]) => text.replaceAll(letter, other),
    isSilent ? given.slice(0, -1) : given,
  );
  const ending = endings.find(([end]) => word.endsWith(end) && word.length > end.length + 1);
  if (ending === undefined) return spell(word, true);
  const [end, written] = ending;
  const stem = spell(word.slice(0, -end.length), false);
  return (/^\p{M}/u.test(written) ? stem.replace(/·$/, '') : stem) + said(written);
}

function spell(word: string, isWhole: boolean): string {
  const parts: string[] = [];
  for (let rest = word; rest !== ''; rest = rest.slice(parts.at(-1)?.length))
    parts.push(known.find((part) => rest.startsWith(part)) ?? rest.slice(0, 1));
  return parts.map((part, at) => writePart(parts, part, at, isWhole)).join('');
}

function writePart(parts: readonly string[], part: string, at: number, isWhole: boolean): string {
  const before = parts[at - 1];
  const next = parts[at + 1];
  const isVowel = (each: string | undefined) => each !== undefined && each in vowels;
  const vowel = vowels[part];
  if (vowel !== undefined) {
    const [first = '', within = ''] = vowel;
    if (before === undefined) return first;
    const isOnly = !isWhole && parts.filter(isVowel).length === 1;
    const atEnd = next === undefined && /^[aiu]$/.test(part) ? within + last : within;
    const sign = isOnly && part === 'a' ? 'ा' : atEnd;
    // Bhilai is भिलई, Raipur रायपुर.
    if (part === 'ai' && next === undefined) return isWhole ? 'ई' : isOnly ? 'ाय' : 'य';
    if (!isVowel(before)) return sign;
    // A vowel after i or e is heard with a y, as in Ballia.
    if (/[ie]$/.test(before) && part.startsWith('a')) return `य${sign}`;
    return part === 'a' ? 'आ' : first;
  }
  const letter = consonants[part] ?? part;
  if (next === undefined) return letter + silent;
  if (isVowel(next)) return letter;
  if ((part === 'n' && /^[kgcjtdpb]/.test(next)) || (part === 'm' && /^[pb]/.test(next))) return 'ं';
  const isJoined =
    (part === next && isVowel(parts[at + 2])) ||
    before === undefined ||
    (part === 's' && /^[tkp]/.test(next)) ||
    (part === 'r' && parts[at + 2] === undefined);
  return letter + (isJoined ? virama : silent);
}

/** The same the other way; Urdu leaves out the vowels, so that none is to be had from it. */
export function draftEnglishName(own: string, language: OwnLanguage): string | null {
  const { script } = languageFacts[language];
  const sounded = scripts[script];
  if (sounded === undefined) return null;
  const { closes = false, block } = sounded;
  return move(own, block, usual)
    .replace(/[०-९]/g, (digit) => String(digit.charCodeAt(0) - 0x0966))
    .replace(/[ऀ-ॿ]+/g, (word) => english[word] ?? inLatin(word, closes))
    .replace(/(?<![A-Za-z])[a-z]/g, (first) => first.toUpperCase());
}

/** An a is not heard at the end of a word, nor between a vowel and a consonant that has one, unless the language closes its syllables. */
function inLatin(word: string, closes: boolean): string {
  const parts = word.match(/[क-ह]़?|./gu) ?? [];
  const consonant = (at: number) => letters[(parts[at] ?? '').normalize('NFC')];
  const isSign = (at: number) => /^[ा-ौॅ-ॊॎ़्]$/.test(parts[at] ?? '');
  return parts
    .map((part, at) => {
      const letter = consonant(at);
      if (part === 'ं') return /^[पफबभम]/.test(parts[at + 1] ?? (closes ? 'म' : '')) ? 'm' : 'n';
      if (letter === undefined) return latinVowels[part] ?? '';
      if (isSign(at + 1)) return letter;
      const isLast = at === parts.length - 1;
      const isBetween =
        at > 0 &&
        parts[at - 1] !== virama &&
        consonant(at + 1) &&
        isSign(at + 2) &&
        parts[at + 2] !== virama;
      return closes || !(isLast || isBetween) ? `${letter}a` : letter;
    })
    .join('');
}
