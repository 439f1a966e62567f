import { expect, test } from 'vitest';
import { count, day, type Field, measure, money } from '../../../campaigns/fields/field.ts';
import { parseField } from '../../../campaigns/fields/field-text.ts';

const label = ['मान', 'Value'] as const;

test.each<[Field, string, unknown]>([
  [count(label), '२,५०,०००', 250_000],
  [count(label), '2.5', undefined],
  [measure(label), '१.५', 1.5],
  [measure(label), '-0.25', -0.25],
  [measure(label), '1e3', undefined],
  [money(label), '₹ १,२५०.५०', 125_050],
  [day(label), '05.04.2019', '2019-04-05'],
])('a field reads what officers type, in any digits: $0.type “$1”', (field, typed, value) => {
  expect(parseField(field, typed)).toBe(value);
});
