import { z } from 'zod';
import { id } from '../../id.ts';
import { alphabet, codeLength } from '../../links/short-code.ts';
import type { SchemaRule } from '../../schema-rule.ts';
import { estimateSeconds } from './speech-length.ts';

/** How each symbol of a code is said in Hindi; 0 as people say it in numbers of phones. */
const symbols: Readonly<Record<string, string>> = {
  0: 'ज़ीरो',
  1: 'एक',
  2: 'दो',
  3: 'तीन',
  4: 'चार',
  5: 'पाँच',
  6: 'छह',
  7: 'सात',
  8: 'आठ',
  9: 'नौ',
  B: 'बी',
  C: 'सी',
  D: 'डी',
  F: 'एफ़',
  G: 'जी',
  H: 'एच',
  J: 'जे',
  K: 'के',
  L: 'एल',
  M: 'एम',
  N: 'एन',
  P: 'पी',
  Q: 'क्यू',
  R: 'आर',
  S: 'एस',
  T: 'टी',
  V: 'वी',
  W: 'डब्ल्यू',
  X: 'एक्स',
  Y: 'वाई',
  Z: 'ज़ेड',
};

/** A short code as it is read out: two groups of three, so that it can be typed along. */
export function spokenCode(code: string): string {
  const said = [...code].map((symbol) => {
    const word = symbols[symbol];
    if (word === undefined) throw new Error(`Expected symbols of a short code, got "${symbol}"`);
    return word;
  });
  const half = codeLength / 2;
  return `${said.slice(0, half).join(' ')}, ${said.slice(half).join(' ')}`;
}

/** A number as it is read out: mobile numbers in two groups of five, as people say them. */
function spokenNumber(number: string): string {
  const half = Math.ceil(number.length / 2);
  return [number.slice(0, half), number.slice(half)]
    .map((group) => [...group].map((digit) => symbols[digit]).join(' '))
    .join(', ');
}

/** The code that takes longest to say: a text that fits with it fits with every code. */
export const longestCode = [...alphabet]
  .toSorted((a, b) => (symbols[b] ?? '').length - (symbols[a] ?? '').length)
  .slice(0, 1)
  .join('')
  .repeat(codeLength);

/** The same of a number: a text that fits with it fits with every mobile or toll-free number. */
const longestNumber = '5'.repeat(11);

/** Hindi, and two languages of the state by their ISO 639-3 codes. */
export const spotLanguages = ['hi', 'awa', 'bho'] as const;
export type SpotLanguage = (typeof spotLanguages)[number];

export const voices = ['woman', 'man', 'announcer'] as const;
export type Voice = (typeof voices)[number];

/** A loudness to master to: integrated over the whole, and the highest true peak. */
const loudness = z.strictObject({
  lufs: z.number().min(-31).max(-9),
  dbtp: z.number().min(-9).max(0),
  heardAs: z
    .enum(['stereo', 'mono'])
    .describe('Two like channels are 3 dB louder than one, so the target says which is meant'),
});
export type Loudness = z.infer<typeof loudness>;

/**
 * Radio: AES TD1008 has −18 LUFS for audio advertisements; no Indian figure was found, so the station's own wish goes
 * first. Call prompts: our choice. Film: the voice alone, as EBU R128; the film's mix is levelled again for cinemas.
 */
export const usualLoudness = {
  radio: { lufs: -18, dbtp: -2, heardAs: 'stereo' },
  prompt: { lufs: -19, dbtp: -2, heardAs: 'mono' },
  film: { lufs: -23, dbtp: -2, heardAs: 'mono' },
} as const satisfies Record<string, Loudness>;

const spot = z.strictObject({
  id,
  seconds: z.union([z.literal(10), z.literal(20), z.literal(30)]).describe('Whole seconds on air'),
  language: z.enum(spotLanguages),
  proposal: z
    .boolean()
    .describe('True until a native speaker has checked the words: never recorded or aired before'),
  title: z.strictObject({ hi: z.string().min(1), en: z.string().min(1) }),
  lines: z
    .array(z.strictObject({ voice: z.enum(voices), text: z.string().min(1) }))
    .min(1)
    .describe(
      'What is said and by whom; {address} is where the spoken address with its code goes, {missedCall} where the sentence with the number for missed calls does',
    ),
});
export type Spot = z.infer<typeof spot>;

