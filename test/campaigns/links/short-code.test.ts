import { describe, expect, test } from 'vitest';
import { channels } from '../../../campaigns/channel.ts';
import {
  alphabet,
  codeLength,
  encodeCode,
  onlySymbols,
  parseCode,
  serialLimit,
  weights,
} from '../../../campaigns/links/short-code.ts';

const symbols = [...alphabet];
const base = symbols.length;

/** Every 4999th serial with every channel: 4999 is a prime, so all symbols occur at all places. */
const sample = channels.flatMap((channel) =>
  Array.from({ length: Math.ceil(serialLimit / 4999) }, (_, n) =>
    encodeCode({ serial: n * 4999, channel }),
  ),
);

describe('the alphabet', () => {
  test('is the ten digits and the 21 consonants in upper case', () => {
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].filter((letter) => !'AEIOU'.includes(letter));
    expect(alphabet).toBe(`0123456789${letters.join('')}`);
    expect(base).toBe(31);
  });

  test('has a channel symbol for every channel', () => {
    expect(channels.length).toBeLessThanOrEqual(base);
  });
});

describe('the check', () => {
  test('31 is prime and the weights are distinct and not divisible by it', () => {
    for (let divisor = 2; divisor < base; divisor += 1) expect(base % divisor).not.toBe(0);
    expect(new Set(weights.map((weight) => weight % base)).size).toBe(codeLength);
    expect(weights.every((weight) => weight % base !== 0)).toBe(true);
  });

  test('every pair of symbols at every place changes the sum, alone and swapped with any other place', () => {
    let pairs = 0;
    for (const [place, weight] of weights.entries()) {
      for (let right = 0; right < base; right += 1) {
        for (let wrong = 0; wrong < base; wrong += 1) {
          if (right === wrong) continue;
          pairs += 1;
          if ((weight * (wrong - right)) % base === 0)
            throw new Error(`${right}→${wrong} at ${place}`);
          for (const [other, otherWeight] of weights.entries()) {
            if (other === place) continue;
            const change = (weight - otherWeight) * (wrong - right);
            if (change % base === 0) throw new Error(`${right}↔${wrong} at ${place}, ${other}`);
          }
        }
      }
    }
    expect(pairs).toBe(6 * 31 * 30);
  });

  test('every wrong symbol and every swap of neighbours in real codes is seen', () => {
    let wrongSymbols = 0;
    let swaps = 0;
    for (const code of sample) {
      for (let at = 0; at < codeLength; at += 1) {
        for (const symbol of symbols) {
          if (symbol === code[at]) continue;
          wrongSymbols += 1;
          const wrong = code.slice(0, at) + symbol + code.slice(at + 1);
          if (parseCode(wrong).kind !== 'mistyped') throw new Error(`${code} → ${wrong}`);
        }
        const pair = code.slice(at, at + 2);
        if (pair.length < 2 || pair[0] === pair[1]) continue;
        swaps += 1;
        const swapped = code.slice(0, at) + pair[1] + pair[0] + code.slice(at + 2);
        if (parseCode(swapped).kind !== 'mistyped') throw new Error(`${code} → ${swapped}`);
      }
    }
    expect(wrongSymbols).toBe(sample.length * 6 * 30);
    expect(swaps).toBeGreaterThan(sample.length * 4);
  });
});

