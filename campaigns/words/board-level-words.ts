import type { BoardLevel } from '../activities/board-level.ts';
import type { Bilingual } from '../bilingual.ts';

/** Levels of what is known of a board, as tags and heads of columns. */
export const boardLevelNames: Readonly<Record<BoardLevel, Bilingual>> = {
  reported: { hi: 'केवल सूचना', en: 'Reported' },
  pictured: { hi: 'फ़ोटो है', en: 'Pictured' },
  live: { hi: 'मौके की फ़ोटो', en: 'Live picture' },
  seen: { hi: 'देखा गया', en: 'Seen' },
};

/** Of a board that an inspection did not find. */
export const boardNotThere: Bilingual = { hi: 'वहाँ नहीं मिला', en: 'Not there' };

/** Meaning of each level, and what it leaves open. */
export const boardLevelMeanings: Readonly<Record<BoardLevel, Bilingual>> = {
  reported: {
    hi: 'किसी ने दर्ज किया है। सही फ़ोटो नहीं है।',
    en: 'Somebody entered it. There is no picture that proves it.',
  },
  pictured: {
    hi: 'फ़ोटो में इसी थाने का कोड है और वही फ़ोटो किसी और थाने की नहीं। कब और कहाँ खींची गई, यह पक्का नहीं।',
    en: 'A picture shows this station’s code and is no other station’s. When and where it was taken is not certain.',
  },
  live: {
    hi: 'कंसोल के कैमरे से, सर्वर की अनुमति के 90 सेकंड के भीतर खींची गई: पहले पास से, फिर दूर से।',
    en: 'Taken by the console’s camera, within 90 seconds of the server’s leave for it: near, then far.',
  },
  seen: {
    hi: 'दूसरे कार्यालय के अधिकारी ने मौके पर जाकर वैसी ही दो फ़ोटो लीं। स्कैन से कोई स्तर नहीं बढ़ता।',
    en: 'An officer of another office went there and took the same two pictures. Scans lift no level.',
  },
};

/** Fakes that no level rules out. */
export const boardLevelLimits: readonly Bilingual[] = [
  {
    hi: 'कैमरे के सामने बोर्ड था या उसका छपा चित्र या स्क्रीन, यह प्रोग्राम नहीं जान सकता। इसलिए अधिकारी मौके पर जाकर देखते हैं।',
    en: 'Whether the camera saw the board, a print of it or a screen, no program can tell. That is why officers go and look.',
  },
  {
    hi: 'फ़ोटो का स्थान फ़ोन बताता है। फ़ोन से गलत स्थान बुलवाया जा सकता है।',
    en: 'The place of a picture is what the phone says, and a phone can be made to say another one.',
  },
  {
    hi: 'दो कार्यालय मिलकर झूठ बोलें और जल्दी न करें, तो फ़ोटो से पता नहीं चलता।',
    en: 'Two offices that agree to lie and take their time are told by no picture.',
  },
];
