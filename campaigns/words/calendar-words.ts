import type { Bilingual } from '../bilingual.ts';
import type { Demonstration } from '../demonstration.ts';

/** Name of an office's calendar of directions. */
export function calendarTitle(
  office: Bilingual,
  { demonstration }: { demonstration?: Demonstration | undefined },
): Bilingual {
  const title = { hi: `निर्देश: ${office.hi}`, en: `Directions: ${office.en}` };
  const mark = demonstration?.stamp;
  return mark ? { hi: `${mark.hi}, ${title.hi}`, en: `${mark.en}, ${title.en}` } : title;
}
