import type { Hit, PressRule } from './finding.ts';
import { foldWord } from './folded-words.ts';

const states =
  'up dl hr uk ua mp rj br jh mh gj pb ch hp jk wb as or od cg ka tn tg ts ap kl ga sk mn ml mz nl tr ar la an dn dd py ld'.split(
    ' ',
  );
/** Names of Latin letters in Devanagari, the long ones first. */
const letterNames: readonly (readonly [string, string])[] = (
  [
    ['डब्ल्यू', 'w'],
    ['डब्लू', 'w'],
    ['क्यू', 'q'],
    ['एक्स', 'x'],
    ['वाई', 'y'],
    ['वाय', 'y'],
    ['जेड', 'z'],
    ['जैड', 'z'],
    ['आर', 'r'],
    ['आई', 'i'],
    ['एच', 'h'],
    ['एफ', 'f'],
    ['एल', 'l'],
    ['एम', 'm'],
    ['एन', 'n'],
    ['एस', 's'],
    ['यू', 'u'],
    ['वी', 'v'],
    ['बी', 'b'],
    ['सी', 'c'],
    ['डी', 'd'],
    ['जी', 'g'],
    ['जे', 'j'],
    ['के', 'k'],
    ['पी', 'p'],
    ['टी', 't'],
    ['ओ', 'o'],
    ['ए', 'a'],
    ['ई', 'e'],
  ] as const
).map(([name, letter]) => [foldWord(name), letter] as const);
const inLatin = new Map(letterNames);
const letter = `(?:[a-z]|${letterNames.map(([name]) => name).join('|')})`;
const dots = '[0.\\s\\-–—/]{0,3}';
const whole = [
  'उत्तर प्रदेश',
  'उ0प्र0',
  'उप्र',
  'उ.प्र.',
  'दिल्ली',
  'हरियाणा',
  'बिहार',
  'uttar pradesh',
].map((name) => foldWord(name).replaceAll('.', '\\.'));
const start = '(?<![\\p{L}\\p{M}\\p{N}])';
const plate = new RegExp(
  `${start}(?:(${letter})${dots}(${letter})|${whole.join('|')})${dots}(\\d{1,2})${dots}((?:${letter}${dots}){0,3})\\d(?:[ .-]?\\d){3}(?!\\d)`,
  'gu',
);
const bharat = new RegExp(
  `(?<!\\d)\\d{2}${dots}(?:bh|${foldWord('बीएच')})${dots}\\d{4}${dots}${letter}{1,2}(?![a-z])`,
  'gu',
);
/** A plate without its state, as it is read out: 32 एबी 1234. */
const half = new RegExp(
  `(?<![\\d.,/])\\d{2}[ \\-–]{0,2}(?:${letter}[0.]?){2}[ \\-–]{0,2}\\d{4}(?!\\d)`,
  'gu',
);

