import { describe, expect, test } from 'vitest';
import type { ActivityDetails, ActivityEntry } from '../../../campaigns/activities/activity.ts';
import { activityForms, activityKinds } from '../../../campaigns/activities/activity-kinds.ts';
import {
  type ActivityStatus,
  type activityActions,
  nextStatus,
} from '../../../campaigns/activities/activity-status.ts';
import { joinLikeness, likenessFaults } from '../../../campaigns/activities/board-likeness.ts';
import { makeChecklists } from '../../../campaigns/activities/checklist.ts';
import { findOverlaps } from '../../../campaigns/activities/cinema.ts';
import {
  countActivity,
  deriveFigures,
  tallyActivities,
} from '../../../campaigns/activities/counts.ts';
import { judgePhoto } from '../../../campaigns/activities/proof.ts';
import { mayRecord } from '../../../campaigns/activities/rights.ts';
import { findWarnings } from '../../../campaigns/activities/warnings.ts';
import type { OwnedCode } from '../../../campaigns/links/registry.ts';
import type { Actor } from '../../../campaigns/offices/actor.ts';
import { measuresOfChannel } from '../../../campaigns/tracker/measures.ts';
import { isCompletion } from '../../../messaging/field/activities/changes.ts';
import { checkEntry } from '../../../messaging/field/activities/check-entry.ts';

const bounds = { first: '2019-03-27', last: '2019-04-12' };
const check = (given: object, former: ActivityDetails | null = null) =>
  checkEntry({ ...common, ...given }, bounds, former);
function taken(given: object, former: ActivityDetails | null = null): ActivityEntry {
  const checked = check(given, former);
  if ('issues' in checked) throw new Error(JSON.stringify(checked.issues));
  return checked.entry;
}
/** What an entry counts: boards 1. */
const countsOf = (entry: Parameters<typeof countActivity>[0]) =>
  countActivity(entry).map(({ measure, count }) => `${measure} ${count}`);
const film = {
  cinema: 'नॉवेल्टी',
  town: 'लखनऊ',
  screens: 2,
  run: '2019-04-05/2019-04-11',
  showsPerDay: 4,
};
const radio = { broadcaster: 'रेडियो', town: 'लखनऊ', run: '2019-04-01/2019-04-10', seconds: '20' };
const item = { newspaper: 'हिन्दुस्तान', type: 'news', items: 2 };
const common = { district: 'agra', day: '2019-04-10', remark: '' };

