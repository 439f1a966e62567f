import type { Bilingual } from '../bilingual.ts';
import type { TakeFormat } from '../channels/radio/take-format.ts';

/** Findings of a recording's check. */
export const takeFindingCodes = [
  'silent',
  'clipping',
  'too-long',
  'too-short',
  'gap',
  'noise',
  'phase',
  'channels',
  'narrow',
  'quiet',
  'head-silence',
  'tail-silence',
  'loudness',
] as const;
export type TakeFindingCode = (typeof takeFindingCodes)[number];

export interface TakeFinding {
  code: TakeFindingCode;
  /** `refuse` keeps the take back; a `note` is said and the take goes on. */
  weight: 'refuse' | 'note';
  /** Measured value, in the unit of the finding. */
  found: number;
  /** Expected value, where there is a limit. */
  limit: number | null;
  /** Seconds into the recording, where it is at one place. */
  at: number | null;
}

const one = (value: number) => value.toFixed(1);
const whole = (value: number) => String(Math.round(value));

const texts: Readonly<Record<TakeFindingCode, (finding: Finding) => Bilingual>> = {
  silent: ({ found, limit }) => ({
    hi: `आवाज़ नहीं मिली: स्तर ${whole(found)} dB, कम से कम ${whole(limit)} dB चाहिए। माइक जाँचें।`,
    en: `No voice: the level is ${whole(found)} dB, expected at least ${whole(limit)} dB. Check the microphone.`,
  }),
  clipping: ({ found, at }) => ({
    hi: `आवाज़ ${whole(found)} जगह कटी है (क्लिपिंग), पहली बार ${one(at)} सेकंड पर। रिकॉर्डिंग का स्तर घटाकर फिर रिकॉर्ड करें।`,
    en: `The sound is cut off (clipping) in ${whole(found)} places, the first at ${one(at)} s. Record again at a lower level.`,
  }),
  'too-long': ({ found, limit }) => ({
    hi: `बोली ${one(found)} सेकंड की है, अधिक से अधिक ${one(limit)} सेकंड हो सकती है। थोड़ा तेज़ बोलें, कुछ काटें नहीं।`,
    en: `The speech takes ${one(found)} s, expected ${one(limit)} s at most. Speak a little faster; cut nothing.`,
  }),
  'too-short': ({ found, limit }) => ({
    hi: `बोली केवल ${one(found)} सेकंड की है, कम से कम ${one(limit)} सेकंड चाहिए। क्या पूरा पाठ बोला गया?`,
    en: `The speech takes only ${one(found)} s, expected at least ${one(limit)} s. Was the whole text spoken?`,
  }),
  gap: ({ found, limit, at }) => ({
    hi: `${one(at)} सेकंड पर ${one(found)} सेकंड का सन्नाटा है, ${one(limit)} सेकंड से अधिक न हो।`,
    en: `There is ${one(found)} s of silence at ${one(at)} s, expected ${one(limit)} s at most.`,
  }),
  noise: ({ found, limit }) => ({
    hi: `शोर आवाज़ से केवल ${whole(found)} dB नीचे है, ${whole(limit)} dB या अधिक चाहिए। पंखा, सड़क और गूँज से दूर रिकॉर्ड करें।`,
    en: `The noise is only ${whole(found)} dB below the voice, expected ${whole(limit)} dB or more. Record away from fans, road and echo.`,
  }),
  phase: ({ found, limit }) => ({
    hi: `मोनो में सुनने पर आवाज़ ${whole(found)} dB दब जाती है, ${whole(limit)} dB से अधिक न दबे। दोनों चैनलों के तार जाँचें या मोनो में रिकॉर्ड करें।`,
    en: `Played in mono the voice loses ${whole(found)} dB, expected ${whole(limit)} dB at most. Check the wiring of both channels, or record in mono.`,
  }),
  channels: ({ found, limit }) => ({
    hi: `रिकॉर्डिंग में ${whole(found)} चैनल हैं, अधिक से अधिक ${whole(limit)} चाहिए।`,
    en: `The recording has ${whole(found)} channels, expected ${whole(limit)} at most.`,
  }),
  narrow: ({ found, limit }) => ({
    hi: `सैंपल दर ${one(found / 1000)} kHz है, ${one(limit / 1000)} kHz या अधिक चाहिए: आवाज़ दबी हुई सुनाई देगी।`,
    en: `The sample rate is ${one(found / 1000)} kHz, expected ${one(limit / 1000)} kHz or more: it sounds dull.`,
  }),
  quiet: ({ found, limit }) => ({
    hi: `आवाज़ का स्तर ${whole(found)} dB है, ${whole(limit)} dB या अधिक अच्छा रहता है: माइक के पास बोलें।`,
    en: `The level of the voice is ${whole(found)} dB; ${whole(limit)} dB or more is better. Speak closer to the microphone.`,
  }),
  'head-silence': ({ found }) => ({
    hi: `आरंभ का ${one(found)} सेकंड का सन्नाटा हटा दिया जाता है।`,
    en: `The silence of ${one(found)} s at the beginning is taken away.`,
  }),
  'tail-silence': ({ found }) => ({
    hi: `अंत का ${one(found)} सेकंड का सन्नाटा हटा दिया जाता है।`,
    en: `The silence of ${one(found)} s at the end is taken away.`,
  }),
  loudness: ({ found, limit }) => ({
    hi: `मास्टर की तीव्रता ${one(found)} LUFS रही, लक्ष्य ${one(limit)} LUFS था: आवाज़ बहुत असमान है। एक ही दूरी से, एक स्वर में फिर रिकॉर्ड करें।`,
    en: `The master came to ${one(found)} LUFS, the target is ${one(limit)} LUFS: the voice is too uneven. Record again from one distance.`,
  }),
};

