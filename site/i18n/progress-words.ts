import type { Channel } from '../../campaigns/channel.ts';
import type { Measure } from '../../campaigns/tracker/measures.ts';
import type { ProgressFile } from '../../campaigns/tracker/progress-file.ts';
import { type ChartWords, chartWordsIn } from '../../campaigns/words/chart-words.ts';
import { inEachLanguage } from './own-language.ts';

type Status = ProgressFile['progress']['status'];
type DirectionStatus = ProgressFile['directions'][number]['status'];

type ProgressWords = ChartWords & {
  heading: string;
  replayed: (day: string) => string;
  sampleText: string;
  of: (goal: string) => string;
  earlierGoal: (goal: string, day: string, reached: boolean) => string;
  atLeast: string;
  since: (day: string) => string;
  noTotal: string;
  status: Record<Status, string>;
  daysLeft: string;
  lastDay: (day: string) => string;
  past: (day: string) => string;
  required: string;
  requiredNote: (day: string) => string;
  noRequired: string;
  rate7: string;
  rate14: string;
  reportedDays: (reported: number) => string;
  fromTotals: string;
  unknown: string;
  probability: string;
  probabilityNote: string;
  noForecast: Record<'no-readings' | 'too-few' | 'ended', string>;
  dayTable: string;
  forecastTable: string;
  tipForecast: (middle: string) => string;
  date: string;
  added: string;
  total: string;
  low: string;
  middle: string;
  high: string;
  map: string;
  league: string;
  leagueNote: string;
  leagueFilter: string;
  leagueAll: (all: string) => string;
  leagueCount: (shown: string, all: string) => string;
  movedUp: (places: string) => string;
  movedDown: (places: string) => string;
  nothingYet: string;
  district: string;
  boards: string;
  share: string;
  verified: string;
  scans: string;
  installs: string;
  /** Beside scans while the app reports no installs */
  notInstalls: string;
  /** Beside both once it does */
  installsNote: string;
  perStation: string;
  last7: string;
  state: string;
  directions: string;
  direction: string;
  standing: string;
  counted: string;
  countOf: (count: string, of: string) => string;
  directionStatus: Record<DirectionStatus, string>;
  standingAsOf: (day: string) => string;
  standingNone: (day: string) => string;
  measures: Record<Measure, string>;
  channelTable: string;
  channel: string;
  channels: Record<Channel, string>;
  sources: string;
  source: string;
  sourceNames: Record<'play' | 'app-store' | 'manual', string>;
  lastReport: string;
  readAt: string;
  from: string;
  noSources: string;
  gaps: (source: string, first: string, last: string) => string;
  csv: string;
  csvNames: Record<'downloads' | 'districts' | 'directions' | 'channels', string>;
  method: string;
  methodText: readonly string[];
  plan: string;
};

