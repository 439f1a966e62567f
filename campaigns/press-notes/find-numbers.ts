import type { Hit } from './finding.ts';
import { digitsAt } from './number-words.ts';
import type { Word } from './word-keys.ts';

/** Dates, times, amounts of money and case numbers are made of digits and tell of nobody. */
const harmless = [
  /(?<!\d[.\-/]?)(?:0?[1-9]|[12]\d|3[01])([.\-/])(?:0?[1-9]|1[0-2])\1(?:(?:19|20)\d{2}|\d{2})(?![.\-/]?\d)/g,
  /(?<!\d[.\-/]?)(?:19|20)\d{2}([.\-/])(?:0?[1-9]|1[0-2])\1(?:0?[1-9]|[12]\d|3[01])(?![.\-/]?\d)/g,
  /(?<![\d:])(?:[01]?\d|2[0-4]):[0-5]\d(?![:\d])/g,
  // Grouped the Indian way, up to 99 crore.
  /(?<![\d,])\d{1,2}(?:,\d{2}){0,2},\d{3}(?:\.\d{1,2})?(?!,?\d)/g,
  /(?<![\d/])\d{1,5}\s?\/\s?(?:(?:19|20)?\d{2})(?![\d/])/g,
  // Help lines and the years, unless digits adjoin them.
  /(?<![\d\-–][ ]?)(?:100|101|102|108|112|181|1076|1090|1098|1930)(?![ \-–]?\d)/g,
  /(?<![\d\-–.][ ]?)(?:19|20)\d{2}(?:\s?[-–]\s?(?:20)?\d{2})?(?![ .\-–]?\d)/g,
];
const separators = new Set(' .-–—_/()·*|+,:\n');
const mobile = /^(?:91|0|0091)?[6-9]\d{9}$/;
const areaCode = /^0\d{2,4}$/;
const years = /^(?:(?:19|20)\d{2})+$/;
const mostDigits = 19;

interface Group {
  digits: string;
  from: number;
  to: number;
  /** Text between this group and the one before it; null where that is more than separators. */
  gap: string | null;
}

/** Places of the text that are dates, amounts and the like. */
export function harmlessPlaces(text: string): { from: number; to: number }[] {
  return harmless.flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ 0: found, index }) => ({
      from: index,
      to: index + found.length,
    })),
  );
}

/** Telephone, Aadhaar, IMEI, card and account numbers, however their digits are written. */
export function findNumbers(text: string, words: readonly Word[]): Hit[] {
  const groups = digitGroups(text, words);
  const hits: Hit[] = [];
  for (let first = 0; first < groups.length; first += 1) {
    const hit = numberFrom(groups, first);
    if (hit === undefined) continue;
    hits.push({ rule: hit.rule, from: groups[first]?.from ?? 0, to: groups[hit.last]?.to ?? 0 });
    first = hit.last;
  }
  return hits;
}

function digitGroups(text: string, words: readonly Word[]): Group[] {
  const spared = new Uint8Array(text.length);
  for (const { from, to } of harmlessPlaces(text)) spared.fill(1, from, to);
  let end = -1;
  let next = 0;
  return words.flatMap((word, place) => {
    const spoken = place < next || spared[word.from] === 1 ? undefined : digitsAt(words, place);
    if (spoken === undefined) return [];
    const between = text.slice(Math.max(end, word.from - 4), word.from);
    const isNear =
      end >= 0 && word.from - end <= 3 && [...between].every((sign) => separators.has(sign));
    end = words[spoken.last]?.to ?? word.to;
    next = spoken.last + 1;
    return [{ digits: spoken.digits, from: word.from, to: end, gap: isNear ? between : null }];
  });
}

/** The longest number of a kind that begins with this group. */
function numberFrom(
  groups: readonly Group[],
  first: number,
): { rule: 'mobile' | 'long-number'; last: number } | undefined {
  let digits = '';
  let isClose = true;
  let found: ReturnType<typeof numberFrom>;
  for (let last = first; last < groups.length; last += 1) {
    const group = groups[last];
    if (group === undefined || (last > first && group.gap === null)) break;
    digits += group.digits;
    if (digits.length > mostDigits) break;
    if (last > first && (group.gap ?? '').length > 1) isClose = false;
    const isLandline =
      last === first + 1 && areaCode.test(groups[first]?.digits ?? '') && group.digits.length >= 5;
    if (mobile.test(digits)) found = { rule: 'mobile', last };
    else if (years.test(digits)) continue;
    else if (isLandline || digits.length >= (last === first ? 8 : 12))
      if (last === first || isClose || isLandline || isCard(groups.slice(first, last + 1)))
        found = found?.rule === 'mobile' ? found : { rule: 'long-number', last };
  }
  return found;
}

/** Groups of four, with whatever between them. */
function isCard(groups: readonly Group[]): boolean {
  return groups.every(({ digits }) => digits.length === 4);
}
