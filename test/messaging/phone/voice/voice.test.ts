import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadCampaign } from '../../../../campaigns/campaign-fs.ts';
import { beginFlow, leaveVoicemail, takeStep } from '../../../../campaigns/flows/step.ts';
import { fillTemplate } from '../../../../campaigns/messages/fill-template.ts';
import type { Messages } from '../../../../campaigns/messages/messages.ts';
import { measureText } from '../../../../campaigns/messages/segments.ts';
import { planRecipients } from '../../../../messaging/phone/blasts/plan-sql.ts';
import type { Emulator } from '../../../../messaging/phone/gateways/emulator.ts';
import type { Gateway, OutgoingSms } from '../../../../messaging/phone/gateways/gateway.ts';
import { recordOptOuts } from '../../../../messaging/phone/numbers/opt-outs-sql.ts';
import {
  createLinkSender,
  type LinkSender,
} from '../../../../messaging/phone/voice/link-sender.ts';
import { registerCalls } from '../../../../messaging/phone/voice/routes.ts';
import { type CallContext, writeTwiml } from '../../../../messaging/phone/voice/twiml.ts';
import {
  createDatabaseClock,
  type DatabaseClock,
} from '../../../../messaging/platform/database/database-clock.ts';
import { openFolder } from '../../../folders.ts';
import { openPostgres } from '../../fixtures/databases.ts';
import { approvedBlast, insertList, insertMembers, makeDraft } from '../blasts/blast-fixture.ts';
import { openApp } from '../callbacks/webhook-app.ts';
import { gatewayAt, openEmulator, quiet } from '../sending/worker-fixture.ts';

const { messages, flows } = loadCampaign('up-cop');
const flow = flows.call;
const { hi, en } = messages.call;
const context: CallContext = {
  flow,
  scripts: messages.call,
  takeUrl: () => undefined,
  audioUrl: (file) => `https://example.org/voice/audio/${file}`,
  keyUrl: ({ node, language, round }) =>
    `https://example.org/key?lang=${language}&round=${round}&node=${node}`,
};
const spoken = (twiml: string) =>
  [...twiml.matchAll(/<Say[^>]*>([^<]*)</g)].map(([, text]) => text);
const place = { node: 'menu', language: 'hi', round: 1 } as const;
const press = (key: string, from: CallContext = context) =>
  writeTwiml(from, takeStep(flow, place, key));

describe('a step as TwiML', () => {
  it('greets in Hindi, waits for one key, and ends with the help line', () => {
    const twiml = writeTwiml(context, beginFlow(flow, 'hi'));
    expect(spoken(twiml)).toEqual([hi.greeting.text, hi.menu.text, hi.goodbye.text]);
    expect(twiml).toContain('language="hi-IN"');
    expect(twiml).toMatch(/<Gather [^>]*numDigits="1"/);
    expect(twiml).toContain('action="https://example.org/key?lang=hi&amp;round=1&amp;node=menu"');
    expect(twiml).toContain('<Hangup/>');
  });
  it('says the answer to a key in its language', () => {
    expect(spoken(press('1'))).toEqual([hi.linkSent.text, hi.goodbye.text]);
    expect(spoken(press('3'))).toEqual([en.greeting.text, en.menu.text, en.goodbye.text]);
    expect(press('3')).toContain('lang=en&amp;round=2');
  });
  it('offers a machine nothing to press', () => {
    const twiml = writeTwiml(context, leaveVoicemail(flow, 'hi'));
    expect(spoken(twiml)).toEqual([hi.voicemail.text]);
    expect(twiml).not.toContain('<Gather');
  });
  it('puts a call through to a person after the words for it', () => {
    const action = { do: 'transfer', number: '112' } as const;
    const say = ['goodbye'];
    const step = { say, refused: say, language: 'hi', action, place: null } as const;
    expect(writeTwiml(context, { ...step, say, refused: say })).toMatch(
      /<\/Say><Dial timeout="30">112<\/Dial><Hangup\/>/,
    );
  });
});

describe('a prompt', () => {
  const played = (twiml: string) =>
    [...twiml.matchAll(/<(Say|Play)[^>]*>([^<]*)</g)].map(([, verb, what]) => `${verb} ${what}`);
  const scripts = { hi: { ...hi, greeting: { ...hi.greeting, audio: 'greeting-hi.mp3' } }, en };
  const takeUrl: CallContext['takeUrl'] = (language, prompt) =>
    language === 'hi' && ['greeting', 'goodbye', 'linkSent'].includes(prompt)
      ? `https://example.org/voice/takes/${prompt}-ulaw.wav`
      : undefined;
  const take = (prompt: string) => `Play https://example.org/voice/takes/${prompt}-ulaw.wav`;

  it('with a file is played', () => {
    expect(played(writeTwiml({ ...context, scripts }, beginFlow(flow, 'hi')))[0]).toBe(
      'Play https://example.org/voice/audio/greeting-hi.mp3',
    );
  });
  it('with a take is played from it, before a file, and one without is spoken', () => {
    const withTakes = { ...context, scripts, takeUrl };
    expect(played(writeTwiml(withTakes, beginFlow(flow, 'hi')))).toEqual([
      take('greeting'),
      `Say ${hi.menu.text}`,
      take('goodbye'),
    ]);
    expect(played(press('1', withTakes))).toEqual([take('linkSent'), take('goodbye')]);
  });
});

