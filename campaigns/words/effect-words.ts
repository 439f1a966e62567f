import type { Bilingual } from '../bilingual.ts';
import type { Measure } from '../tracker/measures.ts';
import type { Pair } from './pairs.ts';
import { measureNames } from './review-note-words.ts';

/** Why one officer alone does not move a public total. */
export const effectWords = {
  first: (): Pair => ['पहली संख्या', 'the first figure'],
  share: (move: string, known: string): Pair => [
    `आठ सप्ताह की सामान्य गति से ${move} का अंतर, जो ${known} के 5 % से अधिक है`,
    `moves by ${move} beyond the pace of eight weeks, more than 5 % of ${known}`,
  ],
  days: (move: string, largest: string): Pair => [
    `आठ सप्ताह की सामान्य गति से ${move} का अंतर, जो उनके सबसे बड़े दिन (${largest}) के तीन गुने से अधिक है`,
    `moves by ${move} beyond the pace of eight weeks, more than three times their largest day (${largest})`,
  ],
  falls: (): Pair => ['योग घटता है', 'the total falls'],
  'above-later': (): Pair => [
    'किसी दिन का योग उसके बाद के दिन के योग से अधिक है',
    'the total of one day is more than that of a later one',
  ],
  goal: (goal: string): Pair => [
    `लक्ष्य ${goal} पार होता है या छूटता है`,
    `the goal of ${goal} is crossed`,
  ],
} satisfies Record<string, (...figures: never[]) => Pair>;

/** A figure of what offices did: all of it, or what is proved or approved. */
export function nameFigure(measure: Measure, isProved: boolean): Bilingual {
  const { hi, en } = { hi: measureNames.hi[measure], en: measureNames.en[measure] };
  return isProved
    ? { hi: `${hi}, प्रमाणित या स्वीकृत`, en: `${en}, proved or approved` }
    : { hi: `${hi}, कुल`, en: `${en}, in all` };
}

export const downloadWords = { hi: 'कुल डाउनलोड', en: 'Downloads in all' };

/** Names of what the public page says of the pace. */
export const paceWords: readonly Pair[] = [
  ['किस दिन तक', 'Up to'],
  ['दैनिक गति (7 दिन)', 'A day (7 days)'],
  ['लक्ष्य हेतु आवश्यक प्रतिदिन', 'Needed a day for the goal'],
  ['लक्ष्य पार होने की संभावना', 'Chance of exceeding the goal'],
  ['अंतिम तिथि पर अनुमानित योग', 'Expected on the last day'],
];

export const withdrawnWords = { hi: 'रिपोर्ट निरस्त होती है', en: 'a report is taken back' };
export const outcomeWithdrawnWords = { hi: 'संख्या हटती है', en: 'a figure is taken back' };

/** Words for what follows for the league. */
export const standingWords = {
  moved: { hi: 'जनपद, जिनका स्थान बदलता है', en: 'Districts whose place moves' },
  placeOf: ({ hi, en }: Bilingual) => ({ hi: `स्थान: ${hi}`, en: `Place of ${en}` }),
};

/** Words for what corrections make of the stations of a district. */
export const stationEffects = {
  boards: { hi: 'जनपद के थाने, जिन पर बोर्ड लगना है', en: 'Stations that are to have a board' },
  dropped: ({ hi, en }: Bilingual): Bilingual => ({
    hi: `${hi}: बोर्ड वाले थानों की सूची से हटता है`,
    en: `${en}: leaves the stations that are to have a board`,
  }),
};

export const newNumberWords = {
  hi: 'नया नंबर, जो थाने के बोर्ड पर छपेगा',
  en: 'A new number that the board of the station will show',
};

/** Words for what an officer's word makes of the boards of a district. */
export const inspectionEffects = {
  boards: { hi: 'जनपद में लगे बोर्ड', en: 'Boards that stand in the district' },
  many: (said: string, { hi, en }: Bilingual): Bilingual => ({
    hi: `${hi} एक ही कार्यालय के कहने पर ${said} बोर्ड नहीं मिले`,
    en: `${said} boards of the district are gone ${en} by the word of one office`,
  }),
  manyInState: (said: string, { hi, en }: Bilingual): Bilingual => ({
    hi: `${hi} एक ही कार्यालय के कहने पर राज्य में ${said} बोर्ड नहीं मिले`,
    en: `${said} boards of the state are gone ${en} by the word of one office`,
  }),
  during: {
    day: { hi: '24 घंटे में', en: 'within 24 hours' },
    weeks: { hi: 'आठ सप्ताह में', en: 'within eight weeks' },
  },
};

