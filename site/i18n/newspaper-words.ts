import { headquarters } from './campaign-names.ts';
import { inEachLanguage } from './own-language.ts';

interface NewspaperWords {
  title: string;
  description: (app: string) => string;
  lead: string;
  none: string;
  noneHow: string;
  coming: string;
  consentTitle: string;
  consentMissing: string;
  consentGiven: (text: string) => string;
  consentHow: string;
  adsTitle: string;
  adsNote: (paper: string) => string;
  alt: (name: string, inks: string) => string;
  inks: Record<'mono' | 'colour', string>;
  press: (inks: string) => string;
  ticket: string;
  papersTitle: string;
  papersNote: string;
  unconfirmed: string;
  confirmed: string;
  inherits: string;
  measure: (columns: number, column: number, gutter: number, depth: number) => string;
  costTitle: string;
  cost: readonly string[];
  noRate: string;
  columns: { ad: string; size: string; area: string; price: string };
  sqCm: (area: string) => string;
  deskTitle: string;
  desk: readonly string[];
}

const hi: NewspaperWords = {
  title: 'अखबार के विज्ञापन',
  description: (app) =>
    `${app} के विज्ञापन कॉलम × सेमी के अनुसार: चित्र, छपाई की फ़ाइलें, क्षेत्रफल की गणना और सहमति।`,
  lead: 'यह पृष्ठ अखबार के विज्ञापन विभाग और पीआरओ के लिए है। हर आकार अपने लिए बना है; किसी को खींचकर दूसरा न बनाएँ।',
  none: 'विज्ञापन की फ़ाइलें अभी नहीं बनी हैं।',
  noneHow: `${headquarters.hi} से बनवाने को कहें; बनने पर वे यहाँ दिखेंगी।`,
  coming: 'अभी बन रही है',
  consentTitle: 'जिला सूचना अधिकारी की सहमति',
  consentMissing: 'सहमति की संख्या और दिनांक दर्ज नहीं है। प्रकाशन से पहले जिला सूचना अधिकारी की सहमति लें।',
  consentGiven: (text) => `सहमति: ${text}`,
  consentHow: `सहमति की संख्या और दिनांक ${headquarters.hi} को बताएँ: वे उसे दर्ज करते हैं और वह कार्यादेश पर छपती है।`,
  adsTitle: 'विज्ञापन',
  adsNote: (paper) => `चित्र और नाप: ${paper}। पहले काली स्याही का रूप, फिर रंगीन।`,
  alt: (name, inks) => `विज्ञापन का चित्र: ${name}, ${inks}`,
  inks: { mono: 'काली स्याही', colour: 'रंगीन' },
  press: (inks) => `छपाई की फ़ाइल, ${inks}`,
  ticket: 'कार्यादेश',
  papersTitle: 'अखबार के अनुसार फ़ाइलें',
  papersNote: 'हर अखबार का अपना कोड है, ताकि गिना जा सके कि स्कैन किससे आए।',
  unconfirmed: 'नाप पुष्ट होनी है',
  confirmed: 'नाप पुष्ट है',
  inherits: 'इस अखबार की नाप ज्ञात नहीं है; सामान्य नाप ली गई है।',
  measure: (columns, column, gutter, depth) =>
    `${columns} कॉलम × ${column} मिमी, बीच में ${gutter} मिमी, ऊँचाई ${depth} मिमी`,
  costTitle: 'क्षेत्रफल और मूल्य',
  cost: [
    'मूल्य = चौड़ाई (सेमी) × ऊँचाई (सेमी) × दर प्रति वर्ग सेमी।',
    'चौड़ाई पूरे कॉलमों की और उनके बीच की जगह की है। ऊँचाई का अंश पूरा सेमी गिना जाता है, क्षेत्रफल का अंश पूरा वर्ग सेमी।',
    'लगभग पूरी ऊँचाई का विज्ञापन पूरे कॉलम का गिना जाता है; किस ऊँचाई से, यह अखबार से पूछें।',
  ],
  noRate: 'दर दर्ज नहीं है',
  columns: { ad: 'आकार', size: 'नाप (मिमी)', area: 'क्षेत्रफल', price: 'मूल्य' },
  sqCm: (area) => `${area} वर्ग सेमी`,
  deskTitle: 'विज्ञापन विभाग के लिए',
  desk: [
    'PDF/X-4, वास्तविक आकार में, बिना ब्लीड और बिना कट के निशान; 0.5 मिमी का फ़्रेम फ़ाइल में है।',
    'रंगीन रूप IFRA26S के लिए है, कुल स्याही 220 % से कम। अक्षर वक्र (outline) में हैं, फ़ॉन्ट की ज़रूरत नहीं।',
    'क्यूआर कोड केवल काली स्याही में है, कम से कम 20 मिमी। उसे छोटा न करें, उस पर कुछ न छापें।',
  ],
};

const en: NewspaperWords = {
  title: 'Newspaper advertisements',
  description: (app) =>
    `${app} advertisements by column × cm: pictures, print files, how they are billed, and consent.`,
  lead: 'For the newspaper’s desk and the PRO. Each size is laid out for its own shape; do not stretch one into another.',
  none: 'The advertisements have not been made yet.',
  noneHow: `Ask ${headquarters.en} to have them made; they will then stand here.`,
  coming: 'being made',
  consentTitle: 'Consent of the District Information Officer',
  consentMissing:
    'Number and date of the consent have not been entered. Get the District Information Officer’s consent before publication.',
  consentGiven: (text) => `Consent: ${text}`,
  consentHow: `Tell ${headquarters.en} its number and date: they enter it, and it stands on the job ticket.`,
  adsTitle: 'Advertisements',
  adsNote: (paper) => `Pictures and sizes: ${paper}. First in black, then in colour.`,
  alt: (name, inks) => `Picture of the advertisement: ${name}, ${inks}`,
  inks: { mono: 'black', colour: 'colour' },
  press: (inks) => `Print file, ${inks}`,
  ticket: 'Job ticket',
  papersTitle: 'Files by newspaper',
  papersNote: 'Each newspaper has a code of its own, so that scans can be counted by paper.',
  unconfirmed: 'measure to be confirmed',
  confirmed: 'measure confirmed',
  inherits: 'This paper’s measure is not known; the generic one was taken.',
  measure: (columns, column, gutter, depth) =>
    `${columns} columns × ${column} mm, ${gutter} mm between them, ${depth} mm deep`,
  costTitle: 'Area and price',
  cost: [
    'Price = width (cm) × height (cm) × rate per square centimetre.',
    'The width is that of whole columns and the gutters between them. A fraction of a centimetre of height counts as a whole one, and so does a fraction of a square centimetre.',
    'What is nearly as high as the page is billed as a whole column; ask the paper from which height on.',
  ],
  noRate: 'no rate entered',
  columns: { ad: 'Format', size: 'Size (mm)', area: 'Area', price: 'Price' },
  sqCm: (area) => `${area} sq cm`,
  deskTitle: 'For the desk',
  desk: [
    'PDF/X-4 at true size, without bleed and crop marks; the 0.5 mm frame is in the file.',
    'The colour form is for IFRA26S, total ink below 220 %. Letters are outlines; no fonts are needed.',
    'The QR code is in black alone, at least 20 mm. Do not make it smaller, print nothing over it.',
  ],
};

export const newspaperWordsIn = inEachLanguage<NewspaperWords>({ hi, en });
