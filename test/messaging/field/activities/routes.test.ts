import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { LightMyRequestResponse } from 'fastify';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { bulkColumns } from '../../../../campaigns/activities/bulk-columns.ts';
import { campaignFolder } from '../../../../campaigns/campaign-fs.ts';
import { loadBaseDirectory } from '../../../../campaigns/directory/directory-fs.ts';
import { boardStations } from '../../../../campaigns/directory/station.ts';
import { loadRegistry } from '../../../../campaigns/links/registry-fs.ts';
import type { Actor } from '../../../../campaigns/offices/actor.ts';
import { openActivities } from '../../../../messaging/field/activities/routes.ts';
import { openProgress } from '../../../../messaging/figures/progress/module.ts';
import { openReports } from '../../../../messaging/figures/reports/module.ts';
import { openReviewNotes } from '../../../../messaging/figures/review-notes/module.ts';
import { createHeldActs } from '../../../../messaging/people/held-acts/held-acts.ts';
import { heldActRoutes } from '../../../../messaging/people/held-acts/routes.ts';
import { overview, overviewRow } from '../../../campaigns/tracker/report-builders.ts';
import { acceptHeld, expectAnswer } from '../../fixtures/answers.ts';
import { openModuleServer } from '../../fixtures/open-module-server.ts';
import { keepBoards, renderBoards } from './boards.ts';
import { redPdf } from './paper.ts';
import { photograph } from './scene.ts';

const actors = {
  lucknow: { id: 'l', name: 'PRO Lucknow', role: 'district', district: 'lucknow' },
  agra: { id: 'a', name: 'PRO Agra', role: 'district', district: 'agra' },
  zone: { id: 'z', name: 'ADG Lucknow', role: 'zone', zone: 'lucknow' },
  range: { id: 'r', name: 'IG Lucknow', role: 'range', range: 'lucknow' },
  hq: { id: 'h', name: 'HQ', role: 'hq' },
  second: { id: 's', name: 'HQ 2', role: 'hq' },
} satisfies Record<string, Actor>;
type Who = keyof typeof actors;

const boards = renderBoards(['lucknow/hazratganj']);
const picture = await photograph(boards.get('lucknow/hazratganj') as Buffer, {
  widthPx: 900,
  heightPx: 675,
});
const registry = loadRegistry({ campaignFolder: campaignFolder('up-cop') });
const ownerOf = async (code: string) => registry.ownerOf(code);
const { app, database, campaign, config, send, ...server } = await openModuleServer({
  officers: actors,
  open(parts) {
    const progress = openProgress(parts);
    const heldActs = createHeldActs(parts);
    return [
      openActivities({
        ...parts,
        ...{ heldActs, ownerOf, registry: () => registry, countOrdered: async () => null },
      }),
      { name: 'held acts', api: heldActRoutes(heldActs) },
      openReports({ ...parts, heldActs }),
      progress,
      openReviewNotes({ ...parts, progress }),
    ];
  },
});

await keepBoards(database.pool, boards);

const upload = (who: Who, url: string, name: string, content: Uint8Array, entry?: object) =>
  server.upload(
    who,
    url,
    { name, content, type: 'image/jpeg' },
    entry && { entry: JSON.stringify(entry) },
  );

const board = (station: string) => ({
  kind: 'board',
  district: 'lucknow',
  station,
  day: '2019-04-10',
});
/** Hands in the picture of a board that is entered. */
const handIn = (who: Who, activity: { id: number; station: string }, bytes: Uint8Array) => {
  const { id, station } = activity;
  const entry = { key: randomUUID(), activity: id, district: 'lucknow', station };
  return upload(who, '/api/activities/boards', '../../x.php', bytes, entry);
};
const refused = {
  error: expect.any(String),
  hi: expect.stringMatching(/[\u0900-\u097f]/),
  en: expect.any(String),
};

