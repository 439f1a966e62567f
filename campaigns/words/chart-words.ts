import type { PublicChart } from '../figures/charts/public-charts.ts';
import { type Pair, type Pairs, pairs } from './pairs.ts';

/** Words on and beside the public charts, on the progress page and wherever a chart is embedded. */
export const chartPairs = {
  asOf: (day: string) => [`${day} की स्थिति`, `As of ${day}`],
  sample: ['नमूना', 'Sample'],
  chart: ['कुल डाउनलोड और लक्ष्य', 'Total downloads and the goal'],
  chartAlt: (total: string, goal: string) => [
    `रेखाचित्र: कुल डाउनलोड ${total}, लक्ष्य ${goal}। आँकड़े नीचे की तालिका में हैं।`,
    `Line chart: total downloads ${total}, goal ${goal}. The figures stand in the table below.`,
  ],
  chartEmpty: [
    'आँकड़े आने पर यहाँ रेखा बनेगी। अभी केवल लक्ष्य और उसकी अवधि दिख रही है।',
    'A line will stand here once there are figures. So far it shows only the goal and its time.',
  ],
  goalLine: ['लक्ष्य', 'Goal'],
  actualLine: ['कुल डाउनलोड', 'Total downloads'],
  bandLine: ['अनुमान, 100 में 80 संभावित राहें', 'Forecast, 80 of 100 possible courses'],
  requiredLine: ['आवश्यक राह', 'Course needed'],
  today: ['आज', 'Today'],
  mapBoards: ['लगे हुए बोर्ड', 'Boards up'],
  mapScans: ['प्रति थाना स्कैन करने वाले', 'Visitors per station'],
  legendBoards: ['जितने थानों पर बोर्ड लगा, प्रतिशत में', 'Share of stations with a board, in per cent'],
  legendScans: [
    'हर थाने पर औसतन स्कैन करने वाले (इंस्टॉल नहीं)',
    'Average visitors of a station (not installs)',
  ],
  none: ['कोई नहीं', 'none'],
  /** Heading of a standalone chart */
  names: {
    downloads: ['कुल डाउनलोड और लक्ष्य', 'Total downloads and the goal'],
    'boards-map': ['जनपदवार लगे हुए बोर्ड', 'Boards up by district'],
    'scans-map': ['जनपदवार प्रति थाना स्कैन करने वाले', 'Visitors per station by district'],
  } satisfies Record<PublicChart, Pair>,
  chartAltAlone: (total: string | null, goal: string) => [
    `रेखाचित्र: कुल डाउनलोड ${total ?? 'ज्ञात नहीं'}, लक्ष्य ${goal}। सभी आँकड़े पूरे पन्ने की तालिका में हैं।`,
    `Line chart: total downloads ${total ?? 'not known'}, goal ${goal}. All figures stand in the table of the whole page.`,
  ],
  mapAltAlone: (most: string) => [
    `जनपदों का षट्कोण-नक्शा। सबसे आगे: ${most}। सभी आँकड़े पूरे पन्ने की तालिका में हैं।`,
    `Hexagon map of the districts. In front: ${most}. All figures stand in the table of the whole page.`,
  ],
  /** On a district's own picture */
  cardName: (district: string) => [`जनपद ${district}`, `${district} district`],
  cardBoards: (up: string, of: string, verified: string) => [
    `${of} में से ${up} थानों पर बोर्ड, ${verified} सत्यापित`,
    `boards at ${up} of ${of} stations, ${verified} verified`,
  ],
  cardState: (figure: string) => [`प्रदेश ${figure}`, `State ${figure}`],
  cardMap: ['गहरा रंग: अधिक थानों पर बोर्ड', 'Darker: boards at more stations'],
  cardEmpty: (of: string) => [
    `अभी किसी बोर्ड या स्कैन की सूचना नहीं है। ${of} थानों पर बोर्ड लगने हैं।`,
    `No board and no scan has been reported yet. ${of} stations are to have a board.`,
  ],
  sampleLine: ['नमूना आँकड़े: कोई भी संख्या वास्तविक नहीं है।', 'Sample data: no figure is real.'],
  clockLine: ['घड़ी रखी गई है; यह आज की तारीख नहीं है।', 'The clock is set; this is not today’s date.'],
  sourceLine: (owner: string) => [`स्रोत: ${owner}`, `Source: ${owner}`],
  wholePage: ['पूरा पन्ना, तालिकाएँ और खुले आँकड़े', 'The whole page, tables and open data'],
} satisfies Pairs;

export const chartWords = pairs(chartPairs);
