import type { Bilingual } from '../../../campaigns/bilingual.ts';

/** What a file may cost whoever reads it, and what its sender is told when it costs more. */
export interface DecoderBounds {
  /** Long work has places of its own, so that it does not keep what is read in a moment waiting. */
  lane: 'short' | 'long';
  /** Processor time in all, and until the next batch. */
  cpuMs: number;
  batchCpuMs: number;
  name: Bilingual;
  /** What to send instead. */
  advice: Bilingual;
}

const minuteMs = 60_000;
const short = (cpuMs: number) => ({ lane: 'short', cpuMs, batchCpuMs: cpuMs }) as const;
const asCsv = { hi: 'सूची को CSV में सहेजकर भेजें', en: 'save it as csv' };

/**
 * The kinds of files that come from outside. The times are three times what the largest honest file took on two busy
 * cores: a picture of 50 million pixels without a code 6.5 s, four pages scanned at 600 dpi 4 s, mastering 20 s of speech 5 s.
 */
export const decoderKinds = {
  picture: {
    ...short(20_000),
    name: { hi: 'फ़ोटो', en: 'picture' },
    advice: {
      hi: 'कैमरे की मूल फ़ोटो (JPEG या HEIC, अधिकतम 5 करोड़ पिक्सेल) भेजें',
      en: 'send the camera’s own (JPEG or HEIC, up to 50 million pixels)',
    },
  },
  paper: {
    ...short(12_000),
    name: { hi: 'काग़ज़', en: 'paper' },
    advice: {
      hi: 'अधिकतम 4 पृष्ठों की साधारण PDF या उसकी फ़ोटो भेजें',
      en: 'send a plain PDF of up to 4 pages, or a picture of it',
    },
  },
  recording: {
    ...short(20_000),
    name: { hi: 'रिकॉर्डिंग', en: 'recording' },
    advice: {
      hi: 'दो मिनट तक की एक या दो चैनल की WAV, MP3, M4A या OGG फ़ाइल भेजें',
      en: 'send WAV, MP3, M4A or OGG of up to two minutes, in one or two channels',
    },
  },
  emblem: {
    ...short(3_000),
    name: { hi: 'प्रतीक-चिह्न', en: 'emblem' },
    advice: { hi: 'कम आकृतियों वाला साधारण SVG भेजें', en: 'send a plain SVG of fewer shapes' },
  },
  /** A list that is read whole: of stations, vehicles, officers, figures. */
  table: { ...short(8_000), name: { hi: 'सूची', en: 'list' }, advice: asCsv },
  /** A list of numbers, up to the whole national register. */
  numbers: {
    lane: 'long',
    cpuMs: 20 * minuteMs,
    batchCpuMs: minuteMs / 2,
    name: { hi: 'सूची', en: 'list' },
    advice: asCsv,
  },
  /** Papers of our own, laid out page by page. */
  document: {
    ...short(60_000),
    name: { hi: 'दस्तावेज़', en: 'document' },
    advice: { hi: 'कृपया तकनीकी प्रकोष्ठ को बताएँ', en: 'please tell the technical cell' },
  },
  /** Own press files, stamped as a sample. */
  sample: {
    ...short(20_000),
    name: { hi: 'छपाई फ़ाइल', en: 'press file' },
    advice: { hi: 'कृपया तकनीकी प्रकोष्ठ को बताएँ', en: 'please tell the technical cell' },
  },
} as const satisfies Record<string, DecoderBounds>;

export type DecoderKind = keyof typeof decoderKinds;
