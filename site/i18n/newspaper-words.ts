import { headquarters } from './campaign-names.ts';
import { inEachLanguage } from './own-language.ts';

export const newspaperWordsIn = inEachLanguage({
  title: ['अखबार के विज्ञापन', 'Newspaper advertisements'],
  description: (app: string) => [
    `${app} के विज्ञापन कॉलम × सेमी के अनुसार: चित्र, छपाई की फ़ाइलें, क्षेत्रफल की गणना और सहमति।`,
    `${app} advertisements by column × cm: pictures, print files, how they are billed, and consent.`,
  ],
  lead: [
    'यह पृष्ठ अखबार के विज्ञापन विभाग और पीआरओ के लिए है। हर आकार अपने लिए बना है; किसी को खींचकर दूसरा न बनाएँ।',
    'For the newspaper’s desk and the PRO. Each size is laid out for its own shape; do not stretch one into another.',
  ],
  none: ['विज्ञापन की फ़ाइलें अभी नहीं बनी हैं।', 'The advertisements have not been made yet.'],
  noneHow: [
    `${headquarters.hi} से बनवाने को कहें; बनने पर वे यहाँ दिखेंगी।`,
    `Ask ${headquarters.en} to have them made; they will then stand here.`,
  ],
  coming: ['अभी बन रही है', 'being made'],
  consentTitle: ['जिला सूचना अधिकारी की सहमति', 'Consent of the District Information Officer'],
  consentMissing: [
    'सहमति की संख्या और दिनांक दर्ज नहीं है। प्रकाशन से पहले जिला सूचना अधिकारी की सहमति लें।',
    'Number and date of the consent have not been entered. Get the District Information Officer’s consent before publication.',
  ],
  consentGiven: (text: string) => [`सहमति: ${text}`, `Consent: ${text}`],
  consentHow: [
    `सहमति की संख्या और दिनांक ${headquarters.hi} को बताएँ: वे उसे दर्ज करते हैं और वह कार्यादेश पर छपती है।`,
    `Tell ${headquarters.en} its number and date: they enter it, and it stands on the job ticket.`,
  ],
  adsTitle: ['विज्ञापन', 'Advertisements'],
  adsNote: (paper: string) => [
    `चित्र और नाप: ${paper}। पहले काली स्याही का रूप, फिर रंगीन।`,
    `Pictures and sizes: ${paper}. First in black, then in colour.`,
  ],
  alt: (name: string, inks: string) => [
    `विज्ञापन का चित्र: ${name}, ${inks}`,
    `Picture of the advertisement: ${name}, ${inks}`,
  ],
  inks: {
    mono: ['काली स्याही', 'black'],
    colour: ['रंगीन', 'colour'],
  },
  press: (inks: string) => [`छपाई की फ़ाइल, ${inks}`, `Print file, ${inks}`],
  ticket: ['कार्यादेश', 'Job ticket'],
  papersTitle: ['अखबार के अनुसार फ़ाइलें', 'Files by newspaper'],
  papersNote: [
    'हर अखबार का अपना कोड है, ताकि गिना जा सके कि स्कैन किससे आए।',
    'Each newspaper has a code of its own, so that scans can be counted by paper.',
  ],
  unconfirmed: ['नाप पुष्ट होनी है', 'measure to be confirmed'],
  confirmed: ['नाप पुष्ट है', 'measure confirmed'],
  inherits: [
    'इस अखबार की नाप ज्ञात नहीं है; सामान्य नाप ली गई है।',
    'This paper’s measure is not known; the generic one was taken.',
  ],
  measure: (columns: number, column: number, gutter: number, depth: number) => [
    `${columns} कॉलम × ${column} मिमी, बीच में ${gutter} मिमी, ऊँचाई ${depth} मिमी`,
    `${columns} columns × ${column} mm, ${gutter} mm between them, ${depth} mm deep`,
  ],
  costTitle: ['क्षेत्रफल और मूल्य', 'Area and price'],
  cost: [
    [
      'मूल्य = चौड़ाई (सेमी) × ऊँचाई (सेमी) × दर प्रति वर्ग सेमी।',
      'Price = width (cm) × height (cm) × rate per square centimetre.',
    ],
    [
      'चौड़ाई पूरे कॉलमों की और उनके बीच की जगह की है। ऊँचाई का अंश पूरा सेमी गिना जाता है, क्षेत्रफल का अंश पूरा वर्ग सेमी।',
      'The width is that of whole columns and the gutters between them. A fraction of a centimetre of height counts as a whole one, and so does a fraction of a square centimetre.',
    ],
    [
      'लगभग पूरी ऊँचाई का विज्ञापन पूरे कॉलम का गिना जाता है; किस ऊँचाई से, यह अखबार से पूछें।',
      'What is nearly as high as the page is billed as a whole column; ask the paper from which height on.',
    ],
  ],
  noRate: ['दर दर्ज नहीं है', 'no rate entered'],
  columns: {
    ad: ['आकार', 'Format'],
    size: ['नाप (मिमी)', 'Size (mm)'],
    area: ['क्षेत्रफल', 'Area'],
    price: ['मूल्य', 'Price'],
  },
  sqCm: (area: string) => [`${area} वर्ग सेमी`, `${area} sq cm`],
  deskTitle: ['विज्ञापन विभाग के लिए', 'For the desk'],
  desk: [
    [
      'PDF/X-4, वास्तविक आकार में, बिना ब्लीड और बिना कट के निशान; 0.5 मिमी का फ़्रेम फ़ाइल में है।',
      'PDF/X-4 at true size, without bleed and crop marks; the 0.5 mm frame is in the file.',
    ],
    [
      'रंगीन रूप IFRA26S के लिए है, कुल स्याही 220 % से कम। अक्षर वक्र (outline) में हैं, फ़ॉन्ट की ज़रूरत नहीं।',
      'The colour form is for IFRA26S, total ink below 220 %. Letters are outlines; no fonts are needed.',
    ],
    [
      'क्यूआर कोड केवल काली स्याही में है, कम से कम 20 मिमी। उसे छोटा न करें, उस पर कुछ न छापें।',
      'The QR code is in black alone, at least 20 mm. Do not make it smaller, print nothing over it.',
    ],
  ],
});
