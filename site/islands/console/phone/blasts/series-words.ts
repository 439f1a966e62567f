import {
  listRoundDays,
  placeInMonth,
  type RepeatRule,
  type Rhythm,
  toWeekday,
} from '../../../../../campaigns/messages/repeat-days.ts';
import { formatDay, formatNumber } from '../../../../i18n/format.ts';
import type { Language } from '../../../../i18n/language.ts';
import { inEachLanguage } from '../../../../i18n/own-language.ts';

interface Saying {
  weekday: string;
  /** Of the weekday in its month. */
  place: string;
  date: number;
}

export const seriesWordsIn = inEachLanguage({
  repeat: ['दोहराव', 'Repeat'],
  once: ['एक बार', 'Once'],
  weekdays: [
    ['रविवार', 'Sunday'],
    ['सोमवार', 'Monday'],
    ['मंगलवार', 'Tuesday'],
    ['बुधवार', 'Wednesday'],
    ['गुरुवार', 'Thursday'],
    ['शुक्रवार', 'Friday'],
    ['शनिवार', 'Saturday'],
  ],
  places: [
    ['पहले', 'first'],
    ['दूसरे', 'second'],
    ['तीसरे', 'third'],
    ['चौथे', 'fourth'],
    ['पाँचवें', 'fifth'],
  ],
  rhythms: {
    weekly: ({ weekday }: Saying) => [`हर सप्ताह, ${weekday} को`, `Every week, on ${weekday}`],
    monthly: ({ date }: Saying) => [`हर माह, ${date} तारीख को`, `Every month, on day ${date}`],
    'monthly-weekday': ({ place, weekday }: Saying) => [
      `हर माह, ${place} ${weekday} को`,
      `Every month, on the ${place} ${weekday}`,
    ],
    'monthly-last': ({ weekday }: Saying) => [
      `हर माह, अंतिम ${weekday} को`,
      `Every month, on the last ${weekday}`,
    ],
    days: () => ['चुने हुए दिनों पर', 'On further days'],
    texts: () => ['कई दिनों में कई पाठ', 'Several texts over days'],
  },
  noTrial: [
    'दोहराने पर दूसरे पाठ से तुलना हट जाएगी।',
    'Once it comes again, the trial of a second text goes.',
  ],
  hint: [
    'दिन ऊपर के पहले दिन से तय होते हैं। सभी बारियाँ एक साथ स्वीकृत होती हैं; हर बारी उसी समय और सीमा में जाती है।',
    'The days follow from the first one above. All rounds are approved together; each goes at the same time and within the same limits.',
  ],
  times: ['कुल कितनी बार', 'How often in all'],
  until: ['या किस दिन तक', 'Or until which day'],
  day: (number: number) => [`${number}. दिन`, `Day ${number}`],
  addDay: ['एक दिन और', 'One more day'],
  remove: (what: string) => [`${what}: हटाएँ`, `${what}: remove`],
  textsHint: [
    'बाद के पाठ केवल उन्हें जाते हैं जिन्हें पहला मिला और जिन्होंने बीच में मना नहीं किया। जिन पाठों में कुछ भरना हो, वे यहाँ नहीं हैं।',
    'Later texts go only to those who got the first one and have not said stop since. Texts with something to fill in are not offered here.',
  ],
  afterDays: ['पहले के कितने दिन बाद', 'How many days after the first'],
  text: {
    hi: ['हिंदी पाठ', 'Hindi text'],
    en: ['अंग्रेज़ी पाठ', 'English text'],
  },
  choose: ['चुनें', 'Choose'],
  addText: ['एक पाठ और', 'One more text'],
  nth: (number: number) => [`${number}. पाठ`, `Text ${number}`],
  days: (count: number, last: string) => [
    `${count} बार, ${formatDay(last, 'hi')} तक`,
    `${count} times, until ${formatDay(last, 'en')}`,
  ],
  preview: (days: string) => [`दिन: ${days}`, `Days: ${days}`],
  title: ['शृंखला', 'Series'],
  roundOf: (number: number, all: number) => [
    `शृंखला की ${all} में से ${number}. बारी।`,
    `Round ${number} of ${all} of a series.`,
  ],
  first: ['पहली बारी और सभी दिन', 'First round and all days'],
  held: [
    'यह बारी अपने आप नहीं गई, क्योंकि यह अब वैसी नहीं है जैसी स्वीकृत हुई थी:',
    'This round did not go by itself, since it is no longer what was approved:',
  ],
  mostPeople: ['हर बारी में अधिक से अधिक', 'In each round at most'],
  mostMessages: ['कुल संदेश, अधिक से अधिक', 'Messages in all, at most'],
  mostCost: ['कुल व्यय, अधिक से अधिक', 'Cost in all, at most'],
  people: (count: number) => [
    `${formatNumber(count, 'hi')} लोग`,
    `${formatNumber(count, 'en')} people`,
  ],
  margin: [
    'गिनती से 10 प्रतिशत तक अधिक लोग; उससे अधिक हों, दर बढ़े, पाठ या रिकॉर्डिंग बदले, या पिछली बारी रोकी जाए, तो बारी अधिकारी की प्रतीक्षा करती है।',
    'Up to 10 per cent more people than counted; with more, a higher price, another text or recording, or after a round that was paused or stopped, it waits for an officer.',
  ],
  approves: (rounds: number, messages: string, cost: string) => [
    `यह पहली बारी है। स्वीकृति से सभी ${rounds} बारियाँ जाएँगी: कुल अधिक से अधिक ${messages} संदेश, व्यय अधिक से अधिक ${cost}।`,
    `This is the first round. With the approval all ${rounds} go: at most ${messages} messages in all, for at most ${cost}.`,
  ],
  statuses: {
    waiting: ['आनी है', 'to come'],
    begun: ['शुरू हुई', 'begun'],
    held: ['अधिकारी की प्रतीक्षा में', 'waits for an officer'],
    missed: ['छूट गई', 'missed'],
    skipped: ['छोड़ी गई', 'skipped'],
    stopped: ['समाप्त', 'stopped'],
  },
  all: (count: number) => [`सभी ${count} बारियाँ`, `All ${count} rounds`],
  skip: ['यह बारी छोड़ें', 'Skip this round'],
  stop: ['पूरी शृंखला समाप्त करें', 'Stop the whole series'],
  sure: [
    'पूरी शृंखला स्थायी रूप से समाप्त करें? जो बारी चल रही है, वह भी रुकेगी।',
    'Stop the whole series for good? A round that goes on is stopped, too.',
  ],
  stopForGood: ['हाँ, समाप्त करें', 'Yes, stop it'],
  goOn: ['नहीं', 'No'],
  row: (begun: number, all: number) => [
    `शृंखला: ${all} में से ${begun} बारियाँ`,
    `Series: ${begun} of ${all} rounds`,
  ],
  next: (day: string) => [`अगली ${day}`, `next ${day}`],
  waitsFor: (count: number) => [
    `${count} अधिकारी की प्रतीक्षा में`,
    count === 1 ? '1 waits for an officer' : `${count} wait for an officer`,
  ],
  rounds: ['बाद की बारियाँ', 'Later rounds'],
});

/** A rhythm as it follows from the first day: “every month, on the first Tuesday”. */
export function sayRhythm(rhythm: Rhythm, first: string, language: Language): string {
  const words = seriesWordsIn(language);
  return words.rhythms[rhythm]({
    weekday: words.weekdays[toWeekday(first)] ?? '',
    place: words.places[placeInMonth(first) - 1] ?? '',
    date: Number(first.slice(8, 10)),
  });
}

/** The same with how often and until when. */
export function sayRepeat(rule: RepeatRule, first: string, language: Language): string {
  const days = listRoundDays(rule, first);
  const end = seriesWordsIn(language).days(days.length, days.at(-1) ?? first);
  return `${sayRhythm(rule.rhythm, first, language)} · ${end}`;
}