test('a PRO enters a board, hands in its picture, and only those above may see it', async () => {
  const entered = await send('lucknow', 'POST', '/api/activities', board('hazratganj'));
  expect(entered.statusCode).toBe(201);
  const { activity } = entered.json();
  const proved = await handIn('lucknow', activity, picture);
  expect([proved.statusCode, proved.json()]).toMatchObject([
    200,
    { proof: { kind: 'proved' }, activity: { status: 'verified' } },
  ]);
  for (const [who, status] of [
    ['lucknow', 200],
    ['zone', 200],
    ['range', 200],
    ['hq', 200],
    ['agra', 404],
    [null, 401],
  ] as const) {
    const photo = await send(who, 'GET', `/api/activities/${activity.id}/photo`);
    expect([who, photo.statusCode]).toEqual([who, status]);
    if (status !== 200) continue;
    expect(photo.headers['content-type']).toBe('image/jpeg');
    expect(photo.rawPayload.length).toBe(Number(photo.headers['content-length']));
    const again = await app.inject({
      url: `/api/activities/${activity.id}/photo`,
      headers: { 'x-who': who ?? '', 'if-none-match': String(photo.headers.etag) },
    });
    expect([again.statusCode, again.body]).toEqual([304, '']);
    expect((await send(who, 'GET', `/api/activities/${activity.id}`)).statusCode).toBe(status);
  }
  const one = (await send('zone', 'GET', `/api/activities/${activity.id}`)).json();
  expect(one.history.map(({ action }: { action: string }) => action)).toEqual(['enter', 'prove']);
});

test('another station’s picture is refused with the name of that station in Hindi', async () => {
  const { activity } = (await send('lucknow', 'POST', '/api/activities', board('chowk'))).json();
  const answer = await handIn('lucknow', activity, picture);
  expect([answer.statusCode, answer.json()]).toMatchObject([
    422,
    { error: 'other-station', hi: expect.stringContaining('थाना हजरतगंज, जनपद लखनऊ') },
  ]);
});

test.each<[string, () => Promise<Buffer> | Buffer, number]>([
  ['SVG by another name', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 422],
  [
    'a bomb',
    () =>
      sharp({ create: { width: 9000, height: 9000, channels: 3, background: '#000' } })
        .png()
        .toBuffer(),
    422,
  ],
  ['more than 25 MB', () => Buffer.alloc(26 * 1024 ** 2, 'x'), 413],
])('%s is refused', async (_, make, status) => {
  const list = (await send('lucknow', 'GET', '/api/activities?kind=board')).json().activities;
  const chowk = list.find(({ station }: { station: string }) => station === 'chowk');
  const answer = await handIn('lucknow', chowk, await make());
  expect([answer.statusCode, answer.json()]).toMatchObject([status, refused]);
});

test('an officer of another district can neither see, change, list nor enter', async () => {
  const list = (await send('lucknow', 'GET', '/api/activities')).json().activities;
  const [{ id, version, station }] = list;
  const change = { version, day: '2019-04-10' };
  expect((await send('agra', 'PUT', `/api/activities/${id}`, change)).statusCode).toBe(404);
  await expectAnswer(send('agra', 'POST', `/api/activities/${id}/withdraw`, { version }), 404);
  expect((await handIn('agra', { id, station }, picture)).statusCode).toBe(404);
  expect((await send('agra', 'POST', '/api/activities', board('aliganj'))).statusCode).toBe(403);
  expect((await send('agra', 'GET', '/api/activities')).json()).toEqual({
    activities: [],
    found: 0,
    all: 0,
  });
  expect((await send('agra', 'GET', '/api/activities?district=lucknow')).statusCode).toBe(403);
  await expectAnswer(
    upload('agra', '/api/activities/list?kind=board&district=lucknow', 'a.csv', Buffer.from('x')),
    403,
  );
  await expectAnswer(send('lucknow', 'POST', `/api/activities/${id}/approve`, { version }), 403);
});

