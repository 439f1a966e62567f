import { describe, expect, test } from 'vitest';
import { loadCampaign } from '../../../../campaigns/campaign-fs.ts';
import { parsePaise } from '../../../../campaigns/fields/field-text.ts';
import { findShade } from '../../../../campaigns/figures/charts/shades.ts';
import { measureText } from '../../../../campaigns/messages/segments.ts';
import { parseCount } from '../../../../campaigns/numbers.ts';
import type { Figures } from '../../../../messaging/contract/values.ts';
import type { Blast, BlastDetail } from '../../../../messaging/phone/blasts/blasts-schemas.ts';
import type { CheckedText } from '../../../../messaging/phone/blasts/template-routes.ts';
import { addressText, createStopTokens } from '../../../../messaging/phone/numbers/stop-token.ts';
import {
  copyBlast,
  fillText,
  listOffered,
  makeEmptyForm,
  pickGateway,
  proposeName,
  renameAfterText,
  toDraftBody,
  toForm,
} from '../../../../site/islands/console/phone/blasts/draft/draft-form.ts';
import {
  findFaults,
  keepWithinLaw,
} from '../../../../site/islands/console/phone/blasts/draft/form-faults.ts';
import {
  countPerMinute,
  estimatePaise,
  isOutside,
  listLastHour,
  pickMapSteps,
  summarise,
} from '../../../../site/islands/console/phone/blasts/figures.ts';
import { listCounts } from '../../../../site/islands/console/phone/blasts/left-out.ts';
import { countAgeDays } from '../../../../site/islands/console/phone/blasts/row-facts.ts';

const campaign = loadCampaign('up-cop');
const { templates } = campaign.messages;
const { host } = campaign.links;
const extra = {
  ...(templates[0] as (typeof templates)[number]),
  id: 'open-hi',
  text: 'थाना {#alphanumeric#} में (निःशुल्क) शिविर {#var#} को। लिंक {#url#} देखें। उत्तर प्रदेश पुलिस',
};
const all = [...templates, extra];
const measured = all.map((template) => ({ template }) as CheckedText);
const form = { ...makeEmptyForm([], measured), name: 'नमूना', gateway: 'emulator', audienceId: 4 };

const selection = {
  capMessages: null,
  capDays: 30,
  skipReceived: 'blasts' as const,
  skipBlastIds: [3],
  dndClasses: [0, 6],
  onlyLanguage: 'hi' as const,
  onlyReached: false,
};

test('gateways beside the chosen one are kept by their use, and only real ones', () => {
  const further = [
    { gateway: 'nic', use: 'share' as const, share: '३०', operators: ['JIO'] },
    { gateway: 'smpp', use: 'operators' as const, share: '5', operators: ['BSNL'] },
    { gateway: 'exotel', use: 'reserve' as const, share: '', operators: [] },
    { gateway: 'twilio', use: 'none' as const, share: '9', operators: [] },
    { gateway: 'cdac', use: 'share' as const, share: '20', operators: [] },
  ];
  const typed = { ...form, gateway: 'cdac', further };
  const body = toDraftBody(typed, all);
  expect(body.further).toEqual([
    { gateway: 'nic', share: 30, operators: [] },
    { gateway: 'smpp', share: 0, operators: ['BSNL'] },
    { gateway: 'exotel', share: 0, operators: [] },
  ]);
  expect(toDraftBody({ ...typed, gateway: 'emulator' }, all).further).toEqual([]);
  const known = { templates: all, now: 0 };
  const faultsOf = (change: object) => {
    const [first, ...rest] = further;
    const changed = { ...first, ...change } as (typeof further)[number];
    return findFaults('cost', { ...typed, further: [changed, ...rest] }, known);
  };
  expect(faultsOf({})).toEqual({});
  expect(faultsOf({ share: '99' })).toEqual({});
  expect(faultsOf({ share: '0' })).toEqual({ 'share-nic': 'shares' });
  expect(faultsOf({ use: 'operators', operators: [] })).toEqual({ 'operators-nic': 'operators' });
  expect(Object.keys(faultsOf({ use: 'operators', operators: ['BSNL'] }))).toEqual([
    'operators-nic',
    'operators-smpp',
  ]);
});

