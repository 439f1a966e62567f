import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  formatCount,
  formatDay,
  formatDayShort,
  formatShare,
  latinDigits,
  parseCount,
} from '../../campaigns/numbers.ts';

describe('counts', () => {
  test.each([
    [0, '0'],
    [999, '999'],
    [1_000, '1,000'],
    [99_999, '99,999'],
    [100_000, '1,00,000'],
    [250_000, '2,50,000'],
    [12_345_678, '1,23,45,678'],
    [1_000_000_000, '1,00,00,00,000'],
    [-250_000, '−2,50,000'],
    [-0.2, '0'],
    [3_312.5, '3,313'],
  ])('%d reads %s', (value, text) => {
    expect(formatCount(value)).toBe(text);
  });

  test('take Devanagari digits and decimals when asked', () => {
    expect(formatCount(250_000, { digits: 'devanagari' })).toBe('२,५०,०००');
    expect(formatCount(1_234.56, { fractionDigits: 1 })).toBe('1,234.6');
  });

  test('agree with the grouping of Intl for India', () => {
    const intl = new Intl.NumberFormat('en-IN');
    fc.assert(
      fc.property(fc.nat(Number.MAX_SAFE_INTEGER), (value) => {
        expect(formatCount(value)).toBe(intl.format(value));
      }),
    );
  });

  test('read what they write, in both kinds of digits', () => {
    fc.assert(
      fc.property(
        fc.nat(),
        fc.constantFrom('latin' as const, 'devanagari' as const),
        (value, digits) => {
          expect(parseCount(formatCount(value, { digits }))).toBe(value);
        },
      ),
    );
  });

  test.each([
    ['162345', 162_345],
    [' 1,62,345 ', 162_345],
    ['१,६२,३४५', 162_345],
    ['162,345', 162_345],
    ['', undefined],
    ['1,6,345', undefined],
    ['16,2345', undefined],
    ['1.5', undefined],
    ['-3', undefined],
    ['12 lakh', undefined],
    ['99999999999999999999', undefined],
  ])('%o is read as %s', (text, value) => {
    expect(parseCount(text)).toBe(value);
  });
});

describe('shares', () => {
  test.each([
    [0, '0%'],
    [0.0001, '1%'],
    [0.655, '66%'],
    [0.9999, '99%'],
    [1, '100%'],
    [1.084, '108%'],
  ])('%d reads %s', (share, text) => {
    expect(formatShare(share)).toBe(text);
  });
});

describe('days', () => {
  test('read as in speech and as in letters', () => {
    expect(formatDay('2019-04-12', 'hi')).toBe('12 अप्रैल 2019');
    expect(formatDay('2019-04-02', 'en')).toBe('2 April 2019');
    expect(formatDay('2019-11-24', 'hi', 'devanagari')).toBe('२४ नवंबर २०१९');
    expect(formatDayShort('2019-04-02')).toBe('02.04.2019');
    expect(formatDayShort('2019-04-02', 'devanagari')).toBe('०२.०४.२०१९');
    expect(latinDigits('०२.०४.२०१९')).toBe('02.04.2019');
  });

  test('that are not numbers are named', () => {
    expect(() => formatDay('2019-13-01', 'hi')).toThrow('for `day`, got "2019-13-01"');
  });
});
