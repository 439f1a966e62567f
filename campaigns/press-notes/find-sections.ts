import type { Hit } from './finding.ts';
import { numberAt, numberIn } from './number-words.ts';
import { indexStems, longestStemAt, type StemIndex, stemsAt } from './stems.ts';
import { toKey, toKeys, type Word } from './word-keys.ts';

/** Acts whose sections are told apart; `procedure` and others say nothing about an offence. */
export type Act = 'ipc' | 'bns' | 'it' | 'other';

/** Sections that may be in a note by their act, as `379` or `66d`; `unnamed`: where no act is named. */
export type AllowedSections = Readonly<Record<'ipc' | 'bns' | 'it' | 'unnamed', readonly string[]>>;

/** Sections on sexual offences, the victim's identity, children, kidnapping and trafficking: named as such. */
const protecting: Readonly<Record<'ipc' | 'bns' | 'it', ReadonlySet<number>>> = {
  ipc: new Set([228, 293, 317, 354, 363, 366, 370, 372, 373, 375, 376, 377, 509]),
  bns: new Set([...span(63, 79), 87, 93, ...span(95, 99), 137, 139, 141, 143, 144, 295]),
  it: new Set([66, 67]),
};
/** Bare numbers that are usually a section and seldom a count. */
const known = new Set([302, 304, 306, 307, 354, 363, 364, 366, 370, 375, 376, 377, 498, 509]);

const acts: StemIndex<Act> = indexStems<Act>([
  [
    'ipc',
    'भा_द_वि भा_द_सं भा_द_स भादवि भादसं भारतीय_दंड ताहि आई_पी_सी आईपीसी ipc i_p_c indian_penal*',
  ],
  ['bns', '=बीएनएस =bns बी_एन_एस b_n_s भा_न्या_सं भारतीय_न्याय न्याय_संहिता nyaya_sanhita'],
  ['it', 'आई_टी_एक्ट आईटी_एक्ट आई_टी_अधिनियम सूचना_प्रौद्योगिकी it_act i_t_act information_technology'],
  [
    'other',
    '=बीएनएसएस बी_एन_एस_एस =bnss =b_n_s_s =crpc cr_p_c सीआरपीसी सी_आर_पी_सी द_प्र_सं दंप्रसं दप्रसं एक्ट अधिनियम act एम_वी_एक्ट',
  ],
]);
const sectionWords = indexStems([
  ['word', 'धारा धाराओं धाराएं दफा section sections sec u_s s_s dhara'],
]);
const fillers = new Set(
  'की के का of the in संख्या सं नं नंबर no अंतर्गत ke ki ka और'.split(' ').map(toKey),
);
const joiners = new Set('व और एवं तथा या से to and सपठित r w aur va'.split(' ').map(toKey));
const caseWords = indexStems([
  [
    'case',
    'मुकदम* मामल* अभियोग* अपराध* में तहत अंतर्गत तरमीम* चालान* केस वांछित* आरोप* case me mein mukadm* mamla tahat ka_mamla के_तहत का_मुकदम* का_अभियोग का_अपराध का_मामल* की_घटना के_आरोप* के_मामल* के_मुकदम* के_अभियोग* ka_mukadma ke_mamle ke_mukadme ke_aarop',
  ],
]);
/** The letters of sections in all their ways. */
const sectionLetters = new Map(
  ['a क ए', 'b ख बी', 'c ग सी', 'd घ डी', 'e ङ ई'].flatMap((list) => {
    const [letter = '', ...ways] = list.split(' ');
    return [letter, ...ways].flatMap((way) => toKeys(way).map((key) => [key, letter] as const));
  }),
);

interface Item {
  value: number;
  letter: string;
  first: number;
  last: number;
}

/** Sections that keep a case out of the newspapers: every one that is not on the campaign's list. */
export function findSections(
  text: string,
  words: readonly Word[],
  allowed: AllowedSections,
): Hit[] {
  const hits: Hit[] = [];
  const seen = new Set<number>();
  const judge = (items: readonly Item[], act: Act | null) => {
    for (const item of items) {
      if (seen.has(item.first)) continue;
      const rule = findRule(item, act, allowed);
      if (rule === null) continue;
      seen.add(item.first);
      hits.push({ rule, from: words[item.first]?.from ?? 0, to: words[item.last]?.to ?? 0 });
    }
  };
  words.forEach((_, index) => {
    const [word] = stemsAt(sectionWords, words, index);
    if (word !== undefined) {
      const items = itemsFrom(text, words, skipFillers(words, word.last + 1));
      judge(items, actNear(words, items, index));
    }
    const named = longestStemAt(acts, words, index);
    if (named === undefined) return;
    judge(itemsBefore(text, words, index), named.name);
    if (named.name === 'ipc' || named.name === 'bns')
      judge(itemsFrom(text, words, skipFillers(words, named.last + 1)), named.name);
  });
  for (const item of [...bareItems(text, words), ...tornItems(text, words)]) judge([item], null);
  return hits;
}

function skipFillers(words: readonly Word[], from: number): number {
  let place = from;
  while (place < from + 4) {
    const word = words[place];
    if (word === undefined || word.isNumber) break;
    const [section] = stemsAt(sectionWords, words, place);
    if (section === undefined && !fillers.has(word.key)) break;
    place = (section?.last ?? place) + 1;
  }
  return place;
}

