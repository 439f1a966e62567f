import { formatDay, formatNumber } from './format.ts';
import { inEachLanguage } from './own-language.ts';

const hi = {
  repeat: 'दोहराव',
  once: 'एक बार',
  weekdays: ['रविवार', 'सोमवार', 'मंगलवार', 'बुधवार', 'गुरुवार', 'शुक्रवार', 'शनिवार'],
  places: ['पहले', 'दूसरे', 'तीसरे', 'चौथे', 'पाँचवें'],
  rhythms: {
    weekly: ({ weekday }: Saying) => `हर सप्ताह, ${weekday} को`,
    monthly: ({ date }: Saying) => `हर माह, ${date} तारीख को`,
    'monthly-weekday': ({ place, weekday }: Saying) => `हर माह, ${place} ${weekday} को`,
    'monthly-last': ({ weekday }: Saying) => `हर माह, अंतिम ${weekday} को`,
    days: () => 'चुने हुए दिनों पर',
    texts: () => 'कई दिनों में कई पाठ',
  },
  noTrial: 'दोहराने पर दूसरे पाठ से तुलना हट जाएगी।',
  hint: 'दिन ऊपर के पहले दिन से तय होते हैं। सभी बारियाँ एक साथ स्वीकृत होती हैं; हर बारी उसी समय और सीमा में जाती है।',
  times: 'कुल कितनी बार',
  until: 'या किस दिन तक',
  day: (number: number) => `${number}. दिन`,
  addDay: 'एक दिन और',
  remove: (what: string) => `${what}: हटाएँ`,
  textsHint:
    'बाद के पाठ केवल उन्हें जाते हैं जिन्हें पहला मिला और जिन्होंने बीच में मना नहीं किया। जिन पाठों में कुछ भरना हो, वे यहाँ नहीं हैं।',
  afterDays: 'पहले के कितने दिन बाद',
  text: { hi: 'हिंदी पाठ', en: 'अंग्रेज़ी पाठ' },
  choose: 'चुनें',
  addText: 'एक पाठ और',
  nth: (number: number) => `${number}. पाठ`,
  days: (count: number, last: string) => `${count} बार, ${formatDay(last, 'hi')} तक`,
  preview: (days: string) => `दिन: ${days}`,
  title: 'शृंखला',
  roundOf: (number: number, all: number) => `शृंखला की ${all} में से ${number}. बारी।`,
  first: 'पहली बारी और सभी दिन',
  held: 'यह बारी अपने आप नहीं गई, क्योंकि यह अब वैसी नहीं है जैसी स्वीकृत हुई थी:',
  mostPeople: 'हर बारी में अधिक से अधिक',
  mostMessages: 'कुल संदेश, अधिक से अधिक',
  mostCost: 'कुल व्यय, अधिक से अधिक',
  people: (count: number) => `${formatNumber(count, 'hi')} लोग`,
  margin:
    'गिनती से 10 प्रतिशत तक अधिक लोग; उससे अधिक हों, दर बढ़े, पाठ या रिकॉर्डिंग बदले, या पिछली बारी रोकी जाए, तो बारी अधिकारी की प्रतीक्षा करती है।',
  approves: (rounds: number, messages: string, cost: string) =>
    `यह पहली बारी है। स्वीकृति से सभी ${rounds} बारियाँ जाएँगी: कुल अधिक से अधिक ${messages} संदेश, व्यय अधिक से अधिक ${cost}।`,
  statuses: {
    waiting: 'आनी है',
    begun: 'शुरू हुई',
    held: 'अधिकारी की प्रतीक्षा में',
    missed: 'छूट गई',
    skipped: 'छोड़ी गई',
    stopped: 'समाप्त',
  },
  all: (count: number) => `सभी ${count} बारियाँ`,
  skip: 'यह बारी छोड़ें',
  stop: 'पूरी शृंखला समाप्त करें',
  sure: 'पूरी शृंखला स्थायी रूप से समाप्त करें? जो बारी चल रही है, वह भी रुकेगी।',
  stopForGood: 'हाँ, समाप्त करें',
  goOn: 'नहीं',
  row: (begun: number, all: number) => `शृंखला: ${all} में से ${begun} बारियाँ`,
  next: (day: string) => `अगली ${day}`,
  waitsFor: (count: number) => `${count} अधिकारी की प्रतीक्षा में`,
  rounds: 'बाद की बारियाँ',
};

interface Saying {
  weekday: string;
  /** Of the weekday in its month. */
  place: string;
  date: number;
}

const en: typeof hi = {
  repeat: 'Repeat',
  once: 'Once',
  weekdays: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
  places: ['first', 'second', 'third', 'fourth', 'fifth'],
  rhythms: {
    weekly: ({ weekday }) => `Every week, on ${weekday}`,
    monthly: ({ date }) => `Every month, on day ${date}`,
    'monthly-weekday': ({ place, weekday }) => `Every month, on the ${place} ${weekday}`,
    'monthly-last': ({ weekday }) => `Every month, on the last ${weekday}`,
    days: () => 'On further days',
    texts: () => 'Several texts over days',
  },
  noTrial: 'Once it comes again, the trial of a second text goes.',
  hint: 'The days follow from the first one above. All rounds are approved together; each goes at the same time and within the same limits.',
  times: 'How often in all',
  until: 'Or until which day',
  day: (number) => `Day ${number}`,
  addDay: 'One more day',
  remove: (what) => `${what}: remove`,
  textsHint:
    'Later texts go only to those who got the first one and have not said stop since. Texts with something to fill in are not offered here.',
  afterDays: 'How many days after the first',
  text: { hi: 'Hindi text', en: 'English text' },
  choose: 'Choose',
  addText: 'One more text',
  nth: (number) => `Text ${number}`,
  days: (count, last) => `${count} times, until ${formatDay(last, 'en')}`,
  preview: (days) => `Days: ${days}`,
  title: 'Series',
  roundOf: (number, all) => `Round ${number} of ${all} of a series.`,
  first: 'First round and all days',
  held: 'This round did not go by itself, since it is no longer what was approved:',
  mostPeople: 'In each round at most',
  mostMessages: 'Messages in all, at most',
  mostCost: 'Cost in all, at most',
  people: (count) => `${formatNumber(count, 'en')} people`,
  margin:
    'Up to 10 per cent more people than counted; with more, a higher price, another text or recording, or after a round that was paused or stopped, it waits for an officer.',
  approves: (rounds, messages, cost) =>
    `This is the first round. With the approval all ${rounds} go: at most ${messages} messages in all, for at most ${cost}.`,
  statuses: {
    waiting: 'to come',
    begun: 'begun',
    held: 'waits for an officer',
    missed: 'missed',
    skipped: 'skipped',
    stopped: 'stopped',
  },
  all: (count) => `All ${count} rounds`,
  skip: 'Skip this round',
  stop: 'Stop the whole series',
  sure: 'Stop the whole series for good? A round that goes on is stopped, too.',
  stopForGood: 'Yes, stop it',
  goOn: 'No',
  row: (begun, all) => `Series: ${begun} of ${all} rounds`,
  next: (day) => `next ${day}`,
  waitsFor: (count) => (count === 1 ? '1 waits for an officer' : `${count} wait for an officer`),
  rounds: 'Later rounds',
};

export const seriesWordsIn = inEachLanguage({ hi, en });
