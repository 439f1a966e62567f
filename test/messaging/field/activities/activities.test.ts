import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { beforeEach, describe, expect, test } from 'vitest';
import { countedStatuses, openStatuses } from '../../../../campaigns/activities/activity-status.ts';
import { campaignFolder } from '../../../../campaigns/campaign-fs.ts';
import { loadRegistry } from '../../../../campaigns/links/registry-fs.ts';
import type { Actor } from '../../../../campaigns/offices/actor.ts';
import {
  activityHistory,
  findActivity,
  findBoard,
  listActivities,
  type StoredActivity,
} from '../../../../messaging/field/activities/activities-sql.ts';
import { type BoardEntry, handInBoard } from '../../../../messaging/field/activities/boards.ts';
import type { Boards } from '../../../../messaging/field/activities/photo-proof.ts';
import { createPhotoReader } from '../../../../messaging/field/activities/photo-reader.ts';
import { photoPath } from '../../../../messaging/field/activities/photo-upload.ts';
import { findPhoto, isNamedTo } from '../../../../messaging/field/activities/photos-sql.ts';
import { verifyAudit } from '../../../../messaging/platform/database/audit-log-sql.ts';
import { openFolderFiles } from '../../../../messaging/platform/files/folder-files-fs.ts';
import { createClock } from '../../../../messaging/platform/process/clock.ts';
import { openFolder } from '../../../folders.ts';
import { openPostgres } from '../../fixtures/databases.ts';
import { decoders } from '../../fixtures/decoders.ts';
import { makeActivities, orRefusal, toCaller, workOn } from './activities-fixture.ts';
import { keepBoards, renderBoards } from './boards.ts';
import { photograph } from './scene.ts';

const pro: Actor = { id: 'p', name: 'PRO Lucknow', role: 'district', district: 'lucknow' };
const proAgra: Actor = { id: 'a', name: 'PRO Agra', role: 'district', district: 'agra' };
const zone: Actor = { id: 'z', name: 'ADG Lucknow', role: 'zone', zone: 'lucknow' };
const zoneAgra: Actor = { id: 'y', name: 'ADG Agra', role: 'zone', zone: 'agra' };
const proDgp: Actor = { id: 'd', name: 'PRO to DGP', role: 'pro-dgp' };
const board = (district: string, station: string) => ({
  kind: 'board',
  district,
  station,
  day: '2019-04-10',
  details: {},
  remark: '',
});

const vehicles = {
  kind: 'vehicle',
  district: 'lucknow',
  day: '2019-04-05',
  details: { vehicles: 3 },
};
const pamphlets = (count: number, day: string) => ({
  kind: 'pamphlet',
  district: 'lucknow',
  day,
  details: { pamphlets: count },
});

const boards = renderBoards(['lucknow/hazratganj', 'lucknow/chowk']);
const hazratganj = boards.get('lucknow/hazratganj') as Buffer;
const size = { widthPx: 900, heightPx: 675 };
const folder = openFolder('handed-in-');
/** A file as it is handed in. */
function laid(bytes: Uint8Array): string {
  const path = join(folder, randomUUID());
  writeFileSync(path, bytes);
  return path;
}
const picture = laid(await photograph(hazratganj, size));
/** A strip of the picture that shows no code. */
const cutOut = async (top: number) =>
  laid(await sharp(picture).extract({ left: 0, top, width: 900, height: 200 }).jpeg().toBuffer());
const wall = await cutOut(0);
const ground = await cutOut(475);
const copy = laid(await sharp(picture).blur(5).resize(600).jpeg().toBuffer());
const chowk = laid(await photograph(boards.get('lucknow/chowk') as Buffer, { ...size, seed: 4 }));
const reader = createPhotoReader(decoders);

