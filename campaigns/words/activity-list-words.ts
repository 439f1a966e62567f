import type { Bilingual } from '../bilingual.ts';
import { formatCount } from '../numbers.ts';

/** Expectation that a list's row failed: follows "expected", or is a whole sentence. */
export const rowFaultWords = {
  unreadable: { hi: 'सूची पढ़ी नहीं जा सकी', en: 'The list could not be read' },
  exists: (activity: number): Bilingual => ({
    hi: `इस थाने का बोर्ड पहले से दर्ज है (प्रविष्टि ${activity})`,
    en: `This station’s board is entered already (entry ${activity})`,
  }),
  beyond: (most: number): Bilingual => ({
    hi: `अधिकतम ${formatCount(most)}; अधिक हो तो इसे अलग से, कारण के साथ दर्ज करें`,
    en: `at most ${formatCount(most)}; what is more is entered by itself, with the reason`,
  }),
  notAllowed: ({ hi, en }: Bilingual): Bilingual => ({
    hi: `ऐसा कार्य जिसे आपका कार्यालय दर्ज कर सकता है (${hi})`,
    en: `an activity that your office may enter (${en})`,
  }),
};

/** Columns around those of the kind's list, in lists that leave the console. */
export const listColumns = {
  station: 'थाना',
  number: 'क्रमांक',
  district: 'जनपद',
  status: 'स्थिति',
  level: 'क्या ज्ञात है',
  missing: 'शेष',
  enteredBy: 'दर्ज किया',
  row: 'पंक्ति',
  fault: 'त्रुटि',
};
export const listCells = { wholeState: 'संपूर्ण प्रदेश', attached: 'है' };
