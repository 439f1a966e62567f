import { harmlessPlaces } from './find-numbers.ts';
import type { Hit, PressRule } from './finding.ts';
import { digitsAt } from './number-words.ts';
import { indexStems, longestStemAt, type StemHit, stemsAt } from './stems.ts';
import { toKey, toKeys, type Word } from './word-keys.ts';

const states = new Set(
  'up dl hr uk ua mp rj br jh mh gj pb ch hp jk wb as or od cg ka tn tg ts ap kl ga sk mn ml mz nl tr ar la an dn dd py ld'.split(
    ' ',
  ),
);
/** Names of Latin letters in Devanagari, the long ones first. */
const letterNames =
  'डब्ल्यू w डब्लू w क्यू q एक्स x वाई y वाय y जेड z जैड z आर r आई i एच h एफ f एल l एम m एन n एस s यू u वी v बी b सी c डी d जी g जे j के k पी p टी t ओ o ए a ई e उ u प्र p'.split(
    ' ',
  );
const letters = letterNames.flatMap((name, index) =>
  index % 2 === 0 ? [[toKey(name), letterNames[index + 1] ?? ''] as const] : [],
);
const wholeStates = new Map(
  'दिल्ली dl हरियाणा hr बिहार br उप्र up'
    .split(' ')
    .flatMap((name, index, all) =>
      index % 2 === 0 ? toKeys(name).map((key) => [key, all[index + 1] ?? ''] as const) : [],
    ),
);
const plate = /^([a-z]{2})\d{1,2}[a-z]{0,3}\d{4}$/;
/** Without its state, as it is read out, and the series of Bharat. */
const half = /^\d{2}[a-z]{2}\d{4}$/;
const bharat = /^\d{2}bh\d{4}[a-z]{1,2}$/;
const mostParts = 14;
const shortestNumber = 3;

/** Kind of a number, by the word before it. */
const numberWords = indexStems<PressRule>([
  [
    'vehicle',
    'चेसिस* चेचिस* चैसिस* चेचीस* इंजन_न* इंजन_सं* chassis engine_no engine_number बाइक_न* बाइक_सं* गाड़ी_न* गाड़ी_सं* वाहन_न* वाहन_सं* कार_न* कार_सं* स्कूटी_न* स्कूटी_सं* मोटरसाइकिल_न* मोटरसाइकिल_सं* ट्रैक्टर_न* ट्रैक्टर_सं* car_no scooty_no vehicle_number',
  ],
  [
    'identity-paper',
    'आधार_कार्ड आधार_सं* आधार_न आधार_नंबर पैन_कार्ड पैन_न पैन_नंबर वोटर* पासपोर्ट_न पासपोर्ट_नंबर डीएल_न डीएल_नंबर आई_एम_ई_आई आईएमईआई* imei aadhaar* aadhar* pan_no pan_card डी_एल_नंबर',
  ],
  [
    'identity-paper',
    'खाता_सं* खाता_न खाता_नंबर खाता_नं खाता a_c a_c_no account_no account_number ac_no ending अंतिम_~_अंक* आखिरी_~_अंक* अंतिम_अंक* आखिरी_अंक* कार्ड_नंबर card_no card_number last_digit* राशन_कार्ड',
  ],
  [
    'address',
    'मकान वार्ड* गली house flat plot shop दुकान_न* दुकान_सं* सेक्टर* sector ward पिन_कोड पिन pin pincode pin_code खसरा* गाटा*',
  ],
]);
const skipped = new Set(
  'नंबर न नं सं संख्या no number कार्ड card है की के x xx xxx xxxx xxxxx xxxxxx आईडी id में अंक'
    .split(' ')
    .map(toKey),
);
const atSigns = new Set(['एट', 'at', 'एट द रेट'].map(toKey));
const dotWords = new Set(['डॉट', 'dot'].flatMap(toKeys));
const mailEnds = new Set('com in org net co कॉम इन'.split(' ').flatMap(toKeys));
const handle = /@\s?[\p{L}\p{M}\p{N}._-]{1,64}/gu;
const accounts = indexStems<PressRule>([
  [
    'electronic-address',
    'upi_id यूपीआई_आईडी यूपीआई_आई_डी यूपीआई_नंबर गूगल_पे_न* फोन_पे_न* पेटीएम_न* फोनपे_न* paytm_no google_pay_no इंस्टाग्राम_आईडी इंस्टा_आईडी फेसबुक_आईडी',
  ],
]);

/** Papers by their shape: PAN, voter's card, IFSC, passport, chassis; coordinates. */
const shapes: readonly (readonly [PressRule, RegExp])[] = [
  [
    'identity-paper',
    /(?<![a-z0-9])(?:[a-z]{5}\d{4}[a-z]|[a-z]{3}\d{7}|[a-z]{4}0[a-z0-9]{6}|[a-z]\d{7})(?![a-z0-9])/g,
  ],
  ['vehicle', /(?<![a-z0-9])(?=[a-z]*\d)(?=\d*[a-z])[a-hj-npr-z0-9]{17}(?![a-z0-9])/g],
  ['address', /\d{1,3}(?:°|\.\d{2,8}\s?[°nsew](?![a-z]))/g],
  ['address', /(?<![\d.])\d{1,2}\.\d{3,8}\s?[,/ ]\s?\d{1,3}\.\d{3,8}/g],
  ['relation', /(?<![\p{L}\p{M}])(?:एस|डी|डब्ल्यू)\s?\/\s?ओ/gu],
  ['relation', /(?<![a-z])[sdwc]\s?[/\\]\s?o(?![a-z])/g],
  ['address', /(?<![a-z])[rh]\s?[/\\]\s?o(?![a-z])/g],
];

