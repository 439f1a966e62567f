import { formatCount, formatDayShort } from '../numbers.ts';
import type { Day } from '../tracker/clock.ts';

interface ReminderFacts {
  /** English where letters are not written in Hindi. */
  language: 'hi' | 'en';
  app: string;
  /** The paper that orders the boards, where there is one. */
  citation: string | undefined;
  /** The signing office's title, without its area. */
  office: string;
  goal: { endsOn: Day };
  today: Day;
  /** Figures that are made up say so. */
  sample: boolean;
  districts: readonly { name: string; stations: number; up: number; left: number }[];
}

/** The reminder to districts whose boards are late, as the office writes it; plain text, to be copied or printed. */
export function reminderLetter(facts: ReminderFacts): string {
  return (facts.language === 'hi' ? inHindi(facts) : inEnglish(facts)).join('\n');
}

function inHindi({ app, citation, office, goal, today, sample, districts }: ReminderFacts) {
  const rows = districts.map(
    ({ name, stations, up, left }, index) =>
      `${index + 1}. ${name}: थाने ${formatCount(stations)}, बोर्ड लगे ${formatCount(up)}, शेष ${formatCount(left)}`,
  );
  const reference = citation === undefined ? '' : `कृपया ${citation} का संदर्भ ग्रहण करें। `;
  return [
    ...(sample ? ['नमूना – ये आँकड़े वास्तविक नहीं हैं', ''] : []),
    'स्मरण पत्र',
    `दिनांक: ${formatDayShort(today)}`,
    '',
    `विषय: थानों पर ${app} ऐप के 8×5 फ़ुट के बोर्ड लगवाए जाने के संबंध में।`,
    '',
    `${reference}दिनांक ${formatDayShort(today)} तक निम्न जनपदों में बोर्ड लगवाए जाने की प्रगति अपेक्षा से कम है:`,
    '',
    ...rows,
    '',
    `अतः अनुरोध है कि शेष थानों पर बोर्ड दिनांक ${formatDayShort(goal.endsOn)} तक लगवाकर उनकी फ़ोटो विभागीय पोर्टल पर उपलब्ध कराएँ।`,
    '',
    office,
  ];
}

function inEnglish({ app, office, goal, today, sample, districts }: ReminderFacts) {
  const rows = districts.map(
    ({ name, stations, up, left }, index) =>
      `${index + 1}. ${name}: stations ${formatCount(stations)}, boards up ${formatCount(up)}, left ${formatCount(left)}`,
  );
  return [
    ...(sample ? ['SAMPLE – these figures are not real', ''] : []),
    'Reminder',
    `Date: ${formatDayShort(today)}`,
    '',
    `Subject: boards of the app ${app}, 8×5 ft, at police stations`,
    '',
    `Up to ${formatDayShort(today)} fewer boards are up in these districts than was expected:`,
    '',
    ...rows,
    '',
    `Please have the boards that are left put up by ${formatDayShort(goal.endsOn)}, and enter their photos in the console.`,
    '',
    office,
  ];
}
