import { type Pair, pairs } from './pairs.ts';

/** Everyday names of the kit's artworks. */
export const artworkWords = pairs({
  board: ['बोर्ड, 8×5 फ़ुट', 'Board, 8×5 ft'],
  pamphlet: ['पम्पलेट, A5', 'Pamphlet, A5'],
  'pamphlet-2up': ['पम्पलेट, आधी SRA3 शीट पर दो', 'Pamphlet, two on half an SRA3 sheet'],
  'pamphlet-4up': ['पम्पलेट, SRA3 शीट पर चार', 'Pamphlet, four on an SRA3 sheet'],
  'pamphlet-one-ink': ['पम्पलेट, एक रंग में (फ़ोटोकॉपी)', 'Pamphlet in one ink (photocopies)'],
  'pamphlet-large': ['पम्पलेट बड़े अक्षरों में, A4', 'Pamphlet in large print, A4'],
  'poster-a3': ['पोस्टर, A3', 'Poster, A3'],
  'poster-a2': ['पोस्टर, A2', 'Poster, A2'],
  standee: ['स्टैंडी, 2×6 फ़ुट', 'Standee, 2×6 ft'],
  sticker: ['स्टिकर, 75 मिमी', 'Sticker, 75 mm'],
  tent: ['टेबल टेंट, A4 मोड़कर', 'Table tent, folded A4'],
  'board-ur': ['बोर्ड उर्दू में, 8×5 फ़ुट', 'Board in Urdu, 8×5 ft'],
  'pamphlet-ur': ['पम्पलेट उर्दू में, A5', 'Pamphlet in Urdu, A5'],
  'pamphlet-ur-2up': [
    'पम्पलेट उर्दू में, आधी SRA3 शीट पर दो',
    'Pamphlet in Urdu, two on half an SRA3 sheet',
  ],
  'pamphlet-ur-4up': ['पम्पलेट उर्दू में, SRA3 शीट पर चार', 'Pamphlet in Urdu, four on an SRA3 sheet'],
  ticket: ['छपाई का कार्यादेश', 'Print job ticket'],
  district: ['पूरा जनपद', 'Whole district'],
} as Record<string, Pair>);

/** Its name in a language; an artwork that is new here has its id. */
export function artworkName(artwork: string, language: 'hi' | 'en'): string {
  return artworkWords[language][artwork] ?? artwork;
}
