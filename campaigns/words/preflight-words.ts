import type { Bilingual } from '../bilingual.ts';

/** What each rule of preflight is about, by its id; the last four are told of what is still being typed. */
export const ruleTitles: Readonly<Record<string, Bilingual>> = {
  'page-boxes': { hi: 'पृष्ठ की सीमाएँ', en: 'Page boxes' },
  'true-size': { hi: 'वास्तविक आकार', en: 'True size' },
  'output-intent': { hi: 'छपाई का रंग-मानक', en: 'Output intent' },
  metadata: { hi: 'फ़ाइल की जानकारी', en: 'Metadata' },
  'no-actions': { hi: 'फ़ाइल में कोई क्रिया नहीं', en: 'No actions' },
  'device-cmyk': { hi: 'केवल छपाई के रंग', en: 'Process inks only' },
  'total-ink': { hi: 'कुल स्याही', en: 'Total ink' },
  fonts: { hi: 'फॉण्ट', en: 'Fonts' },
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
  'urdu-name': { hi: 'उर्दू नाम का स्थान', en: 'Place of the Urdu name' },
  'printers-marks': { hi: 'मुद्रक के चिह्न', en: "Printer's marks" },
  'keep-outs': { hi: 'फिटिंग के नीचे का स्थान', en: 'Under fittings' },
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
  contact: 'सम्पर्क की पंक्ति',
  headline: 'शीर्षक',
  service: 'सेवा',
  scan: 'स्कैन का बटन',
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
  phone: 'फोन का चित्र',
  call: 'बटन',
  ground: 'पृष्ठभूमि',
  card: 'पट्टिका',
  emblem: 'प्रतीक चिह्न',
  'service-icon': 'सेवा का चिह्न',
  'own-field': 'थाने की अपनी जानकारी',
  cug: 'थानाध्यक्ष का CUG नम्बर',
  'help-number': 'स्थानीय हेल्पलाइन',
  'local-line': 'स्थानीय पंक्ति',
  'name-ur': 'उर्दू नाम',
  'cug-caption': 'थाना प्रभारी',
  'help-number-caption': 'थाना हेल्पलाइन',
};

const part = (name = '') => partsHi[name] ?? name;
const mm = (value = '') => value.replace(/ mm$/, ' मि.मी.');

type Pattern = [RegExp, (...groups: string[]) => string];

/** Sentences of preflight's rules and of the layout that what an officer types can bring about. */
const patterns: readonly Pattern[] = [
  [
    /^([\w-]+) at least ([\d.]+ mm) high$/,
    (name, least) => `${part(name)}: ऊँचाई कम से कम ${mm(least)}`,
  ],
  [/^([\d.]+ mm) in "(.*)"$/, (height, text) => `“${text}” में ${mm(height)}`],
  [
    /^([\w-]+) "(.*)" at least ([\d.]+ mm) from the edge of its ground$/,
    (name, text, least) => `${part(name)} “${text}” अपनी पट्टी के किनारे से कम से कम ${mm(least)} दूर`,
  ],
  [
    /^([\d.]+ mm) between ([\w-]+) "([^"]*)" and ([\w-]+) "([^"]*)"$/,
    (least, upper, over, lower, under) =>
      `${part(upper)} “${over}” और ${part(lower)} “${under}” के बीच ${mm(least)}`,
  ],
  [
    /^([\w-]+) at least ([\d.]+ mm) from the trim$/,
    (name, least) => `${part(name)} कटाई के किनारे से कम से कम ${mm(least)} दूर`,
  ],
  [/^(-?[\d.]+ mm)$/, (value) => mm(value)],
  [/^([\w-]+) "(.*)" on one ground$/, (name, text) => `${part(name)} “${text}” एक ही पट्टी पर`],
  [
    /^it stands (-?[\d.]+ mm) over the edge of ([\w-]+)$/,
    (over, name) => `${part(name)} के किनारे से ${mm(over)} बाहर`,
  ],
  [
    /^([\w-]+) "(.*)" with nothing painted over its line$/,
    (name, text) => `${part(name)} “${text}” के ऊपर कुछ न छपे`,
  ],
  [/^([\w-]+) "(.*)" clear of all others$/, (name, text) => `${part(name)} “${text}” सबसे अलग`],
  [/^it overlaps ([\w-]+) "(.*)"$/, (name, text) => `${part(name)} “${text}” पर चढ़ता है`],
  [/^(\d+) free modules around the QR code$/, (count) => `QR कोड के चारों ओर ${count} मॉड्यूल खाली`],
  [/^nothing over the QR code$/, () => 'QR कोड के ऊपर कुछ नहीं'],
  [/^a white quiet zone on the rendered page$/, () => 'छपे पृष्ठ पर QR कोड के चारों ओर सफेद स्थान'],
  [/^grey (\d+) of 255$/, (grey) => `धूसर ${grey} (255 सफेद है)`],
  [/^(https?:\S+) in the manifest$/, (url) => `सूची में ${url}`],
  [/^(https?:\S+) in the QR code at ([\d.]+) dpi$/, (url, dpi) => `${dpi} dpi पर QR कोड में ${url}`],
  [
    /^(https?:\S+) in the QR code after a blur of half a module$/,
    (url) => `धुँधला होने पर भी QR कोड में ${url}`,
  ],
  [/^nothing that can be read$/, () => 'कुछ भी पढ़ा नहीं जा सका'],
  [/^a QR code of at least ([\d.]+ mm)$/, (least) => `QR कोड कम से कम ${mm(least)}`],
  [/^only parts of the artwork$/, () => 'केवल नमूने के भाग'],
  [/^a mark without a tag$/, () => 'बिना नाम का चिह्न'],
  [/^an untagged mark$/, () => 'बिना नाम का चिह्न'],
  [
    /^a name that fits ([\d.]+) × ([\d.]+) mm at ([\d.]+) mm height on two lines$/,
    (width, height, least) =>
      `ऐसा नाम जो ${width} × ${height} मि.मी. में, दो पंक्तियों में ${least} मि.मी. की ऊँचाई पर आ जाए`,
  ],
  [
    /^a text that fits ([\d.]+) mm at ([\d.]+) mm height$/,
    (width, least) => `ऐसा पाठ जो ${width} मि.मी. में ${least} मि.मी. की ऊँचाई पर आ जाए`,
  ],
  [/^a text whose every character is in the font$/, () => 'ऐसा पाठ जिसका हर वर्ण फॉण्ट में हो'],
  [
    /^texts and code of (.*) within the middle (\d+ × \d+) px$/,
    (name, size) => `${name}: पाठ और कोड बीच के ${size} पिक्सल में`,
  ],
  [/^([\w-]+) at (-?\d+(?:, -?\d+){3})$/, (name, edges) => `${part(name)}: ${edges} पर`],
  [/^room for ([\w-]+)$/, (name) => `${part(name)} के लिए स्थान`],
  [/^"(.*)"$/s, (text) => `“${text}”`],
  [/^([a-z][\w-]*)$/, (name) => part(name)],
];

/** A sentence of preflight in both languages; what concerns a file's inside only stays as it is. */
export function preflightWords(en: string): Bilingual {
  for (const [pattern, write] of patterns) {
    const match = pattern.exec(en);
    if (match !== null) return { hi: write(...match.slice(1)), en };
  }
  return { hi: en, en };
}

/** What a rule is about; a rule that is new is named by its id. */
export function ruleTitle(rule: string): Bilingual {
  return ruleTitles[rule] ?? { hi: rule, en: rule };
}
