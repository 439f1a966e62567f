import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadCampaign } from '../../../../campaigns/campaign-fs.ts';
import { legalWindow, narrow } from '../../../../campaigns/messages/legal-hours.ts';
import { roles } from '../../../../campaigns/offices/role.ts';
import { refusals } from '../../../../campaigns/words/refusals.ts';
import { secondPersonBars } from '../../../../messaging/contract/people/second-person.ts';
import {
  blastStatuses,
  pauseReasons,
  type RecipientStatus,
  recipientStatuses,
} from '../../../../messaging/contract/values.ts';
import type { Blast } from '../../../../messaging/phone/blasts/blast.ts';
import { canarySizeFor } from '../../../../messaging/phone/blasts/canary-size.ts';
import { contentFaults } from '../../../../messaging/phone/blasts/content-faults.ts';
import { estimateCost } from '../../../../messaging/phone/blasts/cost.ts';
import { lacksConsentId } from '../../../../messaging/phone/blasts/draft.ts';
import {
  defaultPolicy,
  doubtWaitMs,
  judge,
  type Progress,
} from '../../../../messaging/phone/blasts/policy.ts';
import { findCautions, judgeGateway } from '../../../../messaging/phone/blasts/problems.ts';
import {
  type Actor,
  type BlastCommand,
  type BlastState,
  decide,
} from '../../../../messaging/phone/blasts/state.ts';
import {
  lastMoment,
  validitySeconds,
  windowAt,
} from '../../../../messaging/phone/blasts/window.ts';
import { emptyFigures } from '../../../../messaging/phone/ledger/recipient.ts';
import { makeDraft } from './blast-fixture.ts';

describe('the last message', () => {
  const day = { fromMinute: 600, toMinute: 1260 };
  const hour = 3_600_000;
  it.each([
    { label: 'the same day', hours: 2, at: '2026-11-30T12:30:00+05:30' },
    { label: 'at closing time', hours: 10.5, at: '2026-11-30T21:00:00+05:30' },
    { label: 'the next morning', hours: 11, at: '2026-12-01T10:30:00+05:30' },
    { label: 'at the next closing time', hours: 21.5, at: '2026-12-01T21:00:00+05:30' },
    // A crore at 200 a minute: 833 hours.
    { label: 'after months', hours: 833, at: '2027-02-13T18:30:00+05:30' },
  ])('leaves $label', ({ hours, at }) => {
    const first = new Date('2026-11-30T10:30:00+05:30');
    expect(lastMoment(day, first, hours * hour)).toEqual(new Date(at));
  });
  it('leaves in the night where no hours bind it', () => {
    const first = new Date('2026-11-30T10:30:00+05:30');
    const always = { fromMinute: 0, toMinute: 1440 };
    expect(lastMoment(always, first, 20 * hour)).toEqual(new Date('2026-12-01T06:30:00+05:30'));
  });
});

describe('a gateway', () => {
  const gateways = {
    emulator: { callerNumber: '+12025550100' },
    twilio: { callerNumber: '+12025550100' },
    exotel: { callerNumber: '01600112345' },
    cdac: { promotion: 'refused' as const },
  };
  it.each<Parameters<typeof judgeGateway>[0] & { problem: string | null }>([
    { gateway: 'cdac', channel: 'sms', category: 'government', problem: null },
    { gateway: 'cdac', channel: 'sms', category: 'promotional', problem: 'gateway-no-promotion' },
    {
      gateway: 'cdac',
      channel: 'sms',
      category: 'service-explicit',
      problem: 'gateway-no-promotion',
    },
    { gateway: 'exotel', channel: 'sms', category: 'promotional', problem: null },
    { gateway: 'exotel', channel: 'ivr', category: 'government', problem: null },
    { gateway: 'exotel', channel: 'ivr', category: 'promotional', problem: 'caller-not-140' },
    { gateway: 'twilio', channel: 'ivr', category: 'government', problem: 'caller-foreign' },
    { gateway: 'twilio', channel: 'sms', category: 'government', problem: null },
    // In training nothing rings; a service provider's own numbers are not known here.
    { gateway: 'emulator', channel: 'ivr', category: 'government', problem: null },
    { gateway: 'operator', channel: 'ivr', category: 'government', problem: null },
  ])('$gateway, $channel, $category: $problem', ({ problem, ...blast }) => {
    expect(judgeGateway(blast, gateways)).toBe(problem);
  });
});

