import type { Campaign } from '../campaign.ts';

const hi = {
  foot: (page: number, pages: number) =>
    `* छपवाने से पहले जनपद नाम जाँचे  ·  जाँच-अंक: फ़ाइल का SHA-256, पहले 12 अंक  ·  पृष्ठ ${page}/${pages}`,
  title: (app: string) => `${app}: छपाई का कार्यादेश`,
  hold: (host: string) => `अभी न छापें: लिंक का पता ${host} पुष्ट नहीं है  ·  NOT FOR PRINT`,
  consent: 'सूचना अधिकारी',
  order: ['क्रय आदेश सं०', 'अंतिम तिथि'],
  contact: ['संपर्क', 'मोबाइल'],
  weight: (gsm: number) => `${gsm} ग्राम/मी²`,
  stocks: { uncoated: 'FOGRA47 (मैपलिथो)', coated: 'FOGRA39 (कोटेड)' },
  boards: [
    'बोर्ड',
    (stations: number, boards: number) =>
      `${stations} थाने, कुल ${boards} बोर्ड; हर थाने की फ़ाइल अलग है (अपना क्यूआर कोड)`,
  ],
  trim: [
    'आकार (ट्रिम)',
    (size: string, bleed: number) => `${size} मिमी (8 × 5 फ़ुट), ब्लीड ${bleed} मिमी चारों ओर, 1:1`,
  ],
  reads: [
    'कितनी दूर से पढ़ें',
    (part: string, metres: number, least: number | null) =>
      `${part} ${metres} मी${least === null ? '' : ` (लंबे ${least} मी)`}`,
  ],
  readParts: {
    headline: 'शीर्षक',
    scan: 'स्कैन करें',
    name: 'थाना',
    service: 'सेवाएँ',
    district: 'जनपद',
    smallest: 'सबसे छोटा',
  },
  resolution: [
    'छपाई का रेज़ोल्यूशन',
    (dpi: number, pixels: string) => `कम से कम ${dpi} dpi (${pixels} px)`,
  ],
  material: 'सामग्री',
  /** Material and frame are working values of the campaign: the office's order goes before them. */
  unlessOrdered: 'यदि क्रय आदेश में अन्य न हो',
  finish: 'फ़िनिश, आइलेट',
  frame: 'फ़्रेम',
  printed: ['प्रिंटर भरे', (blank: string) => `बोर्ड की स्याही ${blank}   लैमिनेट ${blank}`],
  /** A rule of thumb of the trade; no maker of flex promises it. */
  life: ['बोर्ड की आयु', 'खुले में फ़्लेक्स लगभग तीन वर्ष, लाल रंग पहले फीका पड़ता है (अनुभव से, माप नहीं)'],
  pamphlet: [
    'पम्पलेट',
    (size: string, bleed: number) => `A5 ${size} मिमी, ब्लीड ${bleed} मिमी, दोनों ओर`,
  ],
  plates: [
    'पम्पलेट की प्लेट',
    'आधी SRA3 पर 2 (pamphlet-2up), SRA3 पर 4 (pamphlet-4up): work and turn, ग्रिपर नीचे के किनारे पर',
  ],
  inks: ['स्याही', 'CMYK, PDF/X-4, FOGRA39; क्यूआर कोड केवल काली स्याही में: रंग न बदलें, फैलाएँ या काटें नहीं'],
  link: 'लिंक',
  head: ['थाना; फ़ाइल का नाम, जैसा ZIP में है', 'कोड', 'संख्या; पहुँचाने का स्थान'],
  boardCount: (count: number) => `${count} बोर्ड`,
  boardDays: 'लगाया ________________  निरीक्षण ________________',
  plate: 'प्लेट, आवश्यकता अनुसार',
  pamphlets: (count: string) => `${count} पम्पलेट`,
  proof: (size: string, scale: number, code: string) =>
    `${size} मिमी, यहाँ 1:${scale}   ·   कोड ${code}`,
  proofHold: 'अभी न छापें: लिंक का पता पुष्ट नहीं है',
  /** Signatories of a proof before it is printed. */
  signers: ['थानाध्यक्ष: नाम और पता सही', 'जनपद कार्यालय: छापने की अनुमति', 'प्रिंटर: रंग और आकार'],
  signature: 'नाम, पदनाम, हस्ताक्षर, दिनांक',
  sample: 'नमूना',
  sampleHead: 'नमूना: छापने के लिए नहीं',
  sampleFoot: 'स्वीकृति के बिना न छापें। NOT FOR PRINT',
} as const;