/** Plates, papers, accounts, addresses: what is a form and no word. */
export function findMarks(text: string, words: readonly Word[]): Hit[] {
  const spared = harmlessPlaces(text);
  const isSpared = (at: number) => spared.some(({ from, to }) => from <= at && at < to);
  const hits = shapes.flatMap(([rule, pattern]) =>
    [...text.matchAll(pattern)].map(({ 0: found, index }) => ({
      rule,
      from: index,
      to: index + found.length,
    })),
  );
  hits.push(...handles(text, words));
  words.forEach((word, place) => {
    if (isPlateStart(words, place)) hits.push(...plateAt(text, words, place));
    const of = longestStemAt(numberWords, words, place);
    if (of !== undefined) hits.push(...numberOf(of, words, isSpared));
    for (const { name, last } of stemsAt(accounts, words, place))
      hits.push(makeHit(name, words, place, last));
    if (atSigns.has(word.key)) hits.push(...spelledAddress(words, place));
  });
  return hits;
}

function makeHit(rule: PressRule, words: readonly Word[], first: number, last: number): Hit {
  return { rule, from: words[first]?.from ?? 0, to: words[last]?.to ?? 0 };
}

function handles(text: string, words: readonly Word[]): Hit[] {
  const endingAt = new Map(words.map((word) => [word.to, word]));
  return [...text.matchAll(handle)].map(({ 0: found, index }) => {
    const before = endingAt.get(index) ?? endingAt.get(index - 1);
    const from = before?.from ?? index;
    return { rule: 'electronic-address', from, to: index + found.length };
  });
}

/** ramu एट gmail डॉट com */
function spelledAddress(words: readonly Word[], place: number): Hit[] {
  const dot = [place + 2, place + 3].find((each) => dotWords.has(words[each]?.key ?? ''));
  if (dot === undefined || !mailEnds.has(words[dot + 1]?.key ?? '')) return [];
  return [makeHit('electronic-address', words, Math.max(0, place - 1), dot + 1)];
}

/** A number behind the word that says what it is of: खाता संख्या 4521. Amounts and dates do not count. */
function numberOf(
  of: StemHit<PressRule>,
  words: readonly Word[],
  isSpared: (at: number) => boolean,
): Hit[] {
  const number = numberBehind(words, of.last + 1);
  if (number === null || isSpared(number.from)) return [];
  const isLong = number.text.length >= shortestNumber || !number.isNumber;
  if (of.name !== 'address' && !isLong) return [];
  return [{ rule: of.name, from: words[of.first]?.from ?? 0, to: number.to }];
}

/** The number, or word with digits, that a word tells of. */
function numberBehind(words: readonly Word[], from: number): Word | null {
  for (let place = from; place < from + 4; place += 1) {
    const word = words[place];
    if (word === undefined) return null;
    if (
      word.isNumber ||
      (word.isLatin && words[place + 1]?.isNumber && words[place + 1]?.from === word.to)
    )
      return word;
    if (!skipped.has(word.key)) return null;
  }
  return null;
}

/** A number of one to four digits is not far from where a plate begins. */
function isPlateStart(words: readonly Word[], first: number): boolean {
  for (let place = first; place <= first + 3; place += 1)
    if (digitsAt(words, place) !== undefined) return true;
  return false;
}

function plateAt(text: string, words: readonly Word[], place: number): Hit[] {
  const last = plateEnd(text, words, place);
  return last === null ? [] : [makeHit('vehicle', words, place, last)];
}

/** Place of the last part of a vehicle's number that begins here. */
function plateEnd(text: string, words: readonly Word[], first: number): number | null {
  let joined = '';
  for (let place = first; place < Math.min(first + mostParts, words.length); place += 1) {
    const word = words[place];
    const gap = place === first ? '' : text.slice(words[place - 1]?.to ?? 0, word?.from ?? 0);
    const spoken = digitsAt(words, place);
    const part = spoken?.digits ?? (word === undefined ? null : plainPart(word));
    if (part === null || gap.length > 3 || /[^ .\-–—/\n]/.test(gap)) return null;
    const last = spoken?.last ?? place;
    place = last;
    joined += part;
    if (joined.length > 11) return null;
    const [, state = ''] = plate.exec(joined) ?? [];
    if (states.has(state) || bharat.test(joined) || half.test(joined)) return last;
  }
  return null;
}

/** Latin letters of a plate's part; null for another word. */
function plainPart(word: Word): string | null {
  if (word.isLatin) return word.text.length <= 3 ? word.text : (wholeStates.get(word.key) ?? null);
  const state = wholeStates.get(word.key);
  if (state !== undefined) return state;
  let rest = word.key;
  let spelled = '';
  while (rest !== '') {
    const found = letters.find(([name]) => rest.startsWith(name));
    if (found === undefined) return null;
    spelled += found[1];
    rest = rest.slice(found[0].length);
  }
  return spelled.length <= 3 ? spelled : null;
}
