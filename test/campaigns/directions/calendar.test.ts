import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { loadCampaign } from '../../../campaigns/campaign-fs.ts';
import {
  type CalendarScope,
  calendarEntries,
} from '../../../campaigns/directions/calendar-entries.ts';
import { calendarFile } from '../../../campaigns/directions/calendar-file.ts';
import { registerOf } from '../../../campaigns/directions/directions.ts';
import type { OwingRole } from '../../../campaigns/directions/owing-roles.ts';

const register = registerOf(loadCampaign('up-cop'));
if (register === undefined) throw new Error('Expected a register in the campaign, got none');
const changedAt = new Date('2019-04-01T10:30:00Z');

function entriesOf(role: OwingRole, area: string | null, given: Partial<CalendarScope> = {}) {
  const scope = { office: { role, area }, today: '2019-04-12', events: [], bases: {}, ...given };
  return calendarEntries(register as NonNullable<typeof register>, scope);
}

function fileOf(entries: ReturnType<typeof entriesOf>, language: 'hi' | 'en' = 'hi') {
  return calendarFile(entries, {
    ...{ name: 'निर्देश: आगरा', language, office: 'district:agra', campaign: 'up-cop' },
    revisionOf: () => ({ sequence: 2, changedAt }),
    pageOf: ({ query }) => `https://outreach.example/console/directions/?${query}`,
  });
}

const read = (text: string) =>
  new ICAL.Component(ICAL.parse(text))
    .getAllSubcomponents('vevent')
    .map((own) => new ICAL.Event(own));
const agra = () => read(fileOf(entriesOf('district', 'agra')));
const find = (id: string) => {
  const found = agra().find(({ uid }) => uid === `${id}.district-agra@up-cop.directions`);
  if (found === undefined) throw new Error(`Expected ${id} in the calendar, got none`);
  return found;
};

/** First and last day of so many occurrences, as a reader expands them. */
function days(event: ICAL.Event, count: number): string[] {
  const iterator = event.iterator();
  return Array.from({ length: count }, () => {
    const { startDate, endDate } = event.getOccurrenceDetails(iterator.next());
    endDate.adjust(-1, 0, 0, 0);
    return `${startDate}/${endDate.toString().slice(-2)}`;
  });
}

describe('the calendar of a district', () => {
  test('the 5th of every month stays the 5th on a Sunday', () => {
    expect(days(find('L3'), 5)).toEqual([
      '2019-04-05/05',
      // A Sunday.
      '2019-05-05/05',
      '2019-06-05/05',
      '2019-07-05/05',
      '2019-08-05/05',
    ]);
  });

  test('a quarterly inspection is a window from the 1st to the 15th', () => {
    expect(days(find('S5'), 4)).toEqual([
      '2019-01-01/15',
      '2019-04-01/15',
      '2019-07-01/15',
      '2019-10-01/15',
    ]);
  });

  test('what is owed once stands on its day, a computed one with its rule', () => {
    expect(days(find('S5-first'), 1)).toEqual(['2018-11-29/29']);
    const computed = find('4A');
    expect(computed.startDate.toString()).toBe('2019-05-27');
    expect(computed.description).toContain('बैठक दिनांक 27 मार्च 2019 से 2 माह (परिकलित)');
    expect(computed.isRecurring()).toBe(false);
  });

  test('a base that headquarters moved moves the computed day and is named', () => {
    const [own] = entriesOf('district', 'agra', {
      bases: { 'minutes-2019-03-27': '2019-04-01' },
    }).filter(({ id }) => id === '4A');
    expect(own?.first).toBe('2019-06-01');
    expect(own?.description.hi).toContain('गणना 1 अप्रैल 2019 से');
  });

  test('what no paper states a day for is not there, nor what is no office’s own', () => {
    expect(
      entriesOf('district', 'agra')
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual(['4A', 'L3', 'S5', 'S5-first']);
    expect(
      entriesOf('branch', 'crime')
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual(['3A', '3B', '3C-dgp']);
  });

  test('a training begins on the day of its event, of this district and of the whole state', () => {
    const events = [
      { id: 7, kind: 'first-posting', day: '2019-04-08', district: 'agra', sample: true },
      { id: 8, kind: 'first-posting', day: '2019-04-09', district: 'lucknow' },
      { id: 9, kind: 'election-over', day: '2019-04-10', district: '' },
    ];
    const own = entriesOf('district', 'agra', { events }).filter(({ id }) => id.startsWith('4B'));
    expect(own.map(({ id, first, query }) => [id, first, query])).toEqual([
      ['4B-i/event-9', '2019-04-10', 'key=4B-i/district:agra/event-9'],
      ['4B-ii/event-7', '2019-04-08', 'key=4B-ii/district:agra/event-7'],
    ]);
    expect(own[0]?.summary.hi).toMatch(/^आरम्भ: /);
    expect(own[1]?.summary.hi).toMatch(/^नमूना: आरम्भ: /);
    expect(own[0]?.description.hi).toContain('कोई तिथि नहीं');
  });

  test('a paper of a later day owes nothing yet', () => {
    const ids = entriesOf('district', 'agra', { today: '2019-03-28' }).map(({ id }) => id);
    expect(ids).not.toContain('L3');
    expect(ids).toContain('4A');
  });
});

test('each entry has a stable UID, its SEQUENCE, a DTSTAMP in UTC, an alarm three days before and its page', () => {
  const text = fileOf(entriesOf('district', 'agra'));
  const stamps = text.match(/^DTSTAMP.*$/gm) ?? [];
  expect(new Set(stamps.map((line) => line.trim()))).toEqual(new Set(['DTSTAMP:20190401T103000Z']));
  expect(stamps).toHaveLength(4);
  expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  const event = find('L3');
  expect(event.sequence).toBe(2);
  const alarm = event.component.getFirstSubcomponent('valarm');
  expect(String(alarm?.getFirstPropertyValue('trigger'))).toBe('-P3D');
  expect(event.component.getFirstPropertyValue('url')).toBe(
    'https://outreach.example/console/directions/?direction=L3&office=district:agra',
  );
  expect(agra().map(({ uid }) => uid)).toEqual(
    read(fileOf(entriesOf('district', 'agra'), 'en')).map(({ uid }) => uid),
  );
});

test('its words are Hindi, and English where that is asked for', () => {
  expect(find('L3').summary).toBe('पीएमएस ऐप की मासिक आख्या');
  const english = read(fileOf(entriesOf('district', 'agra'), 'en'));
  const own = english.find(({ uid }) => uid.startsWith('L3.'));
  expect(own?.summary).toBe('Monthly report on the PMS app');
  expect(own?.description).toContain('When: by day 5 of every month; about the month before');
});
