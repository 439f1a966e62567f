import { type Channel, channels } from '../channel.ts';

/** Ten digits and the 21 consonants: 31 symbols, a prime, and no vowel to spell a word with. */
export const alphabet = '0123456789BCDFGHJKLMNPQRSTVWXYZ';
const base = alphabet.length;

/** Placeholder in the text of a blast until it has a code; nobody's. */
export const pendingCode = '000000';
/** A code of the right length and form that belongs to nobody: for previews. */
export const sampleCode = 'BCDFGH';

/** Serial (4 symbols), channel (1), check (1). */
export const codeLength = 6;
const serialLength = 4;
/** First number that a serial cannot hold. */
export const serialLimit = base ** serialLength;

/**
 * A code is right when Σ weight × value ≡ 0 (mod 31). 31 is prime, so a wrong symbol changes the sum by
 * weight × difference ≠ 0, and a swap of two symbols by (difference of weights) × difference ≠ 0.
 */
export const weights = [6, 5, 4, 3, 2, 1] as const;

export type ParsedCode =
  | { kind: 'valid'; code: string; serial: number; channel: Channel }
  | { kind: 'malformed'; reason: 'empty' | 'length' | 'symbol' }
  | { kind: 'mistyped'; normalized: string };

/** The six symbols to be printed. */
export function encodeCode({ serial, channel }: { serial: number; channel: Channel }): string {
  if (!Number.isInteger(serial) || serial < 0 || serial >= serialLimit) {
    throw new RangeError(`Expected 0 to ${serialLimit - 1} for \`serial\`, got ${serial}`);
  }
  const symbols = serialSymbols(serial) + symbolAt(channels.indexOf(channel));
  return symbols + symbolAt((base - (weightedSum(symbols) % base)) % base);
}

/** Reads a code as people type it: any case, spaces, hyphens, O for 0, I for 1, Devanagari digits, the whole URL. */
export function parseCode(text: string): ParsedCode {
  return readSymbols(normalizeCode(text));
}

/** Reads a code that was normalised before. */
export function readSymbols(normalized: string): ParsedCode {
  if (normalized === '') return { kind: 'malformed', reason: 'empty' };
  if (normalized.length !== codeLength) return { kind: 'malformed', reason: 'length' };
  if (!onlySymbols(normalized)) return { kind: 'malformed', reason: 'symbol' };
  const channel = channels[alphabet.indexOf(normalized.charAt(serialLength))];
  if (weightedSum(normalized) % base !== 0 || channel === undefined) {
    return { kind: 'mistyped', normalized };
  }
  return { kind: 'valid', code: normalized, serial: readSerial(normalized), channel };
}

/** The symbols of a typed code without what people put around and between them; not checked. */
export function normalizeCode(text: string): string {
  const typed = /(?:\/q\/?|[?&]c=)([^/?#&]*)/i.exec(text.slice(0, longestUrl))?.[1] ?? text;
  const symbols = typed
    .slice(0, longestTyped)
    .normalize('NFKC')
    .replace(/[\s\p{Pd}\p{Cf}_.]/gu, '')
    .replace(/[०-९]/g, (digit) => String(digit.charCodeAt(0) - '०'.charCodeAt(0)))
    .toUpperCase()
    .replaceAll('O', '0')
    .replaceAll('I', '1');
  // The Q of the printed address is easily taken for the code's first symbol.
  return symbols.length === codeLength + 1 ? symbols.replace(/^Q/, '') : symbols;
}

const longestUrl = 2048;
const longestTyped = 64;

/** True when every character is a symbol of the alphabet. */
export function onlySymbols(text: string): boolean {
  return [...text].every((symbol) => alphabet.includes(symbol));
}

/** The four symbols of a serial. */
export function serialSymbols(serial: number): string {
  let symbols = '';
  for (let rest = serial; symbols.length < serialLength; rest = Math.floor(rest / base)) {
    symbols = symbolAt(rest % base) + symbols;
  }
  return symbols;
}

function readSerial(code: string): number {
  let serial = 0;
  for (const symbol of code.slice(0, serialLength))
    serial = serial * base + alphabet.indexOf(symbol);
  return serial;
}

function weightedSum(symbols: string): number {
  return weights.reduce<number>(
    (sum, weight, place) =>
      place < symbols.length ? sum + weight * alphabet.indexOf(symbols.charAt(place)) : sum,
    0,
  );
}

function symbolAt(value: number): string {
  const symbol = alphabet[value];
  if (symbol === undefined)
    throw new RangeError(`Expected 0 to ${base - 1} for a symbol, got ${value}`);
  return symbol;
}
