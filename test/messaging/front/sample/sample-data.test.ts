import { describe, expect, test } from 'vitest';
import { loadCampaign } from '../../../../campaigns/campaign-fs.ts';
import { loadBaseDirectory } from '../../../../campaigns/directory/directory-fs.ts';
import { parseCode } from '../../../../campaigns/links/short-code.ts';
import { isTyped, pressNoteKinds } from '../../../../campaigns/press-notes/note-fields.ts';
import { pressNoteStatuses } from '../../../../campaigns/press-notes/note-status.ts';
import { publicText } from '../../../../campaigns/press-notes/public-text.ts';
import type { Day } from '../../../../campaigns/tracker/clock.ts';
import type { PressNoteSummary } from '../../../../messaging/field/press-notes/press-notes-schemas.ts';
import { loadProgress } from '../../../../messaging/figures/progress/progress-data.ts';
import { sampleBlasts } from '../../../../messaging/front/sample/sample-blasts.ts';
import { loadSample } from '../../../../messaging/front/sample/sample-data.ts';
import { samplePressCode } from '../../../../messaging/front/sample/sample-press-notes.ts';
import { classifyNumber } from '../../../../messaging/phone/numbers/number.ts';
import { createClock } from '../../../../messaging/platform/process/clock.ts';
import {
  readLive,
  searchOccurrences,
} from '../../../../messaging/register/directions/live-register.ts';
import { paperLine, papersByDay } from '../../../campaigns/directions/papers-say.ts';
import { known } from '../../../campaigns/press-notes/checked.ts';
import { openPostgres } from '../../fixtures/databases.ts';
import { openConsole } from '../../fixtures/open-console.ts';

const campaign = loadCampaign('up-cop');
const directory = loadBaseDirectory();

