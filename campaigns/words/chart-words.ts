import type { PublicChart } from '../charts/public-charts.ts';

/** Words on and beside the public charts, on the progress page and wherever a chart is embedded. */
export interface ChartWords {
  asOf: (day: string) => string;
  sample: string;
  chart: string;
  chartAlt: (total: string, goal: string) => string;
  chartEmpty: string;
  goalLine: string;
  actualLine: string;
  bandLine: string;
  requiredLine: string;
  today: string;
  mapBoards: string;
  mapScans: string;
  legendBoards: string;
  legendScans: string;
  none: string;
  /** Heading of a chart that stands by itself */
  names: Record<PublicChart, string>;
  chartAltAlone: (total: string | null, goal: string) => string;
  mapAltAlone: (most: string) => string;
  sampleLine: string;
  clockLine: string;
  sourceLine: (owner: string) => string;
  wholePage: string;
}

const words: Record<'hi' | 'en', ChartWords> = {
  hi: {
    asOf: (day) => `${day} की स्थिति`,
    sample: 'नमूना',
    chart: 'कुल डाउनलोड और लक्ष्य',
    chartAlt: (total, goal) => `रेखाचित्र: कुल डाउनलोड ${total}, लक्ष्य ${goal}। आँकड़े नीचे की तालिका में हैं।`,
    chartEmpty: 'आँकड़े आने पर यहाँ रेखा बनेगी। अभी केवल लक्ष्य और उसकी अवधि दिख रही है।',
    goalLine: 'लक्ष्य',
    actualLine: 'कुल डाउनलोड',
    bandLine: 'अनुमान, 100 में 80 संभावित राहें',
    requiredLine: 'आवश्यक राह',
    today: 'आज',
    mapBoards: 'लगे हुए बोर्ड',
    mapScans: 'प्रति थाना स्कैन',
    legendBoards: 'जितने थानों पर बोर्ड लगा, प्रतिशत में',
    legendScans: 'हर थाने पर औसत स्कैन (स्कैन, इंस्टॉल नहीं)',
    none: 'कोई नहीं',
    names: {
      downloads: 'कुल डाउनलोड और लक्ष्य',
      'boards-map': 'जनपदवार लगे हुए बोर्ड',
      'scans-map': 'जनपदवार प्रति थाना स्कैन',
    },
    chartAltAlone: (total, goal) =>
      `रेखाचित्र: कुल डाउनलोड ${total ?? 'ज्ञात नहीं'}, लक्ष्य ${goal}। सभी आँकड़े पूरे पन्ने की तालिका में हैं।`,
    mapAltAlone: (most) => `जनपदों का षट्कोण-नक्शा। सबसे आगे: ${most}। सभी आँकड़े पूरे पन्ने की तालिका में हैं।`,
    sampleLine: 'नमूना आँकड़े: कोई भी संख्या वास्तविक नहीं है।',
    clockLine: 'घड़ी रखी गई है; यह आज की तारीख नहीं है।',
    sourceLine: (owner) => `स्रोत: ${owner}`,
    wholePage: 'पूरा पन्ना, तालिकाएँ और खुले आँकड़े',
  },
  en: {
    asOf: (day) => `As of ${day}`,
    sample: 'Sample',
    chart: 'Total downloads and the goal',
    chartAlt: (total, goal) =>
      `Line chart: total downloads ${total}, goal ${goal}. The figures stand in the table below.`,
    chartEmpty:
      'A line will stand here once there are figures. So far it shows only the goal and its time.',
    goalLine: 'Goal',
    actualLine: 'Total downloads',
    bandLine: 'Forecast, 80 of 100 possible courses',
    requiredLine: 'Course needed',
    today: 'Today',
    mapBoards: 'Boards up',
    mapScans: 'Scans per station',
    legendBoards: 'Share of stations with a board, in per cent',
    legendScans: 'Average scans of a station (scans, not installs)',
    none: 'none',
    names: {
      downloads: 'Total downloads and the goal',
      'boards-map': 'Boards up by district',
      'scans-map': 'Scans per station by district',
    },
    chartAltAlone: (total, goal) =>
      `Line chart: total downloads ${total ?? 'not known'}, goal ${goal}. All figures stand in the table of the whole page.`,
    mapAltAlone: (most) =>
      `Hexagon map of the districts. In front: ${most}. All figures stand in the table of the whole page.`,
    sampleLine: 'Sample data: no figure is real.',
    clockLine: 'The clock is set; this is not today’s date.',
    sourceLine: (owner) => `Source: ${owner}`,
    wholePage: 'The whole page, tables and open data',
  },
};

export function chartWordsIn(language: 'hi' | 'en'): ChartWords {
  return words[language];
}
