import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadCampaign } from '../../../../campaigns/campaign-fs.ts';
import { legalWindow, narrow } from '../../../../campaigns/messages/legal-hours.ts';
import { roles } from '../../../../campaigns/offices/role.ts';
import { unlikeReasonWords } from '../../../../campaigns/words/blast-problem-words.ts';
import { refusals } from '../../../../campaigns/words/refusals.ts';
import {
  blastStatuses,
  pauseReasons,
  type RecipientStatus,
  recipientStatuses,
} from '../../../../messaging/contract/values.ts';
import { secondPersonBars } from '../../../../messaging/people/accounts/second-person-schemas.ts';
import type { Blast } from '../../../../messaging/phone/blasts/blast.ts';
import { contentFaults } from '../../../../messaging/phone/blasts/content-faults.ts';
import { estimateCost } from '../../../../messaging/phone/blasts/cost.ts';
import { lacksConsentId } from '../../../../messaging/phone/blasts/draft.ts';
import {
  canarySizeFor,
  canaryWait,
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
import { findEnd, lastMoment, windowAt } from '../../../../messaging/phone/blasts/window.ts';
import { fillText } from '../../../../messaging/phone/blasts/written-text.ts';
import { validitySeconds } from '../../../../messaging/phone/gateways/validity.ts';
import { emptyFigures } from '../../../../messaging/phone/ledger/tallies-sql.ts';
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
  it('comes later by the wait for the receipts of a canary, where there is a rest', () => {
    const first = new Date('2026-11-30T10:30:00+05:30');
    const end = (recipients: number) =>
      findEnd(day, first, {
        recipients,
        perSecond: 1,
        waitMs: canaryWait({ policy: defaultPolicy }, recipients),
      });
    expect(end(200)).toEqual(new Date('2026-11-30T10:33:20+05:30'));
    expect(end(600)).toEqual(new Date('2026-11-30T11:10:00+05:30'));
  });
  it('leaves in the night where no hours bind it', () => {
    const first = new Date('2026-11-30T10:30:00+05:30');
    const always = { fromMinute: 0, toMinute: 1440 };
    expect(lastMoment(always, first, 20 * hour)).toEqual(new Date('2026-12-01T06:30:00+05:30'));
  });
});

describe('a text with the name of each district', () => {
  it('is measured where there is no name', () => {
    const { messages } = loadCampaign('up-cop');
    const { segments } = fillText('{#var#} उत्तर प्रदेश पुलिस', ['{district}'], {
      messages,
      names: {},
    });
    expect(segments).toBe(1);
  });
});