/** Words for what settling directions, or another day of taking over, makes of those that are late. */
export const registerEffects = {
  late: { hi: 'विलंबित निर्देश', en: 'Directions that are late' },
  settled: { hi: 'इससे निपटने वाले दायित्व', en: 'Obligations settled by it' },
  officeCount: { hi: 'कार्यालय, जिनके दायित्व निपटते हैं', en: 'Offices whose obligations are settled' },
  ofSeveral: {
    hi: 'एक से अधिक कार्यालयों के दायित्व निपटते हैं (24 घंटे में एक-एक करके भी)',
    en: 'obligations of more than one office are settled (one by one within 24 hours, too)',
  },
  answers: { hi: 'स्वीकृत उत्तर', en: 'Accepted answers' },
  lateFalls: {
    hi: 'विलंबित निर्देशों की सूची से कुछ हटता है',
    en: 'something leaves the list of what is late',
  },
  lateRises: {
    hi: 'विलंबित निर्देशों की सूची में कुछ जुड़ता है',
    en: 'something joins the list of what is late',
  },
  answersFall: { hi: 'स्वीकृत उत्तर वापस लिया जाता है', en: 'an accepted answer is taken back' },
  eventOfAll: {
    hi: 'यह घटना पूरे राज्य के कार्यालयों के दायित्व और उनकी तिथियाँ तय करती है',
    en: 'this event sets what the offices of the whole state owe, and by when',
  },
  appName: { hi: 'नए ऐप का नाम', en: 'Name of the new app' },
  appNamed: {
    hi: 'ऐप का नाम सभी कार्यालयों की सूचियों में दिखता है',
    en: 'the name of an app is shown in the lists of all offices',
  },
  pointDropped: {
    hi: 'बिंदु अब मान्य नहीं रहता, और उससे देय दायित्व या उसका बदलाव हट जाता है',
    en: 'a point that was checked counts no more, nor what it orders or changes',
  },
  eventWithdrawn: {
    hi: 'घटना निरस्त होती है, और उससे देय दायित्व हट जाते हैं',
    en: 'an event is taken back, and what is owed because of it is owed no more',
  },
  answered: { hi: 'कार्यालय उत्तर दे चुके हैं', en: 'offices have answered already' },
};

/** Words for what an officer's file or word makes of the figures of what was sent. */
export const sentEffects = {
  report: { hi: 'प्रसारण और रिपोर्ट', en: 'Blast and report' },
  changes: { hi: 'नंबर, जिनकी स्थिति बदलती है', en: 'Numbers whose status changes' },
  moves: {
    hi: 'प्रमाणित संख्या एक अधिकारी की दी हुई फ़ाइल से बदलती है',
    en: 'a proved figure moves by a file that one officer gave',
  },
  byWord: {
    hi: 'ये पहुँचे या नहीं, यह किसी को ज्ञात नहीं; केवल अधिकारी के कहने पर ये सार्वजनिक योग में जुड़ते हैं',
    en: 'nobody knows whether these arrived; they join the public total by an officer’s word alone',
  },
};

export const installKeyWords = {
  hi: 'इस कुंजी से ऐप टीम प्रतिदिन इतने इंस्टॉल सार्वजनिक आँकड़ों में जोड़ सकती है',
  en: 'by this key the app’s team can add so many installs a day to the public figures',
};

/** Words for what a closed code shows to those who scan it. */
export const closedCodeEffects = {
  codeOf: (code: string): Bilingual => ({ hi: `कोड ${code}`, en: `Code ${code}` }),
  open: { hi: 'ऐप पर ले जाता है', en: 'leads to the app' },
  closed: { hi: 'बंद, कारण का पृष्ठ खुलता है', en: 'closed: its page says why' },
  remark: { hi: 'क्या हुआ', en: 'What happened' },
  many: { hi: 'बहुत-से लोग इन कोडों से ऐप तक पहुँचते हैं', en: 'Many come to the app by such codes' },
  again: { hi: 'बंद कोड फिर ऐप पर ले जाएगा', en: 'A closed code leads to the app again' },
};