describe('an entry', () => {
  const films = ['theatres 1', 'shows 56'];
  const advertisement = { ...item, type: 'advertisement', columns: 3, heightCm: 10 };
  const withNewspapers = { pamphlets: 5000, newspapers: ['अमर उजाला', 'हिन्दुस्तान'] };
  const posts = { platform: 'x', posts: 3, link: 'https://mobile.x.com/a' };
  test.each<[string, ActivityEntry['kind'], object, string[]]>([
    ['a board', 'board', {}, ['boards 1']],
    ['pamphlets with newspapers', 'pamphlet', withNewspapers, ['pamphlets 5000', 'newspapers 2']],
    ['pamphlets alone', 'pamphlet', { pamphlets: 10 }, ['pamphlets 10']],
    ['a film on two screens, four shows a day on each, for seven days', 'film', film, films],
    ['spots of a day', 'radio', { ...radio, spotsPerDay: 6 }, ['fm-spots 60']],
    ['spots in all', 'radio', { ...radio, spots: 84 }, ['fm-spots 84']],
    ['news', 'newspaper', item, ['news-items 2']],
    ['an advertisement', 'newspaper', advertisement, ['newspaper-ads 2']],
    ['posts', 'social', posts, ['social-posts 3']],
    ['meetings', 'event', { meetings: 3, attendees: 400 }, ['meetings 3']],
  ])('%s counts what it holds', (_, kind, details, counts) => {
    const station = kind === 'board' ? 'baah' : undefined;
    expect(countsOf(taken({ kind, details, station }))).toEqual(counts);
  });

  const board = { kind: 'board', station: 'baah', details: {} };
  const script = { platform: 'X', posts: 1, link: 'javascript:alert(1)' };
  const unseen = { ...film, certificate: 'f'.repeat(64) };
  test.each([
    ['a board without its station', { kind: 'board', details: {} }],
    ['pamphlets at a station', { kind: 'pamphlet', station: 'baah', details: { pamphlets: 1 } }],
    ['no pamphlets', { kind: 'pamphlet', details: { pamphlets: 0 } }],
    ['half a vehicle', { kind: 'vehicle', details: { vehicles: 1.5 } }],
    ['a field of another form', { kind: 'vehicle', details: { vehicles: 1, shows: 2 } }],
    ['a day before the campaign', { ...board, day: '2019-03-26' }],
    ['a day to come', { ...board, day: '2019-04-13' }],
    ['a link that runs a script', { kind: 'social', details: script }],
    ['an unknown kind', { kind: 'balloon', details: {} }],
    ['a certificate that no file was handed in for', { kind: 'film', details: unseen }],
  ])('%s is refused', (_, given) => {
    expect(check(given)).toHaveProperty('issues');
  });

  const unlike = { platform: 'x', posts: 1, link: 'https://x.com.example/a' };
  const uncounted = { platform: 'x', posts: 1, reach: 0 };
  const early = { ...uncounted, countedOn: '2019-04-09' };
  const backwards = { ...film, run: '2019-04-11/2019-04-05' };
  const ahead = { ...film, run: '2019-04-05/2019-04-20' };
  test.each<[string, ActivityEntry['kind'], object, string, string]>([
    ['days in the wrong order', 'film', backwards, 'run', 'पहला दिन'],
    ['days to come', 'film', ahead, 'run', '12.04.2019 तक'],
    ['too many shows a day', 'film', { ...film, showsPerDay: 96 }, 'showsPerDay', '1 से 24 तक'],
    ['no cinema', 'film', { ...film, cinema: undefined }, 'cinema', 'यह खाना खाली न छोड़ें'],
    ['another length', 'radio', { ...radio, spots: 1, seconds: '25' }, 'seconds', '10 सेकंड'],
    ['neither spots a day nor in all', 'radio', radio, 'spotsPerDay', 'में से एक'],
    ['both', 'radio', { ...radio, spots: 60, spotsPerDay: 6 }, 'spotsPerDay', 'में से एक'],
    ['a rate in half paise', 'radio', { ...radio, spots: 1, rate: 10.5 }, 'rate', 'रुपये'],
    ['an unknown platform', 'social', { platform: 'orkut', posts: 1 }, 'platform', 'फ़ेसबुक'],
    ['a link of another platform', 'social', unlike, 'link', 'https://x.com/'],
    ['figures without their day', 'social', uncounted, 'countedOn', 'यह खाना'],
    ['figures from before the post', 'social', early, 'countedOn', '10.04.2019'],
    [
      'a width without a height',
      'newspaper',
      { ...item, columns: 3 },
      'heightCm',
      'यह खाना खाली न छोड़ें',
    ],
  ])('%s: the field is named, with what it takes', (_, kind, details, field, hint) => {
    const checked = check({ kind, details });
    expect('issues' in checked && checked.issues[0]).toMatchObject({
      path: `details.${field}`,
      expected: { hi: expect.stringContaining(hint) },
    });
  });

  test('what went on for days is dated by the last of them', () => {
    expect(taken({ kind: 'film', details: film, day: undefined }).day).toBe('2019-04-11');
  });

  test('every measure of a channel is counted by an entry of its form', () => {
    const examples: Partial<Record<ActivityEntry['kind'], object[]>> = {
      film: [film],
      radio: [{ ...radio, spots: 1 }],
      newspaper: [item, { ...item, type: 'insert' }],
    };
    for (const kind of activityKinds) {
      const measures = examples[kind]?.flatMap((details) =>
        countActivity(taken({ kind, details })).map(({ measure }) => measure),
      );
      const own = activityForms[kind].fields.flatMap(({ measure }) => measure ?? []);
      expect(kind === 'board' ? ['boards'] : (measures ?? own)).toEqual(measuresOfChannel[kind]);
    }
  });
});

