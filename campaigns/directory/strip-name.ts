import { languageFacts } from '../language.ts';
import type { Station, StationKind } from './station.ts';

type Named = Pick<Station, 'kind' | 'nameHi' | 'nameEn' | 'language'>;

/** One way of writing a name on the strip; the first whose `when` holds is used. */
interface Rule {
  when: (name: string, kind: StationKind) => boolean;
  write: (name: string, kind: StationKind) => string;
}

/** Titles of special stations, in front of the place: [words that the name begins with, title]. */
type Titles = Partial<Record<StationKind, { begins: RegExp; word: string }>>;

const titlesHi: Titles = {
  grp: { begins: /^(जी\. ?आर\. ?पी\.|जीआरपी)(?= |$)/, word: 'जी.आर.पी.' },
  mahila: { begins: /^महिला(?= |$)/, word: 'महिला' },
  tourism: { begins: /^(पर्यटन|पर्यटक)(?= |$)/, word: 'पर्यटन' },
  cyber: { begins: /^(साइबर क्राइम|साइबर अपराध|साइबर)(?= |$)/, word: 'साइबर क्राइम' },
};

const titlesEn: Titles = {
  grp: { begins: /^(GRP|G\. ?R\. ?P\.)(?= |$)/i, word: 'GRP' },
  mahila: { begins: /^(Mahila|Women)(?= |$)/i, word: 'Mahila' },
  tourism: { begins: /^(Tourism|Tourist|Paryatan|Paryatak)(?= |$)/i, word: 'Tourism' },
  cyber: { begins: /^(Cyber Crime|Cyber)(?= |$)/i, word: 'Cyber Crime' },
};

// \b knows no Devanagari: a word ends at a space, a hyphen, a bracket or the end.
const rulesHi: readonly Rule[] = [
  { when: (name) => /^थाना ?भवन(?= |$)/.test(name), write: (name) => `थाना ${name}` },
  { when: (name) => /(^|[ (-])(थाना|पुलिस स्टेशन)(?=[ )-]|$)/.test(name), write: (name) => name },
  {
    when: (_, kind) => kind in titlesHi,
    write: (name, kind) => titled(name, titlesHi[kind], 'थाना'),
  },
  { when: (name) => name === 'कोतवाली', write: (name) => `थाना ${name}` },
  { when: (name) => /(^|[ (-])कोतवाली(?=[ )-]|$)/.test(name), write: (name) => name },
  { when: () => true, write: (name) => `थाना ${name}` },
];

const rulesEn: readonly Rule[] = [
  { when: (name) => /^Thana Bhawan\b/i.test(name), write: (name) => `Police Station ${name}` },
  { when: (name) => /\b(Thana|Police Station)\b/i.test(name), write: (name) => name },
  {
    when: (_, kind) => kind in titlesEn,
    write: (name, kind) => titled(name, titlesEn[kind], 'Police Station'),
  },
  { when: (name) => /^Kotwali$/i.test(name), write: (name) => `Police Station ${name}` },
  { when: (name) => /\bKotwali\b/i.test(name), write: (name) => name },
  { when: () => true, write: (name) => `Police Station ${name}` },
];

/**
 * The name of the own language as written on the wall: थाना before a usual name, and never before one that already
 * says what it is (महिला थाना, रसड़ा कोतवाली); थानाभवन is a place, so that it reads थाना थानाभवन.
 */
export function stripName(station: Named): string {
  const { language = 'hi', nameHi, kind } = station;
  const { stationWord } = languageFacts[language];
  if (stationWord === null) return applyRules(rulesHi, nameHi, kind);
  const word = typeof stationWord === 'string' ? stationWord : stationWord.before;
  if (nameHi.includes(word)) return nameHi;
  return typeof stationWord === 'string' ? `${nameHi} ${word}` : `${word} ${nameHi}`;
}

/** The English name as printed on the strip, by the same rules as the Hindi one. */
export function stripNameEn(station: Named): string {
  return applyRules(rulesEn, station.nameEn, station.kind);
}

function applyRules(rules: readonly Rule[], name: string, kind: StationKind): string {
  const rule = rules.find(({ when }) => when(name, kind));
  return rule ? rule.write(name, kind) : name;
}

/** "जी.आर.पी. आगरा" → "जी.आर.पी. थाना आगरा"; a bare place gets the whole title in front. */
function titled(name: string, title: Titles[StationKind], thana: string): string {
  if (title === undefined) return name;
  const begins = title.begins.exec(name)?.[0];
  const place = begins === undefined ? name : name.slice(begins.length).trim();
  return [begins ?? title.word, thana, place].filter(Boolean).join(' ');
}
