import type { Bilingual } from '../bilingual.ts';

/** Subject of each preflight rule, by its id; the last four are about text that is still being typed. */
export const ruleTitles: Readonly<Record<string, Bilingual>> = {
  'page-boxes': { hi: 'पृष्ठ की सीमाएँ', en: 'Page boxes' },
  'true-size': { hi: 'वास्तविक आकार', en: 'True size' },
  'output-intent': { hi: 'छपाई का रंग-मानक', en: 'Output intent' },
  metadata: { hi: 'फ़ाइल की जानकारी', en: 'Metadata' },
  'no-actions': { hi: 'फ़ाइल में कोई क्रिया नहीं', en: 'No actions' },
  'device-cmyk': { hi: 'केवल छपाई के रंग', en: 'Process inks only' },
  'total-ink': { hi: 'कुल स्याही', en: 'Total ink' },
  fonts: { hi: 'फ़ॉन्ट', en: 'Fonts' },
  'qr-link': { hi: 'QR कोड का पता', en: 'Link of the QR code' },
  'qr-size': { hi: 'QR कोड का आकार', en: 'Size of the QR code' },
  'qr-ink': { hi: 'QR कोड की स्याही', en: 'Ink of the QR code' },
  'quiet-zone': { hi: 'QR कोड के चारों ओर खाली स्थान', en: 'Quiet zone' },
  heights: { hi: 'अक्षरों की ऊँचाई', en: 'Height of letters' },
  'safe-zone': { hi: 'कटाई के किनारे से दूरी', en: 'Safe zone' },
  bleed: { hi: 'कटाई के बाहर की छपाई', en: 'Bleed' },
  parts: { hi: 'केवल नमूने के भाग', en: 'Parts of the artwork' },
  outlines: { hi: 'अक्षरों की बनावट', en: 'Outlines of the letters' },
  'broken-glyphs': { hi: 'टूटे अक्षर', en: 'Broken glyphs' },
  placing: { hi: 'पाठ का स्थान', en: 'Placing of texts' },
  'clear-space': { hi: 'पट्टी के किनारे से दूरी', en: 'Clear space' },
  'line-gap': { hi: 'पंक्तियों के बीच की दूरी', en: 'Gap between lines' },
  shirorekha: { hi: 'शिरोरेखा', en: 'Shirorekha' },
  'urdu-name': { hi: 'उर्दू नाम', en: 'Urdu name' },
  'printers-marks': { hi: 'मुद्रक के चिह्न', en: "Printer's marks" },
  'keep-outs': { hi: 'फ़िटिंग के नीचे का स्थान', en: 'Under fittings' },
  'newsprint-tones': { hi: 'अखबारी छपाई के रंग', en: 'Newsprint tones' },
  'newsprint-text': { hi: 'अखबारी छपाई का पाठ', en: 'Newsprint text' },
  keyline: { hi: 'चारों ओर की रेखा', en: 'Keyline' },
  opens: { hi: 'फ़ाइल खुलती है', en: 'The file opens' },
  name: { hi: 'नाम', en: 'Name' },
  'own-field': { hi: 'थाने की अपनी जानकारी', en: 'Own field' },
  layout: { hi: 'पाठ के लिए स्थान', en: 'Room for the text' },
  campaign: { hi: 'अभियान की जानकारी', en: 'Campaign data' },
};