const hi: ProgressWords = {
  ...chartWordsIn('hi'),
  heading: 'प्रगति',
  replayed: (day) => `घड़ी ${day} पर रखी गई है; यह आज की तारीख नहीं है।`,
  sampleText:
    'नमूना आँकड़े: इस पन्ने की कोई भी संख्या वास्तविक नहीं है। वे केवल दिखाती हैं कि पूरे चलते अभियान का पन्ना कैसा दिखेगा।',
  of: (goal) => `लक्ष्य ${goal} से अधिक`,
  earlierGoal: (goal, day, reached) =>
    `${reached ? '✓ प्राप्त' : 'समाप्त'}: ${goal} से अधिक, ${day} तक`,
  atLeast: 'कम से कम',
  since: (day) => `${day} से गिने गए डाउनलोड; उससे पहले का योग ज्ञात नहीं`,
  noTotal: 'आँकड़ा नहीं',
  status: {
    'no-readings': 'डाउनलोड का कोई आँकड़ा अभी नहीं मिला है।',
    'not-begun': 'अभियान अभी आरंभ नहीं हुआ है।',
    unrated: 'दैनिक गति बताने लायक आँकड़े अभी नहीं हैं।',
    'on-track': 'अभी की गति लक्ष्य के लिए पर्याप्त है।',
    between: 'लक्ष्य के लिए 7 और 14 दिन में से एक ही औसत पर्याप्त है।',
    behind: 'अभी की गति लक्ष्य के लिए कम है।',
    met: 'लक्ष्य समय पर पार हो गया।',
    'met-late': 'लक्ष्य पार हुआ, पर अंतिम तिथि के बाद।',
    missed: 'अंतिम तिथि तक लक्ष्य पूरा नहीं हुआ।',
    'ended-unsure': 'उपलब्ध आँकड़ों से तय नहीं होता कि लक्ष्य पूरा हुआ या नहीं।',
  },
  daysLeft: 'दिन शेष',
  lastDay: (day) => `अंतिम तिथि ${day}`,
  past: (day) => `लक्ष्य की अंतिम तिथि ${day} बीत चुकी है।`,
  required: 'प्रतिदिन चाहिए',
  requiredNote: (day) => `${day} से अंतिम तिथि तक, हर दिन`,
  noRequired: 'अब लागू नहीं',
  rate7: 'प्रतिदिन, 7 दिन का औसत',
  rate14: 'प्रतिदिन, 14 दिन का औसत',
  reportedDays: (reported) => `${reported} दिनों के आँकड़ों से`,
  fromTotals: 'दो योगों के अंतर से',
  unknown: 'ज्ञात नहीं',
  probability: 'लक्ष्य पार होने की संभावना',
  probabilityNote: 'यदि हाल की गति और उतार-चढ़ाव ऐसे ही रहें',
  noForecast: {
    'no-readings': 'आँकड़ों के बिना अनुमान नहीं',
    'too-few': 'अनुमान के लिए 14 दिनों के आँकड़े चाहिए',
    ended: 'अंतिम तिथि बीत चुकी है',
  },
  dayTable: 'दिनवार तालिका',
  forecastTable: 'अनुमान की तालिका',
  tipForecast: (middle) => `अनुमान ${middle}`,
  date: 'दिनांक',
  added: 'उस दिन',
  total: 'कुल',
  low: 'कम',
  middle: 'मध्य',
  high: 'अधिक',
  map: 'जनपदवार नक्शा',
  league: 'जनपदवार सूची',
  leagueNote: 'क्रम: लगे हुए बोर्ड का प्रतिशत, फिर प्रति थाना स्कैन। ▲▼ एक सप्ताह पहले के स्थान से।',
  leagueFilter: 'जनपद या जोन',
  leagueAll: (all) => `सभी ${all} जनपद दिखाएँ`,
  leagueCount: (shown, all) => `${all} जनपदों में से ${shown}`,
  movedUp: (places) => `एक सप्ताह में ${places} स्थान ऊपर`,
  movedDown: (places) => `एक सप्ताह में ${places} स्थान नीचे`,
  nothingYet: 'अभी किसी जनपद से बोर्ड लगने या कोड स्कैन होने की सूचना नहीं है।',
  district: 'जनपद',
  boards: 'बोर्ड लगे',
  share: 'प्रतिशत',
  verified: 'सत्यापित',
  scans: 'स्कैन',
  installs: 'इंस्टॉल',
  notInstalls: 'स्कैन, इंस्टॉल नहीं: ऐप अभी यह नहीं बताता कि कौन-सा इंस्टॉल किस कोड से हुआ।',
  installsNote: 'इंस्टॉल वे हैं जो Android ऐप ने अपने कोड के साथ स्वयं बताए।',
  perStation: 'प्रति थाना',
  last7: 'पिछले 7 दिन',
  state: 'पूरा प्रदेश',
  directions: 'निर्देशों की स्थिति',
  direction: 'निर्देश',
  standing: 'स्थिति',
  counted: 'गिनती',
  countOf: (count, of) => `${of} में से ${count}`,
  directionStatus: {
    'not-counted': 'गिनती लागू नहीं',
    'not-begun': 'आरंभ नहीं',
    'under-way': 'जारी',
    done: 'पूर्ण',
  },
  standingAsOf: (day) => `स्थिति दर्ज आँकड़ों से, ${day} तक।`,
  standingNone: (day) => `${day} तक किसी निर्देश पर कार्यवाही दर्ज नहीं है।`,
  measures: {
    boards: 'थानों पर बोर्ड',
    'vehicle-boards': 'गाड़ियों पर बोर्ड',
    pamphlets: 'पम्पलेट',
    newspapers: 'समाचार-पत्र',
    theatres: 'सिनेमाघर',
    shows: 'शो',
    'fm-spots': 'एफ़एम स्पॉट',
    'social-posts': 'सोशल मीडिया पोस्ट',
    'news-items': 'प्रकाशित समाचार',
    'newspaper-ads': 'समाचार-पत्रों में विज्ञापन',
    meetings: 'जागरूकता बैठकें',
    messages: 'संदेश',
    calls: 'कॉल',
  },
  channelTable: 'माध्यमवार स्कैन',
  channel: 'माध्यम',
  channels: {
    board: 'बोर्ड',
    pamphlet: 'पम्पलेट',
    vehicle: 'गाड़ियाँ',
    newspaper: 'समाचार-पत्र',
    film: 'फ़िल्म',
    radio: 'रेडियो',
    social: 'सोशल मीडिया',
    sms: 'एसएमएस',
    ivr: 'फ़ोन कॉल',
    event: 'कार्यक्रम',
  },
  sources: 'आँकड़ों के स्रोत',
  source: 'स्रोत',
  sourceNames: {
    play: 'Google Play रिपोर्ट',
    'app-store': 'App Store रिपोर्ट',
    manual: 'मुख्यालय को सूचित कुल संख्या',
  },
  lastReport: 'अंतिम दिन',
  readAt: 'पढ़ा गया',
  from: 'फ़ाइल या सूचनादाता',
  noSources: 'अभी कोई रिपोर्ट नहीं मिली है।',
  gaps: (source, first, last) =>
    first === last
      ? `${source}: ${first} का आँकड़ा नहीं मिला।`
      : `${source}: ${first} से ${last} तक के आँकड़े नहीं मिले।`,
  csv: 'CSV में लें',
  csvNames: {
    downloads: 'दिनवार डाउनलोड',
    districts: 'जनपदवार',
    directions: 'निर्देशवार',
    channels: 'माध्यमवार',
  },
  method: 'ये आँकड़े कैसे बनते हैं',
  methodText: [
    'कुल डाउनलोड = मुख्यालय को बताया गया अंतिम योग + बाद के Google Play इंस्टॉल + App Store के पहले डाउनलोड। योग न बताया गया हो तो गिनती पहली रिपोर्ट के दिन से होती है। पन्ना यह लिखता है।',
    'प्रतिदिन चाहिए = बचे हुए डाउनलोड ÷ बचे हुए दिन, ऊपर की ओर पूर्णांक में। इसे पिछले 7 और 14 दिनों के औसत से मिलाकर देखें। जिस दिन की रिपोर्ट नहीं आई, वह दिन औसत में नहीं गिना जाता।',
    'अनुमान की पट्टी 2,000 संभावित राहों की है। वे हाल के दिनों की गति से बनीं: 100 में 80 राहें पट्टी के भीतर रहती हैं। संभावना बताती है कि उनमें से कितनी राहें अंतिम तिथि तक लक्ष्य पार करती हैं। यह वादा नहीं, अनुमान है।',
    'स्कैन छपे हुए कोड के खुलने की गिनती है। लिंक-पूर्वावलोकन और बॉट नहीं गिने जाते। स्कैन डाउनलोड नहीं है।',
    'बोर्ड उतने ही गिने जाते हैं जितने थानों ने लगने की सूचना दी; सत्यापित वे हैं जिनकी कम से कम सही फ़ोटो है।',
  ],
  plan: 'योजना: बैठक और पत्र के निर्देश',
};

