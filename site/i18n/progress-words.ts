import type { Channel } from '../../campaigns/channel.ts';
import type { Measure } from '../../campaigns/tracker/measures.ts';
import type { ProgressFile } from '../../campaigns/tracker/progress-file.ts';
import { chartPairs } from '../../campaigns/words/chart-words.ts';
import type { Pair, Pairs } from '../../campaigns/words/pairs.ts';
import type { Language } from './language.ts';
import { inEachLanguage, wordsSide } from './own-language.ts';
import { hasOwnWords, inEveryLanguage } from './own-words.ts';

type Status = ProgressFile['progress']['status'];

type Way = ProgressFile['evidence'][number]['way'];
type DirectionStatus = ProgressFile['directions'][number]['status'];

const written = {
  ...chartPairs,
  /** Beside the slider over days */
  knownOn: ['किस दिन जैसा ज्ञात था', 'As known on'],
  notHad: [
    'इस चयन के आँकड़े अभी नहीं मिल सके; पृष्ठ पर पहले वाले आँकड़े ही हैं।',
    'The figures of this choice could not be had just now; the page has those of before.',
  ],
  tryAgain: ['फिर से माँगें', 'Ask again'],
  period: ['नक्शों और रेखा की अवधि', 'Period of maps and chart'],
  periods: { all: ['पूरा अभियान', 'Whole campaign'], week: ['पिछले 7 दिन', 'Last 7 days'] },
  heading: ['प्रगति', 'Progress'],
  replayed: (day: string) => [
    `घड़ी ${day} पर रखी गई है; यह आज की तारीख नहीं है।`,
    `The clock is set to ${day}; it is not today’s date.`,
  ],
  sampleText: [
    'नमूना आँकड़े: इस पन्ने की कोई भी संख्या वास्तविक नहीं है। वे केवल दिखाती हैं कि पूरे चलते अभियान का पन्ना कैसा दिखेगा।',
    'Sample data: no figure on this page is real. They only show how the page looks with a campaign in full run.',
  ],
  of: (goal: string) => [`लक्ष्य ${goal} से अधिक`, `Goal: more than ${goal}`],
  earlierReached: (goal: string, day: string) => [
    `✓ प्राप्त: ${goal} से अधिक, ${day} तक`,
    `✓ Reached: more than ${goal} by ${day}`,
  ],
  earlierOver: (goal: string, day: string) => [
    `समाप्त: ${goal} से अधिक, ${day} तक`,
    `Over: more than ${goal} by ${day}`,
  ],
  atLeast: ['कम से कम', 'at least'],
  since: (day: string) => [
    `${day} से गिने गए डाउनलोड; उससे पहले का योग ज्ञात नहीं`,
    `Downloads counted since ${day}; the total before is not known`,
  ],
  noTotal: ['आँकड़ा नहीं', 'No figure'],
  status: {
    'no-readings': [
      'डाउनलोड का कोई आँकड़ा अभी नहीं मिला है।',
      'No figure for downloads has been received yet.',
    ],
    'not-begun': ['अभियान अभी आरंभ नहीं हुआ है।', 'The campaign has not begun yet.'],
    unrated: [
      'दैनिक गति बताने लायक आँकड़े अभी नहीं हैं।',
      'There are too few figures yet to tell a daily rate.',
    ],
    'on-track': ['अभी की गति लक्ष्य के लिए पर्याप्त है।', 'The present rate is enough for the goal.'],
    between: [
      'लक्ष्य के लिए 7 और 14 दिन में से एक ही औसत पर्याप्त है।',
      'Only one of the averages of 7 and 14 days is enough for the goal.',
    ],
    behind: ['अभी की गति लक्ष्य के लिए कम है।', 'The present rate is too low for the goal.'],
    met: ['लक्ष्य समय पर पार हो गया।', 'The goal was exceeded in time.'],
    'met-late': [
      'लक्ष्य पार हुआ, पर अंतिम तिथि के बाद।',
      'The goal was exceeded, but after the last day.',
    ],
    missed: ['अंतिम तिथि तक लक्ष्य पूरा नहीं हुआ।', 'The goal was not reached by the last day.'],
    'ended-unsure': [
      'उपलब्ध आँकड़ों से तय नहीं होता कि लक्ष्य पूरा हुआ या नहीं।',
      'The last day is past; what is known does not tell whether the goal was reached.',
    ],
  } satisfies Record<Status, Pair>,
  daysLeft: ['दिन शेष', 'days left'],
  daysToCount: ['दिन अभी गिने जाने हैं', 'days not counted yet'],
  fromTo: (first: string, last: string) => [`${first} से ${last} तक`, `${first} to ${last}`],
  lastDay: (day: string) => [`अंतिम तिथि ${day}`, `Last day ${day}`],
  past: (day: string) => [
    `लक्ष्य की अंतिम तिथि ${day} बीत चुकी है।`,
    `The last day of the goal, ${day}, is past.`,
  ],
  required: ['प्रतिदिन चाहिए', 'needed a day'],
  requiredNote: ['उन सभी दिनों में, हर दिन', 'on each of these days'],
  noRequired: ['अब लागू नहीं', 'No longer applies'],
  rate7: ['प्रतिदिन, 7 दिन का औसत', 'a day, average of 7 days'],
  rate14: ['प्रतिदिन, 14 दिन का औसत', 'a day, average of 14 days'],
  reportedDays: (reported: number) => [
    `${reported} दिनों के आँकड़ों से`,
    `from ${reported} reported days`,
  ],
  fromTotals: ['दो योगों के अंतर से', 'from the difference of two totals'],
  unknown: ['ज्ञात नहीं', 'Not known'],
  probability: ['लक्ष्य पार होने की संभावना', 'chance of exceeding the goal'],
  probabilityNote: [
    'यदि हाल की गति और उतार-चढ़ाव ऐसे ही रहें',
    'if the recent rate and its ups and downs go on',
  ],
  noForecast: {
    'no-readings': ['आँकड़ों के बिना अनुमान नहीं', 'No forecast without figures'],
    'too-few': ['अनुमान के लिए 14 दिनों के आँकड़े चाहिए', 'A forecast needs 14 reported days'],
    ended: ['अंतिम तिथि बीत चुकी है', 'The last day is past'],
  },
  dayTable: ['दिनवार तालिका', 'Table by day'],
  forecastTable: ['अनुमान की तालिका', 'Table of the forecast'],
  tipForecast: (middle: string) => [`अनुमान ${middle}`, `Forecast ${middle}`],
  date: ['दिनांक', 'Date'],
  added: ['उस दिन', 'On the day'],
  total: ['कुल', 'Total'],
  low: ['कम', 'Low'],
  middle: ['मध्य', 'Middle'],
  high: ['अधिक', 'High'],
  map: ['जनपदवार नक्शा', 'Map of districts'],
  myDistrict: ['मेरा जनपद', 'My district'],
  pickDistrict: ['जनपद चुनें', 'Choose a district'],
  myDistrictNote: [
    'सूची से, नक्शे पर या अपनी जगह से चुनें; जगह इसी फ़ोन में रहती है। एक साथ चार जनपद तक।',
    'Choose from the list, on the map or by your place, which stays on this phone. Up to four side by side.',
  ],
  near: ['मेरे पास का जनपद', 'District near me'],
  noPlace: ['फ़ोन ने जगह नहीं बताई। सूची से चुनें।', 'The phone gave no place. Choose from the list.'],
  outside: ['आप प्रदेश से दूर हैं। सूची से चुनें।', 'You are far from the state. Choose from the list.'],
  takeOut: ['हटाएँ', 'Take out'],
  sendChoice: ['यही चुनाव किसी को भेजें', 'Send this choice to somebody'],
  copied: ['पता कॉपी हुआ।', 'The address was copied.'],
  league: ['जनपदवार सूची', 'Districts in order'],
  leagueHow: ['सूची कैसे बनती है', 'How this list is made'],
  leagueNote: [
    'क्रम: लगे हुए बोर्ड का प्रतिशत, फिर प्रति थाना स्कैन करने वाले। ▲▼ एक सप्ताह पहले के स्थान से।',
    'Order: share of boards up, then visitors per station. ▲▼ against the place a week ago.',
  ],
  leagueFilter: ['जनपद या जोन', 'District or zone'],
  leagueAll: (all: string) => [`सभी ${all} जनपद दिखाएँ`, `Show all ${all} districts`],
  leagueCount: (shown: string, all: string) => [
    `${all} जनपदों में से ${shown}`,
    `${shown} of ${all} districts`,
  ],
  movedUp: (places: string) => [`एक सप्ताह में ${places} स्थान ऊपर`, `up ${places} since a week ago`],
  movedDown: (places: string) => [
    `एक सप्ताह में ${places} स्थान नीचे`,
    `down ${places} since a week ago`,
  ],
  bandUp: ['एक सप्ताह में समूह ऊपर', 'in a higher band than a week ago'],
  bandDown: ['एक सप्ताह में समूह नीचे', 'in a lower band than a week ago'],
  nothingYet: [
    'अभी किसी जनपद से बोर्ड लगने या कोड स्कैन होने की सूचना नहीं है।',
    'No district has reported a board yet, and no code has been scanned.',
  ],
  district: ['जनपद', 'District'],
  boards: ['बोर्ड लगे', 'Boards up'],
  share: ['प्रतिशत', 'Share'],
  verified: ['सत्यापित', 'Verified'],
  scans: ['स्कैन', 'Scans'],
  visitors: ['स्कैन करने वाले', 'Visitors'],
  /** Beside scans */
  visitorsNote: [
    'स्कैन हर बार गिना जाता है। स्कैन करने वाला एक जनपद में दिन में एक बार, अपने नेटवर्क से (IPv4 /24, IPv6 /48): एक नेटवर्क के सब फ़ोन एक गिने जाते हैं।',
    'A scan is counted each time. A visitor counts once a day in a district, by the network (IPv4 /24, IPv6 /48): all phones of a network are one.',
  ],
  networksFrom: (day: string) => [
    `ऐसा ${day} से गिना जाता है। उससे पहले बिना कुकी का फ़ोन दो मिनट तक एक गिना जाता था, इसलिए पहले की संख्याएँ अधिक हैं।`,
    `Counted so since ${day}. Before that a phone without a cookie was one for two minutes, so earlier figures are higher.`,
  ],
  installs: ['इंस्टॉल', 'Installs'],
  /** Beside scans while the app reports no installs */
  notInstalls: [
    'स्कैन, इंस्टॉल नहीं: ऐप अभी यह नहीं बताता कि कौन-सा इंस्टॉल किस कोड से हुआ।',
    'Scans, not installs: the app does not yet say which install came from which code.',
  ],
  /** Beside both once it does */
  installsNote: [
    'इंस्टॉल वे हैं जो Android ऐप ने अपने कोड के साथ स्वयं बताए।',
    'Installs are those that the Android app itself reported with their code.',
  ],
  perStation: ['प्रति थाना', 'Per station'],
  last7: ['पिछले 7 दिन', 'Last 7 days'],
  state: ['पूरा प्रदेश', 'Whole state'],
  directions: ['निर्देशों की स्थिति', 'Where the directions stand'],
  direction: ['निर्देश', 'Direction'],
  standing: ['स्थिति', 'Standing'],
  counted: ['गिनती', 'Counted'],
  countOf: (count: string, of: string) => [`${of} में से ${count}`, `${count} of ${of}`],
  directionStatus: {
    'not-counted': ['गिनती लागू नहीं', 'Nothing to count'],
    'not-begun': ['आरंभ नहीं', 'Not begun'],
    'under-way': ['जारी', 'Under way'],
    done: ['पूर्ण', 'Done'],
  } satisfies Record<DirectionStatus, Pair>,
  standingAsOf: (day: string) => [
    `स्थिति दर्ज आँकड़ों से, ${day} तक।`,
    `Standings by the figures entered up to ${day}.`,
  ],
  standingNone: (day: string) => [
    `${day} तक किसी निर्देश पर कार्यवाही दर्ज नहीं है।`,
    `No action on any direction was entered up to ${day}.`,
  ],
  measures: {
    boards: ['थानों पर बोर्ड', 'boards at stations'],
    'vehicle-boards': ['गाड़ियों पर बोर्ड', 'boards on vehicles'],
    pamphlets: ['पम्पलेट', 'pamphlets'],
    newspapers: ['समाचार-पत्र', 'newspapers'],
    theatres: ['सिनेमाघर', 'cinemas'],
    shows: ['शो', 'shows'],
    'fm-spots': ['एफ़एम स्पॉट', 'FM spots'],
    'social-posts': ['सोशल मीडिया पोस्ट', 'social media posts'],
    'news-items': ['प्रकाशित समाचार', 'news items printed'],
    'newspaper-ads': ['समाचार-पत्रों में विज्ञापन', 'advertisements in newspapers'],
    meetings: ['जागरूकता बैठकें', 'awareness meetings'],
    messages: ['संदेश', 'messages'],
    calls: ['कॉल', 'calls'],
  } satisfies Record<Measure, Pair>,
  channelTable: ['माध्यमवार स्कैन', 'Scans by medium'],
  channel: ['माध्यम', 'Medium'],
  channels: {
    board: ['बोर्ड', 'Boards'],
    pamphlet: ['पम्पलेट', 'Pamphlets'],
    vehicle: ['गाड़ियाँ', 'Vehicles'],
    newspaper: ['समाचार-पत्र', 'Newspapers'],
    film: ['फ़िल्म', 'Film'],
    radio: ['रेडियो', 'Radio'],
    social: ['सोशल मीडिया', 'Social media'],
    sms: ['एसएमएस', 'SMS'],
    ivr: ['फ़ोन कॉल', 'Phone calls'],
    event: ['कार्यक्रम', 'Events'],
  } satisfies Record<Channel, Pair>,
  sources: ['आँकड़ों के स्रोत', 'Sources of the figures'],
  source: ['स्रोत', 'Source'],
  sourceNames: {
    play: ['Google Play रिपोर्ट', 'Google Play report'],
    'app-store': ['App Store रिपोर्ट', 'App Store report'],
    manual: ['मुख्यालय को सूचित कुल संख्या', 'Total given to headquarters'],
  },
  lastReport: ['अंतिम दिन', 'Last day'],
  readAt: ['पढ़ा गया', 'Read'],
  from: ['फ़ाइल या सूचनादाता', 'File, or who gave it'],
  evidence: ['हर फ़ाइल और प्रविष्टि', 'Each file and entry'],
  broughtBy: ['कैसे आई', 'How it came'],
  ways: {
    upload: ['मुख्यालय के अधिकारी ने दी', 'brought by an officer of headquarters'],
    folder: ['सेवा ने स्वयं ली', 'fetched by the service'],
    command: ['सर्वर पर पढ़ी गई', 'read on the server'],
    entry: ['मुख्यालय के अधिकारी ने लिखी', 'typed by an officer of headquarters'],
  } satisfies Record<Way, Pair>,
  secondOfficer: ['दूसरे अधिकारी ने स्वीकार की', 'accepted by a second officer'],
  withdrawn: (day: string) => [`${day} को वापस ली गई`, `taken back on ${day}`],
  noSources: ['अभी कोई रिपोर्ट नहीं मिली है।', 'No report has been received yet.'],
  gapDay: (source: string, day: string) => [
    `${source}: ${day} का आँकड़ा नहीं मिला।`,
    `${source}: no figure for ${day}.`,
  ],
  gapDays: (source: string, first: string, last: string) => [
    `${source}: ${first} से ${last} तक के आँकड़े नहीं मिले।`,
    `${source}: no figures from ${first} to ${last}.`,
  ],
  csv: ['CSV में लें', 'Take as CSV'],
  csvNames: {
    downloads: ['दिनवार डाउनलोड', 'Downloads by day'],
    districts: ['जनपदवार', 'By district'],
    directions: ['निर्देशवार', 'By direction'],
    channels: ['माध्यमवार', 'By medium'],
  },
  method: ['ये आँकड़े कैसे बनते हैं', 'How these figures are made'],
  methodText: [
    [
      'कुल डाउनलोड = मुख्यालय को बताया गया अंतिम योग + बाद के Google Play इंस्टॉल + App Store के पहले डाउनलोड। योग न बताया गया हो तो गिनती पहली रिपोर्ट के दिन से होती है। पन्ना यह लिखता है।',
      'Total downloads = the last total given to headquarters + Google Play’s daily installs after it + first downloads on the App Store. Where no total was given, counting starts with the first report day, and the page says so.',
    ],
    [
      'प्रतिदिन चाहिए = बचे हुए डाउनलोड ÷ बचे हुए दिन, ऊपर की ओर पूर्णांक में। इसे पिछले 7 और 14 दिनों के औसत से मिलाकर देखें। जिस दिन की रिपोर्ट नहीं आई, वह दिन औसत में नहीं गिना जाता।',
      'Needed a day = downloads missing ÷ days left, rounded up. Compare it with the averages of the last 7 and 14 days. A day without a report is left out of the average.',
    ],
    [
      'अनुमान की पट्टी 2,000 संभावित राहों की है। वे हाल के दिनों की गति से बनीं: 100 में 80 राहें पट्टी के भीतर रहती हैं। संभावना बताती है कि उनमें से कितनी राहें अंतिम तिथि तक लक्ष्य पार करती हैं। यह वादा नहीं, अनुमान है।',
      'The band of the forecast holds 2,000 possible courses made from the rate and the ups and downs of recent days: 80 of 100 stay inside. The chance says how many of them exceed the goal by the last day. It is a forecast, not a promise.',
    ],
    [
      'स्कैन छपे हुए कोड के खुलने की गिनती है। लिंक-पूर्वावलोकन और बॉट नहीं गिने जाते। स्कैन डाउनलोड नहीं है।',
      'A scan is a printed code that was opened. Link previews and bots are not counted. A scan is not a download.',
    ],
    [
      'बोर्ड उतने ही गिने जाते हैं जितने थानों ने लगने की सूचना दी; सत्यापित वे हैं जिनकी कम से कम सही फ़ोटो है।',
      'Boards are counted as stations report them; verified are those with at least a picture that proves them.',
    ],
  ],
  districtTitle: (district: string) => [
    `${district}: अभियान की प्रगति`,
    `${district}: progress of the campaign`,
  ],
  districtDescription: (district: string) => [
    `${district} में लगे बोर्ड, स्कैन और अंक, पूरे प्रदेश के साथ।`,
    `Boards, scans and score of ${district}, beside the whole state.`,
  ],
  districtPicture: ['भेजने लायक चित्र', 'A picture to send'],
  districtPictureAlt: (district: string) => [
    `${district} के बोर्ड और स्कैन का चित्र; यही आँकड़े ऊपर लिखे हैं।`,
    `Boards and scans of ${district} as a picture; the same figures are above.`,
  ],
  takePicture: ['चित्र (PNG) लें', 'Take the picture (PNG)'],
  compare: ['नक्शे पर देखें और दूसरे जनपदों से मिलाएँ', 'See it on the map, beside other districts'],
  districtFiles: ['इस जनपद के थाने और छपाई की फ़ाइलें', 'Stations and print files of this district'],
  plan: ['योजना: बैठक और पत्र के निर्देश', 'The plan: directions of the minutes and the letter'],
} satisfies Pairs;

/** Words of the progress page: apart from the others, because the browser may need them too. */
export const progressWordsIn = inEveryLanguage('progress', written);
/** The same where the page is for offices, who read Hindi or English. */
export const officeProgressWordsIn = inEachLanguage(written);

/** The side in which a day is said in these words, so that no sentence mixes two languages. */
export function progressSide(language: Language): Language {
  return hasOwnWords('progress') ? language : wordsSide(language);
}
