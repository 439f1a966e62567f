import { describe, expect, test } from 'vitest';
import { findLeaps, type Stop } from '../../../campaigns/activities/leaps.ts';
import { toInstant } from '../../../campaigns/tracker/clock.ts';

const agra = { lon: 78.01, lat: 27.18, accuracyM: 20 };
/** 51 km away as the crow flies. */
const mathura = { lon: 77.67, lat: 27.49, accuracyM: 20 };
const stop = (station: string, time: string, given: Partial<Stop> = {}): Stop => ({
  district: 'agra',
  station,
  person: 'one',
  by: 'A',
  at: toInstant('2019-05-01', time),
  place: agra,
  ...given,
});

describe('boards farther apart than a road allows are pointed out', () => {
  test.each<[string, string[], Stop[]]>([
    [
      'an hour for fifty kilometres',
      [],
      [stop('a', '10:00'), stop('b', '11:00', { place: mathura })],
    ],
    ['half an hour for fifty', [], [stop('a', '10:00'), stop('b', '10:31', { place: mathura })]],
    [
      'twenty minutes for fifty',
      ['a', 'b'],
      [stop('a', '10:00'), stop('b', '10:20', { place: mathura })],
    ],
    [
      'seven boards in a minute, no phone says where',
      ['a', 'b', 'c', 'd', 'e', 'f', 'g'],
      [...'abcdefg'].map((id) => stop(id, '10:00', { place: null })),
    ],
    [
      'two officers at the same time',
      [],
      [stop('a', '10:00'), stop('b', '10:00', { person: 'two', place: mathura })],
    ],
    ['the same board again', [], [stop('a', '10:00'), stop('a', '10:01')]],
    [
      'neighbours of which no phone says where',
      [],
      [stop('a', '10:00', { place: null }), stop('b', '10:03', { place: null })],
    ],
    [
      'a phone that errs by fifty kilometres',
      [],
      [stop('a', '10:00'), stop('b', '10:20', { place: { ...mathura, accuracyM: 50_000 } })],
    ],
  ])('%s', (_, expected, stops) => {
    const keys = [...findLeaps(stops).keys()].sort();
    expect(keys).toEqual(expected.map((id) => `agra/${id}`));
  });

  test('each of both names the other, the officer and the way', () => {
    const leap = findLeaps([stop('a', '10:00'), stop('b', '10:20', { place: mathura })]).get(
      'agra/a',
    );
    expect(leap).toMatchObject({ to: { station: 'b' }, by: 'A', minutes: 20 });
    expect(leap?.km).toBeCloseTo(48, 0);
  });
});
