import type { Bilingual } from '../bilingual.ts';

/** An age as people say it: days for two months, then months, then full years. */
export function sayAge(days: number): Bilingual {
  const months = Math.floor(days / 30.44);
  const years = Math.floor(days / 365.25);
  if (days <= 60) return say(days, 'दिन', 'day');
  return years < 2 ? say(months, 'माह', 'month') : say(years, 'वर्ष', 'year');
}

function say(count: number, hi: string, en: string): Bilingual {
  return { hi: `${count} ${hi}`, en: `${count} ${en}${count === 1 ? '' : 's'}` };
}
