import type { CaptureFault } from '../activities/capture.ts';
import type { Bilingual } from '../bilingual.ts';
import { likenessWords } from './board-likeness-words.ts';

/** Why two pictures of the console's camera are no live picture; they count as a picture all the same. */
export const captureFaultWords: Readonly<Record<CaptureFault, Bilingual>> = {
  unknown: {
    hi: 'अनुमति इस बोर्ड या इस खाते की नहीं थी।',
    en: 'The leave was not for this board or this account.',
  },
  used: { hi: 'अनुमति पहले काम में आ चुकी थी।', en: 'The leave had been used before.' },
  late: {
    hi: 'फ़ोटो 90 सेकंड के भीतर नहीं खींची गईं।',
    en: 'The pictures were not taken within 90 seconds.',
  },
  offline: {
    hi: 'फ़ोटो बिना नेटवर्क के खींची गईं, इसलिए समय फ़ोन का है, सर्वर का नहीं।',
    en: 'The pictures were taken without a network, so their time is the phone’s and not the server’s.',
  },
  'other-files': {
    hi: 'भेजी गई फ़ोटो वे नहीं जो खींची गई थीं।',
    en: 'The pictures are not those that were taken.',
  },
  'from-file': {
    hi: 'फ़ोटो कंसोल के कैमरे की नहीं, किसी फ़ाइल की है।',
    en: 'The picture is of a file, not of the console’s camera.',
  },
  'not-proved': {
    hi: 'पास की फ़ोटो में इस बोर्ड का कोड नहीं पढ़ा गया।',
    en: 'The code of this board could not be read in the near picture.',
  },
  'not-near': {
    hi: 'पास की फ़ोटो में कोड छोटा है। बोर्ड के और पास जाएँ।',
    en: 'The code is small in the near picture. Go closer to the board.',
  },
  'no-far': { hi: 'दूर की फ़ोटो नहीं मिली।', en: 'The picture from afar is missing.' },
  'not-far': {
    hi: 'दूसरी फ़ोटो भी पास की है। कुछ दूर से लें कि आसपास दिखे।',
    en: 'The second picture is near as well. Step back until the surroundings show.',
  },
  'far-known': {
    hi: 'दूर की फ़ोटो किसी और थाने की है।',
    en: 'The picture from afar is another station’s.',
  },
  ...likenessWords,
};