test('a draft that was kept stands in the fields again as it was typed', () => {
  const typed = {
    ...form,
    templates: { hi: 'open-hi', en: 'services-en' },
    values: { hi: ['हजरतगंज', '12 अप्रैल'], en: [] },
    canarySize: '200',
    start: 'later' as const,
    day: '2019-04-20',
    time: '11:30',
    budgetPaise: '1500.50',
    capMessages: '',
    capDays: '३०',
    skipReceived: 'blasts' as const,
    skipBlastIds: [3],
    dndClasses: [0, 6],
    onlyLanguage: 'hi',
    onlyReached: 'false',
  };
  const body = toDraftBody(typed, all) as { values: { hi: string[] }; startsAt: string };
  expect(body).toMatchObject(selection);
  expect(body.values.hi).toEqual(['हजरतगंज', '12 अप्रैल']);
  expect(body.startsAt).toBe('2019-04-20T06:00:00.000Z');
  const text = (id: string, values: string[]) => ({
    templateId: null,
    header: 'UPPOLC',
    body: fillText(all.find((template) => template.id === id) ?? extra, host, { values }),
    segments: 2,
  });
  const blast = {
    name: typed.name,
    channel: 'sms',
    texts: { hi: text('open-hi', typed.values.hi), en: text('services-en', []) },
    trial: null,
    gateway: 'emulator',
    further: [],
    audienceId: 4,
    districts: null,
    startsAt: body.startsAt,
    window: { fromMinute: 600, toMinute: 1260 },
    policy: { canarySize: 200 },
    selection,
    repeat: null,
    budgetPaise: 150_050,
  } as unknown as Blast;
  expect(toForm(blast, measured)).toEqual({ ...typed, capDays: '30' });
});

test('a copy has the texts and hours of a blast; what belonged to its list and approval is chosen again', () => {
  const body = fillText(extra, host, { values: ['हजरतगंज', '12 अप्रैल'] });
  const blast = {
    name: 'परिचय',
    channel: 'sms',
    texts: { hi: { templateId: null, header: 'UPPOLC', body, segments: 2 } },
    trial: null,
    gateway: 'gone',
    further: [],
    audienceId: 4,
    districts: ['agra'],
    startsAt: '2019-04-20T06:00:00.000Z',
    window: { fromMinute: 660, toMinute: 1080 },
    policy: { canarySize: 200 },
    selection,
    repeat: null,
    budgetPaise: 150_050,
  } as unknown as Blast;
  const copy = copyBlast(blast, measured, [], (name) => `${name} (फिर से)`);
  expect(copy).toEqual({
    ...makeEmptyForm([], measured),
    name: 'परिचय (फिर से)',
    templates: { hi: 'open-hi', en: '' },
    values: { hi: ['हजरतगंज', '12 अप्रैल'], en: [] },
    fromMinute: 660,
    toMinute: 1080,
    skipReceived: 'blasts',
    skipBlastIds: [3],
    dndClasses: [0, 6],
  });
  expect(copy).toMatchObject({ audienceId: null, districts: null, budgetPaise: '', start: 'now' });
});

test('a name is proposed from the text and the day, and goes with the text until another is written', () => {
  const naming = { texts: measured, language: 'hi', today: '2019-04-12' } as const;
  const begun = { ...form, name: proposeName(form, naming) };
  expect(begun.name).toBe('ऐप का सामान्य प्रचार, 12 अप्रैल 2019');
  const other = { ...begun, templates: { hi: 'lost-article-hi', en: '' } };
  expect(renameAfterText(begun, other, naming).name).toBe(
    'खोए सामान की सेवा का प्रचार, 12 अप्रैल 2019',
  );
  const call = { ...begun, channel: 'ivr' as const };
  expect(renameAfterText(begun, call, naming).name).toBe('रिकॉर्डेड कॉल, 12 अप्रैल 2019');
  const own = { ...begun, name: 'मेरा' };
  expect(renameAfterText(own, { ...other, name: 'मेरा' }, naming).name).toBe('मेरा');
  // Emptied by hand it stays empty, so that it is asked for.
  expect(renameAfterText(begun, { ...begun, name: '' }, naming).name).toBe('');
});

