import type { Bilingual } from '../../../../campaigns/bilingual.ts';
import type { DueBy } from '../../../../campaigns/directions/occurrences.ts';
import { formatCount, formatDay } from '../../../../campaigns/numbers.ts';
import {
  dueByWords,
  lateText,
  periodText,
  stateWords,
} from '../../../../campaigns/words/direction-words.ts';
import { pairs } from '../../../../campaigns/words/pairs.ts';
import type { LetterContent, LetterLanguage } from '../letter.ts';
import { frame, type Part } from './frame.ts';
import type { Voice } from './voice.ts';

export interface OwedItem {
  title: Bilingual;
  /** `2019-03`, `once`, `event-7`. */
  period: string;
  due: string;
  dueBy: DueBy;
  lateDays: number;
  returned: boolean;
}

export interface DirectionsFacts {
  office: Bilingual;
  /** Day of the figures. */
  today: string;
  /** Within a week, the soonest first. */
  due: readonly OwedItem[];
  /** The latest first. */
  late: readonly OwedItem[];
  consoleUrl: string;
}

const mostItems = 10;

/** Reminds an office of what is due within a week, and of what is late. */
export function directionsLetter(facts: DirectionsFacts, voice: Voice): LetterContent {
  const { language } = voice;
  const words = owedWords[language];
  const { due, late } = facts;
  const subject = [
    ...(due.length === 0 ? [] : [words.due(formatCount(due.length))]),
    ...(late.length === 0 ? [] : [words.late(formatCount(late.length))]),
  ].join(', ');
  return frame({
    voice,
    unsubscribe: true,
    subject: words.subject(subject),
    parts: [
      {
        kind: 'text',
        text: words.opening(facts.office[language], formatDay(facts.today, language)),
      },
      ...listItems(words.dueHead, due, language),
      ...listItems(words.lateHead, late, language),
      { kind: 'button', label: words.button, href: facts.consoleUrl },
    ],
  });
}

function listItems(head: string, items: readonly OwedItem[], language: LetterLanguage): Part[] {
  if (items.length === 0) return [];
  const rest = items.length - mostItems;
  return [
    { kind: 'text', text: head },
    {
      kind: 'list',
      items: items.slice(0, mostItems).map((item) => writeItem(item, language)),
      ...(rest > 0 ? { more: owedWords[language].rest(formatCount(rest)) } : {}),
    },
  ];
}

function writeItem(item: OwedItem, language: LetterLanguage): string {
  const words = owedWords[language];
  const month = /^\d{4}-\d{2}/.test(item.period) ? `, ${periodText(item.period, language)}` : '';
  const day = formatDay(item.due, language);
  const due = item.lateDays > 0 ? words.was(day) : words.by(day);
  return `${item.title[language]}${month}: ${[
    `${due}${dueByWords[item.dueBy]?.[language] ?? ''}`,
    ...(item.lateDays > 0 ? [lateText(item.lateDays)[language]] : []),
    ...(item.returned ? [stateWords.returned[language].toLowerCase()] : []),
  ].join(', ')}`;
}

/** The letter that reminds an office of directions that are due or late. */
const owedWords = pairs({
  due: (count: string) => [`${count} सूचना सात दिन में देय`, `${count} due within seven days`],
  late: (count: string) => [`${count} विलंबित`, `${count} late`],
  subject: (what: string) => [`निर्देशों का अनुपालन: ${what}`, `Compliance with directions: ${what}`],
  opening: (office: string, today: string) => [
    `${office} से अपेक्षित अनुपालन की ${today} की स्थिति नीचे है। जिस निर्देश में कोई तिथि नहीं है, वह इसमें नहीं है।`,
    `This is what is awaited from ${office}, as it stood on ${today}. Directions for which no date is stated are not among it.`,
  ],
  dueHead: ['सात दिन में देय:', 'Due within seven days:'],
  lateHead: ['विलंबित:', 'Late:'],
  by: (day: string) => [`${day} तक`, `by ${day}`],
  was: (day: string) => [`देय ${day}`, `was due on ${day}`],
  rest: (count: string) => [`और ${count}`, `and ${count} more`],
  button: ['निर्देश खोलें', 'Open the directions'],
});
