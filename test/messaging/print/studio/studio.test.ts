import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { manifestSchema } from '../../../../campaigns/manifest.ts';
import { publishedIn } from '../../../../campaigns/published-fs.ts';
import { runGenerator } from '../../../../messaging/print/print-orders/run-generator.ts';
import type { DraftView, StudioView } from '../../../../messaging/print/studio/studio-schemas.ts';
import { openFolder } from '../../../folders.ts';
import { expectAnswer, listActions } from '../../fixtures/answers.ts';
import type { Officer } from '../../fixtures/console.ts';
import { handInFile } from '../../fixtures/file-form.ts';
import { openConsole } from '../../fixtures/open-console.ts';

const folder = openFolder('studio-');
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
/** Whether a test looks at the board of what is published now; nothing is printed of the rest. */
let isLookedAt = true;
/** The host of the links, as the test wants it to answer. */
let answerAsHost: (path: string, agent: string) => Promise<{ status: number; headers: object }>;

const key = join(folder, 'key.pem');
const cert = join(folder, 'cert.pem');
const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
const about = ['-days', '2', '-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
execFileSync('openssl', ['req', '-x509', ...curve, '-keyout', key, '-out', cert, ...about], {
  stdio: 'ignore',
});
const host = createServer(
  { key: readFileSync(key), cert: readFileSync(cert) },
  async (request, reply) => {
    const agent = request.headers['user-agent'] ?? '';
    const { status, headers } = await answerAsHost(request.url ?? '', agent);
    reply.writeHead(status, { ...headers }).end('x'.repeat(100_000));
  },
);
await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve));
afterAll(() => host.close());
await generate();
writeFileSync(join(printDir, 'plan.json'), JSON.stringify({ campaign: 'up-cop', files: [] }));
const firstHash = boardHash();
const { service, database, hq, other, admin } = await openConsole(
  { hq: 'hq', other: 'hq', admin: 'admin' },
  {
    dataDir,
    askHost: {
      port: (host.address() as AddressInfo).port,
      ca: readFileSync(cert, 'utf8'),
      limitMs: 2000,
    },
    makeKit: async (args, signal) => {
      if (isLookedAt && args.length === 0) await generate(signal);
    },
  },
);

