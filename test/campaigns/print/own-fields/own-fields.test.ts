import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readOwnValues } from '../../../../campaigns/print/own-fields/own-fields.ts';
import {
  differingStations,
  loadOwnFields,
  type StationFieldFault,
} from '../../../../campaigns/print/own-fields/own-fields-fs.ts';
import { publishedIn } from '../../../../campaigns/published-fs.ts';
import { openFolder } from '../../../folders.ts';

describe('a value', () => {
  test.each([
    ['cug', '9454403857'],
    ['cug', '05222612345'],
    ['help-number', '112'],
    ['help-number', '18001801234'],
    ['local-line', 'पुराने बस अड्डे के सामने'],
    ['local-line', 'Near the old bus stand, Gate 2'],
    ['local-line', ' थाना दिवस: पहला शनिवार '],
    ['name-ur', 'تھانہ حضرت گنج'],
    ['name-ur', 'جی۔آر۔پی۔ تھانہ آگرہ کینٹ (2)'],
  ])('%s "%s" is taken', (field, value) => {
    const values = { [field]: value.trim() };
    expect(readOwnValues({ [field]: value })).toEqual({ values, faults: [] });
  });

  test.each([
    ['cug', '945440385', 'a digit too few'],
    ['cug', '+919454403857', 'a plus sign'],
    ['cug', '94544 03857', 'a space'],
    ['cug', '5454403857', 'no mobile of India'],
    ['cug', '९४५४४०३८५७', 'Devanagari digits'],
    ['help-number', '12', 'too short'],
    ['help-number', '180018012345', 'too long'],
    ['help-number', '112a', 'a letter'],
    ['local-line', 'бус стенд', 'another script'],
    ['local-line', 'बस\u200dअड्डा', 'a joiner'],
    ['local-line', 'बस\u0007अड्डा', 'a control character'],
    ['local-line', 'बस  अड्डा', 'two spaces'],
    ['local-line', 'ब'.repeat(61), 'too long'],
    ['local-line', 'ेबस', 'a matra without its letter'],
    ['local-line', '1234', 'no letter'],
    ['local-line', '=HYPERLINK("x")', 'a formula'],
    ['name-ur', 'थाना हजरतगंज', 'Devanagari'],
    ['name-ur', 'تهانه حضرت كنج', 'letters of an Arabic keyboard'],
    ['name-ur', 'تهانه حضرت گنج', 'the he of an Arabic keyboard'],
    ['name-ur', 'تھانہ\u200f حضرت گنج', 'a direction mark'],
    ['name-ur', '112', 'no letter'],
    ['fax', '112', 'an unknown field'],
  ])('%s "%s" is refused: %s', (field, value) => {
    const { values, faults } = readOwnValues({ [field]: value });
    expect(values).toEqual({});
    expect(faults).toMatchObject([{ field }]);
    expect(faults[0]?.expected.hi).toMatch(/[क-ह]/);
    expect(faults[0]?.expected.en).toMatch(/[a-z]/);
  });

  test('that is empty is left out', () => {
    expect(readOwnValues({ cug: '', 'local-line': '  ' })).toEqual({ values: {}, faults: [] });
  });
});

test('what stations fill in is read by station, and what is wrong is left out and told', () => {
  const published = publishedIn(openFolder('own-fields-'));
  expect(loadOwnFields(published).size).toBe(0);
  const store = (station: string, field: string, value: string) => ({
    district: 'agra',
    ...{ station, field, value },
  });
  const fields = [
    store('hariparvat', 'cug', '9454403857'),
    store('hariparvat', 'help-number', '12'),
    store('hariparvat', 'local-line', 'बस अड्डा, गेट 2'),
    store('tajganj', 'pin', '282001'),
  ];
  mkdirSync(dirname(published.stationsFile));
  writeFileSync(published.stationsFile, JSON.stringify({ names: [], fields }));
  const faults: StationFieldFault[] = [];
  const read = loadOwnFields(published, { onFault: (fault) => faults.push(fault) });
  expect([...read]).toEqual([
    ['agra/hariparvat', { cug: '9454403857', 'local-line': 'बस अड्डा, गेट 2' }],
  ]);
  expect(faults).toMatchObject([
    { station: 'agra/hariparvat', field: 'help-number', found: '12' },
    { station: 'agra/tajganj', field: 'pin' },
  ]);
});

test('of a district only those differ that filled in, changed or emptied a field', () => {
  const before = new Map([
    ['agra/baah', { cug: '9454403857' }],
    ['agra/lohamandi', { cug: '9454403858' }],
    ['agra/tajganj', { 'help-number': '112' }],
  ]);
  const now = new Map([
    ['agra/baah', { cug: '9454403857' }],
    ['agra/hariparvat', { 'local-line': 'बस अड्डा' }],
    ['agra/lohamandi', { cug: '9454403859' }],
  ]);
  const differing = ['agra/hariparvat', 'agra/lohamandi', 'agra/tajganj'];
  expect(differingStations(before, now).sort()).toEqual(differing);
  expect(differingStations(now, new Map(now))).toEqual([]);
});
