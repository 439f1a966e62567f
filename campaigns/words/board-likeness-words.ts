import type { LikenessFault } from '../activities/board-likeness.ts';
import type { Bilingual } from '../bilingual.ts';

/** Why a picture with the own code does not prove the board, and what helps. */
export const likenessWords: Readonly<Record<LikenessFault, Bilingual>> = {
  unlike: {
    hi: 'कोड इसी थाने का है, पर उसके चारों ओर का चित्र इस अभियान के बोर्ड जैसा नहीं है। लगे हुए पूरे बोर्ड की फ़ोटो लें।',
    en: 'The code is this station’s, but what is around it does not look like the campaign’s board. Take a picture of the whole board where it hangs.',
  },
  mirrored: {
    hi: 'फ़ोटो उलटी (दर्पण जैसी) है। कैमरे से सीधी ली हुई फ़ोटो भेजें।',
    en: 'The picture is mirrored. Send it as the camera took it.',
  },
  'other-name': {
    hi: 'कोड इसी थाने का है, पर बोर्ड पर नाम किसी और थाने का दिखता है।',
    en: 'The code is this station’s, but the name on the board looks like another station’s.',
  },
  'name-unclear': {
    hi: 'बोर्ड पर थाने का नाम साफ़ नहीं दिखता। ऐसी फ़ोटो लें जिसमें पूरा बोर्ड, नाम सहित, आए।',
    en: 'The station’s name on the board cannot be made out. Take a picture with the whole board and its name in it.',
  },
  'little-seen': {
    hi: 'फ़ोटो में बोर्ड का बहुत थोड़ा भाग है। कुछ पीछे हटकर पूरा बोर्ड लें।',
    en: 'The picture shows very little of the board. Step back and take the whole of it.',
  },
  unclear: {
    hi: 'फ़ोटो से बोर्ड पहचाना नहीं जा सका। दिन के उजाले में, सामने से, बिना हिले फिर लें।',
    en: 'The board could not be made out. Take it again by daylight, from the front, with a steady hand.',
  },
  'no-artwork': {
    hi: 'इस थाने के बोर्ड का बना हुआ चित्र नहीं मिला, जिससे फ़ोटो मिलाई जाए। जोन इसे देखेगा।',
    en: 'No artwork of this station’s board is there to compare the picture with. The zone decides.',
  },
};
