/** Digits and letters that nobody takes for another; not the alphabet of printed codes, whose QR opens the app. */
const alphabet = '23456789ABCDEFGHJKMNPQRTVWXYZ';
const serialLength = 7;

/** Seven symbols and a check symbol. */
export const parcelCodePattern = new RegExp(`^[${alphabet}]{${serialLength + 1}}$`);

/** A new code from random bytes, one for each symbol; bytes that would favour some symbols are the caller's to draw again. */
export function parcelCode(random: (limit: number) => number): string {
  const symbols = Array.from({ length: serialLength }, () => alphabet[random(alphabet.length)]);
  const serial = symbols.join('');
  return serial + checkSymbol(serial);
}

/** A code as somebody typed it; undefined for one with a slip in it. */
export function readParcelCode(text: string): string | undefined {
  const code = text.toUpperCase().replace(/[\s-]/g, '');
  if (!parcelCodePattern.test(code)) return undefined;
  return checkSymbol(code.slice(0, -1)) === code.at(-1) ? code : undefined;
}

/** In groups of four, to be read out. */
export function spacedCode(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1 ');
}

/** Weights 1 … 7 modulo 29, the prime length of the alphabet: finds every wrong symbol and every swap of two. */
function checkSymbol(serial: string): string {
  const sum = [...serial].reduce(
    (total, symbol, at) => total + (at + 1) * alphabet.indexOf(symbol),
    0,
  );
  return alphabet[sum % alphabet.length] ?? '';
}

/** Marks of a parcel on its way; hanging is proved by the picture of the board. */
export const parcelMarks = ['dispatched', 'received'] as const;
export type ParcelMark = (typeof parcelMarks)[number];
export const parcelStates = ['waiting', ...parcelMarks] as const;
export type ParcelState = (typeof parcelStates)[number];

export interface ParcelDates {
  dispatchedAt: Date | string | null;
  receivedAt: Date | string | null;
}

export function parcelState({ dispatchedAt, receivedAt }: ParcelDates): ParcelState {
  if (receivedAt !== null) return 'received';
  return dispatchedAt === null ? 'waiting' : 'dispatched';
}

/** Marks that can be set now: a parcel that arrived can be received even where nobody marked its dispatch. */
export function marksFor(state: ParcelState): readonly ParcelMark[] {
  if (state === 'waiting') return ['dispatched', 'received'];
  return state === 'dispatched' ? ['received'] : [];
}

/** The latest mark, the only one that can be taken back; undefined where there is none. */
export function undoableMark(state: ParcelState): ParcelMark | undefined {
  return state === 'waiting' ? undefined : state;
}

const fold = (text: string) => text.toLowerCase().replace(/\s+/g, '');

/** Whether a parcel is found by what somebody typed: part of its code or of its station's name in any script. */
export function matchesParcel(typed: string, { code, names }: ParcelNames): boolean {
  return fold([code, ...names].join(' ')).includes(fold(typed));
}

export interface ParcelNames {
  code: string;
  names: readonly (string | undefined)[];
}