const open = (officer = hq) => expectAnswer<DraftView>(officer.post('/api/studio/drafts'));
const studio = () => expectAnswer<StudioView>(hq.get('/api/studio'));
const path = (draft: { id: number }, step: string) => `/api/studio/drafts/${draft.id}/${step}`;
/** Takes a step with a draft as it was read. */
const take = <Taken = DraftView>(
  by: Officer,
  step: string,
  draft: Pick<DraftView, 'id' | 'revision'>,
  { status = 200, ...more }: { status?: number; remark?: string; reason?: string } = {},
) => expectAnswer<Taken>(by.post(path(draft, step), { revision: draft.revision, ...more }), status);
const discard = (draft: DraftView) => take(hq, 'discard', draft);
const readCopy = (draft: DraftView) => draft.content.copy as Record<string, Record<string, string>>;
const withHeadline = (draft: DraftView, hi: string) => ({
  copy: { ...readCopy(draft), headline: { ...readCopy(draft)['headline'], hi } },
});
const save = (
  draft: DraftView,
  fields: object,
  { officer = hq, status = 200 }: { officer?: Officer; status?: number } = {},
) => {
  const body = { revision: draft.revision, fields };
  return expectAnswer<DraftView>(officer.put(`/api/studio/drafts/${draft.id}`, body), status);
};
/** How much of the studio the officer's home says to decide on. */
const waitsFor = async (officer: Officer) => {
  const { tiles } = await expectAnswer<{ tiles: { id: string; count: number; link: string }[] }>(
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
  const draft = await save(begun, withHeadline(begun, 'थाना अब मोबाइल में'));
  expect(draft.changes).toMatchObject([
    {
      label: { hi: 'मुख्य पंक्ति (हिंदी)', en: 'Headline (Hindi)' },
      before: 'आपका थाना अब फ़ोन में',
      after: 'थाना अब मोबाइल में',
    },
  ]);
  // A window that was left open saves nothing over it.
  await save(begun, withHeadline(begun, 'पुराना'), { status: 409 });
  const submitted = await take(hq, 'submit', draft, { remark: 'महानिदेशक के निर्देश पर' });
  // Its author waits, another officer of HQ decides, and the administrator has no part in it then.
  expect(await Promise.all([hq, other, admin].map(waitsFor))).toEqual([0, 1, 0]);
  expect(await take(hq, 'approve', submitted, { status: 409 })).toMatchObject({
    error: 'own-draft',
  });
  expect(await take(admin, 'approve', submitted, { status: 409 })).toMatchObject({
    error: 'administrator-waits',
  });
  expect(existsSync(published.campaignFile)).toBe(false);
  const version = await take(other, 'approve', submitted);
  expect(await waitsFor(other)).toBe(0);
  await expect.poll(boardHash, { timeout: 60_000 }).not.toBe(firstHash);
  isLookedAt = false;
  expect(version).toMatchObject({
    number: 2,
    artworkVersion: '2.2',
    remark: 'महानिदेशक के निर्देश पर',
  });
  expect(publishedYaml()).toMatchObject({
    version: '2.2',
    copy: { headline: { hi: 'थाना अब मोबाइल में', en: 'Your police station is now on your phone' } },
  });
  expect(Object.keys(publishedYaml())).toEqual(['version', 'versionDate', 'copy']);
  expect(await listActions(database, `campaign-draft/${draft.id}`, 50)).toEqual([
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
  const draft = await save(begun, fields);
  expect(draft.faults).toMatchObject([
    {
      path: ['copy', 'headline', 'hi'],
      label: { hi: 'मुख्य पंक्ति (हिंदी)' },
      message: { hi: 'यह खाना भरा होना चाहिए; मिला: कुछ नहीं', en: 'Expected words, got nothing' },
    },
    { label: { en: 'Goals after it · 1 · Downloads' } },
  ]);
  const fixed = await save(draft, { ...fields, ...withHeadline(begun, 'ठीक') });
  expect(fixed.faults).toMatchObject([
    {
      label: { hi: 'आगे के लक्ष्य · 1 · डाउनलोड' },
      message: { en: expect.stringMatching(/more than the goal before/) },
    },
  ]);
  const refused = await take(hq, 'submit', fixed, { status: 409 });
  expect(refused).toMatchObject({
    error: 'studio-faults',
    faults: [{ path: ['goals', '0', 'downloads'] }],
  });
  await discard(fixed);
});

test('a headline that no board can hold is refused with expected and found, and the draft stays', async () => {
  const begun = await open();
  const long = 'घर बैठे पुलिस की सभी सेवाएँ अपने मोबाइल पर निःशुल्क और तुरंत प्राप्त करें';
  const draft = await save(begun, withHeadline(begun, long));
  const refused = await expectAnswer<{ findings: { artwork: string }[] }>(
    hq.post(path(draft, 'submit'), { revision: draft.revision }),
    409,
  );
  expect(refused).toMatchObject({ error: 'studio-layout', hi: expect.stringMatching(/^कुछ शब्द/) });
  expect(refused.findings[0]).toMatchObject({
    artwork: 'board',
    expected: { hi: expect.any(String) },
    found: { en: expect.any(String) },
  });
  const again = await open();
  expect(again).toMatchObject({ id: draft.id, status: 'draft', revision: draft.revision });
  await discard(again);
});

test('two drafts never overwrite each other: the later one takes over what was published', async () => {
  const mine = await open(hq);
  const theirs = await open(other);
  const goal = { ...(theirs.content.goal as object), downloads: 300_000 };
  const changed = await save(theirs, { goal }, { officer: other });
  const own = await save(mine, withHeadline(mine, 'सेवाएँ अब आपके हाथ में'));
  const submitted = await take(other, 'submit', changed);
  // Nothing that is printed: the artwork's version stays.
  expect(await take(hq, 'approve', submitted)).toMatchObject({ number: 3, artworkVersion: '2.2' });
  expect(await take(hq, 'submit', own, { status: 409 })).toMatchObject({
    error: 'studio-stale',
  });
  const rebased = await take(hq, 'rebase', own);
  expect(rebased).toMatchObject({ base: 3, isStale: false, conflicts: [] });
  expect(rebased.changes.map((change) => change.path.join('.'))).toEqual(['copy.headline.hi']);
  expect(rebased.content.goal).toEqual(goal);
  const sent = await take(hq, 'submit', rebased);
  const returned = await take(other, 'return', sent, { reason: 'पहले जैसा रखें' });
  expect(returned).toMatchObject({ status: 'draft', returnedRemark: 'पहले जैसा रखें' });
  await discard(returned);
});

test('the way back to a version takes two officers and gives the earlier artwork again', async () => {
  isLookedAt = true;
  const back = await expectAnswer<DraftView>(
    hq.post('/api/studio/versions/1/roll-back', { remark: 'भूल' }),
  );
  expect(back).toMatchObject({ kind: 'rollback', status: 'submitted', rolledBackTo: 1 });
  await take(hq, 'approve', back, { status: 409 });
  expect(await take(other, 'approve', back)).toMatchObject({
    number: 4,
    rolledBackTo: 1,
    artworkVersion: '2',
  });
  expect(existsSync(published.campaignFile)).toBe(false);
  // The board is the former one to the last bit.
  await expect.poll(boardHash, { timeout: 60_000 }).toBe(firstHash);
  isLookedAt = false;
  const { versions, current } = await studio();
  expect(current).toBe(4);
  expect(versions.map(({ number }) => number)).toEqual([4, 3, 2, 1]);
  expect(await expectAnswer(hq.post('/api/studio/versions/1/roll-back', {}), 409)).toMatchObject({
    error: 'studio-unchanged',
  });
});

const upload = (draft: { id: number }, content: string | Buffer) =>
  handInFile(hq, path(draft, 'emblem'), { name: 'emblem.svg', content, type: 'image/svg+xml' });
const crest = '<svg viewBox="0 0 10 10"><path fill="#C8102E" d="M0 0H8V10H0Z"/></svg>';

test('an emblem is cleaned and published; a script and ten megabytes are refused and nothing is lost', async () => {
  const begun = await open();
  expect(
    await expectAnswer(upload(begun, crest.replace('<path', '<script>1</script><path')), 422),
  ).toMatchObject({
    error: 'emblem',
    detail: {
      hi: expect.stringContaining('स्क्रिप्ट'),
      en: 'Expected filled paths only, got a script (<script>)',
    },
  });
  expect(await expectAnswer(upload(begun, Buffer.alloc(10 * 1024 ** 2, 'x')), 413)).toMatchObject({
    error: 'too-large',
    hi: expect.stringMatching(/^फ़ाइल निर्धारित सीमा/),
  });
  expect((await open()).emblemChanged).toBe(false);
  const draft = await expectAnswer<DraftView>(upload(begun, crest));
  expect(draft).toMatchObject({ emblemChanged: true, changes: [{ label: { en: 'Emblem' } }] });
  const sent = await take(hq, 'submit', draft);
  const version = await take(other, 'approve', sent);
  expect(version).toMatchObject({ number: 5, artworkVersion: '2.5' });
  expect(readFileSync(published.emblemFile, 'utf8')).toBe(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 1000">\n  <path fill="#C8102E" d="M0 0H800V1000H0Z"/>\n</svg>\n',
  );
});

test('a host is confirmed only by our own answer, and says what it answered instead', async () => {
  const check = () => expectAnswer(hq.post('/api/studio/host-check', { host: 'localhost' }));
  answerAsHost = async () => ({ status: 200, headers: { 'content-type': 'text/html' } });
  expect(await check()).toMatchObject({ passed: false, fault: 'no-redirect', found: '200' });
  const begun = await open();
  const links = { host: 'LOCALHOST', confirmed: true };
  const unconfirmed = await save(begun, { links });
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
  const confirmed = await save(unconfirmed, { links });
  expect(confirmed.content.links).toEqual(links);
  await discard(confirmed);
});

test('codes of a channel lead elsewhere while it is approved, one code goes first, and one tap ends it', async () => {
  const hour = 3_600_000;
  const at = (offset: number) => new Date(Date.now() + offset).toISOString();
  const ask = (body: object, status = 201) =>
    expectAnswer<{ id: number; status: string; code: string | null }>(
      hq.post('/api/studio/detours', {
        code: null,
        channel: null,
        target: 'portal',
        validFrom: at(-hour),
        validUntil: at(hour),
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
  await expectAnswer(hq.post(`/api/studio/detours/${channel.id}/approve`), 409);
  const bars = [hq, other].map(async (officer) => {
    const [{ second, ...shown }] = (await officer.get('/api/studio/detours')).json();
    expect(shown).not.toHaveProperty('draftedById');
    return second.bar;
  });
  expect(await Promise.all(bars)).toEqual(['own-draft', null]);
  await expectAnswer(other.post(`/api/studio/detours/${channel.id}/approve`));
  expect(await leads()).toBe('https://cctnsup.gov.in/citizenportal/login.aspx');
  const later = await ask({
    code: board,
    target: 'landing',
    validFrom: at(hour),
    validUntil: null,
  });
  await expectAnswer(other.post(`/api/studio/detours/${later.id}/approve`));
  expect(await leads()).toMatch(/citizenportal/);
  const own = await ask({ code: board.toLowerCase(), target: 'landing' });
  expect(own.code).toBe(board);
  await expectAnswer(other.post(`/api/studio/detours/${own.id}/approve`));
  expect(await leads()).toBe(`/get/?c=${board}`);
  await expectAnswer(other.post(`/api/studio/detours/${own.id}/return`, { remark: 'क' }), 409);
  for (const { id } of [own, channel]) await expectAnswer(hq.post(`/api/studio/detours/${id}/end`));
  expect(await leads()).toBe(usual);
  const taken = await ask({ channel: 'sms' });
  const taking = hq.post(`/api/studio/detours/${taken.id}/withdraw`);
  expect(await expectAnswer(taking)).toMatchObject({ status: 'withdrawn' });
  expect(await listActions(database, `detour/${taken.id}`, 50)).toEqual([
    'detour.end',
    'detour.submit',
  ]);
  expect(await listActions(database, `detour/${channel.id}`, 50)).toEqual([
    'detour.end',
    'detour.approve',
    'detour.submit',
  ]);
});
