import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { manifestSchema } from '../../../../campaigns/manifest.ts';
import { publishedIn } from '../../../../campaigns/published-fs.ts';
import type { DraftView, StudioView } from '../../../../messaging/contract/print/studio.ts';
import { readAudit } from '../../../../messaging/platform/database/audit-log-sql.ts';
import { type Database, openDatabase } from '../../../../messaging/platform/database/database.ts';
import { runGenerator } from '../../../../messaging/print/print-orders/run-generator.ts';
import { borrow } from '../../../servers/borrow.ts';
import { createTestConsole, type Officer, type TestConsole } from '../../fixtures/console.ts';

const folder = mkdtempSync(join(tmpdir(), 'studio-'));
const dataDir = join(folder, 'data');
const published = publishedIn(dataDir);
/** The whole kit takes half a minute: a run over all is a run over one station here. */
const station = ['--station', 'lucknow/hazratganj', '--artwork', 'board', '--format', 'pdf'];
const printDir = join(dataDir, 'print');
const generate = (signal?: AbortSignal) =>
  runGenerator(station, { printDir, env: { ...process.env, DATA_DIR: dataDir } }, { signal });
const boardHash = () => {
  const text = readFileSync(join(printDir, 'manifest.json'), 'utf8');
  return manifestSchema.parse(JSON.parse(text)).files[0]?.sha256;
};
let firstHash: string | undefined;
let database: Database;
let service: TestConsole;
let hq: Officer;
let other: Officer;
let admin: Officer;
/** The host of the links, as the test wants it to answer. */
let host: Server;
let answerAsHost: (path: string, agent: string) => Promise<{ status: number; headers: object }>;

beforeAll(async () => {
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const request = [
    'req',
    '-x509',
    '-newkey',
    'ec',
    '-pkeyopt',
    'ec_paramgen_curve:prime256v1',
    '-nodes',
  ];
  const about = ['-days', '2', '-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
  execFileSync('openssl', [...request, '-keyout', key, '-out', cert, ...about], {
    stdio: 'ignore',
  });
  host = createServer({ key: readFileSync(key), cert: readFileSync(cert) }, (request, reply) => {
    void answerAsHost(request.url ?? '', request.headers['user-agent'] ?? '').then(
      ({ status, headers }) => reply.writeHead(status, { ...headers }).end('x'.repeat(100_000)),
    );
  });
  await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve));
  database = await openDatabase({ url: await borrow('database'), dataDir: folder });
  await generate();
  writeFileSync(join(printDir, 'plan.json'), JSON.stringify({ campaign: 'up-cop', files: [] }));
  firstHash = boardHash();
  service = await createTestConsole(database, {
    dataDir,
    askHost: {
      port: (host.address() as AddressInfo).port,
      ca: readFileSync(cert, 'utf8'),
      limitMs: 2000,
      pauseMs: 0,
    },
    makeKit: async (args, signal) => {
      if (args.length === 0) await generate(signal);
    },
  });
  [hq, other, admin] = await Promise.all([
    service.officer('hq'),
    service.officer('hq'),
    service.officer('admin'),
  ]);
});
afterAll(async () => {
  await service.close();
  await database.close();
  host.close();
  rmSync(folder, { recursive: true });
});

async function ok<Answer>(sent: ReturnType<Officer['get']>, status = 200): Promise<Answer> {
  const answer = await sent;
  expect(answer.statusCode, answer.body).toBe(status);
  return answer.json();
}
const open = (officer = hq) => ok<DraftView>(officer.post('/api/studio/drafts'));
const studio = () => ok<StudioView>(hq.get('/api/studio'));
const path = (draft: { id: number }, step: string) => `/api/studio/drafts/${draft.id}/${step}`;
const readCopy = (draft: DraftView) => draft.content.copy as Record<string, Record<string, string>>;
const withHeadline = (draft: DraftView, hi: string) => ({
  copy: { ...readCopy(draft), headline: { ...readCopy(draft)['headline'], hi } },
});
const save = (draft: DraftView, fields: object, officer = hq) =>
  officer.put(`/api/studio/drafts/${draft.id}`, { revision: draft.revision, fields });
/** How much of the studio the officer's home says to decide on. */
const waitsFor = async (officer: Officer) => {
  const { tiles } = await ok<{ tiles: { id: string; count: number; link: string }[] }>(
    officer.get('/api/home'),
  );
  const tile = tiles.find(({ id }) => id === 'studio-waiting');
  expect(tile?.link).toBe('/console/studio/');
  return tile?.count;
};
const publishedYaml = () =>
  existsSync(published.campaignFile) ? parse(readFileSync(published.campaignFile, 'utf8')) : {};

