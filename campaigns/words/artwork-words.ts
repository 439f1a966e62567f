/** Everyday names of the kit's artworks. */
export const artworkWords: { hi: Record<string, string>; en: Record<string, string> } = {
  hi: {
    board: 'बोर्ड, 8×5 फ़ुट',
    pamphlet: 'पम्पलेट, A5',
    'pamphlet-2up': 'पम्पलेट, आधी SRA3 शीट पर दो',
    'pamphlet-4up': 'पम्पलेट, SRA3 शीट पर चार',
    'pamphlet-one-ink': 'पम्पलेट, एक रंग में (फ़ोटोकॉपी)',
    'pamphlet-large': 'पम्पलेट बड़े अक्षरों में, A4',
    'poster-a3': 'पोस्टर, A3',
    'poster-a2': 'पोस्टर, A2',
    standee: 'स्टैंडी, 2×6 फ़ुट',
    sticker: 'स्टिकर, 75 मिमी',
    tent: 'टेबल टेंट, A4 मोड़कर',
    'board-ur': 'बोर्ड उर्दू में, 8×5 फ़ुट',
    'pamphlet-ur': 'पम्पलेट उर्दू में, A5',
    'pamphlet-ur-2up': 'पम्पलेट उर्दू में, आधी SRA3 शीट पर दो',
    'pamphlet-ur-4up': 'पम्पलेट उर्दू में, SRA3 शीट पर चार',
    ticket: 'छपाई का कार्यादेश',
    district: 'पूरा जनपद',
  },
  en: {
    board: 'Board, 8×5 ft',
    pamphlet: 'Pamphlet, A5',
    'pamphlet-2up': 'Pamphlet, two on half an SRA3 sheet',
    'pamphlet-4up': 'Pamphlet, four on an SRA3 sheet',
    'pamphlet-one-ink': 'Pamphlet in one ink (photocopies)',
    'pamphlet-large': 'Pamphlet in large print, A4',
    'poster-a3': 'Poster, A3',
    'poster-a2': 'Poster, A2',
    standee: 'Standee, 2×6 ft',
    sticker: 'Sticker, 75 mm',
    tent: 'Table tent, folded A4',
    'board-ur': 'Board in Urdu, 8×5 ft',
    'pamphlet-ur': 'Pamphlet in Urdu, A5',
    'pamphlet-ur-2up': 'Pamphlet in Urdu, two on half an SRA3 sheet',
    'pamphlet-ur-4up': 'Pamphlet in Urdu, four on an SRA3 sheet',
    ticket: 'Print job ticket',
    district: 'Whole district',
  },
};

/** Its name in a language; an artwork that is new here has its id. */
export function artworkName(artwork: string, language: 'hi' | 'en'): string {
  return artworkWords[language][artwork] ?? artwork;
}