describe('an entry from before the form asked for more', () => {
  const oldFilm = { theatres: 46, shows: 552, place: 'लखनऊ' };

  test.each<[string, ActivityEntry['kind'], ActivityDetails, string[]]>([
    ['a film', 'film', oldFilm, ['theatres 46', 'shows 552']],
    ['radio', 'radio', { broadcaster: 'FM', spots: 12 }, ['fm-spots 12']],
    ['a newspaper', 'newspaper', { newspaper: 'आज', items: 3 }, ['news-items 3']],
    ['a post', 'social', { platform: 'Twitter', posts: 5 }, ['social-posts 5']],
  ])(
    '%s still counts and can be corrected as it is, but not be entered',
    (_, kind, details, counts) => {
      expect(countsOf({ kind, details })).toEqual(counts);
      expect(taken({ kind, details, remark: 'ठीक' }, details).details).toEqual(details);
      expect(check({ kind, details })).toHaveProperty('issues');
    },
  );

  test('a film’s totals can be exchanged for its cinema, but not stand beside it', () => {
    expect(taken({ kind: 'film', details: film }, oldFilm).details).toEqual(film);
    for (const details of [{ ...film, theatres: 46, shows: 2 }, { cinema: 'राज' }])
      expect(check({ kind: 'film', details }, oldFilm)).toHaveProperty('issues');
  });
});

describe('cinemas', () => {
  const entry = (id: number, day: string, details: ActivityDetails, more: object = {}) => ({
    id,
    kind: 'film' as const,
    district: 'lucknow',
    station: null,
    day,
    details,
    status: 'entered' as ActivityStatus,
    ...more,
  });
  const week = (from: string, to: string, cinema = 'Novelty') => ({
    ...film,
    cinema,
    town: 'Lucknow',
    run: `${from}/${to}`,
  });

  test('one that shows the film for two weeks is one theatre with the shows of both', () => {
    const counts = tallyActivities([
      entry(2, '2019-04-11', week('2019-04-05', '2019-04-11', ' novelty. '), {
        status: 'approved',
      }),
      entry(1, '2019-04-04', week('2019-03-29', '2019-04-04')),
      entry(3, '2019-04-04', week('2019-03-29', '2019-04-04', 'राज')),
      entry(4, '2019-04-04', { theatres: 5, shows: 10 }),
    ]);
    const theatres = counts.filter(({ measure }) => measure === 'theatres');
    expect(theatres.map(({ count, day, verified }) => [count, day, verified])).toEqual([
      [5, '2019-04-04', false],
      [1, '2019-04-04', true],
      [1, '2019-04-04', false],
    ]);
    const shows = counts.filter(({ measure }) => measure === 'shows');
    expect(shows.map(({ count }) => count)).toEqual([56, 56, 56, 10]);
  });

  test('entries for some of the same days are pointed out, others are not', () => {
    const own = entry(1, '2019-04-11', week('2019-04-05', '2019-04-11'));
    const others = [
      own,
      entry(2, '2019-04-12', week('2019-04-11', '2019-04-12', 'NOVELTY'), { district: '' }),
      entry(3, '2019-04-04', week('2019-03-29', '2019-04-04')),
      entry(4, '2019-04-11', week('2019-04-05', '2019-04-11', 'Raj')),
    ];
    expect(findOverlaps(own, others)).toEqual([
      { activity: 2, district: '', days: { from: '2019-04-11', to: '2019-04-12' } },
    ]);
  });
});

