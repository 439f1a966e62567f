import { describe, expect, test } from 'vitest';
import { toDay } from '../../../../campaigns/tracker/clock.ts';
import { readAudit } from '../../../../messaging/platform/database/audit-log-sql.ts';
import { acceptHeld, expectAnswer, expectRefusal, listActions } from '../../fixtures/answers.ts';
import type { Officer } from '../../fixtures/console.ts';
import { openConsole } from '../../fixtures/open-console.ts';

const objection = { figure: 'boards', text: 'दो बोर्ड नए भवन पर लगे हैं।' };

describe('objections to figures', async () => {
  const { database, agra, zone, other, mau, hq } = await openConsole({
    agra: ['district', 'agra'],
    zone: ['zone', 'agra'],
    other: 'hq',
    mau: ['district', 'mau'],
    hq: 'hq',
  });

  const published = async (): Promise<unknown[]> => {
    const file = (await hq.get('/api/progress')).json();
    return file.districts.find((own: { district: string }) => own.district === 'agra').objections;
  };
  const tile = async (officer: Officer, id: string): Promise<number> => {
    const { tiles } = (await officer.get('/api/home')).json();
    return tiles.find((each: { id: string }) => each.id === id).count;
  };

  test('an objection stands in public beside the figure, and so does its answer', async () => {
    await acceptHeld(agra.post('/api/objections', objection), zone);
    const [{ id, madeAt, value }] = (await agra.get('/api/objections')).json();
    const day = toDay(new Date(madeAt));
    expect(value).toBe(0);
    expect(await tile(hq, 'objections-open')).toBe(1);
    await expect.poll(published).toEqual([{ id, day, value: 0, ...objection, answer: null }]);

    const text = 'दोनों बोर्ड देखे गए; गिनती ठीक की गई।';
    await acceptHeld(hq.post(`/api/objections/${id}/answer`, { answer: text }), other);
    await expect
      .poll(published)
      .toEqual([{ id, day, value: 0, ...objection, answer: { day, text } }]);
    expect([await tile(hq, 'objections-open'), await tile(agra, 'objections-answered')]).toEqual([
      0, 1,
    ]);
    expect(await listActions(database, `objection/${id}`, 10)).toEqual([
      'objection.answer',
      'objection.make',
    ]);

    expect((await hq.post(`/api/objections/${id}/answer`, { answer: text })).statusCode).toBe(409);
  });

  test('a victim’s name and age reach no public page by one officer’s word', async () => {
    const text = 'पीड़िता सोनम पुत्री रामलाल, उम्र 16 वर्ष के बयान के कारण गिनती रुकी।';
    const body = { figure: 'scans', text };
    const asked = await agra.post('/api/objections', body);
    expect([asked.statusCode, asked.json()]).toMatchObject([
      400,
      {
        error: 'reason-wanted',
        effect: { changes: [{ before: null, after: text }, { after: { en: 'Scans' } }] },
      },
    ]);
    const codes = asked.json().effect.findings.map(({ code }: { code: string }) => code);
    expect(new Set(codes)).toEqual(new Set(['new-words', 'name', 'relation', 'age']));
    const held = await agra.post('/api/objections', { ...body, reason: 'जाँच की माँग' });
    expect(held.statusCode).toBe(202);
    const { id } = held.json().held;
    expect((await agra.get('/api/objections')).body).not.toContain('सोनम');
    await expectRefusal(agra.post(`/api/held-acts/${id}/accept`, {}), 409, 'own-draft');
    await expectRefusal(mau.post(`/api/held-acts/${id}/accept`, {}), 403, 'not-allowed');
    await expectAnswer(zone.post(`/api/held-acts/${id}/refuse`, { reason: 'नाम न लिखें' }), 204);
    expect((await hq.get('/api/progress')).body).not.toContain('सोनम');
    // The log is kept for good.
    const entries = await readAudit(database.pool, { subject: `held-act/${id}` }, 9);
    expect([entries.length, JSON.stringify(entries).includes('सोनम')]).toEqual([2, false]);
  });

  test('an answer with a finding is public once another officer of headquarters read it', async () => {
    const [{ id }] = (await hq.get('/api/objections')).json();
    await acceptHeld(agra.post('/api/objections', { ...objection, figure: 'directions' }), zone);
    const open = (await hq.get('/api/objections')).json()[0].id;
    const answer = 'श्री रमेश कुमार ने बोर्ड देखा।';
    const send = { answer, reason: 'जाँच अधिकारी' };
    const held = await hq.post(`/api/objections/${open}/answer`, send);
    expect([held.statusCode, id]).toEqual([202, expect.any(Number)]);
    const act = held.json().held.id;
    await expectRefusal(agra.post(`/api/held-acts/${act}/accept`, {}), 403, 'not-allowed');
    await expectAnswer(other.post(`/api/held-acts/${act}/accept`, {}), 204);
    await expect.poll(async () => JSON.stringify(await published())).toContain(answer);
  });

  test('one of a figure waits at a time, and a district sees its own alone', async () => {
    await acceptHeld(mau.post('/api/objections', objection), hq);
    await expectRefusal(mau.post('/api/objections', objection), 409, 'objection-open');
    await acceptHeld(mau.post('/api/objections', { ...objection, figure: 'rank' }), hq);
    const seen = (await mau.get('/api/objections')).json();
    expect(seen.map((own: { district: string }) => own.district)).toEqual(['mau', 'mau']);
    expect((await hq.get('/api/objections')).json()).toHaveLength(4);
  });

  test('nobody’s name is in what the public reads', async () => {
    const file = JSON.stringify((await hq.get('/api/progress')).json());
    const { rows } = await database.pool.query(
      'SELECT DISTINCT made_by AS name FROM figure_objection',
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const { name } of rows) expect(file).not.toContain(`"${name}"`);
  });
});
