import { describe, expect, test } from 'vitest';
import {
  inWords,
  parseRupees,
  rupeesInWords,
} from '../../../../campaigns/print/purchase-orders/money.ts';
import {
  marksFor,
  parcelCode,
  parcelCodePattern,
  parcelState,
  readParcelCode,
  spacedCode,
  undoableMark,
} from '../../../../campaigns/print/purchase-orders/parcel.ts';
import {
  computeAmount,
  computeArea,
  computeTotal,
  findNewer,
} from '../../../../campaigns/print/purchase-orders/purchase-order.ts';
import { showCell } from '../../../../messaging/platform/documents/paper.ts';

describe('money', () => {
  test.each([
    [0, '0.00'],
    [5, '0.05'],
    [123_456_50, '1,23,456.50'],
    [10_00_00_000_00, '10,00,00,000.00'],
  ])('%i paise are written as an office writes them', (paise, text) => {
    expect(showCell({ decimal: paise / 100 })).toBe(text);
  });

  test.each([
    ['12', 1200],
    ['12.5', 1250],
    ['1,250.75', 125_075],
    ['1,23,456', 12_345_600],
    ['', undefined],
    ['12.345', undefined],
    ['-3', undefined],
    ['=1+1', undefined],
    ['1e5', undefined],
  ])('%o is read as %o paise', (text, paise) => {
    expect(parseRupees(text)).toBe(paise);
  });

  test.each([
    [0, 'शून्य', 'zero'],
    [42, 'बयालीस', 'forty-two'],
    [99, 'निन्यानवे', 'ninety-nine'],
    [100, 'एक सौ', 'one hundred'],
    [1_015, 'एक हज़ार पंद्रह', 'one thousand fifteen'],
    [
      12_34_567,
      'बारह लाख चौंतीस हज़ार पाँच सौ सड़सठ',
      'twelve lakh thirty-four thousand five hundred sixty-seven',
    ],
    [1_00_00_00_000, 'एक सौ करोड़', 'one hundred crore'],
  ])('%i is said in words', (value, hi, en) => {
    expect([inWords(value, 'hi'), inWords(value, 'en')]).toEqual([hi, en]);
  });

  test('every number below a hundred has its own Hindi word', () => {
    const words = Array.from({ length: 100 }, (_, value) => inWords(value, 'hi'));
    expect(new Set(words).size).toBe(100);
    expect(words).not.toContain('');
  });

  test('an amount closes with मात्र, paise only where there are some', () => {
    expect(rupeesInWords(1_250_00, 'hi')).toBe('रुपये एक हज़ार दो सौ पचास मात्र');
    expect(rupeesInWords(1_250_50, 'hi')).toBe('रुपये एक हज़ार दो सौ पचास तथा पचास पैसे मात्र');
    expect(rupeesInWords(1_250_50, 'en')).toBe(
      'Rupees one thousand two hundred fifty and fifty paise only',
    );
  });
});

describe('sums of an order', () => {
  const board = { quantity: 2, unit: 'sq-ft', ratePaise: 1_850, areaCentiSqFt: 4_000 } as const;
  const pamphlet = { quantity: 500, unit: 'piece', ratePaise: 175, areaCentiSqFt: 0 } as const;

  test('a board of 8 × 5 ft has 40 square feet', () => {
    expect(computeArea(2438.4, 1524)).toBe(4_000);
    expect(computeAmount(board)).toBe(2 * 40 * 1_850);
  });

  test.each([
    // 0.01 sq ft at 49 and 50 paise a square foot.
    [1, 49, 0],
    [1, 50, 1],
    [1, 149, 1],
    [1, 150, 2],
    [333, 1_850, 6_161],
    [4_001, 1_850, 74_019],
  ])('%i hundredths of a square foot at %i paise are %i paise', (areaCentiSqFt, ratePaise, sum) => {
    expect(computeAmount({ quantity: 1, unit: 'sq-ft', ratePaise, areaCentiSqFt })).toBe(sum);
  });

  test('half a paisa of each line counts up by itself, before the lines are added', () => {
    const half = { quantity: 1, unit: 'sq-ft', ratePaise: 50, areaCentiSqFt: 1 } as const;
    expect(computeTotal([half, half], null)).toEqual({ net: 2, gst: null, total: 2 });
  });

  test('half a hundredth of a square foot counts up', () => {
    // 1 ft wide, and 0.005 ft high.
    expect(computeArea(304.8, 1.523)).toBe(0);
    expect(computeArea(304.8, 1.525)).toBe(1);
  });

  test('GST is a line only where it is wanted, rounded to a paisa', () => {
    const net = 148_000 + 87_500;
    expect(computeTotal([board, pamphlet], null)).toEqual({ net, gst: null, total: net });
    expect(computeTotal([board, pamphlet], 18)).toEqual({ net, gst: 42_390, total: net + 42_390 });
    // 0.54, 0.5 and 0.45 paise.
    for (const [ratePaise, percent, gst] of [
      [3, 18, 1],
      [10, 5, 1],
      [9, 5, 0],
    ] as const)
      expect(computeTotal([{ ...pamphlet, quantity: 1, ratePaise }], percent).gst).toBe(gst);
  });

  test('a file is superseded by another hash, not by its absence', () => {
    expect(findNewer('a', 'b')).toBe('b');
    expect(findNewer('a', 'a')).toBeNull();
    expect(findNewer('a', undefined)).toBeNull();
  });
});

describe('codes of parcels', () => {
  let seed = 1;
  const random = (limit: number) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % limit;
  };
  const code = parcelCode(random);

  test('are read as people type them', () => {
    expect(code).toMatch(parcelCodePattern);
    expect(readParcelCode(` ${spacedCode(code).toLowerCase()} `)).toBe(code);
  });

  test('every wrong symbol and every swap of neighbours is found', () => {
    for (let at = 0; at < code.length; at += 1) {
      for (const symbol of '23456789ABCDEFGHJKMNPQRTVWXYZ') {
        const typed = code.slice(0, at) + symbol + code.slice(at + 1);
        if (typed !== code) expect(readParcelCode(typed), typed).toBeUndefined();
      }
      const swapped =
        code.slice(0, at) + (code[at + 1] ?? '') + (code[at] ?? '') + code.slice(at + 2);
      if (swapped !== code && at + 1 < code.length)
        expect(readParcelCode(swapped), swapped).toBeUndefined();
    }
  });
});

describe('a parcel on its way', () => {
  const at = new Date(0);
  test.each([
    [null, null, 'waiting', ['dispatched', 'received'], undefined],
    [at, null, 'dispatched', ['received'], 'dispatched'],
    [at, at, 'received', [], 'received'],
    [null, at, 'received', [], 'received'],
  ] as const)('dispatched %o, received %o: %s', (dispatchedAt, receivedAt, state, next, undo) => {
    const found = parcelState({ dispatchedAt, receivedAt });
    expect([found, marksFor(found), undoableMark(found)]).toEqual([state, next, undo]);
  });
});