test('the zone decides on several at once, each done or refused by itself', async () => {
  const enter = async (vehicles: number) =>
    (
      await send('lucknow', 'POST', '/api/activities', {
        kind: 'vehicle',
        district: 'lucknow',
        day: '2019-04-11',
        details: { vehicles },
        remark: 'सूची की परख',
      })
    ).json().activity.id as number;
  const first = await enter(1);
  const second = await enter(2);
  const third = await enter(3);
  const entries = [first, second].map((id) => ({ id, version: 1 }));
  const decide = (who: Who, body: object) => send(who, 'POST', '/api/activities/decide', body);
  expect((await decide('zone', { action: 'reject', entries })).statusCode).toBe(400);
  expect((await decide('lucknow', { action: 'approve', entries })).statusCode).toBe(403);
  await send('zone', 'POST', `/api/activities/${second}/approve`, { version: 1 });
  const answer = await decide('zone', { action: 'reject', reason: 'दो बार दर्ज', entries });
  const { results } = answer.json();
  // Fewer vehicles are public then, which one officer alone does not do.
  expect(results).toMatchObject([
    { id: first, activity: null, held: expect.any(Number), refusal: null },
    { id: second, activity: null, held: null, refusal: { ...refused, error: 'stale', version: 2 } },
  ]);
  await expectAnswer(send('second', 'POST', `/api/held-acts/${results[0].held}/accept`, {}), 204);

  const find = async (query: string) => {
    const { activities, found, all } = (
      await send('zone', 'GET', `/api/activities?${query}`)
    ).json();
    return { ids: activities.map(({ id }: { id: number }) => id), found, all };
  };
  expect(await find('q=%E0%A4%AA%E0%A4%B0%E0%A4%96&order=oldest&offset=1&limit=1')).toMatchObject({
    ids: [second],
    found: 3,
  });
  expect(
    (await find('q=lakhnau%20%E0%A4%AA%E0%A4%B0%E0%A4%96&status=entered,rejected')).ids,
  ).toEqual([third, first]);
  expect(await find('status=rejected&kind=vehicle,film')).toMatchObject({ ids: [first], found: 1 });
  expect(await find('status=rejected&kind=film')).toMatchObject({ ids: [], found: 0, all: 1 });
  expect((await find(`q=${third}&age=new`)).ids).toContain(third);
  expect((await find('age=over-2')).found).toBe(0);
  expect((await find('status=rejected&order=place')).ids).toEqual([first]);
  expect((await find('q=%25')).found).toBe((await find('')).found);
  expect((await send('zone', 'GET', '/api/activities?kind=nothing')).statusCode).toBe(400);
});

test('the zone approves, and rejects only with a reason', async () => {
  const { activity } = (
    await send('lucknow', 'POST', '/api/activities', {
      kind: 'vehicle',
      district: 'lucknow',
      day: '2019-04-10',
      details: { vehicles: 4 },
    })
  ).json();
  await expectAnswer(
    send('zone', 'POST', `/api/activities/${activity.id}/reject`, { version: 1 }),
    400,
  );
  const open = (await send('zone', 'GET', '/api/activities?status=open')).json().activities;
  expect(open.map(({ id }: { id: number }) => id)).toContain(activity.id);
  const approved = await send('zone', 'POST', `/api/activities/${activity.id}/approve`, {
    version: 1,
  });
  expect(approved.json()).toMatchObject({ activity: { status: 'approved', version: 2 } });
  const again = await send('zone', 'POST', `/api/activities/${activity.id}/approve`, {
    version: 1,
  });
  expect([again.statusCode, again.json()]).toMatchObject([
    409,
    { ...refused, error: 'stale', version: 2 },
  ]);
});