describe('promotion to people who agreed', () => {
  const agreed = { consentBasis: 'explicit-consent', consentTemplate: null } as const;
  const known = { ...agreed, consentTemplate: '1107160000000000009' };
  it.each([
    { category: 'promotional', list: agreed, lacks: true },
    { category: 'service-explicit', list: agreed, lacks: true },
    { category: 'promotional', list: known, lacks: false },
    { category: 'government', list: agreed, lacks: false },
    { category: 'promotional', list: { ...agreed, consentBasis: 'service-user' }, lacks: false },
  ] as const)('lacks the consent’s id: $category, $list.consentTemplate: $lacks', (each) => {
    expect(lacksConsentId(each.category, each.list)).toBe(each.lacks);
  });
});

const drafter = { id: 'pro', role: 'pro-dgp' } as const;
const hq = { id: 'nodal', role: 'hq' } as const;
const draft: BlastState = {
  status: 'draft',
  revision: 3,
  drafterId: 'pro',
  approverId: null,
  pauseReason: null,
  canaryPassed: false,
  trialChoice: null,
  policy: { canarySize: 200 },
  gateway: 'twilio',
  plannedAt: null,
  startedAt: null,
};
const at = (status: BlastState['status'], change: Partial<BlastState> = {}): BlastState => ({
  ...draft,
  ...change,
  status,
});

describe('what a blast says', () => {
  const repeat = { rhythm: 'texts' as const, times: null, until: null, days: [], source: '' };
  const campaign = loadCampaign('up-cop');
  const said = (body: string, category: 'government' | 'promotional' = 'government') =>
    contentFaults(
      [
        {
          channel: 'sms',
          category,
          texts: { hi: { templateId: null, header: 'UPPOLC', body, segments: 1 } },
        },
      ],
      campaign,
    ).map(({ rule, severity }) => `${severity} ${rule}`);

  it.each([
    ['फ़्री ऑफ़र… जीतें इनाम 😀', 'error promotional-wording'],
    ['ऐप पाएँ https://bit.ly/upcop उत्तर प्रदेश पुलिस', 'error link-shortener'],
    ['ऐप पाएँ play.google.com/store/apps उत्तर प्रदेश पुलिस', 'error link-whitelist'],
    ['ऐप पाएँ http://uppolice.gov.in/q/BCDFGH उत्तर प्रदेश पुलिस', 'error link-form'],
    ['सूचना। रोकने के लिए STOP लिखकर भेजें। उत्तर प्रदेश पुलिस', 'error opt-out-way'],
    ['ऐप पाएँ!!! उत्तर प्रदेश पुलिस', 'warning promotional-wording'],
  ])('%s: %s', (body, fault) => {
    expect([...new Set(said(body))]).toEqual([fault]);
  });

  it('leaves plain notices alone, and promotion what it is', () => {
    expect(said('ई-एफ़आईआर घर बैठे। uppolice.gov.in/q/BCDFGH उत्तर प्रदेश पुलिस')).toEqual([]);
    const stop = 'uppolice.gov.in/q/XXXXXXXXXXXX';
    expect(said(`इनाम जीतें। बंद करने हेतु ${stop} उत्तर प्रदेश पुलिस`, 'promotional')).toEqual([]);
  });

  const good = { templateId: null, header: 'UPPOLC', body: 'उत्तर प्रदेश पुलिस', segments: 1 };
  const texts = { hi: { ...good, body: 'ऐप पाएँ!!! उत्तर प्रदेश पुलिस' } };
  const sms = { category: 'government' as const, gateway: 'emulator', paisePerSegment: 15 };
  it.each<[string, Partial<Blast>]>([
    ['the second text of a trial', { trial: { texts, share: 10, waitMs: 0 } }],
    ['a later text of a series', { repeat: { ...repeat, texts: [{ afterDays: 3, texts }] } }],
    ['the SMS beside WhatsApp', { channel: 'whatsapp', fallback: { ...sms, texts } }],
  ])('is warned of in %s, too', (_, change) => {
    const blast = { ...makeDraft(1, { texts: { hi: good } }), ...change } as Blast;
    const estimate = { recipients: 1, paise: 15, stations: 0 };
    const cautions = findCautions(blast, { campaign, gateways: {}, estimate });
    expect(cautions.map(({ en }) => en)).toEqual([expect.stringContaining('!')]);
  });

  it('hears every prompt of a call; the own hosts may be named in it', () => {
    const spoken = (text: string) => {
      const { messages } = campaign;
      const goodbye = { ...messages.call.hi.goodbye, text };
      const call = { ...messages.call, hi: { ...messages.call.hi, goodbye } };
      return contentFaults([{ channel: 'ivr', category: 'government', texts: {} }], {
        ...campaign,
        messages: { ...messages, call },
      }).map(({ rule }) => rule);
    };
    expect(new Set(spoken('इनाम जीतने का मौका'))).toEqual(new Set(['promotional-wording']));
    expect(spoken('देखें tinyurl.com/upcop')).toEqual(['link-shortener']);
    expect(spoken('देखें upcop-app.com')).toEqual(['link-whitelist']);
    expect(spoken('uppolice.gov.in या play.google.com पर देखें')).toEqual([]);
    expect(spoken(campaign.messages.call.hi.goodbye.text)).toEqual([]);
  });
});