describe('encoding', () => {
  test('is undone by parsing', () => {
    for (const code of sample) {
      const parsed = parseCode(code);
      if (parsed.kind !== 'valid') throw new Error(`${code}: ${parsed.kind}`);
      expect(encodeCode(parsed)).toBe(code);
    }
  });

  test('gives six symbols of the alphabet, all different', () => {
    expect(sample.every((code) => code.length === codeLength && onlySymbols(code))).toBe(true);
    expect(new Set(sample).size).toBe(sample.length);
  });

  // Serial 60 = 1×31 + 29 is 0, 0, 1, 29: sum 4×1 + 3×29 = 91; 91 mod 31 = 29; check 31 − 29 = 2.
  test('agrees with a sum done by hand', () => {
    expect(encodeCode({ serial: 60, channel: 'board' })).toBe('001Y02');
    // Channel pamphlet is 1, of weight 2: the check falls by 2.
    expect(encodeCode({ serial: 60, channel: 'pamphlet' })).toBe('001Y10');
  });

  test('a printed channel keeps its symbol', () => {
    expect(channels.slice(0, 10).map((channel) => encodeCode({ serial: 0, channel })[4])).toEqual([
      ...'0123456789',
    ]);
    expect(channels.slice(0, 10)).toEqual(
      'board pamphlet vehicle newspaper film radio social sms ivr event'.split(' '),
    );
  });

  test.each([-1, 1.5, serialLimit, Number.NaN])('refuses the serial %s', (serial) => {
    expect(() => encodeCode({ serial, channel: 'board' })).toThrow('for `serial`, got');
  });
});

describe('parsing', () => {
  const valid = { kind: 'valid', code: '001Y10', serial: 60, channel: 'pamphlet' };

  test.each([
    ['as printed', '001Y10'],
    ['small letters', '001y10'],
    ['spaces', ' 00 1Y 10 '],
    ['hyphens', '001-Y10'],
    ['a dash of another kind', '001–Y10'],
    ['O for 0', 'OO1Y1O'],
    ['o and i', 'ooiyio'],
    ['I for 1', '00IYI0'],
    ['Devanagari digits', '००१Y१०'],
    ['full-width letters', '００１Ｙ１０'],
    ['an invisible joiner', '001\u200DY10'],
    ['a no-break space', '001\u00A0Y10'],
    ['the printed URL', 'https://UPPOLICE.GOV.IN/Q001Y10'],
    ['the printed URL as it is typed', 'uppolice.gov.in/q001y10'],
    ['the end of the printed URL', 'Q001Y10'],
    ['the URL of the first edition', 'HTTPS://UPPOLICE.GOV.IN/Q/001Y10'],
    ['the URL in small letters', 'https://uppolice.gov.in/q/001y10'],
    ['the URL without scheme', 'uppolice.gov.in/q/001Y10/'],
    ['the URL with a query', 'https://uppolice.gov.in/q/001Y10?utm_source=x#top'],
    ['the landing page', 'https://uppolice.gov.in/get/?c=001Y10'],
    ['a later parameter', '/en/get/?a=1&c=001y10&b=2'],
    ['a full stop at the end', '001Y10.'],
    ['a line break', '001Y10\r\n'],
  ])('takes %s', (_, text) => {
    expect(parseCode(text)).toEqual(valid);
  });

  test.each([
    ['', 'empty'],
    [' - ', 'empty'],
    ['https://uppolice.gov.in/q/', 'empty'],
    ['001Y1', 'length'],
    ['001Y100', 'length'],
    ['https://uppolice.gov.in/', 'length'],
    ['x'.repeat(1_000_000), 'length'],
    ['001A10', 'symbol'],
    ['001Y1क', 'symbol'],
    ['001Y1/', 'symbol'],
    ['001Y1%', 'symbol'],
  ] as const)('%o is malformed: %s', (text, reason) => {
    expect(parseCode(text)).toEqual({ kind: 'malformed', reason });
  });

  test('a wrong check is mistyped and comes back normalized', () => {
    expect(parseCode('oo1-y11')).toEqual({ kind: 'mistyped', normalized: '001Y11' });
  });

  // Place 30 of the channels does not exist: 0, 0, 1, 29, 30 sums to 91 + 60 = 151 = 4×31 + 27; check 4.
  test('a channel that was never printed is mistyped even when the sum closes', () => {
    expect(parseCode('001YZ4')).toEqual({ kind: 'mistyped', normalized: '001YZ4' });
  });
});
