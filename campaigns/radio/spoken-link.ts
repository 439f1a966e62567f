import { alphabet, codeLength } from '../links/short-code.ts';

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
export function spokenNumber(number: string): string {
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
export const longestNumber = '5'.repeat(11);
