import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maskPhoneNumbers } from '../../../../messaging/platform/process/phone-mask.ts';

test.each([
  ['plain', 'to 9876543210 sent', 'to [phone …10] sent'],
  ['a dot', '98765.43210', '[phone …10]'],
  ['several dots', '98765..43210', '[phone …10]'],
  ['three groups with dots', '987.654.3210', '[phone …10]'],
  ['pairs with dots', '98.76.54.32.10', '[phone …10]'],
  ['+91 and dots', '+91.98765.43210', '[phone …10]'],
  ['the end of a sentence', 'Call 98765 43210.', 'Call [phone …10].'],
  ['several blanks', '98765   43210', '[phone …10]'],
  ['a blank that does not break', '98765\u00a043210', '[phone …10]'],
  ['a tab', '98765\t43210', '[phone …10]'],
  ['blank, hyphen, blank', '98765 - 43210', '[phone …10]'],
  ['a dash', '98765–43210', '[phone …10]'],
  ['a hyphen that does not break', '98765‑43210', '[phone …10]'],
  ['digit by digit', '9 8 7 6 5 4 3 2 1 0', '[phone …10]'],
  ['digit by digit with hyphens', '9-8-7-6-5-4-3-2-1-0', '[phone …10]'],
  ['brackets around the first half', '(98765) 43210', '([phone …10]'],
  ['brackets around all', '(9876543210)', '([phone …10])'],
  ['brackets around the country', '(+91) 98765 43210', '([phone …10]'],
  ['square brackets', '[98765] 43210', '[[phone …10]'],
  ['+91 and brackets', '+91(98765)43210', '[phone …10]'],
  ['+91 and a trunk zero in brackets', '+91 (0) 98765 43210', '[phone …10]'],
  ['+91 and a hyphen', '+91-98765-43210', '[phone …10]'],
  ['0091 and blanks', '0091 98765 43210', '[phone …10]'],
  ['091', '091-9876543210', '[phone …10]'],
  ['a trunk zero and a hyphen', '0-98765-43210', '[phone …10]'],
  ['a trunk zero and a blank', '098765 43210', '[phone …10]'],
  ['an escaped blank', '/x?to=98765%2043210', '/x?to=[phone …10]'],
  ['an escaped plus', '/x?to=%2B9198765%2043210&a=1', '/x?to=[phone …10]&a=1'],
  ['escaped brackets', '/x?to=%2898765%29%2043210', '/x?to=%28[phone …10]'],
  ['a plus for a blank', '/x?to=98765+43210', '/x?to=[phone …10]'],
  ['after an escaped blank', 'a%209876543210', 'a%20[phone …10]'],
  ['after another number', 'from 112 to 9876543210', 'from 112 to [phone …10]'],
  ['after a help line', '112 9876543210', '112 [phone …10]'],
  ['two in a row', '98765.43210, 87654.32109', '[phone …10], [phone …09]'],
  ['three with a blank', '9876543210 8765432109 7654321098', '[phone …10] [phone …09] [phone …98]'],
  ['a trailing comma', '9876543210,', '[phone …10],'],
  ['after a letter', 'tel9876543210', 'tel[phone …10]'],
  ['after a colon', 'tel:+919876543210', 'tel:[phone …10]'],
  ['in an e-mail address', '9876543210@example.in', '[phone …10]@example.in'],
  ['Devanagari digits', 'नम्बर ९८७६५ ४३२१०', 'नम्बर [phone …१०]'],
  ['Devanagari digits with a dot', '९८७६५.४३२१०', '[phone …१०]'],
  ['Devanagari with the country', '+९१ ९८७६५ ४३२१०', '[phone …१०]'],
  ['beside a day', '12.04.2019 98765 43210', '12.04.2019 [phone …10]'],
  ['beside an id', 'a'.repeat(32).concat(' 9876543210'), `${'a'.repeat(32)} [phone …10]`],
])('a number is masked: %s', (_label, text, masked) => {
  expect(maskPhoneNumbers(text)).toBe(masked);
});

