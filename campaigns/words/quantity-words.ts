import type { Bilingual } from '../bilingual.ts';

/** The sheet on which a district fills in how many of each file it orders. */
export const quantityWords = {
  sheet: 'संख्या',
  title: 'कार्यादेश की संख्याएँ',
  tooMany: (rows: number): Bilingual => ({
    hi: `इस सूची में ${rows} से अधिक पंक्तियाँ हैं; यहाँ मिला प्रपत्र भरकर भेजें`,
    en: `Expected at most ${rows} rows, got more; fill in the sheet that is handed out here`,
  }),
};
