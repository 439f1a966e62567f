import type { Hit } from './finding.ts';
import { foldWord } from './folded-words.ts';

type Act = 'ipc' | 'bns' | 'it' | 'other';

/**
 * Sections of which nothing is published: rape and sexual assault, insult to modesty, disclosure of a victim, kidnapping
 * and trafficking of women and children, abandoned children. IPC until 30.06.2024, BNS since 01.07.2024.
 */
const sections: Readonly<Record<Act, ReadonlySet<number>>> = {
  ipc: new Set([228, 293, 317, 354, 363, 366, 370, 372, 373, 375, 376, 377, 509]),
  bns: new Set([...span(63, 79), 87, 93, ...span(95, 99), 137, 139, 141, 143, 144, 295]),
  it: new Set([67]),
  other: new Set(),
};
/** Without an act's name: BNS 317 is stolen property, 144 is read as the CrPC's, 228 is nothing without its A. */
const unclear: ReadonlySet<number> = new Set([144, 228, 317]);
const strong = new Set([...sections.ipc, ...sections.bns].filter((number) => !unclear.has(number)));

const actNames: readonly (readonly [Act, string])[] = [
  [
    'ipc',
    'भा\\W{0,2}द\\W{0,2}(?:वि|सं|स)|भारतीय दंड|भादंसं|भादंवि|ताहि|ipc|i\\.? ?p\\.? ?c|आईपीसी|आई\\W{0,2}पी\\W{0,2}सी',
  ],
  [
    'bns',
    'बी\\W{0,2}एन\\W{0,2}एस(?!\\W{0,2}एस)|भा\\W{0,2}न्या\\W{0,2}सं|भारतीय न्याय|bns(?!s)|b\\.? ?n\\.? ?s(?!\\.? ?s)|न्याय संहिता',
  ],
  ['it', 'आई\\W{0,2}टी|सूचना प्रौद्योगिकी|सूचना प्रौ|it act|i\\.? ?t\\.? ?act|information technology'],
  [
    'other',
    'बी\\W{0,2}एन\\W{0,2}एस\\W{0,2}एस|bnss|b\\.? ?n\\.? ?s\\.? ?s|crpc|cr\\.p\\.c|सीआरपीसी|द\\W{0,2}प्र\\W{0,2}सं|दंप्रसं|[\\p{L}\\p{M}]+(?: [\\p{L}\\p{M}]+)? (?:एक्ट|अधिनियम|act)',
  ],
].map(([act, pattern]) => [act as Act, folded(pattern as string)]);

/** Patterns are written as people spell, and folded as the text is; `0` is a sign of abbreviation there. */
function folded(pattern: string): string {
  return foldWord(
    pattern
      .replaceAll('\\W', '\u0001')
      .replaceAll('\\p{L}', '\u0002')
      .replaceAll('\\p{M}', '\u0003'),
  )
    .replaceAll('\u0001', '[0.\\s-]')
    .replaceAll('\u0002', '\\p{L}')
    .replaceAll('\u0003', '\\p{M}');
}

const anyAct = actNames.map(([, pattern]) => pattern).join('|');
const item =
  '\\d{1,3}(?![\\d])(?:\\s?\\(\\s?[\\da-zअ-औक-ह]{1,3}\\s?\\)|[ -]?[a-e](?![a-z])|[ -]?(?:ए|बी|सी|डी|ई|क|ख|ग|घ)(?![\\p{L}\\p{M}]))*';
const joint = `\\s?(?:[,/;+&–—-]|${['व', 'और', 'एवं', 'तथा', 'या', 'से', 'to', 'and', 'सपठित', 'r/w'].map(foldWord).join('|')})\\s?`;
const list = `${item}(?:${joint}${item}){0,15}`;
const word = ['धाराओं', 'धाराएं', 'धारा', 'dhara', 'sections', 'section', 'sec', 'u/s']
  .map(foldWord)
  .join('|');
