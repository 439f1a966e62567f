import { expect, test } from 'vitest';
import { makePlural } from '../../campaigns/words/plural.ts';
import { consoleWords } from '../../site/i18n/console-words.ts';
import { formatDay, formatMoment, formatShortDay } from '../../site/i18n/format.ts';
import { figureWordsIn } from '../../site/islands/console/figures/figure-words.ts';

test('a count of one reads as one, in Hindi and English', () => {
  expect(
    ['0', '1', '2', '1,234'].map((count) => `${count} ${makePlural('hi')(count, 'खाता', 'खाते')}`),
  ).toEqual(['0 खाता', '1 खाता', '2 खाते', '1,234 खाते']);
  expect([consoleWords.hi.people.shown('1'), consoleWords.en.people.shown('1')]).toEqual([
    '1 खाता',
    '1 account',
  ]);
  expect([figureWordsIn('hi').reports.rows('1'), figureWordsIn('hi').reports.rows('12')]).toEqual([
    '1 पंक्ति',
    '12 पंक्तियाँ',
  ]);
});

test('months have the names of the office, and the clock 24 hours', () => {
  expect(formatDay('2026-11-25', 'hi')).toBe('25 नवंबर 2026');
  expect(formatShortDay('2026-09-05', 'hi')).toBe('5 सितंबर');
  expect(formatMoment('2026-11-25T10:16:00Z', 'hi')).toBe('25 नवंबर 2026, 15:46 बजे');
  expect(formatMoment('2026-11-25T10:16:00Z', 'en')).toMatch(/^25 Nov 2026, 3:46\spm$/i);
});
