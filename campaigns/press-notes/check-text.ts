import { findAges } from './find-ages.ts';
import { findHonorifics } from './find-honorifics.ts';
import { findListed } from './find-listed.ts';
import { findMarks } from './find-marks.ts';
import { findNumbers } from './find-numbers.ts';
import { findSections } from './find-sections.ts';
import { findDisguised, findSpelled } from './find-spelled.ts';
import { type Hit, levelOf, type PressFinding } from './finding.ts';
import { foldWords } from './folded-words.ts';
import { tokensOf } from './word-key.ts';

/**
 * What of a text must not go to the newspapers, in the order of the text. It finds words, sections, ages and numbers;
 * a name without an honorific it cannot know, which is why a note is a form and has no field for one.
 */
export function checkText(text: string): PressFinding[] {
  const folded = foldWords(text);
  const tokens = tokensOf(folded.text);
  const hits = [
    ...findListed(tokens),
    ...findSpelled(folded.text, tokens),
    ...findDisguised(folded.text),
    ...findHonorifics(folded.text, tokens),
    ...findSections(folded.text),
    ...findAges(folded.text),
    ...findNumbers(folded.text),
    ...findMarks(folded.text),
  ];
  return outermost(hits).map(({ rule, from, to }) => {
    const start = folded.at(from);
    const end = endOf(text, folded.at(to - 1));
    return { rule, level: levelOf(rule), from: start, to: end, found: text.slice(start, end) };
  });
}

/** Of what one rule finds twice at a place, the longest. */
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
function endOf(text: string, from: number): number {
  letter.lastIndex = from;
  return from + (letter.exec(text)?.[0].length ?? 1);
}

const letter = /[\s\S](?:[\p{M}\u200C\u200D])*/uy;
