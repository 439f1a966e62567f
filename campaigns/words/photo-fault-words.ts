import type { Bilingual } from '../bilingual.ts';

/** Why a file is not taken as a picture of a board, or as a certificate or cutting. */
export const photoFaultWords = {
  'not-a-photo': {
    hi: 'यह फ़ाइल फ़ोटो नहीं है; JPEG, PNG, WebP, AVIF या HEIC फ़ोटो भेजें',
    en: 'This file is no picture; send JPEG, PNG, WebP, AVIF or HEIC',
  },
  damaged: {
    hi: 'फ़ोटो की फ़ाइल अधूरी या खराब है; कृपया दोबारा भेजें',
    en: 'The picture’s file is incomplete or damaged; please send it again',
  },
  'too-many-pixels': {
    hi: 'फ़ोटो बहुत बड़ी है; 5 करोड़ पिक्सेल तक की फ़ोटो भेजें',
    en: 'The picture is too large; send up to 50 million pixels',
  },
  'too-small': {
    hi: 'फ़ोटो बहुत छोटी है; कैमरे की मूल फ़ोटो भेजें',
    en: 'The picture is too small; send the camera’s own',
  },
  'not-a-paper': {
    hi: 'यह फ़ाइल न फ़ोटो है न PDF; JPEG, PNG, WebP, AVIF, HEIC या PDF भेजें',
    en: 'This file is neither a picture nor a PDF; send JPEG, PNG, WebP, AVIF, HEIC or PDF',
  },
  'too-many-pages': {
    hi: 'PDF में 1 से 4 पृष्ठ होने चाहिए; केवल प्रमाण-पत्र या कतरन के पृष्ठ भेजें',
    en: 'The PDF must have 1 to 4 pages; please send those of the certificate or cutting only',
  },
  'too-many-parts': {
    hi: 'PDF में बहुत अधिक भाग हैं; सादी PDF या काग़ज़ की फ़ोटो भेजें',
    en: 'The PDF has too many parts; please send a plain PDF, or a picture of the paper',
  },
  locked: {
    hi: 'PDF पर पासवर्ड लगा है; पासवर्ड हटाकर या उसकी फ़ोटो भेजें',
    en: 'The PDF has a password; please send it without one, or a picture of it',
  },
} as const satisfies Record<string, Bilingual>;

/** Why a picture that can be read is not taken for a board, or is doubted. */
export const doubtWords: Record<
  'other-station' | 'reused' | 'like-another',
  (station: Bilingual) => Bilingual
> = {
  'other-station': ({ hi, en }) => ({
    hi: `फ़ोटो में लगे क्यूआर कोड के अनुसार यह बोर्ड ${hi} का है`,
    en: `By the QR code in the picture this is the board of ${en}`,
  }),
  reused: ({ hi, en }) => ({
    hi: `यही फ़ोटो ${hi} के लिए पहले भेजी जा चुकी है`,
    en: `The same picture was handed in for ${en} before`,
  }),
  'like-another': ({ hi, en }) => ({
    hi: `यह फ़ोटो ${hi} की फ़ोटो जैसी है`,
    en: `The picture is like one of ${en}`,
  }),
};