describe('activities', async () => {
  const photoDir = openFolder('photos-');
  const database = await openPostgres();
  await keepBoards(database.pool, boards);
  const activities = makeActivities(database);
  const { record, decide, correct, withdraw, restore } = workOn(activities);
  const boardFiles: Boards = {
    activities,
    reader,
    clock: createClock(),
    photos: openFolderFiles(photoDir),
    ownerOf: loadRegistry({ campaignFolder: campaignFolder('up-cop') }).ownerOf,
    linkHost: () => 'UPPOLICE.GOV.IN',
  };
  const handIn = (actor: Actor, board: BoardEntry, path: string, changed: Partial<Boards> = {}) =>
    orRefusal(handInBoard({ ...boardFiles, ...changed }, { ...board, path }, toCaller(actor)));
  async function enter(actor: Actor, entry: object) {
    const outcome = await record(actor, entry);
    if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
    return outcome.activity;
  }
  const moves = async () =>
    Number((await database.pool.query('SELECT version FROM progress_version')).rows[0].version);

  // Each test is a day of its officers: of one day only few boards count that nothing proves.
  beforeEach(async () => {
    await database.pool.query("UPDATE activity SET entered_at = entered_at - interval '1 day'");
  });

  test('a board is entered once for a station, and the second entry names the first', async () => {
    const before = await moves();
    const activity = await enter(pro, board('lucknow', 'aliganj'));
    expect(activity).toMatchObject({ status: 'entered', version: 1, enteredBy: 'PRO Lucknow' });
    expect(await moves()).toBeGreaterThan(before);
    expect(await record(pro, board('lucknow', 'aliganj'))).toEqual({
      kind: 'refused',
      code: 'exists',
      activity: activity.id,
    });
  });

  test.each([
    ['of another district', proAgra, board('lucknow', 'chowk'), 'not-allowed'],
    ['of a board by the PRO to DGP', proDgp, board('lucknow', 'chowk'), 'not-allowed'],
    ['of a board by the zone', zone, board('lucknow', 'chowk'), 'not-allowed'],
    ['for no station', pro, board('lucknow', 'nowhere'), 'wrong-entry'],
    ['for another district’s station', pro, board('lucknow', 'baah'), 'wrong-entry'],
    ['for no district', pro, board('atlantis', 'chowk'), 'wrong-entry'],
    ['of tomorrow', pro, { ...board('lucknow', 'chowk'), day: '2019-04-13' }, 'wrong-entry'],
  ])('an entry %s is refused', async (_, actor, entry, code) => {
    expect(await record(actor, entry)).toMatchObject({ kind: 'refused', code });
  });

  test('the zone approves, a correction puts it before the zone again, and every state is kept', async () => {
    const activity = await enter(pro, pamphlets(500, '2019-04-05'));
    const seen = (version: number) => ({ id: activity.id, version });
    const approve = { action: 'approve', reason: '' } as const;
    expect(await decide(pro, seen(1), approve)).toMatchObject({ code: 'not-allowed' });
    expect(await decide(zoneAgra, seen(1), approve)).toMatchObject({ code: 'not-found' });
    expect(await decide(zone, seen(1), approve)).toMatchObject({
      kind: 'done',
      activity: { status: 'approved' },
    });
    const changed = { day: '2019-04-06', details: { pamphlets: 5000 }, remark: 'टंकण त्रुटि' };
    expect(await correct(pro, seen(1), changed)).toMatchObject({ code: 'stale', version: 2 });
    expect(await correct(proAgra, seen(2), changed)).toMatchObject({ code: 'not-found' });
    expect(await correct(pro, seen(2), { ...changed, details: { shows: 1 } })).toMatchObject({
      code: 'wrong-entry',
    });
    expect(await correct(pro, seen(2), changed)).toMatchObject({
      activity: { status: 'entered', version: 3 },
    });
    const history = await activityHistory(database.pool, activity.id);
    expect(history.map(({ action, state }) => [action, state.details, state.status])).toEqual([
      ['enter', { pamphlets: 500 }, 'entered'],
      ['approve', { pamphlets: 500 }, 'approved'],
      ['correct', { pamphlets: 5000 }, 'entered'],
    ]);
  });

  test('an activity is taken back, its station entered again, and the old one cannot be restored as a second one', async () => {
    const activity = await enter(pro, board('lucknow', 'aminabad'));
    expect(await withdraw(pro, { id: activity.id, version: 1 }, 'भूलवश')).toMatchObject({
      activity: { status: 'withdrawn' },
    });
    const again = await enter(pro, board('lucknow', 'aminabad'));
    const restored = await restore(pro, { id: activity.id, version: 2 });
    expect(restored).toEqual({ kind: 'refused', code: 'exists', activity: again.id });
    await withdraw(pro, { id: again.id, version: 1 }, '');
    expect(await restore(pro, { id: activity.id, version: 2 })).toMatchObject({
      activity: { status: 'entered' },
    });
  });

  test('a decision is taken back by who may decide, and waits again as before it', async () => {
    const { id } = await enter(pro, vehicles);
    const reopen = { action: 'reopen', reason: '' } as const;
    expect(await decide(zone, { id, version: 1 }, reopen)).toMatchObject({ code: 'not-possible' });
    await decide(zone, { id, version: 1 }, { action: 'reject', reason: 'जल्दी में' });
    expect(await decide(pro, { id, version: 2 }, reopen)).toMatchObject({ code: 'not-allowed' });
    expect(await decide(zone, { id, version: 2 }, reopen)).toMatchObject({
      activity: { status: 'entered', reason: '' },
    });
  });

  test('two officers who decide at once do not both', async () => {
    const activity = await enter(pro, vehicles);
    const outcomes = await Promise.all(
      (['approve', 'reject'] as const).map((action) =>
        decide(zone, { id: activity.id, version: 1 }, { action, reason: '' }),
      ),
    );
    expect(
      outcomes.map((outcome) => (outcome.kind === 'done' ? 'done' : outcome.code)).sort(),
    ).toEqual(['done', 'stale']);
  });

  test('a picture of the board proves the activity, and its file is kept', async () => {
    const activity = await enter(pro, board('lucknow', 'hazratganj'));
    const outcome = await handInFor(pro, activity, picture);
    expect(outcome).toMatchObject({
      kind: 'done',
      proof: { kind: 'proved', code: '17SN0N' },
      activity: { status: 'verified' },
    });
    const { photo } =
      (
        await listActivities(database.pool, { districts: ['lucknow'], kind: 'board', limit: 1 })
      )[0] ?? {};
    expect(existsSync(join(photoDir, photoPath(photo ?? '')))).toBe(true);
    const again = await handInFor(pro, activity, picture);
    expect(again).toMatchObject({ kind: 'done', activity: { status: 'verified', photo } });
  });

  test('for another station that picture is refused by its code, and a blurred copy of it goes to the zone', async () => {
    const activity = await enter(pro, board('lucknow', 'chowk'));
    const files = readdirSync(photoDir, { recursive: true }).length;
    const place = { district: 'lucknow', station: 'hazratganj' };
    expect(await handInFor(pro, activity, picture)).toMatchObject({
      kind: 'turned-down',
      proof: { kind: 'other-station', place },
    });

    expect(readdirSync(photoDir, { recursive: true }).length).toBe(files);
    expect(await handInFor(proAgra, activity, copy)).toMatchObject({ code: 'not-found' });
    expect(await handInFor(pro, activity, copy)).toMatchObject({
      kind: 'done',
      proof: { kind: 'open', reason: 'like-another', place },
      activity: { status: 'waiting', doubt: { kind: 'like-another', ...place } },
    });
    expect(await handInFor(pro, activity, chowk)).toMatchObject({
      kind: 'done',
      proof: { kind: 'proved' },
      activity: { doubt: null },
    });
  });

  test('two blurred boards at one wall are told to the zone as alike, and neither is refused', async () => {
    const place = { district: 'lucknow', station: 'gazipur' };
    const dim = { ...size, seed: 9, blurSigma: 5 };
    const first = laid(await photograph(hazratganj, dim));
    const second = laid(await photograph(boards.get('lucknow/chowk') as Buffer, dim));
    await handIn(pro, handed('gazipur'), first);
    const alike = await handIn(pro, handed('vikasnagar'), second);
    expect(alike).toMatchObject({
      kind: 'done',
      proof: { kind: 'open', reason: 'like-another', place },
    });
  });

  test('a picture without a code waits for the zone', async () => {
    const activity = await enter(pro, board('lucknow', 'bakshi-ka-talab'));

    const outcome = await handInFor(pro, activity, wall);
    expect(outcome).toMatchObject({
      proof: { kind: 'open', reason: 'no-code' },
      activity: { status: 'waiting' },
    });
    expect((await findActivity(database.pool, activity.id))?.status).toBe('waiting');
  });

  const handInFor = (actor: Actor, { id, station }: StoredActivity, path: string) =>
    handIn(actor, handed(station ?? '', { activity: id }), path);
  const handed = (station: string, more: Partial<BoardEntry> = {}): BoardEntry => ({
    key: randomUUID(),
    activity: null,
    district: 'lucknow',
    station,
    day: '2019-04-10',
    details: {},
    remark: '',
    appeal: '',
    claim: { takenAt: null, position: null, editor: null },
    capture: null,
    ...more,
  });
  const findStored = (station: string) => findBoard(database.pool, 'lucknow', station);

  test('a board and its picture are entered as one: refused with the picture, there is no entry', async () => {
    expect(await handIn(pro, handed('sairpur'), picture)).toMatchObject({
      kind: 'turned-down',
      proof: { kind: 'other-station' },
    });
    await expect(handIn(pro, handed('sairpur'), laid(Buffer.from('none')))).rejects.toMatchObject({
      code: 'not-a-photo',
    });
    expect(await findStored('sairpur')).toBeUndefined();
    // The database fails between the entry and its picture.
    const broken: typeof reader = {
      ...reader,
      read: async (...args) => ({ ...(await reader.read(...args)), width: null as never }),
    };
    const entry = handed('bijnaur', { appeal: 'x' });
    await expect(handIn(pro, entry, wall, { reader: broken })).rejects.toThrow();
    expect(await findStored('bijnaur')).toBeUndefined();
  });

  test('sent again after a lost answer, also twice at once, it is one entry with one answer', async () => {
    const claim = {
      takenAt: new Date('2019-04-10T05:50:30Z'),
      position: { lon: 80.93, lat: 26.84 },
      editor: null,
    };
    const entry = handed('para', { claim });
    const [first, second] = await Promise.all([
      handIn(pro, entry, ground),
      handIn(pro, entry, ground),
    ]);
    const third = await handIn(pro, entry, ground);
    if (first.kind !== 'done') throw new Error(JSON.stringify(first));
    expect([second, third]).toEqual([first, first]);
    expect(first).toMatchObject({ proof: { kind: 'open', reason: 'no-code' } });
    expect(
      (await activityHistory(database.pool, first.activity.id)).map(({ action }) => action),
    ).toEqual(['enter', 'leave-open']);
    expect(await findPhoto(database.pool, first.activity.photo ?? '')).toMatchObject({
      takenAt: new Date('2019-04-10T05:50:30Z'),
      lon: 80.93,
      lat: 26.84,
      claimed: true,
    });
    // The key of another officer is another entry.
    expect(await handIn(zone, entry, ground)).toMatchObject({ code: 'not-allowed' });
    const key = randomUUID();
    const leaflets = pamphlets(5, '2019-04-10');
    const one = await record(pro, leaflets, { key });
    const same = await record(pro, leaflets, { key });
    expect(same).toEqual(one);
    await record(pro, { ...leaflets, day: '2030-01-01' }, { key: randomUUID() });
  });

  test('a refused picture is appealed to the zone, counts for nothing till then, and both pictures are shown', async () => {
    await handIn(pro, handed('mall'), wall);
    const again = laid(await sharp(wall).jpeg({ quality: 50 }).toBuffer());
    const refused = await handIn(pro, handed('nagram'), again);
    if (refused.kind !== 'turned-down' || refused.proof.kind !== 'reused')
      throw new Error(JSON.stringify(refused));
    const { photo } = refused.proof;
    const shown = (person: string) => isNamedTo(database.pool, photo, { person, districts: [] });
    expect([await shown('p'), await shown('x')]).toEqual([true, false]);
    const appealed = await handIn(
      pro,
      handed('nagram', { appeal: 'दोनों बोर्ड एक ही दीवार पर हैं' }),
      again,
    );
    expect(appealed).toMatchObject({
      kind: 'done',
      activity: {
        status: 'appealed',
        doubt: { kind: 'reused', photo, reason: 'दोनों बोर्ड एक ही दीवार पर हैं' },
      },
    });
    const activity = await findStored('nagram');
    const request = { id: activity?.id ?? 0, version: activity?.version ?? 0 };
    expect(openStatuses).toContain(activity?.status);
    expect(countedStatuses).not.toContain(activity?.status);
    expect(await decide(zone, request, { action: 'approve', reason: 'देख लिया' })).toMatchObject({
      activity: { status: 'approved' },
    });
  });

  test('no picture takes a board out of the count: one that is refused is before the zone beside it', async () => {
    const entered = await enter(pro, board('lucknow', 'kakori'));
    const copy = laid(await sharp(wall).jpeg({ quality: 60 }).toBuffer());
    const more = { activity: entered.id, appeal: 'यही बोर्ड है' };
    expect(await handIn(pro, handed('kakori', more), copy)).toMatchObject({
      kind: 'done',
      proof: { kind: 'reused' },
      activity: { status: 'waiting', doubt: { kind: 'reused', reason: 'यही बोर्ड है' } },
    });
  });

  test('what the zone rejected counts by no picture, file, withdrawal or second entry of the district', async () => {
    const station = 'gosainganj';
    const entered = await enter(pro, board('lucknow', station));
    const rejected = await decide(zone, entered, { action: 'reject', reason: 'बोर्ड नहीं है' });
    if (rejected.kind !== 'done') throw new Error(JSON.stringify(rejected));
    const asked = { status: 'appealed', restoresTo: 'rejected', reason: 'बोर्ड नहीं है' };
    const open = await handInFor(
      pro,
      rejected.activity,
      laid(await sharp(ground).flop().toBuffer()),
    );
    expect(open).toMatchObject({ proof: { kind: 'open' }, activity: asked });
    const fixed = await correct(pro, { id: entered.id, version: 3 }, { details: {}, remark: 'x' });
    expect(fixed).toMatchObject({ activity: asked });
    await withdraw(pro, { id: entered.id, version: 4 }, 'भूल');
    expect(await record(pro, board('lucknow', station))).toMatchObject({
      activity: { ...asked, reason: '' },
    });
    const again = await findStored(station);
    if (again === undefined) throw new Error('Expected the second entry');
    const approved = await decide(zone, again, { action: 'approve', reason: 'देख लिया' });
    expect(approved).toMatchObject({ activity: { status: 'approved' } });
  });

  test('the sixth board of a day that nothing proves is before the zone, with a picture of nothing too', async () => {
    const actor = { ...proAgra, id: 'sixth' };
    for (const station of ['etmadpur', 'fatehabad', 'lohamandi', 'kotwali', 'baah'])
      await enter(actor, board('agra', station));
    const nothing = laid(await sharp(ground).negate().toBuffer());
    const sixth = await handIn(actor, { ...handed('tajganj'), district: 'agra' }, nothing);
    expect(sixth).toMatchObject({ proof: { kind: 'open' }, activity: { status: 'appealed' } });
  });

  test('every change is in the audit log', async () => {
    expect((await verifyAudit(database.pool)).kind).toBe('whole');
    const { rows } = await database.pool.query(
      'SELECT count(*)::int AS changes FROM activity_version UNION ALL SELECT count(*)::int FROM audit_entry',
    );
    expect(rows[0].changes).toBe(rows[1].changes);
  });
});
