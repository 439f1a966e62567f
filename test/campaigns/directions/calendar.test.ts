import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { calendarEntries, calendarUntil } from '../../../campaigns/directions/calendar-entries.ts';
import { calendarFile } from '../../../campaigns/directions/calendar-file.ts';
import { findState, type Touched } from '../../../campaigns/directions/occurrence-state.ts';
import { occurrences, type RegisterEvent } from '../../../campaigns/directions/occurrences.ts';
import type { OwingRole } from '../../../campaigns/directions/owing-roles.ts';
import { register } from './up-cop-register.ts';

const changedAt = new Date('2019-04-01T10:30:00Z');

interface Given {
  today?: string;
  events?: RegisterEvent[];
  bases?: Record<string, string>;
  touched?: Record<string, Touched>;
}
function entriesOf(role: OwingRole, area: string | null, given: Given = {}) {
  const { today = '2019-04-12', events = [], bases = {}, touched = {} } = given;
  const owed = occurrences(register, {
    offices: [{ role, area }],
    until: calendarUntil(today),
    on: today,
    events,
    bases,
    from: '2018-11-22',
  }).map((own) => ({ ...own, ...findState(own, { touched: touched[own.key], today }) }));
  return calendarEntries(register, owed, { today, bases });
}

function fileOf(entries: ReturnType<typeof entriesOf>, language: 'hi' | 'en' = 'hi') {
  return calendarFile(entries, {
    name: 'निर्देश: आगरा',
    language,
    office: 'district:agra',
    campaign: 'up-cop',
    revisionOf: () => ({ sequence: 2, changedAt }),
    pageOf: ({ query }) => `https://outreach.example/console/directions/?${query}`,
  });
}

const read = (text: string) =>
  new ICAL.Component(ICAL.parse(text))
    .getAllSubcomponents('vevent')
    .map((own) => new ICAL.Event(own));
const agra = (given: Given = {}) => read(fileOf(entriesOf('district', 'agra', given)));
const find = (id: string, given: Given = {}) => {
  const uid = `${id.replace('/', '-')}.district-agra@up-cop.directions`;
  const found = agra(given).find((own) => own.uid === uid);
  if (found === undefined) throw new Error(`Expected ${id} in the calendar, got none`);
  return found;
};

/** First and last day, as a reader has them. */
function days(event: ICAL.Event): string {
  const end = event.endDate.clone();
  end.adjust(-1, 0, 0, 0);
  return `${event.startDate}/${end.toString().slice(-2)}`;
}
const ids = (role: OwingRole, area: string | null, given: Given = {}) =>
  entriesOf(role, area, given).map(({ id }) => id);