describe('a link that was asked for', async () => {
  const { pool } = await openPostgres();
  const templateId = '1107160000000000001';
  const whole = {
    ...messages,
    registered: true,
    principalEntityId: '1101160000000000001',
    optOut: { sms: { number: '112', word: 'STOP' }, missedCall: null },
    templates: messages.templates.map((template) => ({ ...template, templateId })),
  };
  const promotional = whole.templates.map((one) => ({
    ...one,
    text: `${one.text} STOP 112 पर भेजें`,
    category: 'promotional' as const,
  }));
  const own = { language: 'hi', shortCode: 'JKLMNP' } as const;
  const number = '+919876543210';
  const request = { number, source: 'missed-call', blastId: null } as const;
  let sent: OutgoingSms[] = [];

  beforeEach(async () => {
    sent = [];
    for (const table of ['link_request', 'link_refusal', 'opt_out']) {
      await pool.query(`DELETE FROM ${table}`);
    }
  });
  function sender(
    change: {
      messages?: Partial<Messages>;
      gateway?: string;
      now?: string;
      paise?: number;
      clock?: Pick<DatabaseClock, 'now'>;
    } = {},
  ): LinkSender {
    const gateway = {
      name: change.gateway ?? 'twilio',
      sendSms: async (message: OutgoingSms) => {
        sent.push(message);
        return { providerId: `SM${sent.length}` };
      },
    } as Gateway;
    return createLinkSender({
      pool,
      gateway,
      messages: { ...whole, ...change.messages },
      linkHost: () => 'UPPOLICE.GOV.IN',
      paisePerSegment: change.paise ?? 15,
      clock: change.clock ?? {
        now: async () => new Date(change.now ?? '2019-04-12T12:00:00+05:30'),
      },
      log: pino({ level: 'silent' }),
    });
  }
  async function refusals() {
    const { rows } = await pool.query('SELECT reason, requests FROM link_refusal');
    return rows;
  }

  it('is sent with its registered ids', async () => {
    const links = sender();
    expect(await links.send(request, own)).toBeNull();
    await links.idle();
    expect(sent).toMatchObject([{ to: number, templateId, header: 'UPPOLC' }]);
  });

  it.each([
    { label: 'a number abroad', asked: { number: '+12024561111' }, reason: 'country' },
    { label: 'a hidden number', asked: { number: 'anonymous' }, reason: 'country' },
    {
      label: 'no registration',
      change: { messages: { registered: false } },
      reason: 'not-registered',
    },
    {
      label: 'no id of the template',
      change: { messages: { templates: messages.templates } },
      reason: 'not-registered',
    },
    {
      label: 'hours that its category forbids',
      change: {
        now: '2019-04-12T21:10:00+05:30',
        messages: { templates: promotional },
      },
      reason: 'hours',
    },
    {
      label: 'a month’s budget that is spent',
      change: { messages: { linkBudgetPaise: 29 } },
      reason: 'budget',
    },
  ])('is refused and counted with $label', async ({ asked = {}, change = {}, reason }) => {
    const links = sender(change);
    for (let time = 0; time < 2; time += 1) {
      expect(await links.send({ ...request, ...asked }, own)).toBe(reason);
    }
    await links.idle();
    expect(sent).toEqual([]);
    expect(await refusals()).toEqual([{ reason, requests: 2 }]);
  });

  it('needs no registration in training', async () => {
    expect(
      await sender({ gateway: 'emulator', messages: { registered: false } }).send(request, own),
    ).toBeNull();
  });

  it('never costs more than the month’s budget, however many ask at once', async () => {
    const { segments } = measureText(
      fillTemplate(whole.templates.find(({ id }) => id === 'link-hi')?.text ?? '', [
        'uppolice.gov.in/q/JKLMNP',
      ]),
    );
    const links = sender({ messages: { linkBudgetPaise: 3 * segments * 15 } });
    const asked = Array.from({ length: 8 }, (_, n) => ({ ...request, number: `+91987654321${n}` }));
    const answers = await Promise.all(asked.map((each) => links.send(each, own)));
    await links.idle();
    expect(answers.filter((answer) => answer === null)).toHaveLength(3);
    expect(sent).toHaveLength(3);
    const inMay = sender({
      messages: { linkBudgetPaise: 3 * segments * 15 },
      now: '2019-05-01T12:00:00+05:30',
    });
    expect(await inMay.send(request, own)).toBeNull();
    await inMay.idle();
  });

  it('keeps hours and day by the database’s clock, however wrong the machine’s is', async () => {
    // 00:10 of the 13th in Lucknow, while this machine's clock says 20:40 of the 12th.
    const machineMs = () => Date.now() - 3.5 * 3_600_000;
    const shiftMs = new Date('2019-04-13T00:10:00+05:30').getTime() - Date.now();
    const clock = createDatabaseClock(pool, {
      machineMs,
      now: () => new Date(machineMs() + shiftMs),
    });
    expect(await sender({ clock, messages: { templates: promotional } }).send(request, own)).toBe(
      'hours',
    );
    const links = sender({ clock });
    expect(await links.send(request, own)).toBeNull();
    await links.idle();
    const { rows } = await pool.query('SELECT day::text FROM link_request');
    expect(rows).toEqual([{ day: '2019-04-13' }]);
  });
});

