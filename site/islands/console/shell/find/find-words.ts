import type { Pair } from '../../../../../campaigns/words/pairs.ts';
import { inEachLanguage } from '../../../../i18n/own-language.ts';
import type { FoundKind } from './found.ts';

export const findWordsIn = inEachLanguage({
  open: ['थाना, कोड, कार्य खोजें', 'Find a station, code, entry'],
  title: ['पोर्टल में खोजें', 'Search the console'],
  hint: ['थाना, कोड, कार्य, निर्देश…', 'Station, code, entry, direction…'],
  lead: [
    'थाने का नाम, बोर्ड का कोड, कार्य की संख्या, आदेश, प्रसारण, निर्देश या मदद खोजें।',
    'Find a station by name, a board’s code, an entry’s number, an order, a blast, a direction or help.',
  ],
  close: ['बंद करें', 'Close'],
  looking: ['खोज रहे हैं…', 'Looking…'],
  none: (text: string) => [
    `“${text}” से कुछ नहीं मिला। शब्द बदलकर देखें।`,
    `Nothing is found by “${text}”. Try other words.`,
  ],
  found: (count: number) => [`${count} मिले।`, count === 1 ? '1 found.' : `${count} found.`],
  partly: ['कुछ सूचियाँ अभी नहीं देखी जा सकीं।', 'Some lists could not be searched now.'],
  number: ['नागरिक का नंबर यहाँ नहीं खोजा जाता।', 'A citizen’s number is not searched here.'],
  kinds: {
    page: ['पृष्ठ', 'Pages'],
    code: ['कोड', 'Code'],
    station: ['थाने', 'Stations'],
    direction: ['निर्देश', 'Directions'],
    activity: ['कार्य', 'Entries'],
    'press-note': ['प्रेस नोट', 'Press notes'],
    order: ['छपाई के आदेश', 'Orders'],
    blast: ['प्रसारण', 'Blasts'],
    help: ['मदद', 'Help'],
  } satisfies Record<FoundKind, Pair>,
});
