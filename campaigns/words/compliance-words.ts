import { formatCount, formatDay, formatDayShort, formatMonth } from '../numbers.ts';
import { stateWords } from './direction-words.ts';

/** The compliance report, which goes out in Hindi. */
export const complianceWords = {
  title: (month: string) => `अनुपालन आख्या: ${formatMonth(month, 'hi')}`,
  asOf: (today: string, papers: string) => `${formatDay(today, 'hi')} की स्थिति · ${papers}`,
  noPapers: 'निर्देशों की पंजी',
  papers: (first: string, last: string) =>
    `दिनांक ${formatDayShort(first)} से ${formatDayShort(last)} तक के पत्रों के निर्देश`,
  /** Why nothing of earlier years is late. */
  countedFrom(day: string, before: number) {
    const from = `आवर्ती निर्देश पंजी ग्रहण के दिनांक ${formatDay(day, 'hi')} से देय हैं; उससे पूर्व का कुछ विलंबित नहीं गिना जाता।`;
    if (before === 0) return from;
    return `${from} पूर्व के ${formatCount(before)} एक बार के निर्देश “${stateWords.before.hi}” में हैं।`;
  },
  figures: {
    owed: 'कुल देय सूचनाएँ',
    done: 'पूर्ण (स्वीकृत, लागू नहीं या बंद)',
    waiting: 'प्रेषित, निर्णय शेष',
    open: 'कार्यालयों पर शेष',
    late: (days: number) => (days === 0 ? 'विलंबित' : `विलंबित, अधिकतम ${days} दिन`),
  },
  owing: {
    title: 'किस पर क्या शेष है, कब से',
    shortened: (title: string, all: number, shown: number) =>
      `${title}: ${all} शेष विषयों में से पहले ${shown}; सभी अगले पृष्ठ से`,
    head: ['क्र०', 'किस पर', 'क्या शेष है', 'कब से', 'विलंब, दिन'],
    none: 'किसी पर कुछ शेष नहीं है।',
    sheet: 'शेष',
  },
  table: {
    title: 'निर्देशवार अनुपालन',
    head: ['क्रमांक', 'निर्देश', 'उत्तरदायी', 'समय-सीमा', 'कृत कार्यवाही', 'स्थिति', 'टिप्पणी'],
    none: 'इस माह कुछ देय नहीं है।',
    sheet: 'आख्या',
  },
  offices: {
    title: 'कार्यालयवार',
    head: [
      'कार्यालय',
      'निर्देश',
      'अवधि',
      'समय-सीमा',
      'प्रेषित दिनांक',
      'विलंब, दिन',
      'स्थिति',
      'कृत कार्यवाही',
      'टिप्पणी',
    ],
    sheet: 'कार्यालयवार',
  },
  noDay: (since: string) => `${formatDayShort(since)} (निर्देश का दिनांक; कोई तिथि नहीं)`,
  nothingYet: 'सूचना शून्य',
  papersOnly: 'सूचना संलग्न',
  answered: (all: number, answered: number) => `${all} में से ${answered} की सूचना प्राप्त।`,
  sum: (sum: string) => `योग: ${sum}।`,
  open: (count: number) => `शेष ${count}`,
  late: (count: number, days: number) => `विलंबित ${count}, अधिकतम ${days} दिन`,
  noAnswers: 'किसी की सूचना नहीं',
  openOffices: (names: string) => `शेष: ${names}`,
  counted: (name: string, count: number, of: number | null) =>
    `${name}: ${of === null ? '' : `${formatCount(of)} में से `}${formatCount(count)}`,
  downloads: 'डाउनलोड',
  zoneHead: (zone: string) => `अपर पुलिस महानिदेशक, ${zone}`,
};
