import { strFromU8, unzipSync } from 'fflate';
import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { officeKey } from '../../../../campaigns/directions/occurrence-key.ts';
import { findOffice } from '../../../../campaigns/directions/rights.ts';
import type { Actor } from '../../../../campaigns/offices/actor.ts';
import { addDays } from '../../../../campaigns/tracker/clock.ts';
import { owingOfficeName } from '../../../../campaigns/words/direction-words.ts';
import { openCalendars } from '../../../../messaging/register/calendars/routes.ts';
import { openComplianceReports } from '../../../../messaging/register/compliance-reports/module.ts';
import { answeredDirections } from '../../../../messaging/register/directions/answered.ts';
import { readLive } from '../../../../messaging/register/directions/live-register.ts';
import { owedByOffice, waitingDirections } from '../../../../messaging/register/directions/owed.ts';
import { decoders } from '../../fixtures/decoders.ts';
import { makeHouse } from '../../fixtures/house.ts';
import { makeProgress } from '../../fixtures/progress.ts';
import { openRegister } from '../register-fixture.ts';

// One office of each role: six places say what it is late with, and they say the same on every day.
const officers = {
  district: { id: 'a', name: 'PRO Agra', role: 'district', district: 'agra' },
  range: { id: 'r', name: 'IG Agra', role: 'range', range: 'agra' },
  zone: { id: 'z', name: 'ADG Agra', role: 'zone', zone: 'agra' },
  hq: { id: 'h', name: 'HQ', role: 'hq' },
  hq2: { id: 'h2', name: 'HQ two', role: 'hq' },
  'pro-dgp': { id: 'p', name: 'PRO to DGP', role: 'pro-dgp' },
  'pro-dgp2': { id: 'p2', name: 'PRO to DGP two', role: 'pro-dgp' },
  branch: { id: 'c', name: 'ADG Crime', role: 'branch', branch: 'crime' },
} as const satisfies Record<string, Actor>;
type Who = keyof typeof officers;
/** Who accepts an act: what headquarters owes is settled in the DGP's office alone. */
const seconds: Partial<Record<Who, Who>> = { hq2: 'hq', 'pro-dgp': 'pro-dgp2' };
const publicUrl = 'https://outreach.example';

/** Twenty days of a year, many of them the day before, of or after something is due. */
const days = [
  ...['2019-03-28', '2019-04-03', '2019-04-04', '2019-04-05', '2019-04-06', '2019-04-12'],
  ...['2019-04-15', '2019-04-16', '2019-05-05', '2019-05-06', '2019-05-27', '2019-05-28'],
  ...['2019-06-27', '2019-06-28', '2019-07-16', '2019-09-01', '2019-10-16', '2019-12-05'],
  ...['2020-01-16', '2020-03-26'],
];
const figures: Record<string, Record<string, number>> = {
  L3: { officers: 8, reviewed: 40 },
  '2B': { districts: 8, reviewed: 90 },
  '3C': { using: 30 },
  '3C-dgp': { using: 700 },
};
/** What was done on which day: what is answered late, returned, mended, accepted, closed. */
const done: Record<string, [who: Who, action: string, key: string][]> = {
  '2019-04-04': [['district', 'submit', 'L3/district:agra/2019-03']],
  '2019-04-06': [
    ['hq', 'return', 'L3/district:agra/2019-03'],
    ['branch', 'submit', '3C-dgp/branch:crime/2019-03'],
  ],
  '2019-04-16': [
    ['hq', 'accept', '3C-dgp/branch:crime/2019-03'],
    ['branch', 'submit', '3A/branch:crime/once'],
  ],
  '2019-05-28': [
    ['district', 'submit', 'L3/district:agra/2019-03'],
    ['zone', 'submit', '2B/zone:agra/2019-03'],
  ],
  '2019-09-01': [['hq', 'set-aside', '3B/branch:crime/once']],
  '2019-10-16': [['pro-dgp', 'close', '6/hq/once']],
  '2019-12-05': [['hq2', 'close', '1/pro-dgp/once']],
};

let today = '2019-03-28';
const { database, app, campaign, directory, sources, send, layPaper } = await openRegister(
  officers,
  {
    progress: () => makeProgress(today),
    beside: (directions) => [
      openComplianceReports({ directions, decoders }),
      openCalendars({ ...makeHouse({ config: { publicUrl } }), directions }),
    ],
  },
);
const { districts } = directory;
const places = { campaign, districts, branches: [] };

async function act([who, action, key]: [Who, string, string]): Promise<void> {
  const at = `/api/directions/occurrence?key=${encodeURIComponent(key)}`;
  const { version } = (await send(who, 'GET', at)).json().occurrence;
  const [obligation = ''] = key.split('/');
  if (action === 'submit') await layPaper(key);
  const answer =
    action === 'submit'
      ? await send(who, 'POST', '/api/directions/occurrence/submit', {
          key,
          version,
          details: 'प्रेषित',
          figures: figures[obligation] ?? {},
        })
      : await send(who, 'POST', '/api/directions/occurrence/decide', {
          key,
          version,
          action,
          remark: 'कारण',
        });
  const { held, error } = answer.json();
  expect([key, action, error]).toEqual([key, action, undefined]);
  if (held === undefined) return;
  const second = seconds[who] ?? 'hq2';
  const accepted = await send(second, 'POST', `/api/held-acts/${held.id}/accept`, {});
  expect([key, action, accepted.statusCode]).toEqual([key, action, 204]);
}