export const radioSchema = z
  .strictObject({
    voiceFactor: z
      .number()
      .min(0.5)
      .max(2)
      .describe('Seconds of the recording voice ÷ seconds of the formula; 1 until one is recorded'),
    spokenHost: z.string().min(1).describe('Host of the short links, as it is said'),
    missedCall: z
      .string()
      .optional()
      .describe('Said where the campaign has a number for missed calls; {number} is it'),
    loudness: z
      .strictObject({ radio: loudness, prompt: loudness, film: loudness })
      .default(usualLoudness),
    hints: z
      .array(z.strictObject({ word: z.string().min(1), say: z.string().min(1) }))
      .describe('How words are to be spoken that are easily said wrong'),
    spots: z.array(spot).min(1),
  })
  .superRefine((radio, context) => {
    for (const [index, each] of radio.spots.entries()) {
      const path = ['spots', index];
      const fault = tooLong(each, radio);
      if (fault !== null) context.addIssue({ code: 'custom', path, message: fault.message });
    }
    const twice = doubled(radio.spots.map(({ id }) => id));
    // Seconds and language are all that names a spot's files.
    const alike = doubled(
      radio.spots.map(({ seconds, language }) => `${seconds} s in ${language}`),
    );
    for (const [what, found] of [
      ['id', twice],
      ['length and language', alike],
    ] as const) {
      if (found === undefined) continue;
      const message = `Expected each ${what} once, got "${found}" twice`;
      const params: SchemaRule = { rule: 'once', twice: found };
      context.addIssue({ code: 'custom', path: ['spots'], message, params });
    }
  });
export type Radio = z.infer<typeof radioSchema>;

function doubled(values: readonly string[]): string | undefined {
  return values.find((value, index) => values.indexOf(value) !== index);
}

/** A script that does not fit its seconds. */
export class ScriptTooLong extends Error {
  override readonly name = 'ScriptTooLong';
  readonly spot: string;
  /** By the formula, with the voice's factor. */
  readonly seconds: number;

  constructor({ id, seconds: most }: Pick<Spot, 'id' | 'seconds'>, seconds: number) {
    super(
      `script-too-long: Expected a text of ${most} s at most for the spot "${id}", got one of ${seconds.toFixed(1)} s`,
    );
    this.spot = id;
    this.seconds = seconds;
  }
}

/** Why a spot's text does not fit its seconds, whatever its code and number; null when it does. */
export function tooLong(
  spot: Spot,
  radio: Pick<Radio, 'voiceFactor' | 'spokenHost' | 'missedCall'>,
): ScriptTooLong | null {
  const longest = { code: longestCode, missedCall: longestNumber };
  const seconds = estimateSeconds(spotText(spot, radio, longest), radio.voiceFactor);
  return seconds > spot.seconds ? new ScriptTooLong(spot, seconds) : null;
}

/** Ways to the app that a spot may say. */
export interface SpokenWays {
  code: string;
  /** null where the campaign has no number. */
  missedCall: string | null;
}

/** The lines of a spot with address, code and number as they are said. */
export function spotLines(
  { lines }: Pick<Spot, 'lines'>,
  radio: Pick<Radio, 'spokenHost' | 'missedCall'>,
  { code, missedCall }: SpokenWays,
): Spot['lines'] {
  const address = `${radio.spokenHost}, स्लैश क्यू, ${spokenCode(code)}`;
  const number =
    missedCall === null
      ? undefined
      : radio.missedCall?.replace('{number}', spokenNumber(missedCall));
  const say = (text: string) =>
    text
      .replaceAll('{address}', address)
      .replaceAll('{missedCall} ', number === undefined ? '' : `${number} `);
  return lines.map((line) => ({ ...line, text: say(line.text) }));
}

/** All that is said in a spot. */
export function spotText(
  spot: Pick<Spot, 'lines'>,
  radio: Pick<Radio, 'spokenHost' | 'missedCall'>,
  ways: SpokenWays,
): string {
  return spotLines(spot, radio, ways)
    .map(({ text }) => text)
    .join(' ');
}

/** `UPCOP_R_001Y5R_20_HI`: campaign, radio, short code, seconds, language. */
export function spotFileName(app: string, spot: Pick<Spot, 'seconds' | 'language'>, code: string) {
  const name = app.replace(/[^A-Za-z0-9]/g, '').toUpperCase();
  return `${name}_R_${code}_${spot.seconds}_${spot.language.toUpperCase()}`;
}