interface Finding {
  found: number;
  limit: number;
  at: number;
}

/** A finding with its figure, for officers. */
export function takeFindingText({ code, found, limit, at }: TakeFinding): Bilingual {
  return texts[code]({ found, limit: limit ?? 0, at: at ?? 0 });
}

const promptTitles: Readonly<Record<string, Bilingual>> = {
  greeting: { hi: 'अभिवादन: कॉल उठते ही', en: 'Greeting: when the call is answered' },
  menu: { hi: 'विकल्प: कौन-सा बटन क्या करता है', en: 'Menu: which key does what' },
  linkSent: { hi: '1 दबाने पर', en: 'After key 1' },
  neverAgain: { hi: '9 दबाने पर', en: 'After key 9' },
  wrongKey: { hi: 'कोई और बटन दबाने पर', en: 'After any other key' },
  goodbye: { hi: 'कॉल के अंत में', en: 'At the end of the call' },
  voicemail: { hi: 'उत्तर देने वाली मशीन के लिए', en: 'For an answering machine' },
};

export const heardNowWords: Bilingual = {
  hi: 'अभी बजने वाली रिकॉर्डिंग',
  en: 'The recording that is played now',
};

/** Why one that is mastered is not played yet. */
export const unheardWords: Bilingual = {
  hi: 'यह आवाज़ नागरिक सुनेंगे: दूसरे अधिकारी इसे पूरा सुनकर पाठ से मिलाएँ',
  en: 'Citizens will hear this: a second officer hears it to its end and compares it with the text',
};

/** Purpose of each format that a mastered take is delivered in. */
export const takeFormatNames: Readonly<Record<TakeFormat, Bilingual>> = {
  wav48: { hi: 'WAV 48 kHz, 24 बिट: रेडियो स्टेशन', en: 'WAV 48 kHz, 24 bit: radio station' },
  mp3: { hi: 'MP3 320 kbit/s: रेडियो स्टेशन', en: 'MP3 320 kbit/s: radio station' },
  wav44: { hi: 'WAV 44.1 kHz, 16 बिट', en: 'WAV 44.1 kHz, 16 bit' },
  master: { hi: 'मास्टर, मोनो 48 kHz, 24 बिट', en: 'Master, mono 48 kHz, 24 bit' },
  wav8: { hi: 'WAV 8 kHz, 16 बिट: Exotel', en: 'WAV 8 kHz, 16 bit: Exotel' },
  ulaw: { hi: 'µ-law 8 kHz: Twilio, IVR', en: 'µ-law 8 kHz: Twilio, IVR' },
  alaw: { hi: 'A-law 8 kHz: PBX', en: 'A-law 8 kHz: PBX' },
};

/** When a call says a prompt; one that a campaign has beside the usual has its own name. */
export function promptTitle(name: string): Bilingual {
  return promptTitles[name] ?? { hi: name, en: name };
}
