/** Writing that calls for attention as an advertisement does: alone it sells nothing, beside a word that may sell it does. */
export interface Loud {
  kind: 'emoji' | 'exclamations' | 'capitals';
  /** As written in the text. */
  found: string;
  at: number;
  /** Worth a word to the officer even in a text that sells nothing. */
  striking: boolean;
}

/** A picture with its colour, and those that are joined to it, as one. */
const emoji =
  /(?:\p{Extended_Pictographic}[\u{1F3FB}-\u{1F3FF}\uFE0F]*(?:\u200D\p{Extended_Pictographic}[\u{1F3FB}-\u{1F3FF}\uFE0F]*)*|\p{RI}{2})/gu;
/** Signs of trade and copyright are no pictures. */
const signs = /^[©®™]/u;
const manyEmoji = 3;
const exclamations = /[!\uFF01](?:\s?[!?\uFF01]){1,}|[?]!+/gu;
/** Words that are always written in capitals. */
const properCapitals = /\b(?:POLICE|CCTNS|NCRB|STOP|START|[A-Z]{2,3})\b/g;
/** Two words of four letters and more. */
const capitals = /\b[A-Z]{4,}(?:[ ,.!&'-]+[A-Z]{4,})+\b/g;

function isLink(word: string): boolean {
  const dot = word.indexOf('.');
  return dot >= 0 && word.includes('/', dot);
}

/**
 * Loud places of a text in their order; of capitals the links are left out.
 * @param names of the campaign that are written in capitals
 */
export function loudIn(text: string, names: readonly string[] = []): Loud[] {
  const pictures = [...text.matchAll(emoji)].filter(({ 0: found }) => !signs.test(found));
  const unnamed = names.reduce(
    (rest, name) => rest.replaceAll(name, '_'.repeat(name.length)),
    text,
  );
  const plain = unnamed
    .replace(/\S+/g, (word) => (isLink(word) ? '_'.repeat(word.length) : word))
    .replace(properCapitals, (name) => '_'.repeat(name.length));
  const places = (found: Iterable<RegExpExecArray>, kind: Loud['kind'], striking: boolean) =>
    [...found].map((match): Loud => ({ kind, found: match[0], at: match.index, striking }));
  return [
    ...places(pictures, 'emoji', pictures.length >= manyEmoji),
    ...places(text.matchAll(exclamations), 'exclamations', true),
    ...places(plain.matchAll(capitals), 'capitals', true),
  ].sort((one, other) => one.at - other.at);
}