test('a headline is drafted, submitted, approved by another officer and published as a version', async () => {
  const begun = await open();
  expect(begun).toMatchObject({ base: 1, changes: [], faults: [], status: 'draft' });
  const draft = await ok<DraftView>(save(begun, withHeadline(begun, 'थाना अब मोबाइल में')));
  expect(draft.changes).toMatchObject([
    {
      label: { hi: 'मुख्य पंक्ति (हिंदी)', en: 'Headline (Hindi)' },
      before: 'घर बैठे पुलिस सेवाएँ',
      after: 'थाना अब मोबाइल में',
    },
  ]);
  // A window that was left open saves nothing over it.
  await ok(save(begun, withHeadline(begun, 'पुराना')), 409);
  const submitted = await ok<DraftView>(
    hq.post(path(draft, 'submit'), { revision: draft.revision, remark: 'महानिदेशक के निर्देश पर' }),
  );
  // Its author waits, another officer of HQ decides, and the administrator has no part in it then.
  expect(await Promise.all([hq, other, admin].map(waitsFor))).toEqual([0, 1, 0]);
  const seen = { revision: submitted.revision };
  expect(await ok(hq.post(path(draft, 'approve'), seen), 409)).toMatchObject({
    error: 'own-draft',
  });
  expect(await ok(admin.post(path(draft, 'approve'), seen), 409)).toMatchObject({
    error: 'administrator-waits',
  });
  expect(existsSync(published.campaignFile)).toBe(false);
  const version = await ok(other.post(path(draft, 'approve'), seen));
  expect(await waitsFor(other)).toBe(0);
  await expect.poll(boardHash, { timeout: 60_000 }).not.toBe(firstHash);
  expect(version).toMatchObject({
    number: 2,
    artworkVersion: '2.2',
    remark: 'महानिदेशक के निर्देश पर',
  });
  expect(publishedYaml()).toMatchObject({
    version: '2.2',
    copy: { headline: { hi: 'थाना अब मोबाइल में', en: 'Police services from home' } },
  });
  expect(Object.keys(publishedYaml())).toEqual(['version', 'versionDate', 'copy']);
  const log = await readAudit(database.pool, { subject: `campaign-draft/${draft.id}` }, 50);
  expect(log.map(({ action }) => action)).toEqual([
    'studio.publish',
    'studio.submit',
    'studio.draft',
  ]);
});

test('what does not fit is kept, named in both languages and not submitted', async () => {
  const begun = await open();
  const fields = {
    ...withHeadline(begun, ''),
    goals: [
      { downloads: 10, startsOn: '2019-05-01', endsOn: '2019-05-31', source: { hi: 'क', en: 'k' } },
    ],
  };
  const draft = await ok<DraftView>(save(begun, fields));
  expect(draft.faults).toMatchObject([
    {
      path: ['copy', 'headline', 'hi'],
      label: { hi: 'मुख्य पंक्ति (हिंदी)' },
      message: { hi: 'यह खाना भरा होना चाहिए; मिला: कुछ नहीं', en: 'Expected words, got nothing' },
    },
    { label: { en: 'Goals after it · 1 · Downloads' } },
  ]);
  const fixed = await ok<DraftView>(save(draft, { ...fields, ...withHeadline(begun, 'ठीक') }));
  expect(fixed.faults).toMatchObject([
    {
      label: { hi: 'आगे के लक्ष्य · 1 · डाउनलोड' },
      message: { en: expect.stringMatching(/more than the goal before/) },
    },
  ]);
  const refused = await ok(hq.post(path(fixed, 'submit'), { revision: fixed.revision }), 409);
  expect(refused).toMatchObject({
    error: 'studio-faults',
    faults: [{ path: ['goals', '0', 'downloads'] }],
  });
  await ok(hq.post(path(fixed, 'discard'), { revision: fixed.revision }));
});

test('a headline that no board can hold is refused with expected and found, and the draft stays', async () => {
  const begun = await open();
  const long = 'घर बैठे पुलिस की सभी सेवाएँ अपने मोबाइल पर निःशुल्क और तुरंत प्राप्त करें';
  const draft = await ok<DraftView>(save(begun, withHeadline(begun, long)));
  const refused = await ok<{ findings: { artwork: string }[] }>(
    hq.post(path(draft, 'submit'), { revision: draft.revision }),
    409,
  );
  expect(refused).toMatchObject({
    error: 'studio-layout',
    hi: expect.stringMatching(/^कुछ शब्द/),
  });
  expect(refused.findings[0]).toMatchObject({
    artwork: 'board',
    expected: { hi: expect.any(String) },
    found: { en: expect.any(String) },
  });
  const again = await open();
  expect(again).toMatchObject({ id: draft.id, status: 'draft', revision: draft.revision });
  await ok(hq.post(path(again, 'discard'), { revision: again.revision }));
});

