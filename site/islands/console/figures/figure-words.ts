import { plural } from '../../../../campaigns/words/plural.ts';
import { headquarters } from '../../../i18n/campaign-names.ts';
import { inEachLanguage } from '../../../i18n/own-language.ts';

export const figureWordsIn = inEachLanguage({
  check: ['जाँचें, फिर दर्ज करें', 'Check, then enter'],
  change: ['संख्या बदलें', 'Change the figure'],
  confirm: (day: string, count: string) => [
    `${day} तक ${count} दर्ज करें`,
    `Enter ${count} up to ${day}`,
  ],
  upTo: (day: string, count: string) => [`${day} तक ${count}`, `${count} up to ${day}`],
  more: (count: string) => [`और ${count} दिन`, `${count} more days`],
  acceptedBy: (name: string) => [`स्वीकृति: ${name}`, `Accepted by ${name}`],
  why: (reason: string) => [`कारण: ${reason}`, `Reason: ${reason}`],
  withdraw: ['निरस्त करें', 'Take back'],
  withdrawSure: ['हाँ, निरस्त करें', 'Yes, take it back'],
  reports: {
    upload: ['रिपोर्ट अपलोड करें', 'Upload a report'],
    lead: [
      'Google Play Console या App Store Connect की रिपोर्ट, जैसी वहाँ से मिली। पहले दिखेगा कि क्या बदलेगा; पुष्टि के बाद ही दर्ज होगा।',
      'A report of Google Play Console or App Store Connect, just as it came. First you see what would change; it is stored only when you confirm.',
    ],
    file: ['रिपोर्ट की फ़ाइल', 'File of the report'],
    fileHint: [
      'CSV, TSV या उनकी .gz फ़ाइल; ऐप की सेवाओं की app_services_… नाम की CSV या XLSX भी',
      'CSV, TSV, or .gz of these; also what the app did, as app_services_… in CSV or XLSX',
    ],
    preview: ['देखें कि क्या बदलेगा', 'See what would change'],
    wouldChange: ['यह बदलेगा', 'This would change'],
    confirm: ['पुष्टि करें और दर्ज करें', 'Confirm and store'],
    stored: ['रिपोर्ट दर्ज हो गई।', 'The report is stored.'],
    known: [
      'यही रिपोर्ट पहले दर्ज हो चुकी है; कुछ नहीं बदलेगा।',
      'This very report is stored already; nothing changes.',
    ],
    rows: (count: string) => [
      `${count} ${plural.hi(count, 'पंक्ति', 'पंक्तियाँ')}`,
      `${count} ${plural.en(count, 'row', 'rows')}`,
    ],
    noFigure: ['आँकड़ा नहीं', 'no figure'],
    noChange: ['किसी दिन का आँकड़ा नहीं बदलता।', 'No day’s figure changes.'],
    changes: (count: string) => [
      `${count} ${plural.hi(count, 'दिन का आँकड़ा', 'दिनों के आँकड़े')}`,
      `Figures of ${count} ${plural.en(count, 'day', 'days')}`,
    ],
    source: ['स्रोत', 'Source'],
    sources: {
      play: ['Google Play', 'Google Play'],
      'app-store': ['App Store', 'App Store'],
      'app-services': ['ऐप की सेवाएँ', 'Services of the app'],
      manual: ['सूचित कुल संख्या', 'Total as told'],
    },
    before: ['पहले', 'Before'],
    after: ['बाद में', 'After'],
    manual: ['सूचित कुल संख्या दर्ज करें', 'Enter a total as told'],
    manualLead: [
      'किसी दिन तक के कुल डाउनलोड, जब वे फ़ोन, पत्र या बैठक से ज्ञात हों।',
      'All downloads up to a day, when they are known by telephone, letter or meeting.',
    ],
    day: ['दिनांक, जिसके अंत तक की कुल संख्या है', 'Day up to whose end it counts'],
    downloads: ['कुल डाउनलोड', 'Total downloads'],
    downloadsHint: ['जैसे 1,62,345', 'Such as 1,62,345'],
    giver: ['किसने बताया', 'Who said so'],
    giverHint: [`जैसे: ${headquarters.hi}, दूरभाष से`, `Such as: ${headquarters.en}, by telephone`],
    wrongField: ['यह मान सही नहीं है', 'This value is not right'],
    figureStored: (day: string, count: string) => [
      `${day} तक की कुल संख्या ${count} दर्ज हुई।`,
      `The total of ${count} up to ${day} is stored.`,
    ],
    history: ['पढ़ी गई रिपोर्टें और दर्ज कुल संख्याएँ', 'Reports read and totals entered'],
    none: ['अभी कोई रिपोर्ट नहीं है।', 'There is no report yet.'],
  },
});
