import type { Pair } from '../../../../../campaigns/words/pairs.ts';
import { plural } from '../../../../../campaigns/words/plural.ts';
import { inEachLanguage } from '../../../../i18n/own-language.ts';

/** Words of lists of numbers. */
export const listWordsIn = inEachLanguage({
  audience: {
    lists: ['सभी सूचियाँ', 'All lists'],
    none: [
      'अभी कोई सूची नहीं है। ऊपर से पहली अपलोड करें।',
      'There is no list yet. Upload the first one above.',
    ],
    list: ['नंबरों की सूची', 'List of numbers'],
    noLists: [
      'अभी कोई सूची तैयार नहीं है; पहली यहीं अपलोड करें।',
      'No list is ready yet; upload the first one here.',
    ],
    another: ['दूसरी सूची अपलोड करें', 'Upload another list'],
    retry: [
      'यह उन्हीं नंबरों को जाएगा जो विफल रहे और जिन पर फिर भेजना संभव है।',
      'This goes to the numbers that failed in the earlier blast and may be tried once more.',
    ],
    numbers: (count: string) => [
      `${count} नंबर`,
      `${count} ${plural.en(count, 'number', 'numbers')}`,
    ],
    about: (sum: string) => [`अनुमानित व्यय ${sum}`, `estimated cost ${sum}`],
    stops: [
      'जिन्होंने संदेश बंद करने को कहा है, उन्हें अपने आप छोड़ दिया जाता है।',
      'Whoever said stop is left out, up to the moment of sending.',
    ],
    gatewayHint: ['मूल्य प्रति खंड या कॉल', 'Price per segment or call'],
    source: ['सूची कहाँ से मिली', 'Where the list is from'],
    basis: ['सहमति का आधार', 'Basis of consent'],
    consentTemplate: ['सहमति टेंपलेट की आईडी', 'Consent template id'],
    bases: {
      'public-duty': [
        'शासकीय कर्तव्य (जनहित की सूचना)',
        'Public duty (information in the public interest)',
      ],
      'service-user': ['पुलिस सेवा के उपयोगकर्ता', 'Users of a police service'],
      'explicit-consent': ['लिखित सहमति', 'Written consent'],
    },
    until: ['कब तक रखी जाए', 'Kept until'],
    kept: (day: string) => [`${day} तक रखी जाएगी`, `kept until ${day}`],
    districts: ['किन जनपदों में', 'In which districts'],
    allDistricts: ['सूची के सभी नंबर', 'All numbers of the list'],
    someDistricts: ['केवल चुने हुए जनपद', 'Chosen districts only'],
    without: (count: string) => [
      `${count} ${plural.hi(count, 'नंबर', 'नंबरों')} का जनपद सूची में नहीं लिखा; इन पर यह प्रसारण नहीं जाएगा`,
      `${count} numbers have no district in the list and are left out here`,
    ],
    find: ['जनपद खोजें', 'Find a district'],
    members: ['नंबर', 'Numbers'],
    dnd: ['DND में', 'On DND'],
    dndHint: ['प्रचारात्मक संदेश इन्हें नहीं जाते', 'promotional messages do not go to these'],
    rejected: ['नहीं ली गईं', 'Not taken'],
    stations: ['थाना लिखा है', 'With a station'],
    back: ['← सभी सूचियाँ', '← All lists'],
    headline: (rows: string) => [
      `नंबर लिए गए, ${rows} पंक्तियों में से`,
      `numbers taken, of ${rows} rows`,
    ],
    owner: ['किसकी सूची', 'List of'],
  },
  upload: {
    title: ['नई सूची अपलोड करें', 'Upload a list'],
    lead: [
      'CSV या Excel, किसी भी आकार की। पहली पंक्ति में स्तंभ का नाम “मोबाइल”; “जनपद”, “थाना” और “भाषा” भी हो सकते हैं।',
      'CSV or Excel of any size. The first row names the column “mobile”; “district”, “station” and “language” may stand beside it.',
    ],
    file: ['सूची की फ़ाइल', 'File of the list'],
    fileHint: [
      'CSV (gzip भी), अल्पविराम, ; टैब या | से अलग, अथवा XLSX; स्तंभ मोबाइल, और चाहें तो जनपद, थाना, भाषा। जहाँ पता न हो, खाना खाली छोड़ें',
      'CSV (also gzip), separated by comma, ; tab or |, or XLSX; column mobile, and if you like district, station, language. An empty cell is a number of which it is not known',
    ],
    name: ['सूची का नाम', 'Name of the list'],
    nameHint: ['जैसे: किरायेदार सत्यापन, मार्च', 'Such as: tenant verification, March'],
    sourceHint: [
      'जैसे: CCTNS के आवेदक, पत्रांक और दिनांक सहित',
      'Such as: applicants in CCTNS, with letter number and date',
    ],
    consentTemplateHint: [
      '12 या 19 अंक, डीएलटी पोर्टल की; प्रचार के संदेश के लिए आवश्यक',
      '12 or 19 digits, of the DLT portal; promotion needs it',
    ],
    basisHint: [
      'किस अधिकार से इन नंबरों पर संदेश भेजा जाए',
      'By what right these numbers are written to',
    ],
    chooseBasis: ['चुनें', 'Choose'],
    language: ['जिनकी भाषा नहीं लिखी, उनकी भाषा', 'Language of those who have none in the list'],
    languageHint: [
      'सूची के भाषा स्तंभ में जो लिखा है वही माना जाता है',
      'What stands in the list’s language column holds',
    ],
    untilHint: [
      'इसके बाद नंबर मिटा दिए जाते हैं; अधिकतम एक वर्ष।',
      'After that the numbers are deleted; one year at most.',
    ],
    send: ['सूची अपलोड करें', 'Upload the list'],
    form: ['सूची का खाली प्रारूप, स्तंभों सहित (CSV)', 'An empty list with its columns (CSV)'],
    stored: (name: string, count: string) => [
      `“${name}” तैयार है: ${count} नंबर लिए गए।`,
      `“${name}” is ready: ${count} numbers taken.`,
    ],
    faults: {
      consentTemplate: ['12 या 19 अंक लिखें', 'Enter 12 or 19 digits'],
      file: ['फ़ाइल चुनें', 'Choose a file'],
      name: ['सूची का नाम लिखें', 'Write a name for the list'],
      source: ['लिखें कि सूची कहाँ से मिली', 'Write where the list is from'],
      basis: ['सहमति का आधार चुनें', 'Choose the basis of consent'],
      until: ['आज से एक वर्ष तक का दिनांक दें', 'Give a day from today to one year on'],
    },
  },
  rejects: {
    title: ['जो पंक्तियाँ नहीं ली गईं', 'Rows that were not taken'],
    none: ['कोई पंक्ति छोड़ी नहीं गई।', 'Every row was taken.'],
    some: (count: string): Pair => [
      `${count} ${plural.hi(count, 'पंक्ति नहीं ली गई', 'पंक्तियाँ नहीं ली गईं')}:`,
      `${count} ${plural.en(count, 'row was', 'rows were')} not taken:`,
    ],
    save: ['ये पंक्तियाँ कारण सहित सहेजें (CSV)', 'Save these rows with their reasons (CSV)'],
    reasons: {
      malformed: ['नंबर सही नहीं', 'not a right number'],
      'spreadsheet-damaged': [
        'Excel ने नंबर बिगाड़ा (जैसे 9.19E+11)',
        'damaged by Excel (such as 9.19E+11)',
      ],
      landline: ['लैंडलाइन', 'landline'],
      foreign: ['विदेशी नंबर', 'foreign number'],
      'unknown-district': ['जनपद पहचाना नहीं गया', 'district not recognised'],
      'unknown-language': ['भाषा पहचानी नहीं गई', 'language not recognised'],
      'unknown-station': ['थाना पहचाना नहीं गया', 'station not recognised'],
      'unknown-class': ['श्रेणी पहचानी नहीं गई', 'class not recognised'],
      duplicate: ['दोहराया हुआ', 'given twice'],
      'opted-out': ['संदेश रोकने को कह चुके', 'said stop'],
    } as Record<string, Pair>,
  },
});