/** Parts of the artwork as preflight names them. */
const partsHi: Readonly<Record<string, string>> = {
  name: 'थाने का नाम',
  district: 'जनपद',
  link: 'लिंक',
  address: 'छोटा पता',
  qr: 'QR कोड',
  contact: 'संपर्क की पंक्ति',
  headline: 'शीर्षक',
  service: 'सेवा',
  scan: 'स्कैन का बटन',
  'scan-detail': 'स्कैन का निर्देश',
  stores: 'ऐप स्टोर की पंक्ति',
  app: 'ऐप का नाम',
  'app-name': 'ऐप का नाम',
  'tile-name': 'ऐप का चिह्न',
  free: 'निःशुल्क की पंक्ति',
  owner: 'स्वामी का नाम',
  motto: 'ध्येय-वाक्य',
  'help-line': 'हेल्पलाइन',
  question: 'प्रश्न',
  answer: 'उत्तर',
  group: 'सेवा-वर्ग',
  title: 'पृष्ठ का शीर्षक',
  step: 'चरण',
  note: 'टिप्पणी',
  fee: 'शुल्क की पंक्ति',
  phone: 'फ़ोन का चित्र',
  call: 'बटन',
  ground: 'पृष्ठभूमि',
  card: 'पट्टिका',
  emblem: 'प्रतीक चिह्न',
  flag: 'पुलिस ध्वज',
  dot: 'सेवाओं के बीच का बिंदु',
  'service-icon': 'सेवा का चिह्न',
  'own-field': 'थाने की अपनी जानकारी',
  cug: 'थानाध्यक्ष का CUG नंबर',
  'help-number': 'स्थानीय हेल्पलाइन',
  'local-line': 'स्थानीय पंक्ति',
  'name-ur': 'उर्दू नाम',
  'cug-caption': 'थाना प्रभारी',
  'help-number-caption': 'थाना हेल्पलाइन',
  'an untagged mark': 'बिना नाम का चिह्न',
};

const partHi = (name: string) => partsHi[name] ?? name;

/**
 * A figure for people.
 * @param bar what the value falls short of: it is never rounded to that
 */
export function figure(value: number, bar = Number.NaN): number {
  const digits = [2, 3, 4, 5, 6].find((count) => value.toFixed(count) !== bar.toFixed(count));
  return Number(value.toFixed(digits));
}