describe('how many go first', () => {
  it.each([
    [0, 0],
    [9, 0],
    [10, 5],
    [30, 5],
    [120, 12],
    [1504, 151],
    [2000, 200],
    [10_000_000, 200],
  ])('of %i: %i', (recipients, first) => expect(canarySizeFor(recipients)).toBe(first));
});

describe('decide', () => {
  it.each<{
    from: BlastState['status'];
    command: BlastCommand;
    by: Actor;
    to: BlastState['status'];
  }>([
    { from: 'draft', command: { kind: 'edit' }, by: drafter, to: 'draft' },
    { from: 'draft', command: { kind: 'submit' }, by: drafter, to: 'submitted' },
    { from: 'submitted', command: { kind: 'withdraw' }, by: drafter, to: 'draft' },
    { from: 'submitted', command: { kind: 'reject', remark: 'पाठ सुधारें' }, by: hq, to: 'draft' },
    { from: 'submitted', command: { kind: 'approve', revision: 3 }, by: hq, to: 'approved' },
    { from: 'approved', command: { kind: 'plan' }, by: 'service', to: 'scheduled' },
    { from: 'scheduled', command: { kind: 'start' }, by: 'service', to: 'running' },
    { from: 'running', command: { kind: 'pause', reason: 'officer' }, by: drafter, to: 'paused' },
    { from: 'running', command: { kind: 'pause', reason: 'errors' }, by: 'service', to: 'paused' },
    { from: 'paused', command: { kind: 'resume' }, by: hq, to: 'running' },
    { from: 'paused', command: { kind: 'stop' }, by: hq, to: 'stopped' },
    { from: 'paused', command: { kind: 'budget', budgetPaise: 5 }, by: hq, to: 'paused' },
    { from: 'running', command: { kind: 'budget', budgetPaise: 5 }, by: hq, to: 'running' },
    { from: 'running', command: { kind: 'finish' }, by: 'service', to: 'finished' },
  ])('$command.kind takes a blast from $from to $to', ({ from, command, by, to }) => {
    const decision = decide(at(from), command, by, null);
    expect(decision.kind === 'moved' && decision.blast.status).toBe(to);
  });

  it.each(secondPersonBars)('refuses what needs a second person to one with the bar %s', (bar) => {
    const cases: [BlastState, BlastCommand][] = [
      [at('submitted'), { kind: 'approve', revision: 3 }],
      [at('paused', { pauseReason: 'budget' }), { kind: 'budget', budgetPaise: 5 }],
      [at('paused', { pauseReason: 'canary-unseen' }), { kind: 'confirm-canary' }],
      [at('paused', { pauseReason: 'trial' }), { kind: 'decide-trial', text: 'a' }],
      ...pauseReasons
        .filter((reason) => !['officer', 'canary-unseen', 'trial'].includes(reason))
        .map((pauseReason): [BlastState, BlastCommand] => [
          at('paused', { pauseReason }),
          { kind: 'resume' },
        ]),
    ];
    for (const [blast, command] of cases) {
      expect(decide(blast, command, hq, bar)).toEqual({ kind: 'refused', refusal: bar });
      expect(decide(blast, command, hq, null).kind).toBe('moved');
    }
  });

  it.each<{ label: string; blast: BlastState; command: BlastCommand; by: Actor; refusal: string }>([
    {
      label: 'approval of an older revision',
      blast: at('submitted'),
      command: { kind: 'approve', revision: 2 },
      by: hq,
      refusal: 'edited-since',
    },
    {
      label: 'approval by the PRO',
      blast: at('submitted'),
      command: { kind: 'approve', revision: 3 },
      by: { id: 'x', role: 'pro-dgp' },
      refusal: 'wrong-role',
    },
    {
      label: 'approval by the administrator',
      blast: at('submitted'),
      command: { kind: 'approve', revision: 3 },
      by: { id: 'x', role: 'admin' },
      refusal: 'wrong-role',
    },
    {
      label: 'an edit after approval',
      blast: at('approved'),
      command: { kind: 'edit' },
      by: drafter,
      refusal: 'wrong-status',
    },
    {
      label: "an edit of another's draft",
      blast: at('draft'),
      command: { kind: 'edit' },
      by: hq,
      refusal: 'not-drafter',
    },
    {
      label: 'sending back without a word',
      blast: at('submitted'),
      command: { kind: 'reject', remark: ' ' },
      by: hq,
      refusal: 'no-remark',
    },
    {
      label: 'going on after a stop',
      blast: at('stopped'),
      command: { kind: 'resume' },
      by: hq,
      refusal: 'wrong-status',
    },
    {
      label: 'more money by who may only run it',
      blast: at('paused', { pauseReason: 'budget' }),
      command: { kind: 'budget', budgetPaise: 5 },
      by: { id: 'other-pro', role: 'pro-dgp' },
      refusal: 'wrong-role',
    },
    {
      label: 'going on without a word on the canary',
      blast: at('paused', { pauseReason: 'canary-unseen' }),
      command: { kind: 'resume' },
      by: hq,
      refusal: 'canary-unseen',
    },
    {
      label: 'going on after a stop by itself to who may only run it',
      blast: at('paused', { pauseReason: 'errors' }),
      command: { kind: 'resume' },
      by: { id: 'other-pro', role: 'pro-dgp' },
      refusal: 'stopped-by-itself',
    },
    {
      label: 'a word on a canary that has failed',
      blast: at('paused', { pauseReason: 'canary' }),
      command: { kind: 'confirm-canary' },
      by: hq,
      refusal: 'wrong-status',
    },
    {
      label: 'the service approving',
      blast: at('submitted'),
      command: { kind: 'approve', revision: 3 },
      by: 'service',
      refusal: 'wrong-role',
    },
    {
      label: 'an officer finishing',
      blast: at('running'),
      command: { kind: 'finish' },
      by: hq,
      refusal: 'wrong-role',
    },
  ])('refuses $label', ({ blast, command, by, refusal }) => {
    expect(decide(blast, command, by, null)).toEqual({ kind: 'refused', refusal });
    expect(refusals[refusal as keyof typeof refusals].hi).not.toBe('');
  });

  const actor: fc.Arbitrary<Actor> = fc.oneof(
    fc.constant<Actor>('service'),
    fc.record({ id: fc.constantFrom('a', 'b', 'c'), role: fc.constantFrom(...roles) }),
  );
  const command: fc.Arbitrary<BlastCommand> = fc.oneof(
    fc.constantFrom<BlastCommand>(
      { kind: 'edit' },
      { kind: 'submit' },
      { kind: 'withdraw' },
      { kind: 'plan' },
      { kind: 'start' },
      { kind: 'resume' },
      { kind: 'stop' },
      { kind: 'finish' },
      { kind: 'reject', remark: 'x' },
      { kind: 'confirm-canary' },
      { kind: 'budget', budgetPaise: 100 },
    ),
    fc.record({ kind: fc.constant('approve' as const), revision: fc.integer({ min: 0, max: 4 }) }),
    fc.record({ kind: fc.constant('pause' as const), reason: fc.constantFrom(...pauseReasons) }),
  );

  it('never lets a blast run that another person of HQ did not approve as it stands', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(command, actor), { maxLength: 80 }), (steps) => {
        let blast: BlastState = { ...draft, revision: 0, drafterId: 'a' };
        let approved: { revision: number; by: Actor } | null = null;
        for (const [step, by] of steps) {
          // Account b was opened by a.
          const bar = by !== 'service' && by.id !== 'c' ? 'own-guest' : null;
          const decision = decide(blast, step, by, bar);
          if (decision.kind === 'refused') continue;
          const { pauseReason } = blast;
          if (step.kind === 'resume' && pauseReason !== 'officer') {
            expect([pauseReason, by]).toEqual([expect.any(String), { id: 'c', role: 'hq' }]);
          }
          if (step.kind === 'approve') approved = { revision: blast.revision, by };
          blast = decision.blast;
          expect(blastStatuses).toContain(blast.status);
          if (['approved', 'scheduled', 'running', 'paused', 'finished'].includes(blast.status)) {
            expect(approved).toMatchObject({ revision: blast.revision, by: { role: 'hq' } });
            expect([blast.drafterId, 'b']).not.toContain(blast.approverId);
          }
        }
      }),
      { numRuns: 2000 },
    );
  });
  it('never leaves stopped or finished', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('stopped' as const, 'finished' as const),
        command,
        actor,
        (status, step, by) => {
          expect(decide(at(status), step, by, null).kind).toBe('refused');
        },
      ),
    );
  });
  it.each([
    { canarySize: 200, canaryPassed: false },
    { canarySize: 0, canaryPassed: true },
  ])('holds the rest back while $canarySize go first', ({ canarySize, canaryPassed }) => {
    const decision = decide(
      at('approved', { policy: { canarySize } }),
      { kind: 'plan' },
      'service',
      null,
    );
    expect(decision).toMatchObject({ blast: { status: 'scheduled', canaryPassed } });
  });
  it('lets the rest go when an approver has seen the canary on a phone', () => {
    const waiting = at('paused', { pauseReason: 'canary-unseen' });
    expect(decide(waiting, { kind: 'confirm-canary' }, hq, null)).toMatchObject({
      kind: 'moved',
      blast: { status: 'running', canaryPassed: true, pauseReason: null },
    });
  });
  it('waits for the choice of a text, which nothing else replaces', () => {
    const waiting = at('paused', { pauseReason: 'trial' });
    expect(decide(waiting, { kind: 'decide-trial', text: 'b' }, hq, null)).toMatchObject({
      kind: 'moved',
      blast: { status: 'running', trialChoice: 'b', pauseReason: null },
    });
    const refusal = (blast: BlastState, command: BlastCommand) => {
      const decision = decide(blast, command, hq, null);
      return decision.kind === 'refused' && decision.refusal;
    };
    expect(refusal(waiting, { kind: 'resume' })).toBe('trial-undecided');
    const paused = at('paused', { pauseReason: 'officer' });
    expect(refusal(paused, { kind: 'decide-trial', text: 'a' })).toBe('wrong-status');
    expect(decide(waiting, { kind: 'stop' }, hq, null)).toMatchObject({ kind: 'moved' });
  });
  it('lets who paused a blast, though its drafter, go on', () => {
    const paused = at('paused', {
      pauseReason: 'officer',
      plannedAt: new Date(),
      startedAt: new Date(),
    });
    expect(decide(paused, { kind: 'resume' }, drafter, 'own-draft')).toMatchObject({
      kind: 'moved',
      blast: { status: 'running', canaryPassed: false },
    });
    // Which moves nothing to another time than was approved.
    const early = { ...paused, startedAt: null };
    expect(decide(early, { kind: 'resume' }, drafter, 'own-draft')).toMatchObject({
      kind: 'moved',
      blast: { status: 'scheduled', pauseReason: null },
    });
  });
  it('lets the rest go when another officer resumes after a failed canary', () => {
    const decision = decide(at('paused', { pauseReason: 'canary' }), { kind: 'resume' }, hq, null);
    expect(decision).toMatchObject({
      kind: 'moved',
      blast: { canaryPassed: true, pauseReason: null },
    });
  });
});