test('a list keeps its good rows, and gives the others back safe for a spreadsheet', async () => {
  const csv =
    'दिनांक,थाना,अभ्युक्ति\n10.04.2019,amina bad,=HYPERLINK("http://x")\n10.04.2019,aminabad,ठीक\n10.04.2019,hazratganj,दोबारा\n';
  const answer = await upload(
    'lucknow',
    '/api/activities/list?kind=board&district=lucknow',
    'boards.csv',
    Buffer.from(csv),
  );
  expect(answer.statusCode).toBe(200);
  const { entered, rejects, rejectsCsv } = answer.json();
  expect(entered.length).toBe(1);
  expect(rejects).toMatchObject([
    { row: 2, column: 'थाना' },
    {
      row: 4,
      column: 'थाना',
      expected: { en: 'This station’s board is entered already (entry 1)' },
    },
  ]);
  expect(rejectsCsv).toContain(`"'=HYPERLINK(""http://x"")"`);
  const checklist = (await send('lucknow', 'GET', '/api/activities/checklist')).json();
  expect(checklist.length).toBe(1);
  const aminabad = checklist[0].stations.find(
    ({ station }: { station: string }) => station === 'aminabad',
  );
  expect(aminabad.status).toBe('entered');
  expect((await send('zone', 'GET', '/api/activities/checklist')).json().length).toBeGreaterThan(1);
});

const week = {
  cinema: 'नॉवेल्टी',
  town: 'लखनऊ',
  screens: 1,
  run: '2019-04-05/2019-04-11',
  showsPerDay: 4,
};
const film = (who: Who, district: string, details: object) =>
  send(who, 'POST', '/api/activities', { kind: 'film', district, details });

test('a certificate stands with its activity, is shown to those above, and goes with a word', async () => {
  const entered = await film('lucknow', 'lucknow', week);
  expect([entered.statusCode, entered.json()]).toMatchObject([
    201,
    { activity: { day: '2019-04-11', status: 'entered' }, overlaps: [] },
  ]);
  const { id } = entered.json().activity;
  const paper = `/api/activities/${id}/attachments/certificate`;
  await send('zone', 'POST', `/api/activities/${id}/approve`, { version: 1 });
  const refusals = await Promise.all([
    upload('agra', `${paper}?version=2`, 'a.jpg', picture),
    upload('lucknow', `/api/activities/${id}/attachments/cinema?version=2`, 'a.jpg', picture),
    upload('lucknow', `${paper}?version=1`, 'a.jpg', picture),
    upload('lucknow', `${paper}?version=2`, 'a.pdf', redPdf(9)),
    send('lucknow', 'GET', paper),
  ]);
  expect(refusals.map((answer) => [answer.statusCode, answer.json()])).toMatchObject([
    [404, refused],
    [404, refused],
    [409, { ...refused, error: 'stale' }],
    [422, { ...refused, error: 'too-many-pages' }],
    [404, refused],
  ]);
  const attached = await upload('lucknow', `${paper}?version=2`, '../c.pdf', redPdf(1));
  // It came weeks later: what the zone decided stays, and it proves nothing by itself.
  expect([attached.statusCode, attached.json()]).toMatchObject([
    200,
    { activity: { status: 'approved', version: 3, photo: null } },
  ]);
  for (const [who, status] of [
    ['lucknow', 200],
    ['zone', 200],
    ['agra', 404],
    [null, 401],
  ] as const) {
    expect([who, (await send(who, 'GET', paper)).statusCode]).toEqual([who, status]);
  }
  const shown = await send('zone', 'GET', paper);
  expect(shown.headers['content-type']).toBe('image/jpeg');
  const corrected = await send('lucknow', 'PUT', `/api/activities/${id}`, {
    version: 3,
    details: { ...week, releaseOrder: 'RO/7' },
  });
  const { certificate } = attached.json().activity.details;
  expect(corrected.json()).toMatchObject({
    activity: { status: 'approved', details: { releaseOrder: 'RO/7', certificate } },
  });
  const kept = join(config.dataDir, 'attachments', String(id), `certificate-${certificate}.jpg`);
  expect(existsSync(kept)).toBe(true);
  expect((await send('agra', 'POST', `${paper}/delete`, { version: 4 })).statusCode).toBe(404);
  // What the zone approved by it stays approved until the zone takes that back, which lowers what is proved.
  await expectAnswer(send('lucknow', 'POST', `${paper}/delete`, { version: 4 }), 409);
  expect(existsSync(kept)).toBe(true);
  const reopen = { action: 'reopen', reason: 'प्रमाण-पत्र बदलना है', entries: [{ id, version: 4 }] };
  const { results } = (await send('zone', 'POST', '/api/activities/decide', reopen)).json();
  await expectAnswer(send('second', 'POST', `/api/held-acts/${results[0].held}/accept`, {}), 204);
  const deleted = await send('lucknow', 'POST', `${paper}/delete`, { version: 5 });
  expect(deleted.json()).toMatchObject({ activity: { status: 'entered', version: 6 } });
  expect((await send('lucknow', 'GET', paper)).statusCode).toBe(404);
  expect(existsSync(kept)).toBe(false);
});

