import type { Measure } from '../tracker/measures.ts';
import { type Pair, pairs } from './pairs.ts';

/** A campaign in another language than Hindi has its note in English. */
export const noteWords = pairs({
  title: (app: string, month: string) => [
    `${app} ऐप के प्रचार-प्रसार की मासिक समीक्षा – माह ${month}`,
    `Monthly review of making the app ${app} known – ${month}`,
  ],
  asOf: (day: string) => [`दिनांक ${day} तक की स्थिति`, `As of ${day}`],
  goal: (ends: string, downloads: string, source: string) => [
    `दिनांक ${ends} तक ऐप के कुल डाउनलोड ${downloads} से अधिक किए जाने का लक्ष्य निर्धारित है (${source})।`,
    `The goal is more than ${downloads} downloads in all by ${ends} (${source}).`,
  ],
  services: (list: string) => [
    `नागरिकों को ऐप से: ${list}।`,
    `What citizens had of the app: ${list}.`,
  ],
  service: (name: string, count: string, day: string, source: string) => [
    `${name} ${count} (${day} तक, स्रोत: ${source})`,
    `${name} ${count} (up to ${day}, source: ${source})`,
  ],
  noFigures: [
    'डाउनलोड के आँकड़े अभी प्राप्त नहीं हुए हैं।',
    'No figures of downloads have been received yet.',
  ],
  counted: (day: string, atLeast: boolean, total: string, share: string) => [
    `दिनांक ${day} तक कुल ${atLeast ? 'कम से कम ' : ''}${total} डाउनलोड हुए हैं, जो लक्ष्य का ${share} है।`,
    `By ${day} there were ${atLeast ? 'at least ' : ''}${total} downloads in all, ${share} of the goal.`,
  ],
  countedSince: (from: string, day: string, total: string) => [
    `दिनांक ${from} से ${day} तक प्राप्त आँकड़ों में ${total} डाउनलोड दर्ज हैं; इससे पूर्व के डाउनलोड इसमें सम्मिलित नहीं हैं।`,
    `The figures from ${from} to ${day} have ${total} downloads; earlier ones are not in them.`,
  ],
  met: (day: string) => [`लक्ष्य दिनांक ${day} को पूर्ण हुआ।`, `The goal was reached on ${day}.`],
  missed: ['लक्ष्य नियत तिथि तक पूर्ण नहीं हुआ।', 'The goal was not reached by its last day.'],
  unsure: [
    'नियत तिथि बीत चुकी है; उपलब्ध आँकड़ों से यह निश्चित नहीं है कि लक्ष्य पूर्ण हुआ।',
    'The last day has passed; the figures do not say for certain whether the goal was reached.',
  ],
  required: (perDay: string) => [
    `लक्ष्य के लिए शेष अवधि में प्रतिदिन ${perDay} डाउनलोड आवश्यक हैं।`,
    `${perDay} downloads a day are needed for the rest of the time.`,
  ],
  rate: (perDay: string) => [
    `पिछले सात दिनों का औसत ${perDay} डाउनलोड प्रतिदिन रहा।`,
    `In the last seven days there were ${perDay} downloads a day.`,
  ],
  forecast: (share: string) => [
    `वर्तमान गति से लक्ष्य पूर्ण होने की संभावना ${share} आँकी गई है।`,
    `At this rate the goal is reached with a probability of ${share}.`,
  ],
  boards: (stations: string, up: string, share: string, verified: string, left: string) => [
    `प्रदेश के ${stations} थानों में से ${up} (${share}) पर बोर्ड लगाए जाने की सूचना है, जिनमें से ${verified} सत्यापित हैं; ${left} थाने शेष हैं।`,
    `Of the ${stations} police stations of the state, ${up} (${share}) are reported to have their board, ${verified} of them verified; ${left} are left.`,
  ],
  levels: (levels: string) => [
    `लगे बोर्डों के बारे में जो ज्ञात है: ${levels}। “फ़ोटो है” में फ़ोटो का समय और स्थान पक्का नहीं होता; “देखा गया” दूसरे कार्यालय या जनता के स्कैन से है।`,
    `What is known of the boards that are up: ${levels}. Time and place of a board that is only pictured are not certain; one that was seen is so by another office or by scans of the public.`,
  ],
  mostLeft: (districts: string) => [
    ` सबसे अधिक बोर्ड इन जनपदों में शेष हैं: ${districts}।`,
    ` Most boards are left in these districts: ${districts}.`,
  ],
  span: (first: string, last: string) => [`${first} से ${last}`, `${first} to ${last}`],
  gaps: (gaps: string) => [
    `इन दिनों की रिपोर्ट प्राप्त नहीं हुई, अतः उनके डाउनलोड सम्मिलित नहीं हैं – ${gaps}।`,
    `No report was received for these days, whose downloads are left out – ${gaps}.`,
  ],
  paragraph: (number: string, title: string) => [
    `पत्र प्रस्तर-${number}: ${title}`,
    `Letter, para ${number}: ${title}`,
  ],
  nothing: ['सूचना शून्य', 'Nothing reported'],
  directions: ['निर्देशवार प्रगति', 'Progress by direction'],
  directionHead: [
    ['निर्देश', 'Direction'],
    ['की गई कार्यवाही', 'What was done'],
    ['क्यूआर स्कैन (इंस्टॉल नहीं)', 'QR scans (not installs)'],
  ],
  districts: ['संलग्नक: जनपदवार विवरण', 'Annexure: by district'],
  districtHead: [
    ['क्र०', 'No.'],
    ['जनपद', 'District'],
    ['थाने', 'Stations'],
    ['बोर्ड लगे', 'Boards up'],
    ['सत्यापित', 'Verified'],
    ['शेष', 'Left'],
    ['पम्पलेट', 'Pamphlets'],
    ['समाचार', 'News'],
    ['बैठकें', 'Meetings'],
    ['स्कैन', 'Scans'],
  ],
  stateCodes: ['राज्य स्तरीय कोड', 'Codes of the state'],
  sum: ['योग', 'Sum'],
});
export type NoteWords = typeof noteWords.hi;

/** Names of the measures, as in office papers. */
export const measureNames = pairs({
  boards: ['बोर्ड', 'boards'],
  'vehicle-boards': ['गाड़ियों पर बोर्ड', 'boards on vehicles'],
  pamphlets: ['पम्पलेट', 'pamphlets'],
  newspapers: ['पम्पलेट हेतु समाचार-पत्र', 'newspapers for pamphlets'],
  theatres: ['सिनेमाघर', 'theatres'],
  shows: ['प्रदर्शन', 'shows'],
  'fm-spots': ['एफ़एम प्रसारण', 'FM spots'],
  'social-posts': ['सोशल मीडिया पोस्ट', 'social media posts'],
  'news-items': ['प्रकाशित समाचार', 'news items'],
  'newspaper-ads': ['समाचार-पत्रों में विज्ञापन', 'newspaper advertisements'],
  meetings: ['जागरूकता बैठकें', 'awareness meetings'],
  messages: ['एसएमएस', 'SMS'],
  calls: ['वॉइस कॉल', 'voice calls'],
} satisfies Record<Measure, Pair>);