const en: ProgressWords = {
  ...chartWordsIn('en'),
  heading: 'Progress',
  replayed: (day) => `The clock is set to ${day}; it is not today’s date.`,
  sampleText:
    'Sample data: no figure on this page is real. They only show how the page looks with a campaign in full run.',
  of: (goal) => `Goal: more than ${goal}`,
  earlierGoal: (goal, day, reached) =>
    `${reached ? '✓ Reached' : 'Over'}: more than ${goal} by ${day}`,
  atLeast: 'at least',
  since: (day) => `Downloads counted since ${day}; the total before is not known`,
  noTotal: 'No figure',
  status: {
    'no-readings': 'No figure for downloads has been received yet.',
    'not-begun': 'The campaign has not begun yet.',
    unrated: 'There are too few figures yet to tell a daily rate.',
    'on-track': 'The present rate is enough for the goal.',
    between: 'Only one of the averages of 7 and 14 days is enough for the goal.',
    behind: 'The present rate is too low for the goal.',
    met: 'The goal was exceeded in time.',
    'met-late': 'The goal was exceeded, but after the last day.',
    missed: 'The goal was not reached by the last day.',
    'ended-unsure':
      'The last day is past; what is known does not tell whether the goal was reached.',
  },
  daysLeft: 'days left',
  lastDay: (day) => `Last day ${day}`,
  past: (day) => `The last day of the goal, ${day}, is past.`,
  required: 'needed a day',
  requiredNote: (day) => `from ${day} to the last day, each day`,
  noRequired: 'No longer applies',
  rate7: 'a day, average of 7 days',
  rate14: 'a day, average of 14 days',
  reportedDays: (reported) => `from ${reported} reported days`,
  fromTotals: 'from the difference of two totals',
  unknown: 'Not known',
  probability: 'chance of exceeding the goal',
  probabilityNote: 'if the recent rate and its ups and downs go on',
  noForecast: {
    'no-readings': 'No forecast without figures',
    'too-few': 'A forecast needs 14 reported days',
    ended: 'The last day is past',
  },
  dayTable: 'Table by day',
  forecastTable: 'Table of the forecast',
  tipForecast: (middle) => `Forecast ${middle}`,
  date: 'Date',
  added: 'On the day',
  total: 'Total',
  low: 'Low',
  middle: 'Middle',
  high: 'High',
  map: 'Map of districts',
  league: 'Districts in order',
  leagueNote: 'Order: share of boards up, then scans per station. ▲▼ against the place a week ago.',
  leagueFilter: 'District or zone',
  leagueAll: (all) => `Show all ${all} districts`,
  leagueCount: (shown, all) => `${shown} of ${all} districts`,
  movedUp: (places) => `up ${places} since a week ago`,
  movedDown: (places) => `down ${places} since a week ago`,
  nothingYet: 'No district has reported a board yet, and no code has been scanned.',
  district: 'District',
  boards: 'Boards up',
  share: 'Share',
  verified: 'Verified',
  scans: 'Scans',
  installs: 'Installs',
  notInstalls: 'Scans, not installs: the app does not yet say which install came from which code.',
  installsNote: 'Installs are those that the Android app itself reported with their code.',
  perStation: 'Per station',
  last7: 'Last 7 days',
  state: 'Whole state',
  directions: 'Where the directions stand',
  direction: 'Direction',
  standing: 'Standing',
  counted: 'Counted',
  countOf: (count, of) => `${count} of ${of}`,
  directionStatus: {
    'not-counted': 'Nothing to count',
    'not-begun': 'Not begun',
    'under-way': 'Under way',
    done: 'Done',
  },
  standingAsOf: (day) => `Standings by the figures entered up to ${day}.`,
  standingNone: (day) => `No action on any direction was entered up to ${day}.`,
  measures: {
    boards: 'boards at stations',
    'vehicle-boards': 'boards on vehicles',
    pamphlets: 'pamphlets',
    newspapers: 'newspapers',
    theatres: 'cinemas',
    shows: 'shows',
    'fm-spots': 'FM spots',
    'social-posts': 'social media posts',
    'news-items': 'news items printed',
    'newspaper-ads': 'advertisements in newspapers',
    meetings: 'awareness meetings',
    messages: 'messages',
    calls: 'calls',
  },
  channelTable: 'Scans by medium',
  channel: 'Medium',
  channels: {
    board: 'Boards',
    pamphlet: 'Pamphlets',
    vehicle: 'Vehicles',
    newspaper: 'Newspapers',
    film: 'Film',
    radio: 'Radio',
    social: 'Social media',
    sms: 'SMS',
    ivr: 'Phone calls',
    event: 'Events',
  },
  sources: 'Sources of the figures',
  source: 'Source',
  sourceNames: {
    play: 'Google Play report',
    'app-store': 'App Store report',
    manual: 'Total given to headquarters',
  },
  lastReport: 'Last day',
  readAt: 'Read',
  from: 'File, or who gave it',
  noSources: 'No report has been received yet.',
  gaps: (source, first, last) =>
    first === last
      ? `${source}: no figure for ${first}.`
      : `${source}: no figures from ${first} to ${last}.`,
  csv: 'Take as CSV',
  csvNames: {
    downloads: 'Downloads by day',
    districts: 'By district',
    directions: 'By direction',
    channels: 'By medium',
  },
  method: 'How these figures are made',
  methodText: [
    'Total downloads = the last total given to headquarters + Google Play’s daily installs after it + first downloads on the App Store. Where no total was given, counting starts with the first report day, and the page says so.',
    'Needed a day = downloads missing ÷ days left, rounded up. Compare it with the averages of the last 7 and 14 days. A day without a report is left out of the average.',
    'The band of the forecast holds 2,000 possible courses made from the rate and the ups and downs of recent days: 80 of 100 stay inside. The chance says how many of them exceed the goal by the last day. It is a forecast, not a promise.',
    'A scan is a printed code that was opened. Link previews and bots are not counted. A scan is not a download.',
    'Boards are counted as stations report them; verified are those with at least a picture that proves them.',
  ],
  plan: 'The plan: directions of the minutes and the letter',
};

/** Words of the progress page: apart from the others, because the browser may need them too. */
export const progressWordsIn = inEachLanguage<ProgressWords>({ hi, en });
