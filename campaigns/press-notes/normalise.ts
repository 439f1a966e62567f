import { foldCharacter } from '../messages/folded-text.ts';

/** A text as rules read it, with the place of each of its units in the text itself. */
export interface FoldedText {
  text: string;
  /** Place in the text itself, in UTF-16 units, of a place in the folded one. */
  at(index: number): number;
}

/** Letters of other scripts that look like Latin ones, after `toLowerCase`. */
const lookAlikes = new Map<string, string>([
  ...pairs('авекмнорстухіјѕԁӏ', 'abekmhopctyxijsdl'),
  ...pairs('αβεικνορτυχω', 'abeiknoptuxw'),
]);

/** Nasals that are written as a letter or as anusvara: सम्बन्ध is संबंध. */
const nasalBefore: Readonly<Record<string, string>> = {
  ङ: 'कखगघ',
  ञ: 'चछजझ',
  ण: 'टठडढ',
  न: 'तथदध',
  म: 'पफबभ',
};
const halant = '\u094D';

/** One Devanagari spelling for what is pronounced and searched as one. */
const sameSpelling = new Map([
  ['\u0901', '\u0902'], // ँ as ं
  ['\u0949', '\u093E'], // ॉ as ा: पॉक्सो, पाक्सो
  ['\u0911', '\u0906'], // ऑ as आ
  ['\u0970', '.'], // ॰, the sign of abbreviation
]);

/** Nukta, avagraha, accents, marks of no script and all that cannot be seen. */
const dropped =
  /[\u093D\p{Cf}\u115F\u3164]|[\u093C\u0951-\u0954]|\p{Me}|[\uFE00-\uFE0F]|[\u0300-\u036F]/u;
const isDigit = (sign: string | undefined) => sign !== undefined && sign >= '0' && sign <= '9';
const isLatin = (sign: string | undefined) => sign !== undefined && sign >= 'a' && sign <= 'z';
const isDevanagari = (sign: string | undefined) =>
  sign !== undefined && sign >= '\u0900' && sign <= '\u097F';

/**
 * Makes one text of all its spellings: every normalisation form (NFC writes ड़ as two characters), joiners inside of words,
 * digits of every script, the signs of abbreviation, anusvara for a nasal, letters that look like others.
 */
export function foldText(text: string): FoldedText {
  const places: number[] = [];
  const letters: string[] = [];
  let at = 0;
  for (const character of text) {
    for (const piece of plainLetters(character)) {
      if (joinNasal(letters, piece)) continue;
      letters.push(piece);
      places.push(at);
    }
    at += character.length;
  }
  for (let index = 0; index < letters.length; index += 1)
    if (doubtful.has(letters[index] ?? '')) letters[index] = readSign(letters, index);
  const starts: number[] = [];
  letters.forEach((letter, index) => {
    for (let unit = 0; unit < letter.length; unit += 1) starts.push(places[index] ?? 0);
  });
  return { text: letters.join(''), at: (index) => starts[index] ?? text.length };
}

const doubtful = new Set(['0', 'o', 'l', '|', 'i']);

/** भा0द0वि0 has signs of abbreviation, 9415O12345 a digit. */
function readSign(letters: readonly string[], index: number): string {
  const before = letters[index - 1];
  const sign = letters[index] ?? '';
  const after = letters[index + 1];
  if (sign === '0' && isDevanagari(before) && !isDigit(after)) return '.';
  const follows =
    isDigit(before) || ((before === ' ' || before === '-') && isDigit(letters[index - 2]));
  if (!follows || isLatin(after)) return sign;
  if (sign === 'o') return '0';
  return sign === 'l' || sign === '|' || (sign === 'i' && isDigit(after)) ? '1' : sign;
}

function plainLetters(character: string): readonly string[] {
  if (character < '\u0080') return [character.toLowerCase()];
  return devanagari.get(character) ?? takeApart(character);
}

function takeApart(character: string): string[] {
  // Composed letters come apart, so that their marks can be dropped: é, क़, ड़.
  const folded = foldCharacter(character).normalize('NFKD').toLowerCase();
  return [...folded].flatMap((letter) =>
    dropped.test(letter) ? [] : [lookAlikes.get(letter) ?? sameSpelling.get(letter) ?? letter],
  );
}

/** Most of what is typed: looked up once, since a long text is checked with every key that is pressed. */
const devanagari: ReadonlyMap<string, readonly string[]> = new Map(
  Array.from({ length: 0x80 }, (_, index) => String.fromCharCode(0x900 + index)).map(
    (character) => [character, takeApart(character)],
  ),
);

/** Puts anusvara in the place of a nasal and its halant, once the letter after them is known. */
function joinNasal(letters: string[], piece: string): boolean {
  const nasal = letters.at(-2);
  if (nasal === undefined || letters.at(-1) !== halant) return false;
  if (nasalBefore[nasal]?.includes(piece) !== true) return false;
  letters.splice(-2, 2, '\u0902', piece);
  return true;
}

function pairs(from: string, to: string): [string, string][] {
  const plain = [...to];
  return [...from].map((letter, index) => [letter, plain[index] ?? letter]);
}