/** Phrases for expected and found values of preflight and the layout, where an officer's typing can cause them. */
export const phrases = {
  part: (name: string): Bilingual => ({ hi: partHi(name), en: name }),
  quoted: (text: string): Bilingual => ({ hi: `“${text}”`, en: `"${text}"` }),
  mm: (value: number, bar?: number): Bilingual => {
    const rounded = figure(value, bar);
    return { hi: `${rounded} मिमी`, en: `${rounded} mm` };
  },
  leastHeight: (part: string, least: Bilingual): Bilingual => ({
    hi: `${partHi(part)}: ऊँचाई कम से कम ${least.hi}`,
    en: `${part} at least ${least.en} high`,
  }),
  heightOf: (height: Bilingual, text: string): Bilingual => ({
    hi: `“${text}” में ${height.hi}`,
    en: `${height.en} in "${text}"`,
  }),
  lettersFit: ({ hi, en }: Bilingual, fitting: number, letters: number): Bilingual => ({
    hi: `${hi}; ${letters} में से लगभग ${fitting} अक्षर आते हैं`,
    en: `${en}: about ${fitting} of its ${letters} letters fit`,
  }),
  clearOfEdge: ({ part, text }: PlacedText, least: Bilingual): Bilingual => ({
    hi: `${partHi(part)} “${text}” अपनी पट्टी के किनारे से कम से कम ${least.hi} दूर`,
    en: `${part} "${text}" at least ${least.en} from the edge of its ground`,
  }),
  gap: (upper: PlacedText, lower: PlacedText, least: Bilingual): Bilingual => ({
    hi: `${partHi(upper.part)} “${upper.text}” और ${partHi(lower.part)} “${lower.text}” के बीच ${least.hi}`,
    en: `${least.en} between ${upper.part} "${upper.text}" and ${lower.part} "${lower.text}"`,
  }),
  clearOfTrim: (part: string, least: Bilingual): Bilingual => ({
    hi: `${partHi(part)} कटाई के किनारे से कम से कम ${least.hi} दूर`,
    en: `${part} at least ${least.en} from the trim`,
  }),
  onOneGround: ({ part, text }: PlacedText): Bilingual => ({
    hi: `${partHi(part)} “${text}” एक ही पट्टी पर`,
    en: `${part} "${text}" on one ground`,
  }),
  overEdge: (ground: string, over: Bilingual): Bilingual => ({
    hi: `${partHi(ground)} के किनारे से ${over.hi} बाहर`,
    en: `it stands ${over.en} over the edge of ${ground}`,
  }),
  uncovered: ({ part, text }: PlacedText): Bilingual => ({
    hi: `${partHi(part)} “${text}” के ऊपर कुछ न छपे`,
    en: `${part} "${text}" with nothing painted over its line`,
  }),
  clearOfOthers: ({ part, text }: PlacedText): Bilingual => ({
    hi: `${partHi(part)} “${text}” सबसे अलग`,
    en: `${part} "${text}" clear of all others`,
  }),
  overlapping: ({ part, text }: PlacedText): Bilingual => ({
    hi: `${partHi(part)} “${text}” पर चढ़ता है`,
    en: `it overlaps ${part} "${text}"`,
  }),
  freeModules: (count: number): Bilingual => ({
    hi: `QR कोड के चारों ओर ${count} मॉड्यूल खाली`,
    en: `${count} free modules around the QR code`,
  }),
  nothingOverCode: { hi: 'QR कोड के ऊपर कुछ नहीं', en: 'nothing over the QR code' },
  whiteQuietZone: {
    hi: 'छपे पृष्ठ पर QR कोड के चारों ओर सफ़ेद स्थान',
    en: 'a white quiet zone on the rendered page',
  },
  grey: (grey: number): Bilingual => ({
    hi: `धूसर ${grey} (255 सफ़ेद है)`,
    en: `grey ${grey} of 255`,
  }),
  linkInManifest: (url: string): Bilingual => ({
    hi: `सूची में ${url}`,
    en: `${url} in the manifest`,
  }),
  linkInCode: (url: string, dpi: number): Bilingual => ({
    hi: `${dpi} dpi पर QR कोड में ${url}`,
    en: `${url} in the QR code at ${dpi} dpi`,
  }),
  linkAfterBlur: (url: string): Bilingual => ({
    hi: `धुँधला होने पर भी QR कोड में ${url}`,
    en: `${url} in the QR code after a blur of half a module`,
  }),
  unreadable: { hi: 'कुछ भी पढ़ा नहीं जा सका', en: 'nothing that can be read' },
  leastCode: (least: Bilingual): Bilingual => ({
    hi: `QR कोड कम से कम ${least.hi}`,
    en: `a QR code of at least ${least.en}`,
  }),
  urduLetters: { hi: 'नाम उर्दू अक्षरों में', en: 'the name in Urdu letters' },
  knownParts: { hi: 'केवल नमूने के भाग', en: 'only parts of the artwork' },
  untagged: { hi: 'बिना नाम का चिह्न', en: 'a mark without a tag' },
  fittingName: (room: { width: number; height: number; least: number }): Bilingual => ({
    hi: `ऐसा नाम जो ${room.width} × ${room.height} मिमी में, दो पंक्तियों में ${room.least} मिमी की ऊँचाई पर आ जाए`,
    en: `a name that fits ${room.width} × ${room.height} mm at ${room.least} mm height on two lines`,
  }),
  knownCharacters: {
    hi: 'ऐसा पाठ जिसका हर वर्ण फ़ॉन्ट में हो',
    en: 'a text whose every character is in the font',
  },
  withinMiddle: (name: string, { width, height }: Size): Bilingual => ({
    hi: `${name}: पाठ और कोड बीच के ${width} × ${height} पिक्सल में`,
    en: `texts and code of ${name} within the middle ${width} × ${height} px`,
  }),
  standsAt: (part: string, edges: readonly number[]): Bilingual => ({
    hi: `${partHi(part)}: ${edges.join(', ')} पर`,
    en: `${part} at ${edges.join(', ')}`,
  }),
} as const;

interface PlacedText {
  part: string;
  text: string;
}
interface Size {
  width: number;
  height: number;
}

/** Subject of a rule; a new rule is named by its id. */
export function ruleTitle(rule: string): Bilingual {
  return ruleTitles[rule] ?? { hi: rule, en: rule };
}