/** What an office is late with by its list, as `period due`, in order. */
async function byList(who: Who, office: string) {
  const { entries } = (
    await send(who, 'GET', `/api/directions/occurrences?state=late&limit=500&office=${office}`)
  ).json();
  return entries
    .map((own: { obligation: string; period: string }) => `${own.obligation}/${own.period}`)
    .toSorted();
}

/** Late entries of the calendar are those before today that have a day; a program reads them. */
async function byCalendar(url: string) {
  const { body } = await app.inject({ url: url.replace(publicUrl, '') });
  return new ICAL.Component(ICAL.parse(body))
    .getAllSubcomponents('vevent')
    .map((own) => new ICAL.Event(own))
    .filter(({ summary }) => summary.startsWith('विलंबित: '))
    .map(({ component, endDate }) => {
      expect(endDate.toString() <= today).toBe(true);
      const url = String(component.getFirstPropertyValue('url'));
      const [obligation, , period] = url.split('key=')[1]?.split('/') ?? [];
      return `${obligation}/${period}`;
    })
    .toSorted();
}

/** Rows of the workbook's third sheet with days of delay and nothing handed in, by office. */
async function byReport(who: Who): Promise<Map<string, number>> {
  const { rawPayload } = await send(
    who,
    'GET',
    `/api/compliance-report?format=xlsx&month=${today.slice(0, 7)}`,
  );
  const parts = unzipSync(rawPayload);
  const text = (name: string) => strFromU8(parts[name] as Uint8Array);
  const shared = [...text('xl/sharedStrings.xml').matchAll(/<si>(.*?)<\/si>/gs)].map(
    ([, own = '']) => own.replaceAll(/<[^>]+>/g, ''),
  );
  const late = new Map<string, number>();
  for (const [, row = ''] of text('xl/worksheets/sheet3.xml').matchAll(
    /<row[^>]*>(.*?)<\/row>/gs,
  )) {
    const cells = [...row.matchAll(/<c ([^>]*)>(.*?)<\/c>/gs)].map(
      ([, attributes = '', own = '']) => {
        const value = own.replaceAll(/<[^>]+>/g, '');
        return attributes.includes('t="s"') ? (shared[Number(value)] ?? '') : value;
      },
    );
    const [office = '', , , , , days = '', state = ''] = cells;
    const isOpen = ['आरंभ नहीं', 'कार्यवाही जारी', 'लौटाया गया'].includes(state);
    if (isOpen && /^\d+$/.test(days)) late.set(office, (late.get(office) ?? 0) + 1);
  }
  return late;
}

test('list, tile, letter, report, calendar and score say the same of what is late, on every day and of every role', async () => {
  const calendars = new Map<Who, string>();
  const score = answeredDirections({ pool: database.pool, campaign, districts });
  const seen: Record<string, number> = {};
  for (const day of days) {
    today = day;
    for (const own of done[day] ?? []) await act(own);
    const report = await byReport('hq');
    // Everything late has a letter within a week.
    const letters = await owedByOffice(sources, addDays(day, -7));
    for (const who of Object.keys(officers) as Who[]) {
      if (who === 'hq2' || who === 'pro-dgp2') continue;
      const actor = officers[who];
      const office = findOffice(actor);
      if (office === null) throw new Error('Expected an office');
      const key = officeKey(office);
      const list = await byList(who, key);
      const { owed } = await waitingDirections(sources, actor);
      const letter = letters.get(key);
      const url =
        calendars.get(who) ?? (await send(who, 'POST', '/api/directions/calendars')).json().url;
      calendars.set(who, url);
      const { register } = await readLive(sources);
      const name = owingOfficeName(office, { ...places, branches: register.branches }).hi;
      const inReport = office.role === 'district' ? 'आगरा' : name;
      const scored = who === 'district' ? (await score(day, day)).get('agra') : undefined;
      expect({
        day,
        who,
        tile: owed.count,
        letter: letter?.late.length ?? 0,
        report: report.get(inReport) ?? 0,
        calendar: await byCalendar(url),
        score: scored === undefined ? list.length : scored.due - scored.answered,
      }).toEqual({
        day,
        who,
        tile: list.length,
        letter: list.length,
        report: list.length,
        calendar: list,
        score: list.length,
      });
      seen[who] = Math.max(seen[who] ?? 0, list.length);
    }
  }
  // What is late stays, however old it is: L3 of a year, the inspections, 4A.
  expect(seen).toEqual({ district: 16, range: 0, zone: 24, hq: 2, 'pro-dgp': 1, branch: 11 });
  // The score of a week ago is asked of the same register as it then was.
  const [week] = [await score('2019-05-27', '2020-03-26')].map((own) => own.get('agra'));
  expect(week).toEqual({ due: 3, answered: 0 });
}, 240_000);