const any = (words: readonly string[]) => words.map(foldWord).join('|');
const patterns: readonly (readonly [PressRule, RegExp])[] = [
  ['vehicle', bharat],
  ['vehicle', half],
  // Chassis and engine; a VIN has 17 signs and no I, O, Q.
  [
    'vehicle',
    new RegExp(
      `${start}(?:${any(['चेसिस', 'चेचिस', 'चैसिस', 'इंजन', 'इन्जन', 'chassis', 'engine'])})\\s?(?:${any(['नंबर', 'नम्बर', 'नं', 'न', 'संख्या', 'no', 'number'])})?[0.\\s:–—-]{0,4}[a-z0-9]*\\d[a-z0-9]{4,}`,
      'gu',
    ),
  ],
  ['vehicle', /(?<![a-z0-9])(?=[a-z]*\d)(?=\d*[a-z])[a-hj-npr-z0-9]{17}(?![a-z0-9])/gu],
  // PAN, voter's card, IFSC, passport.
  [
    'identity-paper',
    /(?<![a-z0-9])(?:[a-z]{5}\d{4}[a-z]|[a-z]{3}\d{7}|[a-z]{4}0[a-z0-9]{6}|[a-z]\d{7})(?![a-z0-9])/gu,
  ],
  [
    'identity-paper',
    new RegExp(
      `${start}(?:${any(['आधार कार्ड', 'आधार संख्या', 'आधार नंबर', 'आधार नं', 'पैन कार्ड', 'पैन नंबर', 'वोटर कार्ड', 'आईएमईआई', 'imei', 'खाता संख्या', 'खाता नंबर', 'खाता नं', 'aadhaar no', 'aadhar no', 'a/c', 'account no'])})[^\\d\\n]{0,12}[\\dx*]{3,}`,
      'gu',
    ),
  ],
  [
    'electronic-address',
    new RegExp(
      `(?<![a-z0-9._-])[a-z0-9._-]{2,64}\\s?[([{]?\\s?(?:at|${any(['एट', 'एट द रेट'])})\\s?[)\\]}]?\\s?[a-z0-9-]{2,30}\\s?[([{]?(?:\\.|\\sdot\\s|${any([' डॉट '])})[)\\]}]?\\s?(?:com|in|org|net|co)(?![a-z])`,
      'gu',
    ),
  ],
  // A letter alone: s/o, d/o, w/o, r/o; एस/ओ.
  [
    'relation',
    new RegExp(
      `(?<![a-z])[sdwhc]\\s?[/\\\\]\\s?o(?![a-z])|${start}(?:${any(['एस', 'डी', 'डब्ल्यू'])})\\s?/\\s?${foldWord('ओ')}|${start}${foldWord('पु')}0\\s?(?:${any(['श्री', 'स्व'])})`,
      'gu',
    ),
  ],
  [
    'address',
    new RegExp(
      `(?<![a-z])r\\s?[/\\\\]\\s?o(?![a-z])|${start}${foldWord('आर')}\\s?/\\s?${foldWord('ओ')}|(?<![\\p{L}\\p{M}0.])${foldWord('नि')}[0.]\\s?(?:${any(['ग्राम', 'मोहल्ला', 'मुहल्ला', 'मो', 'गांव', 'गाँव', 'थाना', 'वार्ड', 'गली'])})`,
      'gu',
    ),
  ],
  [
    'name',
    new RegExp(`${start}${foldWord('नाम')}\\s?[:=–—-]\\s?(?!${foldWord('अज्ञात')})[\\p{L}]`, 'gu'),
  ],
];

/** All who live there, and nobody: समस्त निवासी, जनपद के सभी निवासियों. */
const everybody = new RegExp(
  `(?:${any(['समस्त', 'सभी', 'सब', 'प्रत्येक', 'हर', 'स्थानीय', 'समस्त जनपद', 'सम्मानित'])})\\s+(?:[\\p{L}\\p{M}]+\\s+)?$`,
  'u',
);
const resident = new RegExp(`${start}${foldWord('निवासी')}(?![\\p{L}\\p{M}])`, 'gu');

const longestPart = 64;
/** An address, a handle, an alias: whatever stands behind @, looked for from there. */
const handle = /@\s?[\p{L}\p{M}\p{N}._-]{1,64}/gu;
const mailbox = /(?<![\p{L}\p{M}\p{N}._+-])[\p{L}\p{M}\p{N}._+-]+\s?$/u;

/** Plates, papers, addresses and relations that are a form and no word. */
export function findMarks(text: string): Hit[] {
  const hits: Hit[] = [];
  for (const [rule, pattern] of patterns) {
    for (const { 0: found, index } of text.matchAll(pattern))
      hits.push({ rule, from: index, to: index + found.length });
  }
  for (const { 0: found, 1: first, 2: second, index } of text.matchAll(plate)) {
    const state = first === undefined ? 'up' : `${latin(first)}${latin(second)}`;
    if (states.includes(state))
      hits.push({ rule: 'vehicle', from: index, to: index + found.length });
  }
  for (const { 0: found, index } of text.matchAll(handle)) {
    const before = mailbox.exec(text.slice(Math.max(0, index - longestPart), index))?.[0] ?? '';
    hits.push({
      rule: 'electronic-address',
      from: index - before.length,
      to: index + found.length,
    });
  }
  for (const { 0: found, index } of text.matchAll(resident)) {
    if (everybody.test(text.slice(Math.max(0, index - 40), index))) continue;
    hits.push({ rule: 'address', from: index, to: index + found.length });
  }
  return hits;
}

function latin(name: string | undefined): string {
  return inLatin.get(name ?? '') ?? name ?? '';
}
