import { error, type Finding, warning } from './finding.ts';
import { anySpelling, asTyped, blankOut, spellOut } from './folded-text.ts';
import { findOffer } from './lint-offers.ts';
import type { MessageCategory } from './messages.ts';
import { baitWords, maySellWords, offerWords, plainWords } from './promotional-words.ts';
import { readBaits, type Sentence } from './warnings.ts';

const baits = words(baitWords);
const offers = words(offerWords);
const maySell = words(maySellWords);
const plainSpeech = words(plainWords);

function words(list: readonly string[]): RegExp {
  return new RegExp(
    `(?<![\\p{L}\\p{M}\\p{N}])(?:${anySpelling(list.join('|'))})(?![\\p{L}\\p{M}])`,
    'giu',
  );
}

function blank(text: string, found: readonly RegExpExecArray[]): string {
  return blankOut(
    text,
    found.map(({ 0: each, index }) => ({ from: index, to: index + each.length })),
  );
}

/** Wording that does not go with the category: selling in a notice. */
export function wordingFaults(
  text: string,
  category: MessageCategory,
  capitalNames?: readonly string[],
): Finding[] {
  if (category === 'promotional' || category === 'service-explicit') return [];
  const said = spellOut(text);
  const { isBait, isOthersOffer, sentences } = readBaits(said);
  let plain = blank(said, [...said.matchAll(plainSpeech)]);
  const spoken = plain;
  const offered = [...plain.matchAll(offers)];
  plain = blank(plain, offered);
  const named = [...plain.matchAll(baits)];
  plain = blank(plain, named);
  const sold = [
    ...offered.filter(({ 0: found, index }) => !isOthersOffer(index, found.length)),
    ...named.filter(({ 0: found, index }) => !isBait(index, found.length)),
  ];
  const maybe = [...plain.matchAll(maySell)].filter(
    ({ 0: found, index }) => !isBait(index, found.length),
  );
  const loud = loudIn(text, capitalNames);
  const offer = sold.length > 0 ? [] : offersIn(spoken, sentences, isBait);
  const isSelling =
    sold.length > 0 ||
    offer.length > 0 ||
    maybe.length > 1 ||
    (maybe.length === 1 && loud.length > 0);
  const severity = isSelling ? error : warning;
  const worded = [
    ...[...sold, ...maybe].map(({ 0: found, index }) => ({ found, at: index })),
    ...offer,
  ].map(({ found, at }) => {
    const typed = asTyped(text, found, at);
    return severity(
      'promotional-wording',
      `"${typed}" प्रचार की भाषा है; इससे पूरा संदेश प्रचार (promotional) श्रेणी का माना जाएगा`,
      `"${typed}" is wording of promotion; with it the whole message counts as promotional`,
      at,
    );
  });
  const shouted = loud
    .filter(({ striking }) => striking || isSelling)
    .map(({ kind, found, at }) =>
      severity(
        'promotional-wording',
        `"${found}" ${loudWords[kind].hi} विज्ञापन की शैली है; शासकीय संदेश सादे शब्दों में लिखें`,
        `"${found}" (${loudWords[kind].en}) is the style of an advertisement; write a notice in plain words`,
        at,
      ),
    );
  return [...worded, ...shouted].sort((one, other) => (one.at ?? 0) - (other.at ?? 0));
}

/** Offers of a text; beside a warning only those that the sender makes in his own name. */
function offersIn(
  text: string,
  sentences: readonly Sentence[],
  isBait: (at: number, length: number) => boolean,
) {
  const warns = sentences.some((each) => each.warns);
  // A question is answered by the sentence behind it.
  const whole = { from: 0, to: text.length, warns, warnsItself: warns };
  const parts = warns ? sentences : [...sentences, whole];
  return parts
    .flatMap(({ from, to, warns: isWarning, warnsItself }) => {
      const made = warnsItself ? null : findOffer(text.slice(from, to));
      const isOthers = isWarning ? !made?.isTrade : warns && !made?.isOwn;
      if (!made || isOthers || (!made.isTrade && isBait(from + made.at, 0))) return [];
      return [{ found: made.found, at: from + made.at }];
    })
    .slice(0, 1);
}

/** Writing that calls for attention as an advertisement does: alone it sells nothing, beside a word that may sell it does. */
interface Loud {
  kind: 'emoji' | 'exclamations' | 'capitals';
  /** As written in the text. */
  found: string;
  at: number;
  /** Worth a word to the officer even in a text that sells nothing. */
  striking: boolean;
}

/** A picture with its colour, and those that are joined to it, as one. */
const emoji =
  /(?:\p{Extended_Pictographic}[\u{1F3FB}-\u{1F3FF}\uFE0F]*(?:\u200D\p{Extended_Pictographic}[\u{1F3FB}-\u{1F3FF}\uFE0F]*)*|\p{RI}{2})/gu;
/** Signs of trade and copyright are no pictures. */
const signs = /^[©®™]/u;
const manyEmoji = 3;
const exclamations = /[!\uFF01](?:\s?[!?\uFF01]){1,}|[?]!+/gu;
/** Words that are always written in capitals. */
const properCapitals = /\b(?:POLICE|CCTNS|NCRB|STOP|START|[A-Z]{2,3})\b/g;
/** Two words of four letters and more. */
const capitals = /\b[A-Z]{4,}(?:[ ,.!&'-]+[A-Z]{4,})+\b/g;

function isLink(word: string): boolean {
  const dot = word.indexOf('.');
  return dot >= 0 && word.includes('/', dot);
}

/**
 * Loud places of a text in their order; of capitals the links are left out.
 * @param names of the campaign that are written in capitals
 */
export function loudIn(text: string, names: readonly string[] = []): Loud[] {
  const pictures = [...text.matchAll(emoji)].filter(({ 0: found }) => !signs.test(found));
  const unnamed = names.reduce(
    (rest, name) => rest.replaceAll(name, '_'.repeat(name.length)),
    text,
  );
  const plain = unnamed
    .replace(/\S+/g, (word) => (isLink(word) ? '_'.repeat(word.length) : word))
    .replace(properCapitals, (name) => '_'.repeat(name.length));
  const places = (found: Iterable<RegExpExecArray>, kind: Loud['kind'], striking: boolean) =>
    [...found].map((match): Loud => ({ kind, found: match[0], at: match.index, striking }));
  return [
    ...places(pictures, 'emoji', pictures.length >= manyEmoji),
    ...places(text.matchAll(exclamations), 'exclamations', true),
    ...places(plain.matchAll(capitals), 'capitals', true),
  ].sort((one, other) => one.at - other.at);
}

const loudWords = {
  emoji: { hi: '(इमोजी)', en: 'emoji' },
  exclamations: { hi: '(विस्मयादिबोधक चिह्नों की पंक्ति)', en: 'a run of exclamation marks' },
  capitals: { hi: '(केवल बड़े अक्षर)', en: 'capitals only' },
} as const;
