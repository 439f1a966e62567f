import type { FoundKind } from '../islands/console/shell/find/found.ts';
import { inEachLanguage } from './own-language.ts';

interface FindWords {
  open: string;
  title: string;
  hint: string;
  lead: string;
  close: string;
  looking: string;
  none: (text: string) => string;
  found: (count: number) => string;
  partly: string;
  number: string;
  kinds: Record<FoundKind, string>;
}

export const findWordsIn = inEachLanguage<FindWords>({
  hi: {
    open: 'थाना, कोड, कार्य खोजें',
    title: 'पोर्टल में खोजें',
    hint: 'थाना, कोड, कार्य, निर्देश…',
    lead: 'थाने का नाम, बोर्ड का कोड, कार्य की संख्या, आदेश, प्रसारण, निर्देश या मदद खोजें।',
    close: 'बंद करें',
    looking: 'खोज रहे हैं…',
    none: (text) => `“${text}” से कुछ नहीं मिला। शब्द बदलकर देखें।`,
    found: (count) => `${count} मिले।`,
    partly: 'कुछ सूचियाँ अभी नहीं देखी जा सकीं।',
    number: 'नागरिक का नंबर यहाँ नहीं खोजा जाता।',
    kinds: {
      page: 'पृष्ठ',
      code: 'कोड',
      station: 'थाने',
      direction: 'निर्देश',
      activity: 'कार्य',
      'press-note': 'प्रेस नोट',
      order: 'छपाई के आदेश',
      blast: 'प्रसारण',
      help: 'मदद',
    },
  },
  en: {
    open: 'Find a station, code, entry',
    title: 'Search the console',
    hint: 'Station, code, entry, direction…',
    lead: 'Find a station by name, a board’s code, an entry’s number, an order, a blast, a direction or help.',
    close: 'Close',
    looking: 'Looking…',
    none: (text) => `Nothing is found by “${text}”. Try other words.`,
    found: (count) => (count === 1 ? '1 found.' : `${count} found.`),
    partly: 'Some lists could not be searched now.',
    number: 'A citizen’s number is not searched here.',
    kinds: {
      page: 'Pages',
      code: 'Code',
      station: 'Stations',
      direction: 'Directions',
      activity: 'Entries',
      'press-note': 'Press notes',
      order: 'Orders',
      blast: 'Blasts',
      help: 'Help',
    },
  },
});