const start = '(?<![\\p{L}\\p{M}])';
const between = `(?:\\s?[:.\\-–—]\\s?|\\s|${foldWord('संख्या')}|${foldWord('नं0')}|no\\.?){0,3}`;
const afterAct = `(?:\\s|[0.,:()–—-]|${['की', 'के', 'का', 'of', 'the'].map(foldWord).join('|')}){0,4}`;
const afterWord = new RegExp(
  `${start}(?:${word})${between}(${list})(?:${afterAct}(${anyAct}))?`,
  'gu',
);
const beforeAct = new RegExp(`(?<![\\d/.])(${list})${afterAct}(${anyAct})`, 'gu');
const actFirst = new RegExp(
  `${start}(${actNames
    .slice(0, 2)
    .map(([, pattern]) => pattern)
    .join('|')})[.0]?${afterAct}(?:(?:${word})${between})?(${list})`,
  'gu',
);
const spoken = new RegExp(
  `${start}(?:${foldWord('तीन सौ')} (?:${['छिहत्तर', 'छियत्तर', 'छिहतर', 'छिहात्तर', 'चौवन', 'चव्वन', 'चौअन', 'तिरसठ', 'छाछठ', 'छियासठ'].map(foldWord).join('|')})|(?:${foldWord('धारा')}) (?:${['चौंसठ', 'चौसठ', 'पैंसठ', 'छियासठ', 'सड़सठ', 'अड़सठ', 'उनहत्तर', 'सत्तर', 'इकहत्तर', 'चौहत्तर', 'पचहत्तर'].map(foldWord).join('|')}))`,
  'gu',
);

const actAtEnd = new RegExp(`(${anyAct})[^\\d।]{0,12}$`, 'u');
const oneItem = new RegExp(item, 'gu');
const actStarts = actNames.map(
  ([act, pattern]) => [act, new RegExp(`^(?:${pattern})`, 'u')] as const,
);

/** Sections of the penal codes that keep a case out of the newspapers. */
export function findSections(text: string): Hit[] {
  if (!/\d/.test(text)) return spokenHits(text);
  const hits: Hit[] = [];
  const look = (match: RegExpMatchArray, items: string, act: string | undefined) => {
    const from = (match.index ?? 0) + match[0].indexOf(items);
    if (isBarred(items, actOf(act))) hits.push({ rule: 'section', from, to: from + items.length });
  };
  for (const match of text.matchAll(afterWord))
    look(match, match[1] ?? '', match[2] ?? actBefore(text, match.index));
  for (const match of text.matchAll(beforeAct)) look(match, match[1] ?? '', match[2]);
  for (const match of text.matchAll(actFirst)) look(match, match[2] ?? '', match[1]);
  return [...hits, ...spokenHits(text)];
}

function spokenHits(text: string): Hit[] {
  return [...text.matchAll(spoken)].map(({ 0: found, index }) => ({
    rule: 'section' as const,
    from: index,
    to: index + found.length,
  }));
}

/** The act that stands before धारा: आईटी एक्ट की धारा 66. */
function actBefore(text: string, index: number): string | undefined {
  return actAtEnd.exec(text.slice(Math.max(0, index - 40), index))?.[1];
}

function actOf(name: string | undefined): Act | null {
  if (name === undefined) return null;
  return actStarts.find(([, pattern]) => pattern.test(name))?.[0] ?? 'other';
}

function isBarred(items: string, act: Act | null): boolean {
  const found = [...items.matchAll(oneItem)].map(({ 0: text, index }) => ({
    number: Number.parseInt(text, 10),
    letter: text.replace(/^\d+[\s-]?/, ''),
    isEnd: /(?:[–—-]|(?:से|to))\s?$/u.test(items.slice(0, index)),
  }));
  return found.some(({ number, letter, isEnd }, index) => {
    const first = isEnd ? (found[index - 1]?.number ?? number) : number;
    const range = number >= first && number - first <= 100 ? span(first, number) : [number];
    return range.some((each) => isBarredOne(each, letter, act));
  });
}

function isBarredOne(number: number, letter: string, act: Act | null): boolean {
  if (act === 'it' && number === 66) return /^[eई]/.test(letter);
  if (act === null) {
    // 66C, 66D and their like are of the IT Act; a letter after a section of BNS there is none.
    if (/^[a-eएबसडईकखगघ]/.test(letter)) return sections.ipc.has(number) && number !== 317;
    return strong.has(number);
  }
  // Contempt of court without its A, the disclosure of a victim with it.
  if (act === 'ipc' && number === 228) return /^[aए]/.test(letter);
  return sections[act].has(number);
}

function span(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
