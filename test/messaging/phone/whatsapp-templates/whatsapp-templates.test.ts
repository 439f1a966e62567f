import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { minuteMs } from '../../../../campaigns/durations.ts';
import { createMetaGateway } from '../../../../messaging/phone/gateways/meta.ts';
import { handInAgreed, readWords } from '../../../../messaging/phone/whatsapp-templates/hand-in.ts';
import { readAudit } from '../../../../messaging/platform/database/audit-log-sql.ts';
import { createTestConsole } from '../../fixtures/console.ts';
import { openPostgres } from '../../fixtures/databases.ts';
import { openConsole } from '../../fixtures/open-console.ts';
import { type MetaMode, metaAccount, startMetaServer } from '../gateways/meta-server.ts';

const notice = {
  name: 'tenant_notice',
  language: 'hi',
  category: 'utility',
  body: 'सूचना: {{1}} के किरायेदार का सत्यापन थाने में लंबित है, स्थिति ऐप पर देखें। उत्तर प्रदेश पुलिस',
  samples: 'गोमती नगर',
  footer: '',
  appButton: '',
  stopButton: '',
  purpose: 'किरायेदार की सूचना',
};

describe('templates of WhatsApp from an officer to Meta', async () => {
  const { database, hq, pro } = await openConsole({ hq: 'hq', pro: 'pro-dgp' });
  const meta = await startMetaServer();
  afterAll(() => meta.close());
  beforeEach(async () => {
    await database.pool.query('DELETE FROM whatsapp_template');
    meta.mode = 'ok';
    meta.templates = [];
    meta.handedIn = [];
  });

  const list = async () => (await hq.get('/api/whatsapp-templates')).json();
  const write = (change: object = {}, by = pro) =>
    by.post('/api/whatsapp-templates', { ...notice, ...change });
  const agree = async (by = hq) => {
    const [{ id, version }] = await list();
    return by.post(`/api/whatsapp-templates/${id}/agree`, { version });
  };
  /** What the service does by itself, so many minutes after it began. */
  const look = async (minutes = 0) => {
    const gateway = createMetaGateway({
      ...metaAccount,
      baseUrl: meta.url,
      requestTimeoutMs: 400,
      sockets: 1,
    });
    const { submitTemplate, readTemplate } = gateway.whatsapp ?? {};
    if (submitTemplate === undefined || readTemplate === undefined) throw new Error('no port');
    const now = new Date(Date.UTC(2019, 3, 1, 6) + minutes * minuteMs);
    const given = {
      pool: database.pool,
      port: { submitTemplate, readTemplate },
      host: 'UPPOLICE.GOV.IN',
      now,
    };
    try {
      await handInAgreed(given);
      await readWords(given);
    } finally {
      await gateway.close();
    }
    const [template] = await list();
    return template;
  };
  const judge = (change: object) => {
    meta.templates = meta.templates.map((each) => ({ ...each, ...change }));
  };

  test('what one officer writes and another one agrees to is handed in with its samples, and its approval is shown', async () => {
    expect((await write()).statusCode).toBe(201);
    expect(await look()).toMatchObject({ state: 'draft' });
    const own = await agree(pro);
    expect([own.statusCode, own.json().error]).toEqual([409, 'own-draft']);
    expect((await agree()).statusCode).toBe(200);
    expect(await look()).toMatchObject({ state: 'pending', metaCategory: 'utility' });
    expect(meta.handedIn).toEqual([
      {
        name: 'tenant_notice',
        language: 'hi',
        category: 'UTILITY',
        components: [{ type: 'BODY', text: notice.body, example: { body_text: [['गोमती नगर']] } }],
      },
    ]);
    judge({ status: 'APPROVED' });
    expect(await look(3)).toMatchObject({ state: 'approved' });
    const [{ id }] = await list();
    const log = await readAudit(database.pool, { subject: `whatsapp-template/${id}` }, 10);
    expect(log.map(({ action }) => action)).toEqual([
      'whatsapp-template.word',
      'whatsapp-template.word',
      'whatsapp-template.agree',
      'whatsapp-template.write',
    ]);
  });

  test('buttons are handed in with the address of the blast’s own code', async () => {
    await write({ category: 'marketing', appButton: 'ऐप पाएँ', stopButton: 'संदेश बंद करें' });
    await agree();
    await look();
    expect(meta.handedIn[0]?.components[1]).toMatchObject({
      buttons: [
        { type: 'URL', text: 'ऐप पाएँ', url: 'https://uppolice.gov.in/q/{{1}}' },
        { type: 'QUICK_REPLY', text: 'संदेश बंद करें' },
      ],
    });
  });

  test('who agrees is asked of a text that is unlike known notices, as it is after each change', async () => {
    const body = 'इस धनतेरस {{1}} में बर्तनों पर बनवाई शून्य। उत्तर प्रदेश पुलिस';
    expect((await write({ body })).statusCode).toBe(201);
    const [{ id, version, question }] = await list();
    expect(question).toBe('unlike');
    const { name: _, language: __, ...rest } = notice;
    await pro.put(`/api/whatsapp-templates/${id}`, { ...rest, version });
    expect((await list())[0].question).toBeNull();
    await pro.put(`/api/whatsapp-templates/${id}`, { ...rest, body, version: version + 1 });
    expect((await agree()).json()).toMatchObject({ state: 'agreed', question: 'unlike' });
  });

  test('nobody agrees to a text that was changed since it was shown', async () => {
    await write();
    const [{ id, version }] = await list();
    const { name: _, language: __, ...rest } = notice;
    const changed = { ...rest, samples: 'आगरा', version };
    expect((await pro.put(`/api/whatsapp-templates/${id}`, changed)).statusCode).toBe(200);
    const late = await hq.post(`/api/whatsapp-templates/${id}/agree`, { version });
    expect(late.json().error).toBe('stale');
    expect((await agree()).statusCode).toBe(200);
    // What is agreed is not changed; it can be taken back while it has not gone.
    expect(
      (await pro.put(`/api/whatsapp-templates/${id}`, { ...changed, version: 2 })).statusCode,
    ).toBe(409);
    expect((await pro.post(`/api/whatsapp-templates/${id}/withdraw`, {})).statusCode).toBe(200);
    expect(await look()).toMatchObject({ state: 'draft', agreedBy: null });
    expect(meta.handedIn).toEqual([]);
  });

  test.each<{ mode: MetaMode; first: object; after: object; handedIn: number }>([
    // Not taken: corrected, agreed to again, handed in again.
    {
      mode: 2388293,
      first: { state: 'refused', said: '2388293: Meta says why' },
      after: { state: 'refused' },
      handedIn: 1,
    },
    // Asked to wait, or our account: it goes by itself later.
    {
      mode: 'busy',
      first: { state: 'agreed', said: '130429' },
      after: { state: 'pending' },
      handedIn: 1,
    },
    {
      mode: 80008,
      first: { state: 'agreed', said: '80008' },
      after: { state: 'pending' },
      handedIn: 2,
    },
    {
      mode: 'refuse-login',
      first: { state: 'agreed', said: '190' },
      after: { state: 'pending' },
      handedIn: 1,
    },
    // In doubt: asked for, and never handed in a second time.
    { mode: 'silent', first: { state: 'sent' }, after: { state: 'pending' }, handedIn: 1 },
    { mode: 'drop-after', first: { state: 'sent' }, after: { state: 'pending' }, handedIn: 1 },
    { mode: 'drop-before', first: { state: 'sent' }, after: { state: 'missing' }, handedIn: 1 },
  ])('after $mode it is $first, and later $after', async ({ mode, first, after, handedIn }) => {
    await write();
    await agree();
    meta.mode = mode;
    expect(await look()).toMatchObject(first);
    meta.mode = 'ok';
    for (const minutes of [3, 16, 40]) await look(minutes);
    expect(await look(60)).toMatchObject(after);
    expect(meta.handedIn).toHaveLength(handedIn);
  });

  test('what speaks of our pace holds the others back too', async () => {
    await write();
    await agree();
    await write({ name: 'another_notice' });
    await Promise.all(
      (await list())
        .filter(({ state }: { state: string }) => state === 'draft')
        .map(({ id, version }: { id: number; version: number }) =>
          hq.post(`/api/whatsapp-templates/${id}/agree`, { version }),
        ),
    );
    meta.mode = 80008;
    await look();
    await look(1);
    expect(meta.handedIn).toHaveLength(1);
    meta.mode = 'ok';
    await look(16);
    expect(meta.handedIn).toHaveLength(3);
  });

  test('what Meta did not take is corrected, agreed to again and handed in again', async () => {
    await write();
    await agree();
    meta.mode = 2388072;
    const { id, version } = await look();
    meta.mode = 'ok';
    const { name: _, language: __, ...rest } = notice;
    await pro.put(`/api/whatsapp-templates/${id}`, { ...rest, version });
    expect(await look(1)).toMatchObject({ state: 'draft', said: null });
    await agree();
    expect(await look(2)).toMatchObject({ state: 'pending' });
  });

  test('a rejection shows its reason, a pause and another category are shown when they come', async () => {
    await write();
    await agree();
    await look();
    judge({ status: 'REJECTED', rejected_reason: 'PROMOTIONAL' });
    expect(await look(3)).toMatchObject({ state: 'rejected', said: 'PROMOTIONAL' });
    judge({ status: 'APPROVED', rejected_reason: 'NONE', category: 'MARKETING' });
    expect(await look(20)).toMatchObject({ state: 'rejected' });
    expect(await look(40)).toMatchObject({
      state: 'approved',
      said: null,
      metaCategory: 'marketing',
    });
    judge({ status: 'PAUSED' });
    expect(await look(80)).toMatchObject({ state: 'paused' });
  });

  test('one that cannot be handed in or read holds up no other, and two processes ask once of each', async () => {
    for (const name of ['first_notice', 'second_notice', 'third_notice']) await write({ name });
    await database.pool.query("UPDATE whatsapp_template SET state = 'agreed'");
    const asked: string[] = [];
    const answer = async ({ name }: { name: string }) => {
      asked.push(name);
      if (name === 'first_notice') throw new TypeError('an answer that nobody foresaw');
      return { state: 'pending' as const, category: 'utility', body: null, reason: null };
    };
    const after = (minutes: number) => ({
      pool: database.pool,
      port: { submitTemplate: answer, readTemplate: answer },
      host: 'UPPOLICE.GOV.IN',
      now: new Date(Date.UTC(2019, 3, 1, 6, minutes)),
    });
    await expect(handInAgreed(after(0))).rejects.toThrow('nobody foresaw');
    const states = async () =>
      Object.fromEntries(
        (await list()).map(({ name, state }: Record<string, string>) => [name, state]),
      );
    const taken = { first_notice: 'sent', second_notice: 'pending', third_notice: 'pending' };
    expect([asked, await states()]).toEqual([Object.keys(taken), taken]);
    asked.length = 0;
    const both = await Promise.allSettled([readWords(after(3)), readWords(after(3))]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(asked.toSorted()).toEqual(Object.keys(taken));
  });

  test('a name is used once, in the campaign’s files and here, and a faulty text is refused with the reason', async () => {
    expect((await write()).statusCode).toBe(201);
    for (const name of ['Tenant Notice', 'upcop_services_hi'])
      expect((await write({ name })).json().hi).toContain('पहले से है');
    const both = await Promise.all([write({ name: 'same' }), write({ name: 'same' }, hq)]);
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409]);
    expect(both.find(({ statusCode }) => statusCode === 409)?.json()).toMatchObject({
      error: 'problems',
      hi: expect.stringContaining('पहले से है'),
    });
    const faulty = await write({
      name: 'other',
      body: '{{1}} के किरायेदार का सत्यापन लंबित है। उत्तर प्रदेश पुलिस',
    });
    expect([faulty.statusCode, faulty.json().hi]).toEqual([
      409,
      expect.stringContaining('आरंभ या अंत में चर'),
    ]);
  });
});