test.each([
  ['a time in milliseconds', '1764012345678'],
  ['a time in seconds', '1764012345'],
  ['a moment', '2019-09-07T08:09:07.654321Z'],
  ['a moment with a blank', '2019-09-08 09:08:07.987'],
  ['a day and a number', '07-04-2019 123'],
  ['a day with dots and a number', '07.04.2019 123'],
  ['a day of ISO and a number', '2019-08-12 1234567'],
  ['a span of days', '06-04-2019 - 30-06-2019'],
  ['a span of days of ISO', '2019-04-06..2019-06-30'],
  ['a clock time', '09:08:07.654'],
  ['a duration', '9876543.210 ms'],
  ['a fraction', '0.9876543210'],
  ['a longer fraction', '6.123456789'],
  ['a coordinate', '81.2345678, 26.8467089'],
  ['an amount with paise', '98765432.10'],
  ['a great amount with paise', '9876543210.50'],
  ['an amount in the Indian way', '98,76,54,321.00'],
  ['an amount with its sign', '₹9876543210'],
  ['an amount with its sign and a blank', '₹ 9876543210'],
  ['an amount in rupees', 'Rs. 9876543210'],
  ['an amount in Hindi', 'रु. ९८७६५४३२१०'],
  ['a help line', '112 and 1090 and 05222724050'],
  ['a toll-free number', '1800-180-5555'],
  ['a longer number', '98765432101'],
  ['a card', '9876 5432 1012 3456'],
  ['an id of twelve digits', '9876 5432 1012'],
  ['a shorter number', '987654321'],
  ['a number that begins lower', '5876543210'],
  ['an address of a network', '98.176.154.32'],
  ['a version', '9.8.7'],
  ['an id', '0a1b9876-5432-4109-8765-43210abcdef0'],
  ['an id of digits', '98765432-1098-4765-8321-098765432109'],
  ['a hash', `a9876543210b${'c'.repeat(52)}`],
  ['a hash of digits', '9876543210'.repeat(6).concat('9876')],
  ['a message id', `SM${'9876543210'.repeat(3)}ab`],
  ['a head of the audit log', `12:${'98765432'.repeat(8)}`],
  ['a port and a code', 'port 8080, code 17SN0N'],
  ['a size', '8,388,608 bytes of 9,999,999'],
  ['what is masked already', '[phone …98] 76543210'],
  ['a template id', '1107160000000098765'],
])('what is no number stays: %s', (_label, text) => {
  expect(maskPhoneNumbers(text)).toBe(text);
});

const mobile = fc
  .tuple(fc.integer({ min: 6, max: 9 }), fc.integer({ min: 0, max: 999_999_999 }))
  .map(([first, rest]) => `${first}${String(rest).padStart(9, '0')}`);
const gap = fc.constantFrom(
  '',
  ' ',
  '  ',
  '   ',
  '-',
  '.',
  '..',
  ' - ',
  '%20',
  '\u00a0',
  ') ',
  '–',
);
const head = fc.constantFrom('', '+91', '+91 ', '+91-', '91', '91 ', '0', '0091', '0091 ', '%2B91');
const around = fc.constantFrom('', ' ', 'to ', 'नम्बर ', ',', '"', '=', '(', '\n', 'x');

test('a number is masked however it is written and whatever stands around it', () => {
  fc.assert(
    fc.property(mobile, gap, head, around, around, (number, between, before, left, right) => {
      const written = `${left}${before}${number.slice(0, 5)}${between}${number.slice(5)}${right}`;
      const masked = maskPhoneNumbers(written);
      expect(masked).toContain(`[phone …${number.slice(-2)}]`);
      expect(masked).not.toContain(number.slice(0, 5));
      expect(maskPhoneNumbers(masked)).toBe(masked);
    }),
    { numRuns: 2000 },
  );
});

test('ids, hashes, moments, days and amounts stay as they are', () => {
  const date = fc.date({
    min: new Date('2000-01-01'),
    max: new Date('2099-12-31'),
    noInvalidDate: true,
  });
  const kept = fc.oneof(
    fc.constant(null).map(() => randomUUID()),
    fc.uuid(),
    fc.stringMatching(/^[0-9a-f]{32}$/),
    fc.stringMatching(/^[0-9a-f]{64}$/),
    date.map((at) => at.toISOString()),
    date.map((at) => at.toISOString().slice(0, 10)),
    date.map((at) => at.toISOString().slice(0, 10).split('-').reverse().join('.')),
    date.map((at) => String(at.getTime() + 1e12)),
    fc.integer({ min: 0, max: 1e12 }).map((paise) => (paise / 100).toFixed(2)),
    fc.integer({ min: 0, max: 1e12 }).map((rupees) => rupees.toLocaleString('en-IN')),
    fc.integer({ min: 0, max: 999_999_999 }).map(String),
  );
  fc.assert(
    fc.property(fc.array(kept, { minLength: 1, maxLength: 4 }), (parts) => {
      const text = parts.join(', ');
      expect(maskPhoneNumbers(text)).toBe(text);
    }),
    { numRuns: 2000 },
  );
});