/** 379, 354-क, 64(2)(m), 376/511 and what is joined to them. */
function itemsFrom(text: string, words: readonly Word[], from: number): Item[] {
  const items: Item[] = [];
  let place = from;
  while (items.length < 16) {
    const item = itemAt(text, words, place);
    if (item === undefined) break;
    items.push(item);
    place = item.last + 1;
    const joint = words[place];
    const between = text.slice(words[item.last]?.to ?? 0, joint?.from ?? 0);
    if (joint === undefined || between.length > 4) break;
    if (!joint.isNumber && joiners.has(joint.key)) place += 1;
    else if (!joint.isNumber && numberAt(words, place) === undefined) break;
  }
  return items;
}

function itemAt(text: string, words: readonly Word[], place: number): Item | undefined {
  const number = numberAt(words, place);
  const first = words[place];
  if (number === undefined || first === undefined || number.value > 999) return undefined;
  let { last } = number;
  let letter = '';
  const next = words[last + 1];
  const gap = text.slice(words[last]?.to ?? 0, next?.from ?? 0);
  if (next !== undefined && /^[ (-]{0,2}$/.test(gap)) {
    const sectionLetter =
      sectionLetters.get(next.key) ?? (/^[a-e]{2}$/.test(next.text) ? next.text[0] : undefined);
    // An article is no letter of a section: under section 379 a case was registered.
    const isArticle = next.text === 'a' && gap === ' ';
    if (
      sectionLetter !== undefined &&
      !isArticle &&
      !next.isNumber &&
      stemsAt(acts, words, last + 1).length === 0
    ) {
      letter = sectionLetter;
      last += 1;
    }
  }
  // Sub-clauses in brackets: 64(2)(m).
  while (/^\s?\)?\s?\($/.test(text.slice(words[last]?.to ?? 0, words[last + 1]?.from ?? 0)))
    last += 1;
  return { value: number.value, letter, first: place, last };
}

/** Sections directly before the name of an act: 376/511 भादवि. */
function itemsBefore(text: string, words: readonly Word[], act: number): Item[] {
  for (let from = Math.max(0, act - 12); from < act; from += 1) {
    if (numberAt(words, from) === undefined) continue;
    const items = itemsFrom(text, words, from);
    const last = items.at(-1)?.last ?? from;
    const gap = text.slice(words[last]?.to ?? 0, words[act]?.from ?? 0);
    const isNear = last === act - 1 || skipFillers(words, last + 1) === act;
    if (items.length > 0 && isNear && gap.length <= 12) return items;
  }
  return [];
}

/** The act that is named behind the items, or before धारा: आईटी एक्ट की धारा 66. */
function actNear(words: readonly Word[], items: readonly Item[], section: number): Act | null {
  const behind = (items.at(-1)?.last ?? section) + 1;
  for (const place of [behind, behind + 1, behind + 2]) {
    const named = longestStemAt(acts, words, place);
    if (named !== undefined) return named.name;
  }
  for (let place = section - 1; place >= Math.max(0, section - 4); place -= 1) {
    const named = longestStemAt(acts, words, place);
    if (named !== undefined) return named.name;
  }
  return null;
}

/** Without धारा and act: 376-डी, 376/506, 354 का मुकदमा. */
function bareItems(text: string, words: readonly Word[]): Item[] {
  return words.flatMap((word, place) => {
    if (!word.isNumber || !known.has(Number(word.text)) || word.text.length !== 3) return [];
    const item = itemAt(text, words, place);
    if (item === undefined) return [];
    const next = words[item.last + 1];
    const gap = text.slice(words[item.last]?.to ?? 0, next?.from ?? 0);
    const isJoined = gap === '/' && next?.isNumber === true;
    const isCase = stemsAt(caseWords, words, item.last + 1).length > 0;
    return item.last > place || isJoined || isCase ? [item] : [];
  });
}

/** Digit by digit before the word case: 3.7.6, three seven six. */
function tornItems(text: string, words: readonly Word[]): Item[] {
  return words.flatMap((_, first) => {
    const digits = [first, first + 1, first + 2].map((place) => numberIn(words[place]) ?? 10);
    const value = Number(digits.join(''));
    const last = first + 2;
    if (digits.some((digit) => digit > 9) || !known.has(value)) return [];
    const isClose = [first, first + 1].every((place) =>
      /^[ .·–-]{1,2}$/.test(text.slice(words[place]?.to ?? 0, words[place + 1]?.from ?? 0)),
    );
    const isCase = stemsAt(caseWords, words, last + 1).length > 0;
    return isClose && isCase ? [{ value, letter: '', first, last }] : [];
  });
}

function findRule(item: Item, act: Act | null, allowed: AllowedSections): Hit['rule'] | null {
  if (act === 'other') return null;
  const name = `${item.value}${item.letter}`;
  const names = act === null ? Object.values(allowed).flat() : allowed[act];
  if (names.includes(name)) return null;
  const sets = act === null ? [protecting.ipc, protecting.bns] : [protecting[act]];
  return sets.some((set) => set.has(item.value)) ? 'section' : 'other-offence';
}

function span(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