test('from the rows of a list to whom it goes, every figure is the one before less what was left out', () => {
  const segments = [
    { district: 'agra', language: 'hi', members: 50 },
    { district: 'lucknow', language: 'en', members: 30 },
    { district: null, language: 'hi', members: 15 },
  ];
  const counted = {
    audience: { rowsRead: 100, members: 95, rejects: { malformed: 3, duplicate: 1 } },
    segments,
    districts: ['agra'],
    isNarrowed: false,
    estimate: {
      recipients: 20,
      segments: 40,
      paise: 600,
      skipped: { 'frequency-cap': 22, 'do-not-disturb': 5 },
      stations: 0,
    },
  };
  const counts = listCounts(counted);
  // Of a group nobody counts who said stop.
  const { left } = listCounts({ ...counted, isNarrowed: true });
  expect(left[1]).toEqual({ rule: 'outside-group', count: 3 });
  expect(counts).toEqual({
    rows: 100,
    rejected: [
      { rule: 'malformed', count: 3 },
      { rule: 'duplicate', count: 1 },
      { rule: 'deleted', count: 1 },
    ],
    taken: 95,
    left: [
      { rule: 'outside', count: 45 },
      { rule: 'opted-out', count: 3 },
      { rule: 'do-not-disturb', count: 5 },
      { rule: 'frequency-cap', count: 22 },
    ],
    sent: 20,
  });
  const less = (parts: { count: number }[]) => parts.reduce((sum, { count }) => sum + count, 0);
  expect(counts.rows - less(counts.rejected)).toBe(counts.taken);
  expect(counts.taken - less(counts.left)).toBe(counts.sent);
});

test('texts that answer somebody are not offered, not even by a copy', () => {
  const ids = listOffered(measured, 'sms').map(({ template }) => template.id);
  expect(ids).toContain('services-hi');
  expect(ids.filter((id) => /^(?:link|code)-/.test(id))).toEqual([]);
});

test.each([
  ['sms', 0, 1440, [0, 1440]],
  ['ivr', 0, 1440, [600, 1260]],
  ['ivr', 660, 1380, [660, 1260]],
  ['ivr', 0, 540, [600, 1260]],
  ['ivr', 660, 1080, [660, 1080]],
] as const)(
  'the hours of %s from %i to %i become those of the law: %o',
  (channel, fromMinute, toMinute, hours) => {
    const lawful = keepWithinLaw({ ...form, channel, fromMinute, toMinute }, all);
    expect([lawful.fromMinute, lawful.toMinute]).toEqual(hours);
  },
);

test('an empty first part is left to the service, and is no fault', () => {
  expect(toDraftBody({ ...form, canarySize: '' }, all).canarySize).toBeNull();
  expect(toDraftBody({ ...form, canarySize: '30' }, all).canarySize).toBe(30);
});

test.each([
  [[], [1, 2, 5, 10]],
  [[7], [10, 20, 50, 100]],
  [
    [3, 40, 90, 800, 12_000],
    [5, 50, 100, 1000],
  ],
])('shades of the map end at round figures: %o', (values, steps) => {
  expect(pickMapSteps(values)).toEqual(steps);
  expect(findShade(0, steps)).toBe(0);
  for (const value of values) expect(findShade(value, steps)).toBeGreaterThan(0);
  expect(findShade(10_000_000, steps)).toBe(5);
});

test('the age of a list is in whole days', () => {
  const taken = '2019-04-10T06:00:00Z';
  expect(countAgeDays(taken, Date.parse('2019-04-11T05:59:00Z'))).toBe(0);
  expect(countAgeDays(taken, Date.parse('2019-04-12T06:00:00Z'))).toBe(2);
  expect(countAgeDays(taken, 0)).toBe(0);
});

test('a real gateway stands chosen before the training emulator, and only one that can do it', () => {
  const gateway = (name: string, channels: ('sms' | 'ivr')[]) => ({
    name,
    channels,
    whatsapp: null,
    paisePerSegment: 15,
    reconcile: 'list' as const,
    ratePerSecond: null,
    health: { state: 'up' as const, checkedAt: null, latencyMs: null, code: null },
    lastHour: { sent: 0, failed: 0, unknown: 0 },
  });
  const all = [gateway('emulator', ['sms', 'ivr']), gateway('nic', ['sms'])];
  expect(pickGateway(all, 'sms')).toBe('nic');
  expect(pickGateway(all, 'ivr')).toBe('emulator');
  expect(pickGateway([gateway('nic', ['sms'])], 'ivr')).toBe('');
});

test.each([
  ['5,000', 5000],
  ['१,००,०००', 100_000],
  ['', undefined],
  ['-1', undefined],
  ['2.5', undefined],
])('the number "%s" is read as %s', (text, value) => {
  expect(parseCount(text)).toBe(value);
});

test.each([
  ['₹1,500', 150_000],
  ['१५.५', 1550],
  ['0.15', 15],
  ['1.234', undefined],
  ['abc', undefined],
])('the sum "%s" is read as %s paise', (text, value) => {
  expect(parsePaise(text)).toBe(value);
});