describe('a template of WhatsApp that Meta approved', async () => {
  const database = await openPostgres();
  test('is handed in by the service itself and offered for blasts', async () => {
    const meta = await startMetaServer();
    const { phoneNumberId, accountId, token, appSecret, version } = metaAccount;
    const service = await createTestConsole(database, {
      settings: {
        META_PHONE_NUMBER_ID: phoneNumberId,
        META_ACCOUNT_ID: accountId,
        META_TOKEN: token,
        META_APP_SECRET: appSecret,
        META_VERIFY_TOKEN: 'verify-token-of-16',
        META_VERSION: version,
        META_BASE_URL: meta.url,
      },
    });
    try {
      const [hq, pro] = [await service.officer('hq'), await service.officer('pro-dgp')];
      // Meta calls it marketing: without the button it would not be offered.
      const withStop = { ...notice, stopButton: 'संदेश बंद करें' };
      const { id, version: seen } = (await pro.post('/api/whatsapp-templates', withStop)).json();
      await hq.post(`/api/whatsapp-templates/${id}/agree`, { version: seen });
      const state = async () =>
        (await database.pool.query('SELECT state FROM whatsapp_template')).rows[0]?.state;
      await expect.poll(state).toBe('pending');
      expect(meta.handedIn).toHaveLength(1);
      await database.pool.query(
        `UPDATE whatsapp_template SET state = 'approved', meta_category = 'marketing'`,
      );
      // Each act looks again, as the service does by itself after a while.
      await pro.post('/api/whatsapp-templates', { ...notice, name: 'another' });
      const offered = async () =>
        (await hq.get('/api/templates'))
          .json()
          .whatsapp.find(
            ({ template }: { template: { id: string } }) => template.id === 'tenant-notice-hi',
          );
      await expect.poll(offered).toMatchObject({ template: { category: 'promotional' } });
    } finally {
      await service.close();
      await meta.close();
    }
  });
});