describe('a gateway', () => {
  const gateways = {
    emulator: { callerNumber: '+12025550100' },
    twilio: { callerNumber: '+12025550100' },
    exotel: { callerNumber: '01600112345' },
    cdac: { promotion: 'refused' as const },
  };
  it.each([
    ['cdac', 'sms', 'government', null],
    ['cdac', 'sms', 'promotional', 'gateway-no-promotion'],
    ['cdac', 'sms', 'service-explicit', 'gateway-no-promotion'],
    ['exotel', 'sms', 'promotional', null],
    ['exotel', 'ivr', 'government', null],
    ['exotel', 'ivr', 'promotional', 'caller-not-140'],
    ['twilio', 'ivr', 'government', 'caller-foreign'],
    ['twilio', 'sms', 'government', null],
    // In training nothing rings; a service provider's own numbers are not known here.
    ['emulator', 'ivr', 'government', null],
    ['operator', 'ivr', 'government', null],
  ] as const)('%s, %s, %s: %s', (gateway, channel, category, problem) => {
    expect(judgeGateway({ gateway, channel, category }, gateways)).toBe(problem);
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
const otherPro = { id: 'other-pro', role: 'pro-dgp' } as const;
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

  const plain = 'ई-एफ़आईआर घर बैठे। uppolice.gov.in/q/BCDFGH उत्तर प्रदेश पुलिस';

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
    expect(said(plain)).toEqual([]);
    const stop = 'uppolice.gov.in/q/XXXXXXXXXXXX';
    expect(said(`इनाम जीतें। बंद करने हेतु ${stop} उत्तर प्रदेश पुलिस`, 'promotional')).toEqual([]);
  });

  const good = { templateId: null, header: 'UPPOLC', body: plain, segments: 1 };
  const texts = { hi: { ...good, body: 'ऐप पाएँ!!! उत्तर प्रदेश पुलिस' } };
  const sms = { category: 'government' as const, gateway: 'emulator', paisePerSegment: 15 };
  const unplaced = {
    hi: { ...good, body: 'इस धनतेरस बर्तनों पर बनवाई शून्य। उत्तर प्रदेश पुलिस' },
  };
  it.each<[string, Partial<Blast>]>([
    ['an SMS', {}],
    ['a message of WhatsApp', { channel: 'whatsapp', category: 'service-implicit' }],
    [
      'a changed text of a round',
      { round: { seriesId: 1, number: 2, afterBlastId: null, startBeforeMs: null } },
    ],
    ['a call', { channel: 'ivr', texts: {} }],
    [
      'a later text of a series',
      { texts: { hi: good }, repeat: { ...repeat, texts: [{ afterDays: 3, texts: unplaced }] } },
    ],
  ])('is put to the approver where it is unlike known notices: %s', (_, change) => {
    const { messages } = campaign;
    const voicemail = { ...messages.call.hi.voicemail, text: unplaced.hi.body };
    const call = { ...messages.call, hi: { ...messages.call.hi, voicemail } };
    const blast = { ...makeDraft(1, { texts: unplaced }), ...change } as Blast;
    const estimate = { recipients: 1, paise: 15, stations: 0 };
    const set =
      blast.channel === 'ivr' ? { ...campaign, messages: { ...messages, call } } : campaign;
    const told = (unlikeReason: string | null) =>
      findCautions({ ...blast, unlikeReason }, { campaign: set, gateways: {}, estimate });
    const [question, ...none] = told(null);
    expect([question?.en, none]).toEqual([expect.stringContaining('(rule unplaced)'), []]);
    expect(told('why')).toEqual([question, unlikeReasonWords('why')]);
  });

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
      }).flatMap(({ rule, severity }) => (severity === 'error' ? rule : []));
    };
    expect(new Set(spoken('इनाम जीतने का मौका'))).toEqual(new Set(['promotional-wording']));
    expect(spoken('देखें tinyurl.com/upcop')).toEqual(['link-shortener']);
    expect(spoken('देखें upcop-app.com')).toEqual(['link-whitelist']);
    expect(spoken('uppolice.gov.in या play.google.com पर देखें')).toEqual([]);
    expect(
      contentFaults([{ channel: 'ivr', category: 'government', texts: {} }], campaign),
    ).toEqual([]);
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
  it.each<[BlastCommand, BlastState['status'], BlastState['status'], Actor]>([
    [{ kind: 'edit' }, 'draft', 'draft', drafter],
    [{ kind: 'submit' }, 'draft', 'submitted', drafter],
    [{ kind: 'withdraw' }, 'submitted', 'draft', drafter],
    [{ kind: 'reject', remark: 'पाठ सुधारें' }, 'submitted', 'draft', hq],
    [{ kind: 'approve', revision: 3 }, 'submitted', 'approved', hq],
    [{ kind: 'plan' }, 'approved', 'scheduled', 'service'],
    [{ kind: 'start' }, 'scheduled', 'running', 'service'],
    [{ kind: 'pause', reason: 'officer' }, 'running', 'paused', drafter],
    [{ kind: 'pause', reason: 'errors' }, 'running', 'paused', 'service'],
    [{ kind: 'resume' }, 'paused', 'running', hq],
    [{ kind: 'stop' }, 'paused', 'stopped', hq],
    [{ kind: 'budget', budgetPaise: 5 }, 'paused', 'paused', hq],
    [{ kind: 'budget', budgetPaise: 5 }, 'running', 'running', hq],
    [{ kind: 'finish' }, 'running', 'finished', 'service'],
  ])('%o takes a blast from %s to %s', (command, from, to, by) => {
    const decision = decide(at(from), command, by, null);
    expect(decision.kind === 'moved' && decision.blast.status).toBe(to);
  });

  const approve = { kind: 'approve', revision: 3 } as const;
  const resume = { kind: 'resume' } as const;
  const raise = { kind: 'budget', budgetPaise: 5 } as const;
  const paused = (pauseReason: BlastState['pauseReason']) => at('paused', { pauseReason });
  const admin = { id: 'x', role: 'admin' } as const;

  it.each(secondPersonBars)('refuses what needs a second person to one with the bar %s', (bar) => {
    const cases: [BlastState, BlastCommand][] = [
      [at('submitted'), approve],
      [paused('budget'), raise],
      [paused('canary-unseen'), { kind: 'confirm-canary' }],
      [paused('trial'), { kind: 'decide-trial', text: 'a' }],
    ];
    for (const reason of pauseReasons) {
      if (!['officer', 'canary-unseen', 'trial'].includes(reason))
        cases.push([paused(reason), resume]);
    }
    for (const [blast, command] of cases) {
      expect(decide(blast, command, hq, bar)).toEqual({ kind: 'refused', refusal: bar });
      expect(decide(blast, command, hq, null).kind).toBe('moved');
    }
  });

  it.each<[string, BlastState, BlastCommand, Actor, keyof typeof refusals]>([
    [
      'approval of an older revision',
      at('submitted'),
      { ...approve, revision: 2 },
      hq,
      'edited-since',
    ],
    ['approval by the PRO', at('submitted'), approve, otherPro, 'wrong-role'],
    ['approval by the administrator', at('submitted'), approve, admin, 'wrong-role'],
    ['an edit after approval', at('approved'), { kind: 'edit' }, drafter, 'wrong-status'],
    ["an edit of another's draft", at('draft'), { kind: 'edit' }, hq, 'not-drafter'],
    [
      'sending back without a word',
      at('submitted'),
      { kind: 'reject', remark: ' ' },
      hq,
      'no-remark',
    ],
    ['going on after a stop', at('stopped'), resume, hq, 'wrong-status'],
    ['more money by who may only run it', paused('budget'), raise, otherPro, 'wrong-role'],
    ['going on without a word on the canary', paused('canary-unseen'), resume, hq, 'canary-unseen'],
    [
      'going on after a stop by itself to who may only run it',
      paused('errors'),
      resume,
      otherPro,
      'stopped-by-itself',
    ],
    [
      'a word on a canary that has failed',
      paused('canary'),
      { kind: 'confirm-canary' },
      hq,
      'wrong-status',
    ],
    ['the service approving', at('submitted'), approve, 'service', 'wrong-role'],
    ['the service going on after errors', paused('errors'), resume, 'service', 'wrong-role'],
    ['an officer finishing', at('running'), { kind: 'finish' }, hq, 'wrong-role'],
  ])('refuses %s', (_, blast, command, by, refusal) => {
    expect(decide(blast, command, by, null)).toEqual({ kind: 'refused', refusal });
    expect(refusals[refusal].hi).not.toBe('');
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
    const approved = at('approved', { policy: { canarySize } });
    const decision = decide(approved, { kind: 'plan' }, 'service', null);
    expect(decision).toMatchObject({ blast: { status: 'scheduled', canaryPassed } });
  });
  it('lets the rest go when an approver has seen the canary on a phone', () => {
    expect(decide(paused('canary-unseen'), { kind: 'confirm-canary' }, hq, null)).toMatchObject({
      kind: 'moved',
      blast: { status: 'running', canaryPassed: true, pauseReason: null },
    });
  });
  it('waits for the choice of a text, which nothing else replaces', () => {
    const waiting = paused('trial');
    expect(decide(waiting, { kind: 'decide-trial', text: 'b' }, hq, null)).toMatchObject({
      kind: 'moved',
      blast: { status: 'running', trialChoice: 'b', pauseReason: null },
    });
    const refusal = (blast: BlastState, command: BlastCommand) => {
      const decision = decide(blast, command, hq, null);
      return decision.kind === 'refused' && decision.refusal;
    };
    expect(refusal(waiting, resume)).toBe('trial-undecided');
    expect(refusal(paused('officer'), { kind: 'decide-trial', text: 'a' })).toBe('wrong-status');
    expect(decide(waiting, { kind: 'stop' }, hq, null)).toMatchObject({ kind: 'moved' });
  });
  it('lets who paused a blast, though its drafter, go on', () => {
    const begun = { ...paused('officer'), plannedAt: new Date(), startedAt: new Date() };
    expect(decide(begun, resume, drafter, 'own-draft')).toMatchObject({
      kind: 'moved',
      blast: { status: 'running', canaryPassed: false },
    });
    // Which moves nothing to another time than was approved.
    const early = { ...begun, startedAt: null };
    expect(decide(early, resume, drafter, 'own-draft')).toMatchObject({
      kind: 'moved',
      blast: { status: 'scheduled', pauseReason: null },
    });
  });
  it('lets the rest go when another officer resumes after a failed canary', () => {
    expect(decide(paused('canary'), resume, hq, null)).toMatchObject({
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
    ['2019-04-12T04:29:59Z', { open: false, opensAt: new Date('2019-04-12T04:30:00Z') }],
    ['2019-04-12T04:30:00Z', { open: true, closesAt: new Date('2019-04-12T15:30:00Z') }],
    ['2019-04-12T15:29:59Z', { open: true, closesAt: new Date('2019-04-12T15:30:00Z') }],
    ['2019-04-12T15:30:00Z', { open: false, opensAt: new Date('2019-04-13T04:30:00Z') }],
    ['2019-04-12T19:00:00Z', { open: false, opensAt: new Date('2019-04-13T04:30:00Z') }],
  ])('for promotional messages at %s', (utc, state) => {
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
  const counts = (change: Partial<Progress['figures']>) => ({ ...emptyFigures(), ...change });
  const seen = (delivered: number, undelivered: number, accepted: number) =>
    counts({ delivered, undelivered, accepted });
  const ago = (ms: number) => new Date(now.getTime() - ms);
  const canary = { canaryPassed: false, canarySentAt: ago(60_000) };
  const blind = { ...canary, receipts: false };
  const inDoubt = counts({ delivered: 990, unknown: 10 });
  const trial = { open: 0, sentAt: new Date(0), waitMs: 1000 };
  it.each<[string, Partial<Progress>, string]>([
    ['goes on', {}, 'go-on'],
    [
      'a gateway that says nothing but "later" for ten minutes',
      { laterSince: ago(600_000) },
      'pause gateway-busy',
    ],
    [
      'what only a receipt could still settle, after half an hour',
      { figures: inDoubt, doubtSince: ago(doubtWaitMs) },
      'finish',
    ],
    ['the same a moment earlier', { figures: inDoubt, doubtSince: ago(doubtWaitMs - 1) }, 'go-on'],
    ['what is in doubt where the gateway is still asked', { figures: inDoubt }, 'go-on'],
    ['a gateway that says "later" for a minute', { laterSince: ago(60_000) }, 'go-on'],
    ['pauses on a halting code', { haltingCode: '20003' }, 'pause halting-code'],
    ['pauses on a share of errors', { recent: { settled: 200, failed: 41 } }, 'pause errors'],
    ['goes on at the allowed share of errors', { recent: { settled: 200, failed: 40 } }, 'go-on'],
    ['does not judge a small number', { recent: { settled: 199, failed: 199 } }, 'go-on'],
    ['pauses at the budget', { budgetSpent: true }, 'pause budget'],
    ['finishes when all are sent', { figures: counts({ accepted: 9 }) }, 'finish'],
    ['does not finish with an unknown one', { figures: counts({ unknown: 1 }) }, 'go-on'],
    ['waits for the canary', { ...canary, canary: seen(100, 10, 90) }, 'go-on'],
    [
      'waits while the canary is being sent',
      { ...canary, canary: counts({ delivered: 199, planned: 1 }) },
      'go-on',
    ],
    ['lets the rest go', { ...canary, canary: seen(140, 20, 40) }, 'pass-canary'],
    ['pauses on a bad canary', { ...canary, canary: seen(100, 61, 39) }, 'pause canary'],
    [
      'asks for a word on the canary where no receipts come',
      { ...blind, canary: seen(0, 10, 190) },
      'pause canary-unseen',
    ],
    [
      'pauses on a canary that the gateway does not take',
      { ...blind, canary: seen(0, 61, 39) },
      'pause canary',
    ],
    [
      'waits for the links of a trial that is out',
      { trial: { ...trial, sentAt: ago(999) } },
      'go-on',
    ],
    [
      'pauses for the choice of a text when the wait is over',
      { trial: { ...trial, sentAt: ago(1000) } },
      'pause trial',
    ],
    [
      'goes on with a trial of which some are planned again',
      { trial: { ...trial, open: 1 } },
      'go-on',
    ],
    ['ends with a trial that left no rest', { figures: counts({ accepted: 5 }), trial }, 'finish'],
    [
      'pauses when receipts do not come',
      {
        ...canary,
        canarySentAt: new Date(0),
        canary: seen(100, 10, 90),
      },
      'pause canary',
    ],
  ])('%s', (_, change, expected) => {
    const [kind, reason] = expected.split(' ');
    expect(judge(progress(change), defaultPolicy, now)).toEqual({
      kind,
      ...(reason && { reason }),
    });
  });
});
