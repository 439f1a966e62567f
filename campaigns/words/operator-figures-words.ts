import { hourSeconds, minuteSeconds } from '../durations.ts';
import { pairs } from './pairs.ts';

/** How fast and to how many a blast came at each telecom operator: words of page and report. */
export const operatorFigureWords = pairs({
  title: ['दूरसंचार कंपनी और सर्किल के अनुसार', 'By telecom operator and circle'],
  head: [
    ['कंपनी · सर्किल', 'Operator · circle'],
    ['भेजे गए', 'Sent'],
    ['पहुँचे', 'Delivered'],
    ['अंश', 'Share'],
    ['आधे इतने समय में', 'Half within'],
    ['90 % इतने समय में', '90 % within'],
  ],
  unknown: ['कंपनी ज्ञात नहीं', 'Operator not known'],
  seconds: (count: number) => [`${count} से॰`, `${count} s`],
  minutes: (count: number) => [`${count} मिनट`, `${count} min`],
  hours: (count: number) => [`${count} घंटे`, `${count} h`],
});

/** As 45 s, 12 min or 3 h; a dash for null. */
export function formatDelay(seconds: number | null, language: 'hi' | 'en'): string {
  const words = operatorFigureWords[language];
  if (seconds === null) return '–';
  if (seconds < 2 * minuteSeconds) return words.seconds(seconds);
  if (seconds < 2 * hourSeconds) return words.minutes(Math.round(seconds / minuteSeconds));
  return words.hours(Math.round(seconds / hourSeconds));
}

/** The operator and, where it is known, its circle. */
export function operatorName(
  { operator, circle }: { operator: string | null; circle: string | null },
  language: 'hi' | 'en',
): string {
  const name = operator ?? operatorFigureWords[language].unknown;
  return circle === null ? name : `${name} · ${circle}`;
}