test('two drafts never overwrite each other: the later one takes over what was published', async () => {
  const [mine, theirs] = [await open(hq), await open(other)];
  const goal = { ...(theirs.content.goal as object), downloads: 300_000 };
  const changed = await ok<DraftView>(save(theirs, { goal }, other));
  const own = await ok<DraftView>(save(mine, withHeadline(mine, 'सेवाएँ अब आपके हाथ में')));
  const submitted = await ok<DraftView>(
    other.post(path(changed, 'submit'), { revision: changed.revision }),
  );
  // Nothing that is printed: the artwork's version stays.
  expect(
    await ok(hq.post(path(submitted, 'approve'), { revision: submitted.revision })),
  ).toMatchObject({
    number: 3,
    artworkVersion: '2.2',
  });
  expect(await ok(hq.post(path(own, 'submit'), { revision: own.revision }), 409)).toMatchObject({
    error: 'studio-stale',
  });
  const rebased = await ok<DraftView>(hq.post(path(own, 'rebase'), { revision: own.revision }));
  expect(rebased).toMatchObject({ base: 3, isStale: false, conflicts: [] });
  expect(rebased.changes.map((change) => change.path.join('.'))).toEqual(['copy.headline.hi']);
  expect(rebased.content.goal).toEqual(goal);
  const sent = await ok<DraftView>(
    hq.post(path(rebased, 'submit'), { revision: rebased.revision }),
  );
  const returned = await ok<DraftView>(
    other.post(path(sent, 'return'), { revision: sent.revision, reason: 'पहले जैसा रखें' }),
  );
  expect(returned).toMatchObject({ status: 'draft', returnedRemark: 'पहले जैसा रखें' });
  await ok(hq.post(path(returned, 'discard'), { revision: returned.revision }));
});

test('the way back to a version takes two officers and gives the earlier artwork again', async () => {
  const back = await ok<DraftView>(hq.post('/api/studio/versions/1/roll-back', { remark: 'भूल' }));
  expect(back).toMatchObject({ kind: 'rollback', status: 'submitted', rolledBackTo: 1 });
  await ok(hq.post(path(back, 'approve'), { revision: back.revision }), 409);
  expect(await ok(other.post(path(back, 'approve'), { revision: back.revision }))).toMatchObject({
    number: 4,
    rolledBackTo: 1,
    artworkVersion: '2',
  });
  expect(existsSync(published.campaignFile)).toBe(false);
  // The board is the former one to the last bit.
  await expect.poll(boardHash, { timeout: 60_000 }).toBe(firstHash);
  const { versions, current } = await studio();
  expect(current).toBe(4);
  expect(versions.map(({ number }) => number)).toEqual([4, 3, 2, 1]);
  expect(await ok(hq.post('/api/studio/versions/1/roll-back', {}), 409)).toMatchObject({
    error: 'studio-unchanged',
  });
});

function form(name: string, content: string | Buffer) {
  const boundary = 'x-studio';
  return {
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: Buffer.concat([
      Buffer.from(
        `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: image/svg+xml\r\n\r\n`,
      ),
      Buffer.from(content),
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]),
  };
}
const upload = (draft: { id: number }, content: string | Buffer) =>
  hq.send({ method: 'POST', url: path(draft, 'emblem'), ...form('emblem.svg', content) });
const crest = '<svg viewBox="0 0 10 10"><path fill="#C8102E" d="M0 0H8V10H0Z"/></svg>';

test('an emblem is cleaned and published; a script and ten megabytes are refused and nothing is lost', async () => {
  const begun = await open();
  expect(
    await ok(upload(begun, crest.replace('<path', '<script>1</script><path')), 422),
  ).toMatchObject({
    error: 'emblem',
    detail: {
      hi: expect.stringContaining('स्क्रिप्ट'),
      en: 'Expected filled paths only, got a script (<script>)',
    },
  });
  expect(await ok(upload(begun, Buffer.alloc(10 * 1024 ** 2, 'x')), 413)).toMatchObject({
    error: 'too-large',
    hi: expect.stringMatching(/^फ़ाइल निर्धारित सीमा/),
  });
  expect((await open()).emblemChanged).toBe(false);
  const draft = await ok<DraftView>(upload(begun, crest));
  expect(draft).toMatchObject({ emblemChanged: true, changes: [{ label: { en: 'Emblem' } }] });
  const sent = await ok<DraftView>(hq.post(path(draft, 'submit'), { revision: draft.revision }));
  const version = await ok(other.post(path(sent, 'approve'), { revision: sent.revision }));
  expect(version).toMatchObject({ number: 5, artworkVersion: '2.5' });
  expect(readFileSync(published.emblemFile, 'utf8')).toBe(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 1000">\n  <path fill="#C8102E" d="M0 0H800V1000H0Z"/>\n</svg>\n',
  );
});