describe('the order of statuses', () => {
  const rank = (status: RecipientStatus) => recipientStatuses.indexOf(status);
  it('never leads back from accepted or a final status to one that is sent again', () => {
    const sentAgain = (['planned', 'claimed', 'submitting', 'unknown'] as const).map(rank);
    const kept = (['accepted', 'skipped', 'failed', 'undelivered', 'delivered'] as const).map(rank);
    expect(Math.min(...kept)).toBeGreaterThan(Math.max(...sentAgain));
  });
  it('believes a delivery receipt above all', () => {
    expect(recipientStatuses.at(-1)).toBe('delivered');
  });
});

describe('the window', () => {
  const promotional = legalWindow('promotional', 'sms');
  it.each([
    {
      utc: '2019-04-12T04:29:59Z',
      state: { open: false, opensAt: new Date('2019-04-12T04:30:00Z') },
    },
    {
      utc: '2019-04-12T04:30:00Z',
      state: { open: true, closesAt: new Date('2019-04-12T15:30:00Z') },
    },
    {
      utc: '2019-04-12T15:29:59Z',
      state: { open: true, closesAt: new Date('2019-04-12T15:30:00Z') },
    },
    {
      utc: '2019-04-12T15:30:00Z',
      state: { open: false, opensAt: new Date('2019-04-13T04:30:00Z') },
    },
    {
      utc: '2019-04-12T19:00:00Z',
      state: { open: false, opensAt: new Date('2019-04-13T04:30:00Z') },
    },
  ])('for promotional messages at $utc', ({ utc, state }) => {
    expect(windowAt(promotional, new Date(utc))).toEqual(state);
  });
  it('is always open for government messages, never at night for calls', () => {
    const night = new Date('2019-04-12T20:00:00Z');
    expect(windowAt(legalWindow('government', 'sms'), night)).toEqual({
      open: true,
      closesAt: null,
    });
    expect(windowAt(legalWindow('government', 'ivr'), night).open).toBe(false);
  });
  it('gives messages a validity that ends with it', () => {
    const now = new Date('2019-04-12T15:29:00Z');
    expect(validitySeconds(windowAt(promotional, now), now)).toBe(60);
    expect(validitySeconds({ open: true, closesAt: null }, now)).toBe(36_000);
    expect(validitySeconds(windowAt(promotional, new Date('2019-04-12T15:31:00Z')), now)).toBe(0);
  });
  it('can be narrowed but not widened', () => {
    expect(narrow(promotional, { fromMinute: 480, toMinute: 720 })).toEqual({
      fromMinute: 600,
      toMinute: 720,
    });
    expect(narrow(promotional, { fromMinute: 0, toMinute: 540 })).toBeNull();
    expect(narrow(promotional, null)).toEqual(promotional);
  });
});

