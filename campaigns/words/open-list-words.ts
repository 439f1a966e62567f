import { listFirst } from './list-first.ts';
import type { Pair } from './pairs.ts';

export type ListSide = 'district' | 'station';
const sides: Record<ListSide, Pair> = {
  district: ['जनपद', 'district'],
  station: ['थाने', 'station'],
};
export interface Names {
  en: string;
  own: string;
  /** The side that is a draft by the sound of the other. */
  draft: 'en' | 'own' | null;
}
type At = (name: string, other: string, line: number) => Pair;

const mostNamed = 10;
function counted(hi: string, en: string, names: readonly Pair[]): Pair {
  const [inHindi, inEnglish] = listFirst(names, mostNamed);
  return names.length === 0
    ? [`${hi}: 0`, `${en}: 0`]
    : [`${hi}: ${names.length}, ${inHindi}`, `${en}: ${names.length}, ${inEnglish}`];
}

const leftOut = ([hi, en]: Pair): Pair => [`छोड़ी गई: ${hi}`, `left out: ${en}`];

/** Remarks on a published list of police stations, for officers who take it into a campaign. */
export const openListWords = {
  line: (line: number): Pair => [`पंक्ति ${line}: `, `line ${line}: `],
  added: (districts: number, stations: number): Pair => [
    `जोड़े गए: ${districts} जनपद, ${stations} थाने`,
    `Added ${districts} districts and ${stations} stations`,
  ],
  corrected: (names: readonly Pair[]): Pair => counted('सुधारे गए नाम', 'Corrected names', names),
  differing: (names: readonly Pair[]): Pair =>
    counted('सूची से भिन्न, जैसे थे वैसे ही रखे गए', 'not as in the list, left as they are', names),
  otherWord: (en: string, kept: string, listed: string): Pair => [
    `${en} ${kept} → ${listed}`,
    `${en} ${kept} → ${listed}`,
  ],
  encoding: (name: string): Pair => [`${name} में पढ़ी गई, UTF-8 में नहीं`, `read as ${name}, not UTF-8`],
  unread: (columns: string): Pair => [
    `ये स्तंभ नहीं पढ़े गए: ${columns}`,
    `columns not read: ${columns}`,
  ],
  missing: {
    district: leftOut(['जनपद नहीं लिखा', 'no district']),
    station: leftOut(['थाना नहीं लिखा', 'no station']),
  } satisfies Record<ListSide, Pair>,
  noEnglish: (own: string) => leftOut([`${own} का अंग्रेज़ी नाम नहीं`, `no English name of ${own}`]),
  wrongName: ([hi, en]: Pair, of: ListSide, language: Pair, found: string) =>
    leftOut([
      `${sides[of][0]} के ${language[0]} नाम में अपेक्षित: ${hi}; मिला “${found}”`,
      `expected ${en} in the ${language[1]} name of the ${sides[of][1]}, got “${found}”`,
    ]),
  already: (station: string, district: string, line: number) =>
    leftOut([
      `${district} का ${station} पंक्ति ${line} में आ चुका है`,
      `${station} of ${district} is in line ${line} already`,
    ]),
  twin: {
    district: (name, other, line) => [
      `${name} और पंक्ति ${line} का ${other} सुनने में एक-से हैं: क्या दो जनपद हैं?`,
      `${name} sounds as ${other} of line ${line}: two districts?`,
    ],
    station: (name, other, line) => [
      `${name} और पंक्ति ${line} का ${other} सुनने में एक-से हैं: क्या दो थाने हैं?`,
      `${name} sounds as ${other} of line ${line}: two stations?`,
    ],
  } satisfies Record<ListSide, At>,
  otherName: (name: string, known: string, line: number, here: string): Pair => [
    `${name} पंक्ति ${line} में ${known} है और यहाँ ${here}`,
    `${name} is ${known} in line ${line} and ${here} here`,
  ],
  /** With the draft behind the name by whose sound it was made. */
  draftName: (of: ListSide, { en, own, draft }: Names): Pair => {
    const name = draft === null ? en : draft === 'own' ? `${en} → ${own}` : `${own} → ${en}`;
    return of === 'district' ? [`जनपद ${name}`, `district ${name}`] : [name, name];
  },
  drafts: (names: readonly Pair[]): Pair => [
    `${names.length} नाम प्रारूप हैं या सुनने में एक-से हैं, जनपद इन्हें जाँचें: ${listFirst(names, mostNamed)[0]}`,
    `${names.length} names are drafts or sound alike, the districts check them: ${listFirst(names, mostNamed)[1]}`,
  ],
  placeless: (count: number): Pair => [
    `${count} जनपदों का स्थान नहीं दिया है: नक्शे पर नाम के क्रम से`,
    `${count} districts have no place: on the map by the order of their names`,
  ],
  shared: (names: string): Pair => [`कई जनपदों में: ${names}`, `in several districts: ${names}`],
  swapped: (written: string): Pair => [
    `अक्षांश और देशांतर आपस में बदले थे: ${written}`,
    `latitude and longitude were swapped: ${written}`,
  ],
  notIndia: (written: string): Pair => [
    `स्थान नहीं लिया: भारत में कोई जगह अपेक्षित थी, मिला ${written}`,
    `without its place: expected a place in India, got ${written}`,
  ],
  noDegrees: (written: string): Pair => [
    `स्थान नहीं लिया: 21.25 और 81.63 जैसे अंश अपेक्षित थे, मिला ${written}`,
    `without its place: expected degrees as 21.25 and 81.63, got ${written}`,
  ],
  far: (written: string, box: string): Pair => [
    `${written} शेष स्थानों के घेरे (${box}) से बाहर है`,
    `${written} is outside the box of the others (${box})`,
  ],
};