test('a host is confirmed only by our own answer, and says what it answered instead', async () => {
  const check = () => ok(hq.post('/api/studio/host-check', { host: 'localhost' }));
  answerAsHost = async () => ({ status: 200, headers: { 'content-type': 'text/html' } });
  expect(await check()).toMatchObject({ passed: false, fault: 'no-redirect', found: '200' });
  const begun = await open();
  const links = { host: 'LOCALHOST', confirmed: true };
  const unconfirmed = await ok<DraftView>(save(begun, { links }));
  expect(unconfirmed.content.links).toEqual({ host: 'LOCALHOST', confirmed: false });
  // Another installation answers the same redirect, without the proof that only ours can give.
  const asOurs = async (url: string, agent: string) => {
    const answer = await service.app.inject({ url, headers: { 'user-agent': agent } });
    return { status: answer.statusCode, headers: answer.headers };
  };
  answerAsHost = async (url, agent) => {
    const { headers, ...answer } = await asOurs(url, agent);
    return {
      ...answer,
      headers: { location: headers['location'], 'x-outreach-confirmation': 'guessed' },
    };
  };
  expect(await check()).toMatchObject({ passed: false, fault: 'other-installation' });
  answerAsHost = asOurs;
  expect(await check()).toMatchObject({
    passed: true,
    fault: null,
    expected: expect.stringMatching(/play\.google\.com/),
  });
  const confirmed = await ok<DraftView>(save(unconfirmed, { links }));
  expect(confirmed.content.links).toEqual(links);
  await ok(hq.post(path(confirmed, 'discard'), { revision: confirmed.revision }));
});

test('codes of a channel lead elsewhere while it is approved, one code goes first, and one tap ends it', async () => {
  const hour = 3_600_000;
  const at = (offset: number) => new Date(Date.now() + offset).toISOString();
  const ask = (body: object, status = 201) =>
    ok<{ id: number; status: string; code: string | null }>(
      hq.post('/api/studio/detours', {
        code: null,
        channel: null,
        target: 'portal',
        from: at(-hour),
        until: at(hour),
        reason: 'स्टोर में सुधार',
        ...body,
      }),
      status,
    );
  const board = '17SN0N';
  const leads = async (code = board) =>
    (await service.app.inject({ url: `/Q${code}`, headers: { 'user-agent': 'Android' } })).headers[
      'location'
    ];
  const usual = await leads();
  expect(usual).toMatch(/^https:\/\/play\.google\.com/);
  await ask({ channel: 'board', target: 'https://evil.example' }, 400);
  await ask({ code: 'ZZZZZZ' }, 409);
  await ask({ channel: 'board', code: board }, 400);
  const channel = await ask({ channel: 'board' });
  expect(await leads()).toBe(usual);
  expect([await waitsFor(hq), await waitsFor(other)]).toEqual([0, 1]);
  await ok(hq.post(`/api/studio/detours/${channel.id}/approve`), 409);
  await ok(other.post(`/api/studio/detours/${channel.id}/approve`));
  expect(await leads()).toBe('https://cctnsup.gov.in/citizenportal/login.aspx');
  const later = await ask({ code: board, target: 'landing', from: at(hour), until: null });
  await ok(other.post(`/api/studio/detours/${later.id}/approve`));
  expect(await leads()).toMatch(/citizenportal/);
  const own = await ask({ code: board.toLowerCase(), target: 'landing' });
  expect(own.code).toBe(board);
  await ok(other.post(`/api/studio/detours/${own.id}/approve`));
  expect(await leads()).toBe(`/get/?c=${board}`);
  for (const { id } of [own, channel]) await ok(hq.post(`/api/studio/detours/${id}/end`));
  expect(await leads()).toBe(usual);
  const log = await readAudit(database.pool, { subject: `detour/${channel.id}` }, 50);
  expect(log.map(({ action }) => action)).toEqual([
    'detour.end',
    'detour.approve',
    'detour.submit',
  ]);
});
