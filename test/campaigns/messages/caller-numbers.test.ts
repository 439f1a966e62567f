import { expect, test } from 'vitest';
import { callerSeries, findCallerFault } from '../../../messaging/phone/blasts/problems.ts';

const service = ['1600112345', '+911600112345', '0160 011-2345', '911600112345', '00911600112345'];
const promotion = ['1401234567', '+91 140 123 4567'];
/** 1601 belongs to banks; ten digits of a mobile and of a landline. */
const others = ['1601112345', '9876543210', '+915224000000', '05224000000'];
const foreign = ['+12025550100', '12025550100', '+4915112345678', '160011234', ''];

const neither = { government: 'caller-not-1600', promotional: 'caller-not-140' };
const abroad = { government: 'caller-foreign', promotional: 'caller-foreign' };

test.each([
  ...service.map((number) => ({ number, government: null, promotional: 'caller-not-140' })),
  ...promotion.map((number) => ({ number, government: 'caller-not-1600', promotional: null })),
  ...others.map((number) => ({ number, ...neither })),
  ...foreign.map((number) => ({ number, ...abroad })),
])('$number for a government call: $government, for promotion: $promotional', (each) => {
  expect(findCallerFault(each.number, 'government')).toBe(each.government);
  expect(findCallerFault(each.number, 'service-implicit')).toBe(each.government);
  expect(findCallerFault(each.number, 'promotional')).toBe(each.promotional);
});

test('each series names its papers', () => {
  for (const { source } of Object.values(callerSeries))
    expect(source).toMatch(/read \d\d\.\d\d\.20\d\d/);
});
