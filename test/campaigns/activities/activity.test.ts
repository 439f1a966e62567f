import { describe, expect, test } from 'vitest';
import { activityEntrySchema, countsOf } from '../../../campaigns/activities/activity.ts';
import { activityForms, activityKinds } from '../../../campaigns/activities/activity-kinds.ts';
import {
  type ActivityStatus,
  type activityActions,
  nextStatus,
} from '../../../campaigns/activities/activity-status.ts';
import { checklistOf } from '../../../campaigns/activities/checklist.ts';
import { judgePhoto } from '../../../campaigns/activities/proof.ts';
import { mayRecord } from '../../../campaigns/activities/rights.ts';
import type { OwnedCode } from '../../../campaigns/links/registry.ts';
import type { Actor } from '../../../campaigns/offices/actor.ts';
import { measuresOfChannel } from '../../../campaigns/tracker/measures.ts';

const schema = activityEntrySchema({ first: '2019-03-27', last: '2019-04-12' });
const common = { district: 'agra', day: '2019-04-10', remark: '' };

describe('an entry', () => {
  test.each([
    ['a board', { kind: 'board', station: 'baah', details: {} }, [['boards', 1]]],
    [
      'pamphlets with newspapers',
      { kind: 'pamphlet', details: { pamphlets: 5000, newspapers: ['अमर उजाला', 'हिन्दुस्तान'] } },
      [
        ['pamphlets', 5000],
        ['newspapers', 2],
      ],
    ],
    ['pamphlets alone', { kind: 'pamphlet', details: { pamphlets: 10 } }, [['pamphlets', 10]]],
    [
      'a film',
      { kind: 'film', details: { theatres: 4, shows: 96 } },
      [
        ['theatres', 4],
        ['shows', 96],
      ],
    ],
    ['meetings', { kind: 'event', details: { meetings: 3, attendees: 400 } }, [['meetings', 3]]],
  ])('%s counts what it holds', (_, given, counts) => {
    const entry = schema.parse({ ...common, ...given });
    expect(countsOf(entry).map(({ measure, count }) => [measure, count])).toEqual(counts);
  });

  test.each([
    ['a board without its station', { kind: 'board', details: {} }],
    ['pamphlets at a station', { kind: 'pamphlet', station: 'baah', details: { pamphlets: 1 } }],
    ['no pamphlets', { kind: 'pamphlet', details: { pamphlets: 0 } }],
    ['half a vehicle', { kind: 'vehicle', details: { vehicles: 1.5 } }],
    ['a field of another form', { kind: 'vehicle', details: { vehicles: 1, shows: 2 } }],
    [
      'a day before the campaign',
      { kind: 'board', station: 'baah', details: {}, day: '2019-03-26' },
    ],
    ['a day to come', { kind: 'board', station: 'baah', details: {}, day: '2019-04-13' }],
    [
      'a link that runs a script',
      { kind: 'social', details: { platform: 'X', posts: 1, link: 'javascript:alert(1)' } },
    ],
    ['an unknown kind', { kind: 'balloon', details: {} }],
  ])('%s is refused', (_, given) => {
    expect(schema.safeParse({ ...common, ...given }).success).toBe(false);
  });

  test('every form counts all measures of its channel', () => {
    for (const kind of activityKinds) {
      const measures = activityForms[kind].fields.flatMap(({ measure }) => measure ?? []);
      expect(kind === 'board' ? ['boards'] : measures).toEqual(measuresOfChannel[kind]);
    }
  });
});

describe('who records', () => {
  const agra = { id: 'agra', zone: 'agra', range: 'agra' };
  const actor = (role: Actor['role'], area: Partial<Actor> = {}): Actor => ({
    id: '1',
    name: 'x',
    role,
    ...area,
  });
  test.each([
    ['a district its own board', actor('district', { district: 'agra' }), 'board', agra, true],
    ['a district its own radio spot', actor('district', { district: 'agra' }), 'radio', agra, true],
    [
      'a district in another district',
      actor('district', { district: 'etah' }),
      'board',
      agra,
      false,
    ],
    ['a district for the state', actor('district', { district: 'agra' }), 'radio', 'state', false],
    ['the PRO to DGP a film', actor('pro-dgp'), 'film', 'state', true],
    ['the PRO to DGP a provider’s SMS', actor('pro-dgp'), 'sms', 'state', true],
    ['the PRO to DGP a board', actor('pro-dgp'), 'board', agra, false],
    ['HQ a board', actor('hq'), 'board', agra, true],
    ['a zone a board', actor('zone', { zone: 'agra' }), 'board', agra, false],
    ['the admin a board', actor('admin'), 'board', agra, false],
  ] as const)('%s: %#', (_, who, kind, place, expected) => {
    expect(mayRecord(who, kind, place)).toBe(expected);
  });
});

