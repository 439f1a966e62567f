import type { Bilingual } from '../bilingual.ts';

/** Name of an office's calendar of directions. */
export function calendarTitle(office: Bilingual, { sample }: { sample: boolean }): Bilingual {
  const title = { hi: `निर्देश: ${office.hi}`, en: `Directions: ${office.en}` };
  return sample ? { hi: `नमूना, ${title.hi}`, en: `Sample, ${title.en}` } : title;
}