test('a spot costs its begun tens of seconds, at the rate, as often as it was aired', () => {
  const details = { ...radio, seconds: '30', spotsPerDay: 6, rate: 7_450 };
  expect(deriveFigures({ kind: 'radio', details }).map(({ name, value }) => [name, value])).toEqual(
    [
      ['spots', 60],
      ['airtime', 60 * 3 * 7_450],
    ],
  );
});

test.each<[string, ActivityEntry['kind'], ActivityDetails, string[]]>([
  ['a cinema without consent', 'film', film, ['no-consent']],
  ['one with half of it', 'film', { ...film, consentNumber: '12' }, ['no-consent']],
  ['one with it', 'film', { ...film, consentNumber: '12', consentDay: '2019-04-01' }, []],
  ['a board', 'board', {}, ['no-consent']],
  ['a vehicle', 'vehicle', { vehicles: 2 }, ['no-permission']],
  ['a meeting', 'event', { meetings: 1 }, []],
])('%s is taken with the right warnings', (_, kind, details, warnings) => {
  expect(findWarnings({ kind, details })).toEqual(warnings);
});

test('newer figures of a post complete it, another number of posts corrects it', () => {
  const figures = { reach: 100, likes: 0, countedOn: '2019-04-10' };
  const before = {
    day: '2019-04-10',
    remark: '',
    details: { platform: 'x', posts: 1, ...figures },
  };
  const after = (changes: object) => ({ ...before, details: { ...before.details, ...changes } });
  const completes = (changes: object) =>
    isCompletion({ kind: 'social', ...before }, after(changes));
  expect(completes({ reach: 900, likes: 7, countedOn: '2019-04-12' })).toBe(true);
  expect(completes({ reach: 900, posts: 2 })).toBe(false);
  expect(completes({})).toBe(false);
});

test.each<[string, object, boolean]>([
  ['an order number where none stood', { releaseOrder: 'RO 7' }, true],
  ['another order number', { consentNumber: '13' }, false],
  ['more shows', { showsPerDay: 5 }, false],
])('%s completes an entry, or corrects it', (_, changes, expected) => {
  const before = { day: '2019-04-11', remark: '', details: { ...film, consentNumber: '12' } };
  const after = { ...before, details: { ...before.details, ...changes } };
  expect(isCompletion({ kind: 'film', ...before }, after)).toBe(expected);
});

