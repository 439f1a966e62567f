import { officeSide, type Spoken } from '../language.ts';
import { pairs } from './pairs.ts';

const words = pairs({
  foot: (page: number, pages: number) => [
    `* छपवाने से पहले जनपद नाम जाँचे  ·  जाँच-अंक: फ़ाइल का SHA-256, पहले 12 अंक  ·  पृष्ठ ${page}/${pages}`,
    `* The district checks this name before printing  ·  Check: SHA-256 of the file, first 12 figures  ·  Page ${page}/${pages}`,
  ],
  title: (app: string) => [`${app}: छपाई का कार्यादेश`, `${app}: print order`],
  hold: (host: string) => [
    `अभी न छापें: लिंक का पता ${host} पुष्ट नहीं है  ·  NOT FOR PRINT`,
    `NOT FOR PRINT: the link host ${host} is not confirmed`,
  ],
  consent: ['सूचना अधिकारी', 'Information officer'],
  order: [
    ['क्रय आदेश सं०', 'Purchase order'],
    ['अंतिम तिथि', 'Due on'],
  ],
  contact: [
    ['संपर्क', 'Contact'],
    ['मोबाइल', 'Mobile'],
  ],
  weight: (gsm: number) => [`${gsm} ग्राम/मी²`, `${gsm} g/m²`],
  stocks: {
    uncoated: ['FOGRA47 (मैपलिथो)', 'FOGRA47 (maplitho)'],
    coated: ['FOGRA39 (कोटेड)', 'FOGRA39 (coated)'],
  },
  boards: [
    ['बोर्ड', 'Boards'],
    (stations: number, boards: number) => [
      `${stations} थाने, कुल ${boards} बोर्ड; हर थाने की फ़ाइल अलग है (अपना क्यूआर कोड)`,
      `${stations} stations, ${boards} boards in all; each station has a file of its own (own QR code)`,
    ],
  ],
  trim: [
    ['आकार (ट्रिम)', 'Size (trim)'],
    (size: string, bleed: number) => [
      `${size} मिमी (8 × 5 फ़ुट), ब्लीड ${bleed} मिमी चारों ओर, 1:1`,
      `${size} mm (8 × 5 ft), bleed ${bleed} mm all round, 1:1`,
    ],
  ],
  reads: [
    ['कितनी दूर से पढ़ें', 'Read from'],
    (part: string, metres: number, least: number | null) => [
      `${part} ${metres} मी${least === null ? '' : ` (लंबे ${least} मी)`}`,
      `${part} ${metres} m${least === null ? '' : ` (long ones ${least} m)`}`,
    ],
  ],
  readParts: {
    headline: ['शीर्षक', 'headline'],
    scan: ['स्कैन करें', 'scan'],
    name: ['थाना', 'station'],
    service: ['सेवाएँ', 'services'],
    district: ['जनपद', 'district'],
    smallest: ['सबसे छोटा', 'smallest'],
  },
  resolution: [
    ['छपाई का रेज़ोल्यूशन', 'Resolution'],
    (dpi: number, pixels: string) => [
      `कम से कम ${dpi} dpi (${pixels} px)`,
      `at least ${dpi} dpi (${pixels} px)`,
    ],
  ],
  material: ['सामग्री', 'Material'],
  /** Material and frame are working values of the campaign: the office's order goes before them. */
  unlessOrdered: ['यदि क्रय आदेश में अन्य न हो', 'unless the order says otherwise'],
  finish: ['फ़िनिश, आइलेट', 'Finish, eyelets'],
  frame: ['फ़्रेम', 'Frame'],
  printed: [
    ['प्रिंटर भरे', 'Printer fills in'],
    (blank: string) => [
      `बोर्ड की स्याही ${blank}   लैमिनेट ${blank}`,
      `ink of the boards ${blank}   laminate ${blank}`,
    ],
  ],
  /** A rule of thumb of the trade; no maker of flex promises it. */
  life: [
    ['बोर्ड की आयु', 'Life of a board'],
    [
      'खुले में फ़्लेक्स लगभग तीन वर्ष, लाल रंग पहले फीका पड़ता है (अनुभव से, माप नहीं)',
      'Flex lasts about three years outdoors, red fades first (rule of thumb, not measured)',
    ],
  ],
  pamphlet: [
    ['पम्पलेट', 'Pamphlet'],
    (size: string, bleed: number) => [
      `A5 ${size} मिमी, ब्लीड ${bleed} मिमी, दोनों ओर`,
      `A5 ${size} mm, bleed ${bleed} mm, both sides`,
    ],
  ],
  otherSize: (size: string, bleed: number) => [
    `${size} मिमी, ब्लीड ${bleed} मिमी, 1:1`,
    `${size} mm, bleed ${bleed} mm, 1:1`,
  ],
  plates: [
    ['पम्पलेट की प्लेट', 'Plates'],
    [
      'आधी SRA3 पर 2 (pamphlet-2up), SRA3 पर 4 (pamphlet-4up): work and turn, ग्रिपर नीचे के किनारे पर',
      'Two on half an SRA3 (pamphlet-2up), four on SRA3 (pamphlet-4up): work and turn, gripper at the foot',
    ],
  ],
  inks: [
    ['स्याही', 'Inks'],
    [
      'CMYK, PDF/X-4, FOGRA39; क्यूआर कोड केवल काली स्याही में: रंग न बदलें, फैलाएँ या काटें नहीं',
      'CMYK, PDF/X-4, FOGRA39; the QR code in black only: do not recolour, stretch or crop it',
    ],
  ],
  link: ['लिंक', 'Link'],
  head: [
    ['थाना; फ़ाइल का नाम, जैसा ZIP में है', 'Station; name of the file as in the ZIP'],
    ['कोड', 'Code'],
    ['संख्या; पहुँचाने का स्थान', 'Copies; where to deliver'],
  ],
  boardCount: (count: number) => [`${count} बोर्ड`, `${count} board${count === 1 ? '' : 's'}`],
  boardDays: [
    'लगाया ________________  निरीक्षण ________________',
    'hung ________________  inspected ________________',
  ],
  plate: ['प्लेट, आवश्यकता अनुसार', 'Plate, as needed'],
  copies: (count: string) => [`${count} प्रतियाँ`, `${count} copies`],
  pamphlets: (count: string) => [`${count} पम्पलेट`, `${count} pamphlets`],
  proof: (size: string, scale: number, code: string) => [
    `${size} मिमी, यहाँ 1:${scale}   ·   कोड ${code}`,
    `${size} mm, here 1:${scale}   ·   code ${code}`,
  ],
  proofHold: ['अभी न छापें: लिंक का पता पुष्ट नहीं है', 'NOT FOR PRINT: the link host is not confirmed'],
  /** Signatories of a proof before it is printed. */
  signers: [
    ['थानाध्यक्ष: नाम और पता सही', 'Station in charge: name and address are right'],
    ['जनपद कार्यालय: छापने की अनुमति', 'District office: may be printed'],
    ['प्रिंटर: रंग और आकार', 'Printer: colour and size'],
  ],
  signature: ['नाम, पदनाम, हस्ताक्षर, दिनांक', 'Name, rank, signature, date'],
  sample: ['नमूना', 'SAMPLE'],
  sampleHead: ['नमूना: छापने के लिए नहीं', 'Sample: not for print'],
  sampleFoot: ['स्वीकृति के बिना न छापें। NOT FOR PRINT', 'NOT FOR PRINT without approval'],
});

/** Words of the vendor's job ticket: in Hindi for a campaign in Hindi, in English for every other. */
export function ticketWords(campaign: Spoken) {
  return words[officeSide('hi', campaign)];
}