describe('what is wrong with a row', () => {
  const now = Date.parse('2019-04-12T06:00:00Z');
  const look = (row: Parameters<typeof findFaults>[0], change: Partial<typeof form>) =>
    findFaults(row, { ...form, ...change }, { templates: all, now });

  test.each([
    ['text', {}, {}],
    ['text', { name: ' ' }, { name: 'name' }],
    ['text', { templates: { hi: '', en: '' } }, { hi: 'template' }],
    ['text', { templates: { hi: 'services-hi', en: 'link-en' } }, { en: 'category' }],
    ['text', { templates: { hi: 'open-hi', en: '' } }, { 'hi-0': 'value', 'hi-1': 'value' }],
    [
      'text',
      { templates: { hi: 'open-hi', en: '' }, values: { hi: ['a-b', '12.04'], en: [] } },
      { 'hi-0': 'form' },
    ],
    ['list', { audienceId: null }, { audience: 'audience' }],
    ['list', { districts: [] }, { districts: 'districts' }],
    ['hours', {}, {}],
    ['hours', { start: 'later', day: '', time: '10:00' }, { day: 'day' }],
    ['hours', { start: 'later', day: '2019-04-12', time: '11:00' }, { day: 'past' }],
    ['hours', { fromMinute: 1260, toMinute: 600 }, { hours: 'hours' }],
    ['hours', { channel: 'ivr', fromMinute: 0, toMinute: 540 }, { hours: 'hours' }],
    ['hours', { canarySize: 'viele' }, { canarySize: 'canarySize' }],
    ['cap', {}, {}],
    ['cap', { capMessages: '0' }, { capMessages: 'capMessages' }],
    ['cap', { capMessages: '101' }, { capMessages: 'capMessages' }],
    ['cap', { capDays: '' }, { capDays: 'capDays' }],
    ['cap', { capDays: '367' }, { capDays: 'capDays' }],
    ['cap', { skipReceived: 'blasts' }, { skipBlastIds: 'skipBlasts' }],
    ['cost', {}, {}],
    ['cost', { budgetPaise: '0' }, { budgetPaise: 'budgetPaise' }],
    ['cost', { gateway: '' }, { gateway: 'gateway' }],
  ] as const)('%s with %o: %o', (row, change, faults) => {
    expect(look(row, change as Partial<typeof form>)).toEqual(faults);
  });
});

test('hours and moments are those of India, wherever the browser is', () => {
  const day = { fromMinute: 600, toMinute: 1260 };
  expect(isOutside(day, new Date('2019-04-12T04:29:59Z'))).toBe(true);
  expect(isOutside(day, new Date('2019-04-12T04:30:00Z'))).toBe(false);
  expect(isOutside(day, new Date('2019-04-12T15:30:00Z'))).toBe(true);
});

test('quiet minutes are drawn as zero, and the rate is that of the last whole minute', () => {
  const start = Date.parse('2019-04-12T06:00:00Z');
  const at = (minute: number, sent: number) => ({
    minute: new Date(start + minute * 60_000).toISOString(),
    sent,
    settled: 0,
    failed: 0,
  });
  const minutes = [at(0, 40), at(3, 9)];
  expect(listLastHour(minutes, true, start + 4.5 * 60_000).map(({ sent }) => sent)).toEqual([
    40, 0, 0, 9, 0,
  ]);
  expect(listLastHour(minutes, false, start + 9 * 60_000)).toHaveLength(4);
  expect(listLastHour([at(0, 1), at(90, 2)], false, start)).toHaveLength(60);
  expect(countPerMinute(minutes, start + 4.5 * 60_000)).toBe(9);
});

test('the parts of a blast add up, and those still waiting are part of the cost', () => {
  const all: Figures = {
    planned: 30,
    claimed: 5,
    submitting: 5,
    unknown: 4,
    accepted: 10,
    skipped: 3,
    failed: 2,
    undelivered: 6,
    delivered: 80,
  };
  const summary = summarise(all);
  const { sent, delivered, awaited, failed, unknown, skipped, waiting } = summary;
  expect(summary.all).toBe(delivered + awaited + failed + unknown + skipped + waiting);
  expect(sent).toBe(96);
  const detail = {
    blast: { texts: {}, paisePerSegment: 15 },
    estimate: null,
    figures: { all, segmentsWaiting: 70 },
    costSoFarPaise: 3000,
  } as unknown as BlastDetail;
  expect(estimatePaise(detail)).toBe(3000 + 70 * 15);
});

test('the preview is as long as what is sent, with the link by which a phone ends the messages', () => {
  const template = all.find(({ id }) => id === 'services-stop-hi');
  const body = fillText(template ?? extra, host, { values: [], code: '7KQ4MZ' });
  const sent = addressText(body, '+919876543210', createStopTokens('a secret of the tests'));
  expect(sent).not.toBe(body);
  expect(measureText(body)).toEqual(measureText(sent));
});