test('entries of a cinema for the same days are pointed out, also those of another office', async () => {
  const again = await film('hq', '', { ...week, run: '2019-04-11/2019-04-12' });
  expect(again.json().overlaps).toMatchObject([
    { district: 'lucknow', days: { from: '2019-04-05', to: '2019-04-11' } },
  ]);
  const [own] = (await send('lucknow', 'GET', '/api/activities?kind=film')).json().activities;
  expect(own.overlaps).toMatchObject([{ district: '', activity: again.json().activity.id }]);
  const head = bulkColumns('film').map(({ headers }) => headers[0]);
  const rows = [
    'NOVELTY,लखनऊ,1,05.04.2019,06.04.2019,4,,,,',
    'नॉवेल्टी,लखनऊ,1,05.04.2019,06.04.2019,4,,,,',
    'राज,लखनऊ,1,05.04.2019,20.04.2019,4,,,,',
  ];
  const answer = await upload(
    'lucknow',
    '/api/activities/list?kind=film&district=lucknow',
    'films.csv',
    Buffer.from([head.join(), ...rows].join('\n')),
  );
  expect(answer.json()).toMatchObject({
    overlapping: [{ row: 3, overlaps: [{ district: 'lucknow' }] }],
    rejects: [
      { row: 4, column: 'प्रदर्शन कब से', expected: { hi: expect.stringContaining('12.04.2019') } },
    ],
  });
  expect(answer.json().entered.length).toBe(2);
  const { id, version } = again.json().activity;
  const second = { post: (url: string, body: object) => send('second', 'POST', url, body) };
  const wrong = { version, reason: 'दोबारा दर्ज' };
  await acceptHeld(send('hq', 'POST', `/api/activities/${id}/withdraw`, wrong), second);
  const later = (await send('lucknow', 'GET', '/api/activities?kind=film')).json().activities;
  expect(
    later.flatMap(({ overlaps }: { overlaps: { activity: number }[] }) =>
      overlaps.filter(({ activity }) => activity === id),
    ),
  ).toEqual([]);
});

test('the activities of a kind leave as the list that they came in by', async () => {
  const csv = await send('lucknow', 'GET', '/api/activities/export/film');
  expect(csv.headers['content-disposition']).toBe('attachment; filename="film-entries.csv"');
  const [head = '', ...rows] = csv.body.trim().split('\r\n');
  expect(head).toContain('प्रदर्शन कब से,प्रदर्शन कब तक');
  expect(rows.length).toBe(3);
  expect(rows.at(-1)).toContain(
    'लखनऊ,नॉवेल्टी,लखनऊ,1,05.04.2019,11.04.2019,4,RO/7,,,,28,,दर्ज,जनपद सूचना अधिकारी की सहमति',
  );
  expect((await send('agra', 'GET', '/api/activities/export/film')).body.trim()).toBe(head);
});

