import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { addDays, toDay } from '../../../../campaigns/tracker/clock.ts';
import { readCurveEvents } from '../../../../messaging/figures/annotations/annotations-serve.ts';
import { readAudit } from '../../../../messaging/platform/database/audit-log-sql.ts';
import { acceptHeld, expectAnswer, expectRefusal } from '../../fixtures/answers.ts';
import { openConsole } from '../../fixtures/open-console.ts';
import { approvedBlast, insertAudience, makeDraft } from '../../phone/blasts/blast-fixture.ts';

const mela = { day: '2019-04-03', kind: 'mela', titleHi: 'मेला', titleEn: 'Fair', district: 'agra' };
const outcome = {
  service: 'view-fir',
  count: 120,
  asOf: '2019-04-01',
  source: 'पत्र दिनांक 01.04.2019',
  url: null,
};

describe('what headquarters writes beside the figures', async () => {
  const { service, database, hq, second } = await openConsole({ hq: 'hq', second: 'hq' });

  const actionsOn = async (subject: string) =>
    (await readAudit(database.pool, { subject }, 10)).map(({ action }) => action);
  const publicFigures = async () => {
    // The figures follow a change within a second.
    const seen = async () => (await hq.get('/api/progress')).json();
    return {
      seen,
      until: async (holds: (file: { events: unknown[]; outcomes: unknown[] }) => boolean) => {
        await expect.poll(async () => holds(await seen())).toBe(true);
        return seen();
      },
    };
  };

  test('an event stands on the public curve until it is taken back', async () => {
    await acceptHeld(hq.post('/api/curve-events', mela), second);
    const [{ id }] = (await hq.get('/api/curve-events')).json();
    const { until } = await publicFigures();
    const file = await until(({ events }) => events.length === 1);
    expect(file.events[0]).toEqual({
      id: `e${id}`,
      day: mela.day,
      kind: 'mela',
      district: 'agra',
      title: { hi: 'मेला', en: 'Fair' },
    });
    expect((await hq.post(`/api/curve-events/${id}/remove`, {})).statusCode).toBe(204);
    expect((await hq.post(`/api/curve-events/${id}/remove`, {})).statusCode).toBe(404);
    await until(({ events }) => events.length === 0);
    expect(await actionsOn(`curve-event/${id}`)).toEqual([
      'curve-event.remove',
      'curve-event.enter',
    ]);
  });

  test.each([
    { titleHi: 'बालिका पूजा 14 वर्ष के सम्मान का दिन', titleEn: 'Fair' },
    { titleHi: 'मेला', titleEn: 'Fair for Sunita Devi, aged 15' },
    { titleHi: 'संपर्क 98390', titleEn: '01234' },
  ])(
    'a title with a finding is on no public curve by one officer: $titleHi, $titleEn',
    async (titles) => {
      const event = { ...mela, ...titles };
      await expectRefusal(hq.post('/api/curve-events', event), 400, 'reason-wanted');
      const held = await hq.post('/api/curve-events', { ...event, reason: 'letter 4' });
      expect(held.statusCode).toBe(202);
      const { id } = held.json().held;
      await expectRefusal(hq.post(`/api/held-acts/${id}/accept`, {}), 409, 'own-draft');
      expect((await hq.get('/api/progress')).json().events).toEqual([]);
      await expectAnswer(second.post(`/api/held-acts/${id}/refuse`, { reason: 'no names' }), 204);
    },
  );

  test('an outcome shows with its day and source; one of no service or of tomorrow is refused', async () => {
    await expectRefusal(hq.post('/api/service-outcomes', outcome), 400, 'reason-wanted');
    const why = { reason: 'पत्र देखा' };
    await acceptHeld(hq.post('/api/service-outcomes', { ...outcome, ...why }), second);
    const [{ id, enteredBy }] = (await hq.get('/api/service-outcomes')).json();
    expect(enteredBy).toBe('नमूना अधिकारी');
    const { until } = await publicFigures();
    const file = await until(({ outcomes }) => outcomes.length === 1);
    const name = { hi: expect.any(String), en: expect.any(String) };
    expect(file.outcomes).toEqual([{ ...outcome, id, name }]);
    await expectAnswer(hq.post('/api/service-outcomes', { ...outcome, service: 'no-such' }), 400);
    const tomorrow = addDays(toDay(new Date()), 1);
    await expectAnswer(hq.post('/api/service-outcomes', { ...outcome, asOf: tomorrow }), 400);
    const elsewhere = await hq.post('/api/curve-events', { ...mela, district: 'atlantis' });
    expect(elsewhere.json().error).toBe('no-such-area');
    const removal = `/api/service-outcomes/${id}/remove`;
    await expectRefusal(hq.post(removal, {}), 400, 'reason-wanted');
    await acceptHeld(hq.post(removal, why), second);
    for (const path of ['curve-events', 'service-outcomes'])
      expect((await hq.get(`/api/${path}`)).json()).toEqual([]);
  });

  test('small rises of an outcome, day after day, are shown to both officers as what they add up to', async () => {
    const { pool } = database;
    const codes = async (count: number, asOf: string) => {
      const entry = { ...outcome, count, asOf, reason: 'पत्र' };
      const { held } = (await hq.post('/api/service-outcomes', entry)).json();
      await expectAnswer(second.post(`/api/held-acts/${held.id}/accept`, {}), 204);
      await pool.query(`UPDATE service_outcome SET entered_at = entered_at - interval '2 days'`);
      return held.effect.findings.map(({ code }: { code: string }) => code);
    };
    const share = 'view-fir share';
    expect(await codes(10_000, '2019-03-01')).toContain('view-fir first');
    expect(await codes(10_300, '2019-03-02')).not.toContain(share);
    expect(await codes(10_600, '2019-03-03')).toContain(share);
    await pool.query(`UPDATE service_outcome SET entered_at = entered_at - interval '56 days'`);
    expect(await codes(10_900, '2019-03-04')).not.toContain(share);
    await pool.query('DELETE FROM service_outcome');
  });

  test('both officers are shown all that becomes public, the address and the day among it', async () => {
    const url = 'https://example.org/letter';
    const of = async (path: string, body: object) => {
      const { held } = (await hq.post(path, { ...body, reason: 'पत्र' })).json();
      await expectAnswer(second.post(`/api/held-acts/${held.id}/refuse`, { reason: 'x' }), 204);
      return held.effect.changes.map(({ after }: { after: unknown }) => after);
    };
    expect(await of('/api/service-outcomes', { ...outcome, url })).toEqual(
      expect.arrayContaining([outcome.source, url, outcome.asOf]),
    );
    expect(await of('/api/curve-events', mela)).toEqual(
      expect.arrayContaining([
        mela.titleHi,
        mela.day,
        { hi: 'मेला', en: 'Fair' },
        expect.objectContaining({ en: 'Agra' }),
      ]),
    );
  });

  test('a blast for training, which reaches no phone, marks no public curve', async () => {
    const { pool } = database;
    const list = await insertAudience(pool, 2);
    const mark = async (gateway: string, code: string) => {
      const { id } = await approvedBlast(pool, makeDraft(list, { gateway }), null, code);
      await pool.query(`UPDATE blast SET status = 'stopped', started_at = now() WHERE id = $1`, [
        id,
      ]);
      return `b${id}`;
    };
    await mark('emulator', 'BCDFGH');
    const real = await mark('twilio', 'BCDFGJ');
    expect((await readCurveEvents(pool)).map(({ id }) => id)).toEqual([real]);
  });

  test('a letter is one page for one district, and a ZIP of one each for all', async () => {
    const one = await hq.get('/api/district-letters/agra?format=pdf');
    expect(one.headers['content-disposition']).toContain('do-letter-agra.pdf');
    expect(one.rawPayload.toString('latin1')).toMatch(/\/Count 1\b/);
    const word = await hq.get('/api/district-letters/agra?format=docx');
    expect(Object.keys(unzipSync(word.rawPayload))).toContain('word/document.xml');
    const all = await hq.get('/api/district-letters?format=pdf');
    const names = Object.keys(unzipSync(all.rawPayload));
    expect([names.length, names[0]]).toEqual([75, 'do-letter-agra.pdf']);
    expect((await hq.get('/api/district-letters/atlantis')).json().error).toBe('outside-area');
  });

  test('the record of a station has twelve weeks of scans and no more than is known', async () => {
    const record = (await hq.get('/api/stations/agra/baah/record')).json();
    expect(record).toMatchObject({ versions: [] });
    expect(record.weeks).toHaveLength(12);
    expect(record.weeks.every(({ scans }: { scans: number }) => scans === 0)).toBe(true);
    expect((await hq.get('/api/stations/agra/no-such/record')).statusCode).toBe(404);
    const other = await service.officer('district');
    expect((await other.get('/api/stations/lucknow/hazratganj/record')).statusCode).toBe(403);
  });
});