describe('who records', () => {
  const agra = { id: 'agra', zone: 'agra', range: 'agra' };
  const actor = (role: Actor['role'], area: Partial<Actor> = {}): Actor => {
    return { id: '1', name: 'x', role, ...area };
  };
  const district = (id: string) => actor('district', { district: id });
  const pro = actor('pro-dgp');
  test.each([
    ['a district its own board', district('agra'), 'board', agra, true],
    ['a district its own radio spot', district('agra'), 'radio', agra, true],
    ['a district in another district', district('etah'), 'board', agra, false],
    ['a district for the state', district('agra'), 'radio', 'state', false],
    ['the PRO to DGP a film', pro, 'film', 'state', true],
    ['the PRO to DGP a provider’s SMS', pro, 'sms', 'state', true],
    ['the PRO to DGP boards on vehicles', pro, 'vehicle', 'state', true],
    ['the PRO to DGP a board', pro, 'board', agra, false],
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
    ['approved', 'complete', 'approved'],
    ['withdrawn', 'complete', null],
    ['withdrawn', 'approve', null],
    ['withdrawn', 'correct', null],
    ['entered', 'restore', null],
    ['entered', 'appeal', 'appealed'],
    ['verified', 'appeal', null],
    ['appealed', 'approve', 'approved'],
    ['appealed', 'reject', 'rejected'],
    ['appealed', 'correct', 'appealed'],
    ['appealed', 'prove', 'verified'],
  ])('%s, %s → %s', (status, action, expected) => {
    expect(nextStatus({ status, hasPhoto: true }, action)).toBe(expected);
  });

  const handingIn = ['prove', 'leave-open', 'appeal', 'correct', 'complete'] as const;
  test.each(handingIn)(
    'what the zone rejected asks it again, whatever is handed in: %s',
    (action) => {
      for (const state of [
        { status: 'rejected' },
        { status: 'appealed', restoresTo: 'rejected' },
      ] as const)
        expect(nextStatus({ ...state, hasPhoto: true }, action)).toBe('appealed');
    },
  );

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
  const twin = { ...chowk, photo: 'f'.repeat(64), isCertain: true };
  const blurred = { ...twin, isCertain: false };
  test.each([
    ['with its own board’s code on its own board is proved', [code(baah)], null, 'proved'],
    ['with another board’s code is refused', [code(chowk)], null, 'other-station'],
    ['with both is left to the zone', [code(baah), code(chowk)], null, 'open'],
    ['with its own pamphlet’s code is left to the zone', [code(baah, 'pamphlet')], null, 'open'],
    ['without a code is left to the zone', [], null, 'open'],
    ['that is a copy is refused', [], twin, 'reused'],
    ['too blurred to be told from another is left to the zone', [], blurred, 'open'],
    ['that is a copy with an own code put in is left to the zone', [code(baah)], twin, 'open'],
  ])('%s', (_, codes, copyOf, kind) => {
    expect(judgePhoto(baah, { codes, twin: copyOf, likeness: 'own' }).kind).toBe(kind);
  });

  test.each(likenessFaults)(
    'with its own code and a board that is %s is left to the zone',
    (likeness) => {
      const proof = { kind: 'open', reason: likeness, code: 'X' };
      expect(judgePhoto(baah, { codes: [code(baah)], twin: null, likeness })).toEqual(proof);
    },
  );

  test('with its own code is left to the zone where there is no artwork', () => {
    const proof = judgePhoto(baah, { codes: [code(baah)], twin: null, likeness: null });
    expect(proof).toMatchObject({ kind: 'open', reason: 'no-artwork' });
  });

  test.each([
    ['the one from afar shows the name', 'name-unclear', 'own', 'own'],
    ['the code could be read only near by', 'own', null, 'own'],
    ['only the one from afar was made out', 'little-seen', 'unclear', 'little-seen'],
    ['the near one is of something else', 'unlike', 'own', 'unlike'],
    ['the one from afar has another name', 'own', 'other-name', 'other-name'],
    ['neither has the own code', null, null, null],
  ] as const)('two pictures, of which %s', (_, near, far, both) => {
    expect(joinLikeness(near, far)).toBe(both);
  });
});

test('a checklist names every station without a board', () => {
  const station = (id: string, kind = 'territorial') => ({ district: 'agra', id, kind });
  const directory = {
    districts: [],
    stations: [station('a'), station('b'), station('c'), station('d'), station('x', 'cyber')],
  } as unknown as Parameters<typeof makeChecklists>[0];
  const entry = (id: number, status: ActivityStatus, own: { kind: 'board' | 'vehicle' }) => {
    const usual = { district: 'agra', station: null, day: '2019-04-10', details: {}, photo: null };
    return { id, status, ...usual, ...own };
  };
  const board = (id: number, name: string, status: ActivityStatus) =>
    ({ ...entry(id, status, { kind: 'board' }), station: name }) as const;
  const onVehicles = (id: number, vehicles: number, status: ActivityStatus) =>
    ({ ...entry(id, status, { kind: 'vehicle' }), details: { vehicles } }) as const;
  const [list] = makeChecklists(
    directory,
    [{ id: 'agra' }],
    [
      board(1, 'a', 'verified'),
      board(2, 'b', 'withdrawn'),
      board(3, 'c', 'rejected'),
      onVehicles(4, 7, 'entered'),
      onVehicles(5, 9, 'withdrawn'),
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