describe('status', () => {
  test.each<[ActivityStatus, (typeof activityActions)[number], ActivityStatus | null]>([
    ['entered', 'prove', 'verified'],
    ['entered', 'leave-open', 'waiting'],
    ['waiting', 'approve', 'approved'],
    ['waiting', 'reject', 'rejected'],
    ['approved', 'reject', 'rejected'],
    ['verified', 'reject', 'rejected'],
    ['verified', 'approve', null],
    ['verified', 'leave-open', null],
    ['verified', 'correct', 'verified'],
    ['approved', 'correct', 'waiting'],
    ['rejected', 'prove', 'verified'],
    ['withdrawn', 'approve', null],
    ['withdrawn', 'correct', null],
    ['entered', 'restore', null],
  ])('%s, %s → %s', (status, action, expected) => {
    expect(nextStatus({ status, hasPhoto: true }, action)).toBe(expected);
  });

  test('a correction without a picture waits for nothing', () => {
    expect(nextStatus({ status: 'approved', hasPhoto: false }, 'correct')).toBe('entered');
  });

  test('taken back and restored, an activity is what it was', () => {
    expect(
      nextStatus({ status: 'withdrawn', hasPhoto: true, restoresTo: 'verified' }, 'restore'),
    ).toBe('verified');
  });
});

describe('a picture', () => {
  const baah = { district: 'agra', station: 'baah' };
  const chowk = { district: 'lucknow', station: 'chowk' };
  const code = (place: typeof baah, channel: OwnedCode['channel'] = 'board'): OwnedCode => ({
    code: 'X',
    channel,
    owner: { scope: 'station', ...place },
  });
  const twin = { ...chowk, photo: 'f'.repeat(64) };
  test.each([
    ['with its own board’s code is proved', [code(baah)], null, 'proved'],
    ['with another board’s code is refused', [code(chowk)], null, 'other-station'],
    ['with both is left to the zone', [code(baah), code(chowk)], null, 'open'],
    ['with its own pamphlet’s code is left to the zone', [code(baah, 'pamphlet')], null, 'open'],
    ['without a code is left to the zone', [], null, 'open'],
    ['that is a copy is refused', [], twin, 'reused'],
    ['that is a copy with an own code put in is left to the zone', [code(baah)], twin, 'open'],
  ])('%s', (_, codes, copyOf, kind) => {
    expect(judgePhoto(baah, { codes, twin: copyOf }).kind).toBe(kind);
  });
});

test('a checklist names every station without a board', () => {
  const station = (id: string, kind = 'territorial') =>
    ({
      district: 'agra',
      id,
      kind,
      nameHi: id,
      nameEn: id,
      evidence: 'district',
      notes: [],
      needsCheck: false,
    }) as const;
  const directory = {
    districts: [],
    stations: [station('a'), station('b'), station('c'), station('d'), station('x', 'cyber')],
  } as unknown as Parameters<typeof checklistOf>[0];
  const board = (id: number, name: string, status: ActivityStatus) =>
    ({
      id,
      kind: 'board',
      district: 'agra',
      station: name,
      status,
      details: {},
      photo: null,
    }) as const;
  const [list] = checklistOf(
    directory,
    [{ id: 'agra' }],
    [
      board(1, 'a', 'verified'),
      board(2, 'b', 'withdrawn'),
      board(3, 'c', 'rejected'),
      { ...board(4, 'a', 'entered'), kind: 'vehicle', station: null, details: { vehicles: 7 } },
      { ...board(5, 'a', 'withdrawn'), kind: 'vehicle', station: null, details: { vehicles: 9 } },
    ],
  );
  expect(list?.stations.map(({ station: name, status }) => [name, status])).toEqual([
    ['a', 'verified'],
    ['b', 'missing'],
    ['c', 'rejected'],
    ['d', 'missing'],
  ]);
  expect(list?.missing).toBe(3);
  expect(list?.counts).toEqual({ 'vehicle-boards': 7 });
});
