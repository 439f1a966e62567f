import type { Bilingual } from '../bilingual.ts';

interface FileWords {
  name: Bilingual;
  /** Advice on what to send instead of a file that costs too much to read. */
  advice: Bilingual;
}

const list: FileWords = {
  name: { hi: 'सूची', en: 'list' },
  advice: { hi: 'सूची को CSV में सहेजकर भेजें', en: 'save it as csv' },
};
const tellCell = { hi: 'कृपया तकनीकी प्रकोष्ठ को बताएँ', en: 'please tell the technical cell' };

/** The kinds of files that are read in a separate process. */
export const decoderWords = {
  picture: {
    name: { hi: 'फ़ोटो', en: 'picture' },
    advice: {
      hi: 'कैमरे की मूल फ़ोटो (JPEG या HEIC, अधिकतम 5 करोड़ पिक्सेल) भेजें',
      en: 'send the camera’s own (JPEG or HEIC, up to 50 million pixels)',
    },
  },
  paper: {
    name: { hi: 'काग़ज़', en: 'paper' },
    advice: {
      hi: 'अधिकतम 4 पृष्ठों की साधारण PDF या उसकी फ़ोटो भेजें',
      en: 'send a plain PDF of up to 4 pages, or a picture of it',
    },
  },
  recording: {
    name: { hi: 'रिकॉर्डिंग', en: 'recording' },
    advice: {
      hi: 'दो मिनट तक की WAV, MP3, M4A या OGG फ़ाइल भेजें, एक या दो चैनल की',
      en: 'send WAV, MP3, M4A or OGG of up to two minutes, in one or two channels',
    },
  },
  emblem: {
    name: { hi: 'प्रतीक-चिह्न', en: 'emblem' },
    advice: { hi: 'कम आकृतियों वाला साधारण SVG भेजें', en: 'send a plain SVG of fewer shapes' },
  },
  table: list,
  numbers: list,
  document: { name: { hi: 'दस्तावेज़', en: 'document' }, advice: tellCell },
  sample: { name: { hi: 'छपाई फ़ाइल', en: 'press file' }, advice: tellCell },
} as const satisfies Record<string, FileWords>;

export type DecoderKind = keyof typeof decoderWords;

/** For a file that took more time or memory than its kind may. */
export function costlyFileWords(kind: DecoderKind, limit: 'too-slow' | 'exhausted'): Bilingual {
  const { name, advice } = decoderWords[kind];
  const cost =
    limit === 'too-slow' ? { hi: 'समय लगा', en: 'time' } : { hi: 'मेमोरी लगी', en: 'memory' };
  return {
    hi: `इस ${name.hi} को पढ़ने में तय सीमा से अधिक ${cost.hi}; ${advice.hi}`,
    en: `Reading this ${name.en} takes more ${cost.en} than is allowed; ${advice.en}`,
  };
}
