/** How a script is set; its name is Unicode's. A new one is a row here, its package and the words of its language. */
export interface ScriptRow {
  /** In Hindi, for messages to officers. */
  nameHi: string;
  family: string;
  /**
   * Package of @expo-google-fonts, and what the names of its files begin with. All are under the SIL Open Font License. Ink grows by
   * `heavier` font units on every side for the weight that the family lacks.
   */
  font: { package: string; file: string; heaviest: 700 | 800; heavier?: number };
  /** Letter whose height is that of the letters: one without the tick of Telugu and Kannada. */
  body: string;
  /**
   * A font unit in thousandths of Mukta's em: the letters are then as high as those of Mukta, and what is measured by one font
   * holds for all. Tamil keeps its family's own proportion, 0.79: its letters have the 15 minutes of arc that every letter needs
   * where Devanagari has 1.32 times as much. Quarters keep the outlines' numbers exact.
   */
  scale: number;
  /** Names are placed by the line along the top of their letters; where there is none, they are in the middle by their ink. */
  topLine: boolean;
  direction: 'ltr' | 'rtl';
  /** Height of a heading's line on pages where the usual 1.3 would let signs below and above touch, in ems. */
  headingLine?: number;
  /** Language whose forms HarfBuzz takes where several share the letters. */
  language?: string;
}

/** Latin letters, digits and marks are in each family but that of Urdu, whose lines take them from the usual one. */
export const scripts = {
  Devanagari: {
    nameHi: 'देवनागरी',
    family: 'Mukta',
    font: { package: 'mukta', file: 'Mukta', heaviest: 800 },
    body: 'क',
    scale: 1,
    topLine: true,
    direction: 'ltr',
  },
  Gujarati: {
    nameHi: 'गुजराती',
    family: 'Mukta Vaani',
    font: { package: 'mukta-vaani', file: 'MuktaVaani', heaviest: 800 },
    body: 'ક',
    scale: 1,
    topLine: true,
    direction: 'ltr',
    headingLine: 1.32,
  },
  Bengali: {
    nameHi: 'बांग्ला',
    family: 'Anek Bangla',
    font: { package: 'anek-bangla', file: 'AnekBangla', heaviest: 800 },
    body: 'ক',
    scale: 0.5,
    topLine: true,
    direction: 'ltr',
    headingLine: 1.36,
    language: 'bn',
  },
  Gurmukhi: {
    nameHi: 'गुरमुखी',
    family: 'Noto Sans Gurmukhi',
    font: { package: 'noto-sans-gurmukhi', file: 'NotoSansGurmukhi', heaviest: 800 },
    body: 'ਕ',
    scale: 1,
    topLine: true,
    direction: 'ltr',
    language: 'pa',
  },
  Tamil: {
    nameHi: 'तमिल',
    family: 'Mukta Malar',
    font: { package: 'mukta-malar', file: 'MuktaMalar', heaviest: 800 },
    body: 'க',
    scale: 1,
    topLine: false,
    direction: 'ltr',
    language: 'ta',
  },
  Telugu: {
    nameHi: 'तेलुगु',
    family: 'Anek Telugu',
    font: { package: 'anek-telugu', file: 'AnekTelugu', heaviest: 800 },
    body: 'జ',
    scale: 0.5,
    topLine: false,
    direction: 'ltr',
    headingLine: 1.74,
    language: 'te',
  },
  Kannada: {
    nameHi: 'कन्नड़',
    family: 'Anek Kannada',
    font: { package: 'anek-kannada', file: 'AnekKannada', heaviest: 800 },
    body: 'ಜ',
    scale: 0.5,
    topLine: false,
    direction: 'ltr',
    headingLine: 1.44,
    language: 'kn',
  },
  Malayalam: {
    nameHi: 'मलयालम',
    family: 'Anek Malayalam',
    font: { package: 'anek-malayalam', file: 'AnekMalayalam', heaviest: 800 },
    body: 'ക',
    scale: 0.5,
    topLine: false,
    direction: 'ltr',
    language: 'ml',
  },
  Oriya: {
    nameHi: 'ओड़िया',
    family: 'Noto Sans Oriya',
    font: { package: 'noto-sans-oriya', file: 'NotoSansOriya', heaviest: 800 },
    body: 'କ',
    scale: 1,
    topLine: false,
    direction: 'ltr',
    headingLine: 1.4,
    language: 'or',
  },
  Arabic: {
    nameHi: 'उर्दू',
    family: 'Noto Nastaliq Urdu',
    font: { package: 'noto-nastaliq-urdu', file: 'NotoNastaliqUrdu', heaviest: 700, heavier: 15 },
    body: 'ا',
    scale: 0.75,
    topLine: false,
    direction: 'rtl',
    language: 'ur',
  },
} as const satisfies Record<string, ScriptRow>;
export type Script = keyof typeof scripts;

export const scriptNames = Object.keys(scripts) as Script[];
export const scriptRow = (script: Script): ScriptRow => scripts[script];
/** Script of text without letters of another script. */
export const usualScript: Script = 'Devanagari';

/** Stops, vowels and digits of a script's own block that Unicode gives to no script alone. */
const block: Partial<Record<Script, string>> = { Arabic: '\u0600-\u06FF' };

/** The letters of some scripts, for use between brackets in an expression with the flag `u`. */
export function letterClass(names: readonly Script[]): string {
  return names.map((name) => `\\p{Script=${name}}${block[name] ?? ''}`).join('');
}

const letters = new Map(
  scriptNames.map((name) => [name, new RegExp(`[${letterClass([name])}]`, 'u')]),
);
const otherLetters = new RegExp(
  `[${letterClass(scriptNames.filter((name) => name !== usualScript))}]`,
  'u',
);

/** Whether a letter of the script is in a text. */
export function hasLetters(text: string, script: Script): boolean {
  return letters.get(script)?.test(text) === true;
}

/** Whether a text has letters that the usual family lacks. */
export function hasOtherLetters(text: string): boolean {
  return otherLetters.test(text);
}

/** Whether a line is placed by the top of its letters. */
export function hasTopLine(text: string): boolean {
  return scriptNames.every((name) => scriptRow(name).topLine || !hasLetters(text, name));
}

/** The script of a text by its first letter that belongs to one. */
export function findScript(text: string): Script {
  return scriptPieces(text)[0]?.script ?? usualScript;
}

/** Cuts a text where its script changes; signs of every script stay with what is before them. */
export function scriptPieces(text: string): { script: Script; text: string }[] {
  if (!otherLetters.test(text)) return text === '' ? [] : [{ script: usualScript, text }];
  const pieces: { script: Script | undefined; text: string }[] = [];
  for (const sign of text) {
    const script = findOwnScript(sign);
    const last = pieces.at(-1);
    if (last === undefined || (script && last.script && script !== last.script))
      pieces.push({ script, text: sign });
    else {
      last.text += sign;
      last.script ??= script;
    }
  }
  return pieces.map(({ script = usualScript, text: piece }) => ({ script, text: piece }));
}

/** The script to which a sign belongs alone. */
export function findOwnScript(sign: string): Script | undefined {
  return scriptNames.find((name) => hasLetters(sign, name));
}
