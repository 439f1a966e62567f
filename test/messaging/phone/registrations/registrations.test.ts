import { beforeEach, describe, expect, test } from 'vitest';
import { planRecipients } from '../../../../messaging/phone/blasts/plan-sql.ts';
import { lacksTest } from '../../../../messaging/phone/registrations/registrations-sql.ts';
import { readAudit } from '../../../../messaging/platform/database/audit-log-sql.ts';
import { openConsole } from '../../fixtures/open-console.ts';
import { approvedBlast, insertAudience, makeDraft } from '../blasts/blast-fixture.ts';

describe('what the registrar says of headers and templates', async () => {
  const { database, hq, pro } = await openConsole({ hq: 'hq', pro: 'pro-dgp' });
  beforeEach(() => database.pool.query('DELETE FROM registration'));

  const templateId = '1107160000000000001';
  const template = {
    kind: 'template',
    name: 'services-hi',
    templateId,
    header: 'UPPOLC',
    category: 'government',
    language: 'hi',
    text: 'UP COP ऐप पाएँ {#url#} उत्तर प्रदेश पुलिस',
    links: [],
  };
  const enter = (state: string, details: object = template, by = pro) =>
    by.post('/api/registrations', { details, state, since: '2019-04-01' });
  const list = async (by = hq) => (await by.get('/api/registrations')).json();
  const textOf = async (id: string) => {
    const { templates } = (await hq.get('/api/templates')).json();
    return templates.find((each: { template: { id: string } }) => each.template.id === id)
      ?.template;
  };

  test('an approval counts once another officer has confirmed it, and both are on record', async () => {
    expect((await enter('approved')).statusCode).toBe(204);
    expect((await textOf('services-hi')).templateId).toBeNull();
    const [waiting] = await list();
    expect(waiting).toMatchObject({ waits: true, counts: false, confirmedBy: null });
    const own = await pro.post(`/api/registrations/${waiting.id}/confirm`, {});
    expect([own.statusCode, own.json().error]).toEqual([409, 'own-draft']);
    expect((await hq.post(`/api/registrations/${waiting.id}/confirm`, {})).statusCode).toBe(204);
    expect(await textOf('services-hi')).toMatchObject({ templateId, text: template.text });
    expect((await hq.post(`/api/registrations/${waiting.id}/confirm`, {})).statusCode).toBe(404);
    const log = await readAudit(database.pool, { subject: `registration/${waiting.id}` }, 10);
    expect(log.map(({ action }) => action)).toEqual(['registration.confirm', 'registration.enter']);
  });

  test('the second officer is asked of a template that is unlike known notices, until it is confirmed', async () => {
    const notice = 'आपके किरायेदार का सत्यापन थाने में लंबित है। उत्तर प्रदेश पुलिस';
    await enter('approved', { ...template, text: notice });
    const text = 'इस धनतेरस बर्तनों पर बनवाई शून्य। {#url#} उत्तर प्रदेश पुलिस';
    await enter('approved', { ...template, name: 'unlike-hi', text });
    const [unlike, known] = await list();
    expect([unlike.question.en, known.question]).toEqual([expect.stringContaining('Unlike'), null]);
    await hq.post(`/api/registrations/${unlike.id}/confirm`, {});
    expect((await list())[0].question).toBeNull();
  });

  test('a suspension counts at once, of a header for all its templates', async () => {
    await enter('approved');
    await hq.post(`/api/registrations/${(await list())[0].id}/confirm`, {});
    const header = { kind: 'header', name: 'UPPOLC', suffix: 'G' };
    expect((await enter('suspended', header)).statusCode).toBe(204);
    expect((await textOf('services-hi')).templateId).toBeNull();
    // An approval that another word followed waits no longer.
    await enter('approved', header);
    await enter('refused', header);
    const [refused, overtaken] = await list();
    expect(refused).toMatchObject({ state: 'refused', counts: true, waits: false });
    expect((await hq.post(`/api/registrations/${overtaken.id}/confirm`, {})).statusCode).toBe(404);
  });

  test('a text with faults, a closed category and a day to come are refused with the reason', async () => {
    const faulty = await enter('applied', { ...template, text: 'UP COP bit.ly/upcop' });
    expect(faulty.statusCode).toBe(409);
    expect(JSON.stringify(faulty.json())).toContain('bit.ly');
    const explicit = await enter('applied', { ...template, category: 'service-explicit' });
    expect(explicit.statusCode).toBe(409);
    expect(JSON.stringify(explicit.json())).toContain('closed for new templates');
    const later = await pro.post('/api/registrations', {
      details: template,
      state: 'approved',
      since: '2099-01-01',
    });
    expect(later.statusCode).toBe(400);
    expect(await list()).toEqual([]);
  });

  test('a template is tried over the gateway after its approval, before its first blast', async () => {
    const texts = [{ templateId, language: 'hi' }];
    expect(await lacksTest(database.pool, texts, 'twilio')).toBe(false);
    await enter('approved');
    await hq.post(`/api/registrations/${(await list())[0].id}/confirm`, {});
    expect(await lacksTest(database.pool, texts, 'twilio')).toBe(true);
    const audienceId = await insertAudience(database.pool, 1);
    const draft = makeDraft(audienceId);
    const blast = await approvedBlast(database.pool, draft);
    await planRecipients(database.pool, blast, {});
    await database.pool.query(
      `UPDATE blast SET draft = jsonb_set(draft || '{"gateway": "twilio"}', '{texts,hi,templateId}', to_jsonb($2::text))
       WHERE id = $1`,
      [blast.id, templateId],
    );
    const insertTest = (status: string) =>
      database.pool.query(
        `INSERT INTO test_message (blast_id, revision, person_id, language, status, segments, paise)
         VALUES ($1, 1, $2, 'hi', $3, 1, 15)`,
        [blast.id, pro.id, status],
      );
    for (const status of ['failed', 'unknown', 'undelivered']) await insertTest(status);
    expect(await lacksTest(database.pool, texts, 'twilio')).toBe(true);
    await insertTest('delivered');
    expect(await lacksTest(database.pool, texts, 'twilio')).toBe(false);
    expect(await lacksTest(database.pool, texts, 'exotel')).toBe(true);
  });
});