describe('calls', async () => {
  const { pool } = await openPostgres();
  const audioFolder = openFolder('voice-');
  let emulator: Emulator;
  let gateway: Gateway;
  let links: LinkSender;
  let service: Awaited<ReturnType<typeof openApp>>;
  let today = '2019-04-12';
  let take: string | undefined;

  beforeAll(async () => {
    emulator = await openEmulator(quiet);
    gateway = gatewayAt(emulator.url);
    links = createLinkSender({
      pool,
      gateway,
      messages,
      linkHost: () => 'UPPOLICE.GOV.IN',
      paisePerSegment: 15,
      clock: { now: async () => new Date(`${today}T12:00:00+05:30`) },
      log: pino({ level: 'silent' }),
    });
    writeFileSync(join(audioFolder, 'greeting-hi.mp3'), 'sound');
    const scripts = {
      ...messages,
      optOut: { sms: null, missedCall: '12025550199' },
      call: { en, hi: { ...hi, greeting: { ...hi.greeting, audio: 'greeting-hi.mp3' } } },
    };
    service = await openApp((app, url) =>
      registerCalls(app, {
        callbackTokens: ['training-token'],
        get publicUrl() {
          return url();
        },
        pool,
        messages: scripts,
        flow,
        links,
        inboundCode: 'JKLMNP',
        audioFolder,
        prompts: { prompt: () => take, call: () => undefined },
      }),
    );
    await gateway.close();
    gateway = gatewayAt(emulator.url, { publicUrl: service.url });
  });
  beforeEach(async () => {
    emulator.behave({ share429: 0, shareLostAnswers: 0 });
    emulator.store.clear();
    await pool.query('DELETE FROM link_request');
    await pool.query('DELETE FROM opt_out');
    today = '2019-04-12';
  });
  afterAll(async () => {
    await links.idle();
    await service.app.close();
    await gateway.close();
    await emulator.close();
  });
  const sent = async (to: string) => {
    await links.idle();
    return emulator.store.listTo('sms', to).map(({ body }) => body);
  };
  const missed = (From: string, To = '+12025550100') =>
    emulator.incoming(`${service.url}/voice/twilio/missed`, { From, To });

  /** @returns the reference of a call that is planned */
  async function planCall(msisdn: number): Promise<string> {
    const audienceId = await insertList(pool);
    await insertMembers(pool, audienceId, [msisdn]);
    const blast = await approvedBlast(pool, makeDraft(audienceId, { channel: 'ivr' }));
    await planRecipients(pool, blast, {});
    const { rows } = await pool.query<{ id: string }>(
      'SELECT id FROM blast_recipient WHERE blast_id = $1',
      [blast.id],
    );
    return rows[0]?.id ?? '';
  }

  it('send the link of their own blast when somebody presses 1', async () => {
    await gateway.placeCall?.({
      reference: await planCall(918_888_810_001),
      to: '+918888810001',
      language: 'hi',
      category: 'government',
    });
    await emulator.settled();
    expect(await sent('+918888810001')).toEqual([
      expect.stringContaining('uppolice.gov.in/q/BCDFGH'),
    ]);
  });
  it('say their text where another recording has come than was approved', async () => {
    const planned = await planCall(918_888_810_002);
    take = 'https://example.org/voice/takes/x.wav';
    const answered = (reference = planned) =>
      emulator.incoming(`${service.url}/voice/twilio/${reference}?lang=en`, {
        AnsweredBy: 'human',
      });
    expect(await answered()).toContain(`<Play>${take}</Play>`);
    await pool.query(
      `INSERT INTO take (script, text_sha256, key, status, name, type, figures, findings, master, recorded_by)
       VALUES ('prompt-en-greeting', '', gen_random_uuid(), 'mastered', 'x', 'wav', '{}', '[]',
         '{"files": {"master": {"sha256": "aa"}}}', 'PRO')`,
    );
    expect(spoken((await answered()) ?? '')).toContain(en.greeting.text);
    // Callers, and officers who try the call, hear what there is.
    for (const reference of ['in', 't1']) expect(await answered(reference)).toContain('<Play>');
    take = undefined;
    await pool.query('DELETE FROM take');
  });
  it.each([
    { who: 'human', asksForKey: true },
    { who: 'machine_end_beep', asksForKey: false },
    { who: 'fax', asksForKey: false },
  ])('ask $who for a key: $asksForKey', async ({ who, asksForKey }) => {
    const twiml = await emulator.incoming(`${service.url}/voice/twilio/in?lang=hi`, {
      AnsweredBy: who,
    });
    expect(twiml).toContain('<Response>');
    expect((twiml ?? '').includes('<Gather')).toBe(asksForKey);
  });
  it('are never made again to whom presses 9', async () => {
    await gateway.placeCall?.({
      reference: '999',
      to: '+918888890001',
      language: 'hi',
      category: 'government',
    });
    await emulator.settled();
    const { rows } = await pool.query('SELECT msisdn, source FROM opt_out');
    expect(rows).toEqual([{ msisdn: '918888890001', source: 'call' }]);
  });
  it.each(['anonymous', '', '+266696687'])(
    'with %j for a number are answered, whatever key is pressed, and promise no SMS',
    async (From) => {
      await pool.query('DELETE FROM opt_out');
      const press = (Digits: string) =>
        emulator.incoming(`${service.url}/voice/twilio/in/key?lang=hi&round=1`, {
          From,
          To: '+12025550100',
          Digits,
        });
      expect(spoken((await press('9')) ?? '')).toEqual([hi.neverAgain.text]);
      expect(spoken((await press('1')) ?? '')).toEqual([hi.goodbye.text]);
      await links.idle();
      expect(emulator.store.size('sms')).toBe(0);
      expect((await pool.query('SELECT FROM opt_out')).rowCount).toBe(0);
    },
  );
  it('that are missed at the number for it say stop, and bring no SMS', async () => {
    const from = '+919876543210';
    expect(await missed(from, '+12025550199')).toContain('<Reject reason="busy"/>');
    const { rows } = await pool.query('SELECT msisdn, source FROM opt_out');
    expect(rows).toEqual([{ msisdn: '919876543210', source: 'missed-call' }]);
    expect(await sent(from)).toEqual([]);
  });
  it('that are missed are refused and answered by one SMS a day', async () => {
    for (let call = 0; call < 3; call += 1)
      expect(await missed('+919876543210')).toContain('<Reject reason="busy"/>');
    expect(await sent('+919876543210')).toEqual([
      expect.stringContaining('uppolice.gov.in/q/JKLMNP'),
    ]);
    today = '2019-04-13';
    await missed('+919876543210');
    expect(await sent('+919876543210')).toHaveLength(2);
  });
  it.each(['anonymous', '', '+12024561111'])(
    'from %j are refused without an answer',
    async (from) => {
      expect(await missed(from)).toContain('<Reject');
      await links.idle();
      expect(emulator.store.size('sms')).toBe(0);
    },
  );
  it('bring no SMS to whom has opted out', async () => {
    await recordOptOuts(pool, ['+919876543210'], 'officer');
    await missed('+919876543210');
    expect(await sent('+919876543210')).toEqual([]);
  });
  it('bring one SMS even when its answer was lost', async () => {
    emulator.behave({ shareLostAnswers: 1 });
    await missed('+919876543210');
    expect(await sent('+919876543210')).toHaveLength(1);
    const { rows } = await pool.query('SELECT status FROM link_request');
    expect(rows).toEqual([{ status: 'unknown' }]);
  });
  it('are refused when nobody signed for them', async () => {
    const response = await fetch(`${service.url}/voice/twilio/in`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'From=%2B919876543210',
    });
    expect(response.status).toBe(403);
  });
  it('hear recordings of the script, and no other file', async () => {
    const recording = await fetch(`${service.url}/voice/audio/greeting-hi.mp3`);
    expect([
      recording.status,
      recording.headers.get('content-type'),
      await recording.text(),
    ]).toEqual([200, 'audio/mpeg', 'sound']);
    expect((await fetch(`${service.url}/voice/audio/..%2Fpackage.json`)).status).toBe(404);
  });
});