describe('the calendar of a district', () => {
  test('has each 5th of the months ahead, on a Sunday too, and what is late', () => {
    const own = entriesOf('district', 'agra').filter(({ id }) => id.startsWith('L3'));
    // 5 May 2019 was a Sunday.
    const fifths = [4, 5, 6, 7, 8, 9, 10].map(
      (month) => `2019-${String(month).padStart(2, '0')}-05`,
    );
    expect(own.map(({ first, last }) => [first, last])).toEqual(fifths.map((day) => [day, day]));
    expect(own[0]?.summary.hi).toBe('विलंबित: पीएमएस ऐप की मासिक आख्या, मार्च 2019');
    expect(own[1]?.summary.hi).toBe('पीएमएस ऐप की मासिक आख्या, अप्रैल 2019');
  });

  test('what was handed in, accepted, set aside or closed leaves it; what was returned comes back', () => {
    const after = (status: Touched['status']) =>
      ids('district', 'agra', {
        touched: { 'L3/district:agra/2019-03': { status, submittedOn: '2019-04-05' } },
      });
    for (const status of ['submitted', 'accepted', 'not-applicable', 'closed'] as const)
      expect(after(status)).not.toContain('L3/2019-03');
    expect(after('returned')).toContain('L3/2019-03');
    expect(after('accepted')).toContain('L3/2019-04');
  });

  test('a quarterly inspection is a window from the 1st to the 15th', () => {
    expect(days(find('S5/2019-04'))).toBe('2019-04-01/15');
    expect(days(find('S5/2019-07'))).toBe('2019-07-01/15');
  });

  test('what is owed once stands on its day, a computed one with its rule', () => {
    expect(days(find('S5-first/once'))).toBe('2018-11-29/29');
    const computed = find('4A/once');
    expect(computed.startDate.toString()).toBe('2019-05-27');
    expect(computed.description).toContain('बैठक दिनांक 27 मार्च 2019 से 2 माह (दिन गिनकर)');
    expect(computed.isRecurring()).toBe(false);
  });

  test('a base that headquarters moved moves the computed day and is named', () => {
    const [own] = entriesOf('district', 'agra', {
      bases: { 'minutes-2019-03-27': '2019-04-01' },
    }).filter(({ id }) => id === '4A/once');
    expect(own?.first).toBe('2019-06-01');
    expect(own?.description.hi).toContain('दिनांक 1 अप्रैल 2019 से 2 माह');
  });

  test('what no paper states a day for is not there, nor what is no office’s own', () => {
    const kinds = (all: string[]) => [...new Set(all.map((id) => id.split('/')[0]))].toSorted();
    expect(kinds(ids('district', 'agra'))).toEqual(['4A', 'L3', 'S5', 'S5-first']);
    expect(kinds(ids('branch', 'crime'))).toEqual(['3A', '3B', '3C-dgp']);
  });

  test('a training begins on the day of its event, of the zone’s districts and of the whole state', () => {
    const [agra, lucknow] = ['agra', 'lucknow'].map((id) => ({ district: id, zone: id }));
    const posting = { kind: 'first-posting', district: '' };
    const events = [
      { id: 7, day: '2019-04-08', ...posting, ...agra },
      { id: 8, day: '2019-04-09', ...posting, ...lucknow },
      { id: 9, kind: 'election-over', day: '2019-04-10', district: '' },
    ];
    const own = entriesOf('zone', 'agra', { events }).filter(({ id }) => id.startsWith('4B'));
    expect(own.map(({ id, first, query }) => [id, first, query])).toEqual([
      ['4B-i/event-9', '2019-04-10', 'key=4B-i/zone:agra/event-9'],
      ['4B-ii/event-7', '2019-04-08', 'key=4B-ii/zone:agra/event-7'],
    ]);
    expect(own[0]?.summary.hi).toMatch(/^आरंभ: /);
    expect(own[1]?.summary.hi).toMatch(/^आरंभ: /);
    expect(own[0]?.description.hi).toContain('कोई तिथि नहीं');
  });

  test('a paper of a later day owes nothing yet', () => {
    const own = ids('district', 'agra', { today: '2019-03-28' });
    expect(own.filter((id) => id.startsWith('L3'))).toEqual([]);
    expect(own).toContain('4A/once');
  });
});

test('each entry has a stable UID, its SEQUENCE, a DTSTAMP in UTC and its page', () => {
  const entries = entriesOf('district', 'agra');
  const text = fileOf(entries);
  const stamps = text.match(/^DTSTAMP.*$/gm) ?? [];
  expect(new Set(stamps.map((line) => line.trim()))).toEqual(new Set(['DTSTAMP:20190401T103000Z']));
  expect(stamps).toHaveLength(entries.length);
  expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  const event = find('L3/2019-04');
  expect(event.sequence).toBe(2);
  expect(event.component.getFirstPropertyValue('url')).toBe(
    'https://outreach.example/console/directions/?key=L3/district:agra/2019-04',
  );
  expect(agra().map(({ uid }) => uid)).toEqual(
    read(fileOf(entriesOf('district', 'agra'), 'en')).map(({ uid }) => uid),
  );
});

test.each([
  ['L3/2019-04', '2019-04-28', '2019-05-05', '2019-05-12'],
  ['S5/2019-07', '2019-07-08', '2019-07-15', '2019-07-22'],
])(
  'alarms of %s ring at nine, seven days before the day that is due, on it, and weekly after it',
  (id, ...days) => {
    const event = find(id);
    const alarms = event.component.getAllSubcomponents('valarm');
    const moments = alarms.map((alarm) => {
      const trigger = alarm.getFirstProperty('trigger');
      expect(trigger?.getParameter('related')).toBe('END');
      const moment = event.endDate.clone();
      moment.isDate = false;
      moment.addDuration(trigger?.getFirstValue() as ICAL.Duration);
      return moment.toString();
    });
    expect(moments).toEqual(days.map((day) => `${day}T09:00:00`));
    const late = alarms[2];
    expect(late?.getFirstPropertyValue('repeat')).toBe(51);
    expect(String(late?.getFirstPropertyValue('duration'))).toBe('P7D');
  },
);

test('its words are Hindi, and English where that is asked for', () => {
  expect(find('L3/2019-04').summary).toBe('पीएमएस ऐप की मासिक आख्या, अप्रैल 2019');
  const english = read(fileOf(entriesOf('district', 'agra'), 'en'));
  const own = english.find(({ uid }) => uid.startsWith('L3-2019-04.'));
  expect(own?.summary).toBe('Monthly report on the PMS app, April 2019');
  expect(own?.description).toContain('When: by day 5 of every month; 5 May 2019');
});