describe('cost', () => {
  it('counts segments by language in whole paise', () => {
    const shares = [
      { recipients: 800_000, segmentsEach: 2 },
      { recipients: 200_000, segmentsEach: 1 },
    ];
    expect(estimateCost(shares, 14)).toEqual({
      recipients: 1_000_000,
      segments: 1_800_000,
      paise: 25_200_000,
    });
  });
});

describe('judge', () => {
  const now = new Date('2019-04-12T06:00:00Z');
  const progress = (change: Partial<Progress>): Progress => ({
    figures: { ...emptyFigures(), planned: 1000 },
    canary: emptyFigures(),
    canaryPassed: true,
    canarySentAt: null,
    recent: { settled: 0, failed: 0 },
    haltingCode: null,
    trial: null,
    laterSince: null,
    doubtSince: null,
    receipts: true,
    budgetSpent: false,
    ...change,
  });
  const makeCanary = (delivered: number, undelivered: number, accepted: number) => ({
    ...emptyFigures(),
    delivered,
    undelivered,
    accepted,
  });
  const canary = { canaryPassed: false, canarySentAt: new Date(now.getTime() - 60_000) };
  it.each<{ label: string; change: Partial<Progress>; expected: object }>([
    { label: 'goes on', change: {}, expected: { kind: 'go-on' } },
    {
      label: 'a gateway that says nothing but "later" for ten minutes',
      change: { laterSince: new Date(now.getTime() - 600_000) },
      expected: { kind: 'pause', reason: 'gateway-busy' },
    },
    {
      label: 'what only a receipt could still settle, after half an hour',
      change: {
        figures: { ...emptyFigures(), delivered: 990, unknown: 10 },
        doubtSince: new Date(now.getTime() - doubtWaitMs),
      },
      expected: { kind: 'finish' },
    },
    {
      label: 'the same a moment earlier',
      change: {
        figures: { ...emptyFigures(), delivered: 990, unknown: 10 },
        doubtSince: new Date(now.getTime() - doubtWaitMs + 1),
      },
      expected: { kind: 'go-on' },
    },
    {
      label: 'what is in doubt where the gateway is still asked',
      change: { figures: { ...emptyFigures(), delivered: 990, unknown: 10 } },
      expected: { kind: 'go-on' },
    },
    {
      label: 'a gateway that says "later" for a minute',
      change: { laterSince: new Date(now.getTime() - 60_000) },
      expected: { kind: 'go-on' },
    },
    {
      label: 'pauses on a halting code',
      change: { haltingCode: '20003' },
      expected: { kind: 'pause', reason: 'halting-code' },
    },
    {
      label: 'pauses on a share of errors',
      change: { recent: { settled: 200, failed: 41 } },
      expected: { kind: 'pause', reason: 'errors' },
    },
    {
      label: 'does not judge a small number',
      change: { recent: { settled: 199, failed: 199 } },
      expected: { kind: 'go-on' },
    },
    {
      label: 'pauses at the budget',
      change: { budgetSpent: true },
      expected: { kind: 'pause', reason: 'budget' },
    },
    {
      label: 'finishes when all are sent',
      change: { figures: { ...emptyFigures(), accepted: 9 } },
      expected: { kind: 'finish' },
    },
    {
      label: 'does not finish with an unknown one',
      change: { figures: { ...emptyFigures(), unknown: 1 } },
      expected: { kind: 'go-on' },
    },
    {
      label: 'waits for the canary',
      change: { ...canary, canary: makeCanary(100, 10, 90) },
      expected: { kind: 'go-on' },
    },
    {
      label: 'waits while the canary is being sent',
      change: { ...canary, canary: { ...makeCanary(199, 0, 0), planned: 1 } },
      expected: { kind: 'go-on' },
    },
    {
      label: 'lets the rest go',
      change: { ...canary, canary: makeCanary(140, 20, 40) },
      expected: { kind: 'pass-canary' },
    },
    {
      label: 'pauses on a bad canary',
      change: { ...canary, canary: makeCanary(100, 61, 39) },
      expected: { kind: 'pause', reason: 'canary' },
    },
    {
      label: 'asks for a word on the canary where no receipts come',
      change: { ...canary, receipts: false, canary: makeCanary(0, 10, 190) },
      expected: { kind: 'pause', reason: 'canary-unseen' },
    },
    {
      label: 'pauses on a canary that the gateway does not take',
      change: { ...canary, receipts: false, canary: makeCanary(0, 61, 39) },
      expected: { kind: 'pause', reason: 'canary' },
    },
    {
      label: 'waits for the links of a trial that is out',
      change: { trial: { open: 0, sentAt: new Date(now.getTime() - 999), waitMs: 1000 } },
      expected: { kind: 'go-on' },
    },
    {
      label: 'pauses for the choice of a text when the wait is over',
      change: { trial: { open: 0, sentAt: new Date(now.getTime() - 1000), waitMs: 1000 } },
      expected: { kind: 'pause', reason: 'trial' },
    },
    {
      label: 'goes on with a trial of which some are planned again',
      change: { trial: { open: 1, sentAt: new Date(0), waitMs: 1000 } },
      expected: { kind: 'go-on' },
    },
    {
      label: 'ends with a trial that left no rest',
      change: {
        figures: { ...emptyFigures(), accepted: 5 },
        trial: { open: 0, sentAt: new Date(0), waitMs: 1000 },
      },
      expected: { kind: 'finish' },
    },
    {
      label: 'pauses when receipts do not come',
      change: { ...canary, canarySentAt: new Date(0), canary: makeCanary(100, 10, 90) },
      expected: { kind: 'pause', reason: 'canary' },
    },
  ])('$label', ({ change, expected }) => {
    expect(judge(progress(change), defaultPolicy, now)).toEqual(expected);
  });
});
