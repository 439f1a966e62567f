import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Role } from '../../../../campaigns/offices/role.ts';
import { judgeSecondPerson } from '../../../../messaging/people/accounts/second-person.ts';
import { secondPersonBars } from '../../../../messaging/people/accounts/second-person-schemas.ts';
import { insertAct } from '../../../../messaging/people/held-acts/held-acts-sql.ts';
import { insertBlast } from '../../../../messaging/phone/blasts/blasts-sql.ts';
import { readAudit } from '../../../../messaging/platform/database/audit-log-sql.ts';
import { insertDraft } from '../../../../messaging/print/studio/studio-sql.ts';
import { expectAnswer } from '../../fixtures/answers.ts';
import type { Officer } from '../../fixtures/console.ts';
import { openConsole } from '../../fixtures/open-console.ts';
import { insertAudience, makeDraft } from '../../phone/blasts/blast-fixture.ts';

/** An address and a body by which a second officer decides on something that waits. */
interface Ask {
  url: string;
  body: object;
}

interface Place {
  maker: Role;
  checker: Role;
  /** Makes what waits for the checker. */
  prepare(maker: Officer): Promise<Ask>;
}

describe('one person with two accounts', async () => {
  const { service, database, inviter, third } = await openConsole({
    inviter: 'admin',
    third: 'admin',
  });
  const officers = new Map<string, Officer>();
  beforeAll(async () => {
    for (const role of ['district', 'zone', 'hq', 'pro-dgp', 'admin'] as const)
      for (const part of ['maker', 'checker'])
        officers.set(`${part} ${role}`, await service.officer(role));
  });
  beforeEach(async () => {
    await database.pool.query(
      `UPDATE person SET invited_by = $1, password_link_by = NULL, factor_reset_by = NULL, confirmed_by = NULL,
         confirmed_at = NULL WHERE id <> ALL ($2::text[])`,
      [inviter.id, [inviter.id, third.id]],
    );
    await database.pool.query(
      'UPDATE person SET invited_by = NULL, password_link_by = NULL, factor_reset_by = NULL WHERE id = ANY ($1::text[])',
      [[inviter.id, third.id]],
    );
  });

  const officer = (name: string): Officer => {
    const found = officers.get(name);
    if (found === undefined) throw new Error(`Expected the officer ${name}`);
    return found;
  };
  const open = (
    whom: Officer,
    column: 'invited_by' | 'password_link_by' | 'factor_reset_by',
    by: Officer | null,
  ) =>
    database.pool.query(`UPDATE person SET ${column} = $2 WHERE id = $1`, [
      whom.id,
      by?.id ?? null,
    ]);
  const confirm = async (by: Officer, whom: Officer) => {
    await expectAnswer(by.post(`/api/people/${whom.id}/confirm`, { confirmed: true }), 204);
  };
  const one = async (sql: string, values: unknown[]): Promise<number> => {
    const { rows } = await database.pool.query<{ id: number }>(sql, values);
    return Number(rows[0]?.id);
  };

  const blast = async (maker: Officer, status: string, pauseReason: string | null = null) => {
    const audienceId = await insertAudience(database.pool, 2);
    const draft = {
      draft: makeDraft(audienceId),
      drafterId: maker.id,
      district: null,
      parentId: null,
    };
    const { id } = await insertBlast(database.pool, draft);
    await database.pool.query(
      'UPDATE blast SET status = $2, pause_reason = $3, short_code = $4 WHERE id = $1',
      [id, status, pauseReason, 'BCDFGH'],
    );
    return id;
  };
  const registration = ({ id }: Officer) =>
    one(
      `INSERT INTO registration (kind, name, details, state, since, entered_by, entered_by_id)
       VALUES ('header', 'UPPOLC', '{"kind":"header","name":"UPPOLC","suffix":"G"}', 'approved', '2019-04-01', 'PRO', $1)
       RETURNING id`,
      [id],
    );
  const studioDraft = async (maker: Officer) => {
    await database.pool.query("UPDATE campaign_draft SET status = 'discarded'");
    const draft = { kind: 'edit', authorId: maker.id, author: 'PRO', base: 0 } as const;
    return insertDraft(database.pool, { ...draft, status: 'submitted' });
  };
  const detour = async (maker: Officer) => {
    const validFrom = new Date(Date.now() + 3_600_000).toISOString();
    const body = { code: null, channel: 'board', target: 'home', validFrom, validUntil: null };
    return (await maker.post('/api/studio/detours', { ...body, reason: 'नमूना' })).json()
      .id as number;
  };
  let figures = 0;
  const figure = async ({ id }: Officer) => {
    figures += 1;
    const report = { contentHash: `figure ${figures}`, readings: [] };
    const act = await insertAct(database.pool, {
      ...{ kind: 'report', subject: `report/${figures}`, district: null, reason: 'नमूना' },
      ...{ input: { name: 'नमूना', way: 'entry', report }, effect: { changes: [], findings: [] } },
      ...{ maker: { id, name: 'HQ', role: 'hq' }, madeBy: 'HQ', madeAt: new Date() },
    });
    return act?.id;
  };
  const note = ({ id }: Officer) =>
    one(
      `INSERT INTO press_note (district, kind, fields, title, makers, made_by, status)
       VALUES ('agra', 'story', '{"kind":"story","details":""}', 'नमूना', ARRAY[$1], 'PRO', 'waiting') RETURNING id`,
      [id],
    );
  const activity = async (maker: Officer) => {
    const entered = await maker.post('/api/activities', {
      kind: 'pamphlet',
      district: 'agra',
      day: '2019-04-05',
      details: { pamphlets: 100 },
      remark: '',
    });
    expect(entered.statusCode, entered.body).toBe(201);
    return entered.json().activity as { id: number; version: number };
  };
  const submission = async (maker: Officer) => {
    const key = '2B/zone:agra/2019-03';
    await database.pool.query('DELETE FROM direction_occurrence');
    await database.pool.query(
      "UPDATE direction_takeover SET day = '2019-03-27', set_by = 'HQ', set_at = now()",
    );
    await database.pool.query(
      `INSERT INTO direction_occurrence (obligation, office, period, status, version, sample, makers, made_by, submitted_on)
       VALUES ('2B', 'zone:agra', '2019-03', 'submitted', 1, false, ARRAY[$1], 'ADG', '2019-04-05')`,
      [maker.id],
    );
    return key;
  };
  const askForApp = async (asker: Officer) => {
    await database.pool.query('DELETE FROM direction_app_request');
    const name = { nameHi: 'नमूना ऐप', nameEn: 'Sample app' };
    const body = { ...name, citizen: true, purpose: 'नमूना' };
    const made = await asker.post('/api/directions/app-requests', body);
    expect(made.statusCode, made.body).toBe(201);
    return made.json().id as number;
  };
  const supportedApp = async (asker: Officer) => {
    const id = await askForApp(asker);
    const change = "UPDATE direction_app_request SET state = 'supported', supported_by = 'ADG'";
    await database.pool.query(change);
    return id;
  };
  const request = async (asker: Officer) => {
    await database.pool.query('DELETE FROM account_request');
    return one(
      `INSERT INTO account_request (person_id, kind, asked_by) VALUES ($1, 'reset-second-factor', $2) RETURNING id`,
      [officer('maker district').id, asker.id],
    );
  };

  const place = (maker: Role, checker: Role, prepare: Place['prepare']): Place => ({
    maker,
    checker,
    prepare,
  });
  /** A decision on a blast in the status given. */
  const onBlast = (verb: string, body: object, status: string, pauseReason?: string) => ({
    [`POST /api/blasts/:id/${verb}`]: place(
      verb === 'resume' ? 'hq' : 'pro-dgp',
      'hq',
      async (maker) => {
        const id = await blast(maker, status, pauseReason);
        return { url: `/api/blasts/${id}/${verb}`, body };
      },
    ),
  });
  /** Decisions on what has an id, each with its body. */
  const onId = (
    [maker, checker]: readonly [Role, Role],
    address: string,
    make: (maker: Officer) => Promise<number | undefined>,
    verbs: Readonly<Record<string, object>>,
  ) =>
    Object.fromEntries(
      Object.entries(verbs).map(([verb, body]) => [
        `POST ${address}/:id/${verb}`,
        place(maker, checker, async (by) => ({
          url: `${address}/${await make(by)}/${verb}`,
          body,
        })),
      ]),
    );
  const reason = 'नमूना';
  const answers = { victim: 'no', minor: 'no', sexual: 'no', identity: 'no' };
  const byHq = ['pro-dgp', 'hq'] as const;
  const byZone = ['district', 'zone'] as const;
  const places: Record<string, Place> = {
    ...onBlast('approve', { revision: 1 }, 'submitted'),
    ...onBlast('confirm-canary', {}, 'paused', 'canary-unseen'),
    ...onBlast('decide-trial', { text: 'b' }, 'paused', 'trial'),
    ...onBlast('resume', {}, 'paused', 'canary'),
    ...onBlast('budget', { budgetPaise: 100_000 }, 'paused', 'budget'),
    ...onId(byHq, '/api/registrations', registration, { confirm: {} }),
    ...onId(byHq, '/api/studio/drafts', studioDraft, {
      approve: { revision: 1, reason },
      return: { revision: 1, reason },
    }),
    ...onId(byHq, '/api/studio/detours', detour, {
      approve: { remark: reason },
      return: { remark: reason },
    }),
    ...onId(['hq', 'hq'], '/api/held-acts', figure, {
      accept: { reason },
      refuse: { reason },
    }),
    ...onId(byZone, '/api/press-notes', note, {
      read: { version: 1, answers },
      return: { version: 1, reason },
    }),
    ...onId(byZone, '/api/directions/app-requests', askForApp, {
      support: { supportedRemark: '' },
    }),
    ...onId(['district', 'hq'], '/api/directions/app-requests', supportedApp, {
      approve: { decidedRemark: '' },
    }),
    'POST /api/directions/occurrence/decide': place('zone', 'hq', async (maker) => ({
      url: '/api/directions/occurrence/decide',
      body: { key: await submission(maker), version: 1, action: 'accept', remark: '' },
    })),
    'POST /api/activities/:id/approve': place('district', 'zone', async (maker) => {
      const { id, version } = await activity(maker);
      return { url: `/api/activities/${id}/approve`, body: { version, reason: '' } };
    }),
    'POST /api/activities/decide': place('district', 'zone', async (maker) => {
      const entries = [await activity(maker)].map(({ id, version }) => ({ id, version }));
      return { url: '/api/activities/decide', body: { action: 'approve', reason: '', entries } };
    }),
    // Ends the sessions of the district's maker: nobody is asked for it after this.
    ...onId(['admin', 'admin'], '/api/people/requests', request, { confirm: {} }),
    'POST /api/people/:id/confirm': place('hq', 'admin', async ({ id }) => ({
      url: `/api/people/${id}/confirm`,
      body: { confirmed: true },
    })),
  };

  /** Addresses that sound like a decision but do not decide on somebody else's work. */
  const alone: Record<string, string> = {
    'POST /api/sign-in/passkey': 'begins a session',
    'POST /api/me/second-factor/confirm': 'the own second factor',
    'POST /api/test-number/confirm': 'the own number',
    'POST /api/invitations/accept': 'the own account',
    'POST /api/activities/:id/reject': 'to reject gains nobody anything',
    'POST /api/blasts/:id/reject': 'to send back gains nobody anything',
    'POST /api/directions/app-requests/:id/refuse': 'to refuse gains nobody anything',
    'POST /api/people/requests/:id/refuse': 'to refuse gains nobody anything',
    'POST /api/people/invitations/check': 'stores nothing',
    'POST /api/templates/check': 'stores nothing',
    'POST /api/directions/occurrences/decide':
      'a held act where it settles what several offices owe',
    'POST /api/directions/points/:id/check': 'HQ enters the minutes of its own meetings',
    'POST /api/studio/host-check': 'the host itself answers',
    'POST /api/mail/letters/:id/decide': 'whether a letter in doubt is sent again',
    'POST /api/stations/:district/:station/hold': 'to hold gains nobody anything',
    'POST /api/purchase-orders/:id/hold': 'to hold gains nobody anything',
    'POST /api/print-approvals': 'the district approves its own print, which HQ made',
    'POST /api/print-approvals/rule': 'a rule of HQ, in the audit log',
    'POST /api/installs': 'reports of the app',
  };

  const readError = (answer: {
    body: string;
    json(): { error?: string; results?: { refusal: { error: string } | null }[] };
  }) => {
    const { error, results } = answer.body === '' ? {} : answer.json();
    return error ?? results?.[0]?.refusal?.error ?? null;
  };

  test('every address that sounds like a decision is tried here, or says why it needs no second person', () => {
    const verbs =
      /approv|accept|confirm|clear|decide|return$|refuse|reject|check$|forward|hold$|budget|release|publish|resume/;
    const found = service.app.routeRules
      .filter(({ method, url }) => method !== 'GET' && method !== 'HEAD' && verbs.test(url))
      .map(({ method, url }) => `${method} ${url}`);
    expect(found.filter((name) => !(name in places) && !(name in alone))).toEqual([]);
    const all = service.app.routeRules.map(({ method, url }) => `${method} ${url}`);
    expect(Object.keys(places).filter((name) => !all.includes(name))).toEqual([]);
  });

  test.each(Object.entries(places))(
    '%s is refused to an account that may be the maker’s, until a third officer confirms one of both',
    async (_name, { maker, checker, prepare }) => {
      const made = officer(`maker ${maker}`);
      const decides = officer(`checker ${checker}`);
      const { url, body } = await prepare(made);
      const decide = async () => readError(await decides.post(url, body));
      expect(await decide()).toBe('shared-inviter');
      await open(made, 'invited_by', decides);
      expect(await decide()).toBe('own-guest');
      await open(made, 'invited_by', inviter);
      await confirm(third, made);
      expect(secondPersonBars).not.toContain(await decide());
    },
  );

  const bar = async (checker: Officer, ...makers: Officer[]) =>
    (
      await judgeSecondPerson(
        database.pool,
        checker.id,
        makers.map(({ id }) => id),
      )
    ).bar;

  test.each(['invited_by', 'password_link_by', 'factor_reset_by'] as const)(
    'an account was opened by %s, in whichever direction and through others',
    async (column) => {
      const a = officer('maker hq');
      const b = officer('checker hq');
      const c = officer('maker zone');
      for (const each of [a, b, c]) await open(each, 'invited_by', null);
      expect(await bar(a, b)).toBe(null);
      await open(b, column, a);
      expect([await bar(a, b), await bar(b, a)]).toEqual(['own-guest', 'own-guest']);
      await open(c, column, b);
      expect([await bar(a, c), await bar(c, a)]).toEqual(['own-guest', 'own-guest']);
      await open(b, column, third);
      await open(c, column, third);
      expect([await bar(b, c), await bar(c, b)]).toEqual(['shared-inviter', 'shared-inviter']);
      // One of several makers is enough, and the gravest is said.
      expect(await bar(c, a, b)).toBe('shared-inviter');
      expect(await bar(c, a, b, c)).toBe('own-draft');
    },
  );

  test('accounts that open each other in a ring are judged, too', async () => {
    const a = officer('maker hq');
    const b = officer('checker hq');
    await open(a, 'invited_by', b);
    await open(b, 'invited_by', a);
    expect(await bar(a, b)).toBe('own-guest');
  });

  describe('the third officer', () => {
    const ask = async (by: Officer, whom: Officer, confirmed = true) => {
      const answer = await by.post(`/api/people/${whom.id}/confirm`, { confirmed });
      return answer.statusCode === 204 ? null : answer.json().error;
    };

    test('is neither the owner nor who opened the account, nor of the same inviter', async () => {
      const hq = officer('maker hq');
      expect(await ask(hq, hq)).toBe('own-account');
      expect(await ask(inviter, hq)).toBe('own-guest');
      expect(await ask(officer('maker admin'), hq)).toBe('shared-inviter');
      expect(await ask(officer('checker hq'), hq)).toBe('shared-inviter');
      expect(await ask(third, hq)).toBe(null);
      // Whom a third officer knows can be a third one in turn.
      expect(await ask(hq, officer('checker hq'))).toBe(null);
    });

    test('says so of accounts that are open and have a second factor, and may take it back', async () => {
      const hq = officer('maker hq');
      const other = officer('checker hq');
      const bare = await service.account('hq');
      expect(await ask(third, bare)).toBe('not-set-up');
      await inviter.post(`/api/people/${bare.id}/deactivate`);
      expect(await ask(third, bare)).toBe('deactivated');
      await ask(third, hq);
      const listed = async () =>
        ((await third.get('/api/people')).json() as { id: string }[]).find(
          ({ id }) => id === hq.id,
        );
      expect(await listed()).toMatchObject({
        openedBy: ['नमूना अधिकारी'],
        confirmedBy: 'नमूना अधिकारी',
        mayConfirm: true,
      });
      expect(await bar(hq, other)).toBe(null);
      await ask(third, hq, false);
      expect(await bar(hq, other)).toBe('shared-inviter');
      expect(await listed()).toMatchObject({ confirmedBy: null, confirmedAt: null });
      const entries = await readAudit(database.pool, { subject: `person/${hq.id}` }, 2);
      expect(entries.map(({ action, actorId }) => [action, actorId])).toEqual([
        ['person.doubt-holder', third.id],
        ['person.confirm-holder', third.id],
      ]);
    });

    test.each(['password-link', 'reset-second-factor'])(
      'is asked again after a %s, which is a key to the account',
      async (key) => {
        const whom = await service.officer('hq');
        await open(whom, 'invited_by', inviter);
        await confirm(third, whom);
        expect(await bar(whom, officer('maker hq'))).toBe(null);
        await inviter.post(`/api/people/${whom.id}/${key}`);
        expect(await bar(whom, officer('maker hq'))).toBe('shared-inviter');
      },
    );
  });
});