const en: Wide<typeof hi> = {
  foot: (page, pages) =>
    `* The district checks this name before printing  ·  Check: SHA-256 of the file, first 12 figures  ·  Page ${page}/${pages}`,
  title: (app) => `${app}: print order`,
  hold: (host) => `NOT FOR PRINT: the link host ${host} is not confirmed`,
  consent: 'Information officer',
  order: ['Purchase order', 'Due on'],
  contact: ['Contact', 'Mobile'],
  weight: (gsm) => `${gsm} g/m²`,
  stocks: { uncoated: 'FOGRA47 (maplitho)', coated: 'FOGRA39 (coated)' },
  boards: [
    'Boards',
    (stations, boards) =>
      `${stations} stations, ${boards} boards in all; each station has a file of its own (own QR code)`,
  ],
  trim: ['Size (trim)', (size, bleed) => `${size} mm (8 × 5 ft), bleed ${bleed} mm all round, 1:1`],
  reads: [
    'Read from',
    (part, metres, least) =>
      `${part} ${metres} m${least === null ? '' : ` (long ones ${least} m)`}`,
  ],
  readParts: {
    headline: 'headline',
    scan: 'scan',
    name: 'station',
    service: 'services',
    district: 'district',
    smallest: 'smallest',
  },
  resolution: ['Resolution', (dpi, pixels) => `at least ${dpi} dpi (${pixels} px)`],
  material: 'Material',
  unlessOrdered: 'unless the order says otherwise',
  finish: 'Finish, eyelets',
  frame: 'Frame',
  printed: ['Printer fills in', (blank) => `ink of the boards ${blank}   laminate ${blank}`],
  life: [
    'Life of a board',
    'Flex lasts about three years outdoors, red fades first (rule of thumb, not measured)',
  ],
  pamphlet: ['Pamphlet', (size, bleed) => `A5 ${size} mm, bleed ${bleed} mm, both sides`],
  plates: [
    'Plates',
    'Two on half an SRA3 (pamphlet-2up), four on SRA3 (pamphlet-4up): work and turn, gripper at the foot',
  ],
  inks: [
    'Inks',
    'CMYK, PDF/X-4, FOGRA39; the QR code in black only: do not recolour, stretch or crop it',
  ],
  link: 'Link',
  head: ['Station; name of the file as in the ZIP', 'Code', 'Copies; where to deliver'],
  boardCount: (count) => `${count} board${count === 1 ? '' : 's'}`,
  boardDays: 'hung ________________  inspected ________________',
  plate: 'Plate, as needed',
  pamphlets: (count) => `${count} pamphlets`,
  proof: (size, scale, code) => `${size} mm, here 1:${scale}   ·   code ${code}`,
  proofHold: 'NOT FOR PRINT: the link host is not confirmed',
  signers: [
    'Station in charge: name and address are right',
    'District office: may be printed',
    'Printer: colour and size',
  ],
  signature: 'Name, rank, signature, date',
  sample: 'SAMPLE',
  sampleHead: 'Sample: not for print',
  sampleFoot: 'NOT FOR PRINT without approval',
};

type Wide<T> = T extends string
  ? string
  : T extends (...args: infer Args) => string
    ? (...args: Args) => string
    : { readonly [Key in keyof T]: Wide<T[Key]> };

/** Words of the vendor's job ticket: in Hindi for a campaign in Hindi, in English for every other. */
export function ticketWords({ languages }: Pick<Campaign, 'languages'>): Wide<typeof hi> {
  return languages[0] === 'hi' ? hi : en;
}