describe('the sample', async () => {
  const database = await openPostgres();
  await database.pool.query('INSERT INTO practice DEFAULT VALUES');
  expect(await loadSample(database, { directory, campaign })).toMatchObject({ blasts: 4 });
  const { hq } = await openConsole(
    { hq: 'hq' },
    { database, clock: createClock(() => '2019-04-12') },
  );

  test('stamps no entry later than its own day, which is what every list tells the age by', async () => {
    const { rows } = await database.pool.query<{ latest: Date }>(
      `SELECT max(at) AS latest FROM (
         SELECT changed_at AS at FROM press_note UNION ALL SELECT recorded_at FROM press_note_appearance
         UNION ALL SELECT entered_at FROM curve_event UNION ALL SELECT entered_at FROM service_outcome
         UNION ALL SELECT recorded_at FROM operator_delivery) AS stamps`,
    );
    expect(rows[0]?.latest.toISOString()).toMatch(/^2019-04-1[012]/);
    // Not all of it is older than a month, as it would be by a clock of today.
    const found = async (query: string) =>
      (await hq.get(`/api/activities?limit=1${query}`)).json().found;
    expect(await found('&age=over-30')).toBeLessThan(await found(''));
  });

  test('has a finished blast, a paused one, one that waits for approval, and calls', async () => {
    const list = (await hq.get('/api/blasts')).json();
    expect(
      list.map(({ blast }: { blast: { channel: string; status: string } }) => [
        blast.channel,
        blast.status,
      ]),
    ).toEqual([
      ['ivr', 'finished'],
      ['sms', 'submitted'],
      ['sms', 'paused'],
      ['sms', 'finished'],
    ]);
    const [calls, draft, paused, finished] = list;
    const all = (entry: { figures: Record<string, number> }) =>
      Object.values(entry.figures).reduce((sum, n) => sum + n, 0);
    expect([all(calls), all(draft), all(paused), all(finished)]).toEqual([320, 0, 2400, 2400]);
    expect(paused.figures.planned).toBe(1500);
    expect(finished.figures.delivered).toBeGreaterThan(2000);
    expect(finished.figures.planned).toBe(0);
    expect(finished.link).toEqual({ scans: 208, visitors: 188 });
    for (const { blast } of list) expect(blast.name).toMatch(/^SAMPLE /);
  });

  test('shows one of them in whole, with installs and what its draft lacks', async () => {
    const list = (await hq.get('/api/blasts')).json();
    const finished = (await hq.get(`/api/blasts/${list[3].blast.id}`)).json();
    expect(finished).toMatchObject({
      installs: 38,
      installsUntil: '2019-04-10',
      approverName: 'SAMPLE नोडल अधिकारी',
    });
    expect(finished.byDistrict.length).toBe(75);
    const draft = (await hq.get(`/api/blasts/${list[1].blast.id}`)).json();
    expect(draft).toMatchObject({ problems: [], estimate: { recipients: 320 } });
  });

  test('reaches nobody: no number and no code of it can belong to anybody', async () => {
    const { rows } = await database.pool.query<{ msisdn: string }>(
      'SELECT msisdn FROM audience_member UNION SELECT msisdn FROM opt_out',
    );
    expect(rows.length).toBeGreaterThan(2400);
    expect(rows.filter(({ msisdn }) => classifyNumber(msisdn).kind === 'mobile')).toEqual([]);
    for (const { shortCode } of sampleBlasts) expect(parseCode(shortCode).kind).toBe('mistyped');
  });

  test('has numbers that said stop and one to look up, and names its operator', async () => {
    expect((await hq.get('/api/opt-outs')).json().entries.length).toBe(7);
    const found = await hq.post('/api/numbers/look-up', { number: '50000 00001' });
    expect(found.json()).toMatchObject({ number: '+91••••••••01' });
    expect(found.json().messages.length).toBe(3);
    expect((await hq.get('/api/operator-reports')).json()).toMatchObject({
      byOperator: [{ key: 'SAMPLE सर्विस प्रोवाइडर' }],
    });
  });

  test('counts in the progress of the sample', async () => {
    const file = await loadProgress(
      { pool: database.pool, campaign, directory },
      { today: '2019-04-12', now: new Date() },
    );
    const [messages, calls] = file.directions.find(({ id }) => id === 'F')?.counts ?? [];
    expect(messages?.count).toBeGreaterThan(180_000);
    expect(messages?.verified).toBeLessThan(messages?.count ?? 0);
    expect(calls?.count).toBeGreaterThan(200);
    expect(file.districts.every(({ activities }) => (activities.messages ?? 0) > 2000)).toBe(true);
  });

  test('owes on its own day, and at the end of June, what the papers say', async () => {
    const register = campaign.register;
    if (register === undefined) throw new Error('Expected a `register` in up-cop, got none');
    const listOn = async (today: Day) => {
      const file = await loadProgress(
        { pool: database.pool, campaign, directory },
        { today, now: new Date() },
      );
      const live = { current: async () => ({ file, json: '', etag: '' }) };
      const sources = { database, campaign, directory, live, data: register };
      const actor = { id: 'h', name: 'HQ', role: 'hq' } as const;
      const all = { actor, filter: {}, only: () => true };
      return (await searchOccurrences(sources, await readLive(sources), all)).entries;
    };
    const { rows } = await database.pool.query<{ id: number }>('SELECT id FROM direction_event');
    /** Its event is the posting in Agra; nobody has entered the end of the election. */
    const saidUntil = (last: Day) =>
      [...papersByDay()]
        .flatMap(([day, lines]) => (day > last ? [] : [...lines]))
        .filter((line) => !/event-[13]/.test(line))
        .map((line) => line.replace('event-2', `event-${rows[0]?.id}`));
    const lines = (entries: Awaited<ReturnType<typeof listOn>>) =>
      entries.map(({ key, due, dueBy }) => paperLine(key, due, dueBy));

    const april = await listOn('2019-04-12');
    expect(new Set(lines(april))).toEqual(new Set(saidUntil('2019-04-12')));
    const ofMarch = april.filter(({ key }) => /^2B\/.*2019-03/.test(key));
    expect(ofMarch.map(({ office, state, lateDays }) => [office, state, lateDays])).toEqual(
      expect.arrayContaining([
        ['zone:agra', 'accepted', 0],
        ['zone:meerut', 'submitted', 3],
        ['zone:kanpur', 'returned', 7],
        ['zone:varanasi', 'to-start', 7],
      ]),
    );

    const june = await listOn('2019-06-30');
    expect(new Set(lines(june))).toEqual(new Set(saidUntil('2019-06-30')));
    expect(june.find(({ key }) => key === '6/hq/once')).toMatchObject({ lateDays: 3, open: true });
    expect(june.find(({ key }) => key === '2B/zone:agra/2019-03')?.state).toBe('accepted');
  });

  test('has press notes in every state, in words that pass the checks', async () => {
    const notes = (await hq.get('/api/press-notes?limit=50')).json().notes as PressNoteSummary[];
    expect(notes.every(({ madeBy }) => madeBy.startsWith('SAMPLE'))).toBe(true);
    expect(new Set(notes.map(({ status }) => status))).toEqual(new Set(pressNoteStatuses));
    expect(new Set(notes.map(({ kind }) => kind))).toEqual(new Set(pressNoteKinds));
    expect(new Set(notes.map(({ district }) => district)).size).toBeGreaterThan(4);
    expect(notes.some(({ appearances }) => appearances > 1)).toBe(true);
    expect(parseCode(samplePressCode).kind).toBe('mistyped');
    for (const { id, status } of notes) {
      const { note } = (await hq.get(`/api/press-notes/${id}`)).json();
      expect([
        id,
        publicText({ title: note.fields.title, details: note.fields.details }, known),
      ]).toEqual([id, []]);
      const isRead = note.readBy !== null || ['draft', 'waiting'].includes(status);
      expect([id, isRead || !isTyped(note.fields)]).toEqual([id, true]);
      if (note.content === null) continue;
      expect(note.content.typedLink).toContain(samplePressCode);
    }
  });
});
