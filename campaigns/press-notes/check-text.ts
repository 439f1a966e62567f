import { findAges } from './find-ages.ts';
import { findFamilies } from './find-families.ts';
import { findMarks } from './find-marks.ts';
import { findNumbers } from './find-numbers.ts';
import { findPersons } from './find-persons.ts';
import { type AllowedSections, findSections } from './find-sections.ts';
import { findLevel, type Hit, type PressFinding } from './finding.ts';
import { foldText } from './normalise.ts';
import { splitWords, toKeys, type Word } from './word-keys.ts';

/** Words that are no finding in a district: sections of the campaign's categories, names of stations and districts. */
export interface KnownWords {
  sections: AllowedSections;
  /** Keys of the words of each place, by the first. */
  places: ReadonlyMap<string, readonly (readonly string[])[]>;
}

/** @param places names of stations and districts, in both languages */
export function knownWords(places: readonly string[], sections: AllowedSections): KnownWords {
  const keys = places.map((name) => splitWords(foldText(name).text).map(({ key }) => key));
  return { sections, places: Map.groupBy(keys, ([first = '']) => first) };
}

/** Finds parts of a text that must not go to the newspapers, or that a reader has to check, in text order. */
export function checkText(text: string, known: KnownWords): PressFinding[] {
  const folded = foldText(text);
  const words = splitWords(folded.text);
  const letterAt = (index: number) => text[folded.at(index)] ?? '';
  const isCapital = ({ from }: Word) => /^\p{Lu}\p{Ll}/u.test(letterAt(from) + letterAt(from + 1));
  const hits = [
    ...findFamilies(folded.text, words),
    ...findSections(folded.text, words, known.sections),
    ...findAges(folded.text, words),
    ...findNumbers(folded.text, words),
    ...findMarks(folded.text, words),
    ...findPersons(folded.text, words, isCapital),
  ];
  const places = placesIn(words, known.places);
  return outermost(hits.filter((hit) => !isPlace(hit, places))).map(({ rule, from, to }) => {
    const start = folded.at(from);
    const end = findEnd(text, folded.at(to - 1));
    return { rule, level: findLevel(rule), from: start, to: end, found: text.slice(start, end) };
  });
}

const placeWords = new Set(
  'थाना थाने जनपद जिला कोतवाली चौकी क्षेत्र पुलिस station district thana janpad kotwali police'
    .split(' ')
    .flatMap(toKeys),
);

interface Place {
  from: number;
  to: number;
  /** Many a place is called like a person: a name of one word is a place's beside थाना or जनपद. */
  isNamed: boolean;
}

function isPlace({ rule, from, to }: Hit, places: readonly Place[]): boolean {
  return places.some(
    (place) => place.from <= from && to <= place.to && (place.isNamed || rule !== 'name'),
  );
}

const none: Place[] = [];

function placesIn(words: readonly Word[], places: KnownWords['places']): Place[] {
  return words.flatMap((word, index) => {
    const named = places.get(word.key);
    if (named === undefined) return none;
    return named
      .filter((keys) => keys.every((key, step) => words[index + step]?.key === key))
      .map((keys) => ({
        from: word.from,
        to: words[index + keys.length - 1]?.to ?? word.to,
        isNamed:
          keys.length > 1 ||
          [index - 1, index + 1].some((place) => placeWords.has(words[place]?.key ?? '')),
      }));
  });
}

/** Keeps the longest of several hits of one rule at the same place. */
function outermost(hits: readonly Hit[]): Hit[] {
  const kept: Hit[] = [];
  const lastOf = new Map<string, Hit>();
  for (const hit of hits.toSorted((one, other) => one.from - other.from || other.to - one.to)) {
    const last = lastOf.get(hit.rule);
    if (last !== undefined && hit.to <= last.to) continue;
    lastOf.set(hit.rule, hit);
    kept.push(hit);
  }
  return kept;
}

/** End of the written letter that begins here: with its marks and what joins them. */
function findEnd(text: string, from: number): number {
  letter.lastIndex = from;
  return from + (letter.exec(text)?.[0].length ?? 1);
}

const letter = /[\s\S](?:[\p{M}\u200C\u200D])*/uy;
