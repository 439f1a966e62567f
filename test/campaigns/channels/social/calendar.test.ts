import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { loadCampaign } from '../../../../campaigns/campaign-fs.ts';
import { plannedPosts, postSurface } from '../../../../campaigns/channels/social/calendar.ts';
import type { Social } from '../../../../campaigns/channels/social/social.ts';
import {
  type CalendarEvent,
  calendarIcs,
} from '../../../../generator/channels/social/calendar-items.ts';

const social = loadCampaign('up-cop').social as Social;

test('weeks count from the first Monday, and a date stands for itself', () => {
  const usual = { platforms: ['x'], languages: ['hi' as const] };
  const entries: Social['calendar']['entries'] = [
    { week: 2, day: 'sun', slot: 'morning', post: 'b', ...usual },
    { date: '2026-12-01', slot: 'evening', post: 'a', ...usual },
    { date: '2026-12-01', slot: 'morning', post: 'c', ...usual },
  ];
  const calendar = { ...social.calendar, startsOn: '2026-11-30', entries };
  const planned = plannedPosts({ calendar }).map(({ date, post }) => `${date} ${post}`);
  expect(planned).toEqual(['2026-12-01 c', '2026-12-01 a', '2026-12-13 b']);
});

test('a platform posts the picture that was made for it', () => {
  expect(postSurface(social, 'whatsapp').id).toBe('whatsapp');
  expect(postSurface(social, 'instagram').id).toBe('portrait');
});

test('another reader finds the days, captions and pictures of the calendar', () => {
  const caption = `मोबाइल खो गया? ${'घर बैठे दर्ज करें; '.repeat(12)}\n\nनिःशुल्क ऐप: https://uppolice.gov.in/Q17SN0N`;
  const events = plannedPosts(social).map(
    (planned): CalendarEvent => ({
      ...planned,
      summary: `${planned.post}, ${planned.slot.time}`,
      description: caption,
      url: `https://upcop.example/social/#${planned.post}`,
      attachments: ['https://upcop.example/files/social/a.png'],
    }),
  );
  const text = calendarIcs(events, {
    company: 'Uttar Pradesh Police',
    name: 'UP COP',
    campaign: 'up-cop',
    host: 'UPPOLICE.GOV.IN',
    stamp: '2026-11-25',
    proposal: true,
  });
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  expect(text).toContain('DTSTAMP:20261125T000000Z');
  const read = new ICAL.Component(ICAL.parse(text))
    .getAllSubcomponents('vevent')
    .map((component) => ({
      event: new ICAL.Event(component),
      status: component.getFirstPropertyValue('status'),
      picture: component.getFirstPropertyValue('attach'),
    }));
  expect(read.map(({ event }) => event.startDate.toString())).toEqual(
    events.map(({ date }) => date),
  );
  expect(new Set(read.map(({ event }) => event.uid)).size).toBe(events.length);
  for (const { event, status, picture } of read) {
    expect(event.startDate.isDate).toBe(true);
    expect(event.duration.toSeconds()).toBe(86_400);
    expect(event.description).toBe(caption);
    expect(status).toBe('TENTATIVE');
    expect(picture).toBe('https://upcop.example/files/social/a.png');
  }
});