test('HQ previews a report, takes it, and takes it back; nobody else may', async () => {
  const { playPackage } = campaign.app;
  const name = `installs_${playPackage}_201904_overview.csv`;
  const report = Buffer.from(overview(overviewRow('2019-04-10', '2000', playPackage)));
  expect((await upload('zone', '/api/reports', name, report)).statusCode).toBe(403);
  const preview = await upload('hq', '/api/reports?dry-run=true', name, report);
  expect([preview.statusCode, preview.json()]).toMatchObject([
    200,
    { kind: 'preview', preview: { effect: { changes: expect.any(Array) } } },
  ]);
  const second = { post: (url: string, body: object) => send('second', 'POST', url, body) };
  const accept = (sent: Promise<LightMyRequestResponse>) => acceptHeld(sent, second);
  const alone = await upload('hq', '/api/reports', name, report);
  expect([alone.statusCode, alone.json().error]).toEqual([400, 'reason-wanted']);
  await accept(
    server.upload(
      'hq',
      '/api/reports',
      { name, content: report, type: 'text/csv' },
      { reason: 'नमूना' },
    ),
  );
  const { id } = (await send('hq', 'GET', '/api/reports')).json()[0];
  const wrong = await upload(
    'hq',
    '/api/reports',
    name,
    Buffer.from(overview(overviewRow('2019-04-10', 'x', playPackage))),
  );
  expect([wrong.statusCode, wrong.json()]).toMatchObject([
    422,
    { ...refused, place: { row: 2, column: 'Daily User Installs' } },
  ]);
  const figure = { date: '01.04.2019', downloads: '१,५०,०००', source: 'दूरभाष', reason: 'नमूना' };
  await accept(send('hq', 'POST', '/api/reports/figures', figure));
  await accept(send('hq', 'POST', `/api/reports/${id}/withdraw`, { reason: 'नमूना' }));
  expect(
    (await send('hq', 'GET', '/api/reports'))
      .json()
      .map((row: { withdrawnAt: string | null }) => row.withdrawnAt === null),
  ).toEqual([true, false]);
});

test.each([
  ['pdf', '%PDF-1.7'],
  ['docx', 'PK'],
])('the review note comes as %s', async (format, start) => {
  const answer = await send('hq', 'GET', `/api/review-note?month=2019-04&format=${format}`);
  expect(answer.statusCode).toBe(200);
  expect(answer.rawPayload.subarray(0, start.length).toString()).toBe(start);
  expect(answer.headers['content-disposition']).toBe(
    `attachment; filename="review-2019-04.${format}"`,
  );
});

test('the note of the last whole month is kept as it stood, and later entries do not change it', async () => {
  await expect
    .poll(async () => (await send('hq', 'GET', '/api/review-notes')).json())
    .toEqual([{ month: '2019-03', keptAt: expect.stringMatching(/^\d{4}-/) }]);
  const read = async (format: string) =>
    (await send('hq', 'GET', `/api/review-notes/2019-03?format=${format}`)).rawPayload;
  const pdf = await read('pdf');
  const docx = await read('docx');
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  expect(docx.subarray(0, 2).toString()).toBe('PK');
  const audited = await database.pool.query<{ after: { sha256: string } }>(
    "SELECT after FROM audit_entry WHERE action = 'review-note.keep'",
  );
  expect(audited.rows.map(({ after }) => after.sha256)).toEqual([
    createHash('sha256').update(pdf).digest('hex'),
  ]);
  expect((await send('hq', 'GET', '/api/review-notes/2019-02')).statusCode).toBe(404);
});

test('a list tells how many of its boards count only once they are proved', async () => {
  const stations = boardStations(loadBaseDirectory());
  const own = stations.filter(({ district }) => district === 'mahoba').slice(0, 7);
  const rows = own.map(({ nameEn }) => `10.04.2019,${nameEn}`).join('\n');
  const csv = Buffer.from(`दिनांक,थाना\n${rows}\n`);
  const answer = await upload(
    'hq',
    '/api/activities/list?kind=board&district=mahoba',
    'a.csv',
    csv,
  );
  const { entered, waiting, rejects } = answer.json();
  expect([entered.length, waiting, rejects]).toEqual([7, 2, []]);
});
