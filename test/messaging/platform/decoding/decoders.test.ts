import { once } from 'node:events';
import { createWriteStream, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { inflateRawSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import type { DecoderKind } from '../../../../campaigns/words/decoder-words.ts';
import type { Decode } from '../../../../messaging/platform/decoding/decoder-main.ts';
import { createDecoders } from '../../../../messaging/platform/decoding/decoders.ts';
import { makeZip } from '../../../campaigns/tables/made-zip.ts';
import { farCells, makeBook, sheetPath, stringsPath } from '../../../campaigns/tables/workbooks.ts';
import { openFolder } from '../../../folders.ts';
import { isRunning } from '../../../is-running.ts';
import { threadMs } from '../../../thread-ms.ts';
import { treeMs } from '../../fixtures/tree-ms.ts';
import * as papers from './hostile-papers.ts';
import * as pictures from './hostile-pictures.ts';
import * as sounds from './hostile-sounds.ts';
import { deflatedRaw, gzipped } from './packed.ts';

const folder = openFolder('decoders-');
const decoders = createDecoders();
afterAll(async () => {
  await decoders.close();
});

const modules = {
  audience: ['numbers', 'phone/audiences/classify.ts'],
  'do-not-disturb': ['numbers', 'phone/numbers/do-not-disturb.ts'],
  operators: ['numbers', 'phone/numbers/number-operators.ts'],
  bulk: ['table', 'field/activities/bulk-decoder.ts'],
  report: ['table', 'figures/reports/report-decoder.ts'],
  deliveries: ['table', 'phone/telecom-operators/delivery-report.ts'],
  invitations: ['table', 'people/accounts/invitation-decoder.ts'],
  photo: ['picture', 'field/activities/photo-decoder.ts'],
  paper: ['paper', 'field/activities/photo-decoder.ts'],
  take: ['recording', 'phone/takes/take-decoder.ts'],
  emblem: ['emblem', 'print/studio/emblem-decoder.ts'],
  own: ['table', '../test/messaging/platform/decoding/own-decoder.ts'],
} satisfies Record<string, [DecoderKind, string]>;
type Task = keyof typeof modules;

/** The result of a task, an error included; batches are counted. */
async function runTask(name: Task, given: object, { by = decoders, account = 'a' } = {}) {
  const [kind, path] = modules[name];
  const module = new URL(`../../../../messaging/${path}`, import.meta.url);
  const batches = by.read<Decode>({ kind, module }, given as never, account);
  try {
    for (;;) {
      const { done, value } = await batches.next();
      if (done) return value;
    }
  } catch (error) {
    return error;
  }
}

const longestStallMs = 200;
const mostCpuMs = 2000;
/** On a machine that is busy otherwise all takes more: then by what unpacking 100 MB takes, 70 ms on an idle one. */
const mostTimesPeer = 28;
const mostGrowthMb = 50;

/** The result of a hostile file, once it has cost neither this thread nor the machine more than it may. */
async function bounded(work: () => Promise<unknown>): Promise<unknown> {
  let longest = 0;
  let before = threadMs();
  let resident = 0;
  const look = () => {
    longest = Math.max(longest, threadMs() - before);
    resident = Math.max(resident, process.memoryUsage.rss());
    before = threadMs();
  };
  const residentBefore = process.memoryUsage.rss();
  const treeBefore = treeMs(process.pid);
  const looking = setInterval(look, 5);
  const outcome = await work();
  clearInterval(looking);
  look();
  expect(longest, 'of this thread without a pause').toBeLessThan(longestStallMs);
  const usedMs = treeMs(process.pid) - treeBefore;
  const mostMs = usedMs < mostCpuMs ? mostCpuMs : mostTimesPeer * peerMs();
  expect(usedMs, 'of all processes').toBeLessThan(mostMs);
  expect((resident - residentBefore) / 1024 ** 2, 'MB').toBeLessThan(mostGrowthMb);
  return outcome;
}

function peerMs(): number {
  const packed = deflatedRaw(100);
  const before = threadMs();
  inflateRawSync(packed);
  return threadMs() - before;
}

const inBothLanguages = { hi: expect.stringMatching(/[\u0900-\u097f]/), en: expect.any(String) };

/** The archive, whose list claims that each of its files has a hundred bytes. */
function lying(archive: Buffer): Buffer {
  for (let at = 0; ; at += 4) {
    at = archive.indexOf('PK\x01\x02', at, 'latin1');
    if (at < 0) return archive;
    archive.writeUInt32LE(100, at + 24);
  }
}
const everyList = ['audience', 'do-not-disturb', 'bulk'] as const;
type ListReader = 'audience' | 'do-not-disturb' | 'operators' | 'bulk';
type HostileList = [
  what: string,
  name: string,
  make: () => Uint8Array,
  readBy?: readonly ListReader[],
];
const short = '<si><t>a</t></si>';
const vast = () => makeBook({ [sheetPath]: Buffer.alloc(300 * 1024 ** 2) });
const inner = () => makeZip({ 'xl/workbook.xlsx': makeBook({ [sheetPath]: farCells }) });
const textReaders = ['audience', 'do-not-disturb', 'operators'] as const;
const lists: HostileList[] = [
  ['1,000 cells in column XFD', 'far.xlsx', () => makeBook({ [sheetPath]: farCells })],
  [
    'shared strings of 200 MB',
    'strings.xlsx',
    () => makeBook({ [stringsPath]: short.repeat(12_000_000) }),
  ],
  [
    'five million shared strings',
    'tiny.xlsx',
    () => makeBook({ [stringsPath]: short.repeat(5_000_000) }),
    // All lists read a workbook alike.
    ['audience'],
  ],
  ['a zip bomb', 'bomb.xlsx', vast],
  ['a zip bomb that claims to be small', 'lying.xlsx', () => lying(vast())],
  ['an archive within an archive', 'nested.xlsx', inner],
  ['17 MB of quotes', 'quotes.csv', () => Buffer.alloc(17_000_000, '"')],
  ['a line without end', 'line.csv', () => Buffer.alloc(50_000_000, '9')],
  ['a gzip bomb of one line', 'zeros.csv', () => gzipped(3000)],
  ['a gzip bomb of empty lines', 'lines.csv', () => gzipped(3000, 0x0a), textReaders],
];

describe('a hostile list is refused in words, at little cost, and holds up nothing else:', () => {
  const given = {
    id: 1,
    upload: 'u',
    kind: 'board',
    stations: [],
    classify: { districts: [], stations: [], defaultDistrict: null, defaultLanguage: 'hi' },
  };
  test.each(lists)('%s', async (_, name, make, readBy = everyList) => {
    const path = join(folder, name);
    writeFileSync(path, make());
    for (const list of readBy) {
      const outcome = await bounded(() => runTask(list, { ...given, path, name }));
      if (list === 'bulk') expect(outcome).toMatchObject({ kind: 'faulty' });
      else expect(outcome).toMatchObject({ name: 'TableError', ...inBothLanguages });
    }
  });

  test('a report that unpacks to far more than it may', async () => {
    const name = 'installs_in.gov.uppolice_201904_overview.csv';
    const path = join(folder, name);
    writeFileSync(path, gzipped(200, 0x78));
    const app = { playPackage: 'in.gov.uppolice', appStoreId: null, today: '2019-04-12' };
    const report = { path, name, app, readAt: '2019-04-12T00:00:00.000Z' };
    const outcome = await bounded(() => runTask('report', report));
    expect(outcome).toMatchObject({ kind: 'faulty', place: { file: name } });
  });

  test('officers in a workbook of 300 kB that unpacks to as much as it may', async () => {
    const bytes = makeBook({
      [stringsPath]: '<si><t>a</t></si>'.repeat(460_000),
      [sheetPath]: farCells,
    });
    const people = { taken: new Set(), invited: new Set() };
    const rules = { districts: [], areas: {}, invitable: [], ...people };
    const outcome = await bounded(() => runTask('invitations', { bytes, rules }));
    expect(outcome).toMatchObject({ rows: [], faults: [{ column: 'file' }] });
  });

  test('an operator’s report with a broken quote', async () => {
    const csv = 'day,district,channel,sent,delivered\n2019-04-12,"ag"ra,sms,1,1\n';
    expect(await runTask('deliveries', { csv, districts: [] })).toMatchObject({
      kind: 'faulty',
      faults: [
        { row: 2, column: 'district', value: '""ag"r"', hi: expect.stringContaining('उद्धरण') },
      ],
      faultCount: 1,
    });
  });
});

describe('a hostile picture or paper is refused at little cost, and holds up nothing else:', () => {
  const tooLarge = { kind: 'refused', code: 'too-many-pixels' };
  const costly = { code: 'costly-file', fields: { limit: 'exhausted' } };
  test.each<[string, () => Buffer | Promise<Buffer>, object]>([
    ['a PNG of 900 million pixels', pictures.pngBomb, tooLarge],
    ['a JPEG that claims 4,290 million', pictures.hugeJpeg, tooLarge],
    ['a WebP that claims 268 million', pictures.hugeWebp, tooLarge],
    ['an AVIF that claims 900 million', pictures.hugeAvif, tooLarge],
    ['a HEIC grid of 432 million', pictures.heicGrid, tooLarge],
    ['a HEIC of one step too many', () => pictures.claimedHeic(8501, 6000), tooLarge],
    // As many as may be; there are fewer in it.
    ['a HEIC of as many as may be', () => pictures.claimedHeic(8500, 6000), { code: 'damaged' }],
    ['a PDF with a picture of 900 million pixels', papers.hugePictureInPdf, tooLarge],
    ['a PDF with a mask of 900 million pixels', papers.hugeMaskInPdf, tooLarge],
    ['a PDF of forms within forms', papers.nestedForms, costly],
    ['a PDF whose page unpacks to 1,000 MB', papers.packedPdf, costly],
    ['a PDF whose objects unpack to 1,000 MB', papers.packedObjects, costly],
    ['a PDF of 10,000 pages', papers.longPdf, { code: 'too-many-pages' }],
    ['a PDF of 20,000 streams', papers.manyStreams, { code: 'too-many-parts' }],
  ])('%s', async (_, make, expected) => {
    const path = join(folder, 'paper');
    writeFileSync(path, await make());
    const outcome = await bounded(() => runTask('paper', { kind: 'copy', path }));
    expect(outcome).toMatchObject(expected);
  });

  test.each<[string, string]>([
    ['uses of uses', `<defs><g id="a"/>${'<use href="#a"/>'.repeat(3000)}</defs>`],
    ['groups in groups', `${nestedGroups(1000, '<path d="M0 0H9V9Z"/>'.repeat(900))}`],
  ])('an emblem of %s', async (_, content) => {
    const path = join(folder, 'emblem.svg');
    writeFileSync(path, `<svg xmlns="http://www.w3.org/2000/svg">${content}</svg>`);
    const outcome = await bounded(() => runTask('emblem', { path }));
    expect(outcome).toMatchObject({ kind: 'faulty', fault: inBothLanguages });
  });

  test('an emblem of entities', async () => {
    const path = join(folder, 'emblem.svg');
    const entities = Array.from({ length: 20 }, (_, n) => `<!ENTITY e${n + 1} "&e${n};&e${n};">`);
    writeFileSync(path, `<!DOCTYPE svg [<!ENTITY e0 "x">${entities.join('')}]><svg>&e20;</svg>`);
    const outcome = await bounded(() => runTask('emblem', { path }));
    expect(outcome).toMatchObject({ kind: 'faulty', fault: inBothLanguages });
  });
});

describe('a hostile recording is refused at little cost, and holds up nothing else:', () => {
  const flac = sounds.vastFlac();
  const tooFine = { kind: 'refused', code: 'sound-too-fine' };
  const unreadable = { kind: 'refused', code: 'unreadable-sound' };
  // Its own word is not believed; one second of a tone is no spot.
  const asItIs = { kind: 'read', figures: { seconds: expect.closeTo(1, 1) }, master: null };
  test.each<[string, () => Buffer, object]>([
    ['eight channels of 192 kHz in 170 kB', () => flac, tooFine],
    ['the same with a lie about its length', () => sounds.lyingFlac(flac), tooFine],
    ['a WAV of 4 GHz', () => sounds.absurdWav({ rate: 2 ** 32 - 1 }), unreadable],
    ['65,535 channels', () => sounds.absurdWav({ channels: 65_535 }), unreadable],
    ['samples of 8 kB', () => sounds.absurdWav({ bits: 65_528 }), unreadable],
    ['an MP3 of three years', sounds.endlessMp3, asItIs],
    ['an MP3 whose cover has 900 million pixels', sounds.mp3WithCover, asItIs],
  ])('%s', async (_, make, expected) => {
    const path = join(folder, 'take');
    writeFileSync(path, make());
    const loudness = { lufs: -18, dbtp: -2, heardAs: 'stereo' };
    const given = { path, script: { use: 'radio', seconds: 10, loudness }, folder };
    expect(await bounded(() => runTask('take', given))).toMatchObject(expected);
  });
});

function nestedGroups(depth: number, content: string): string {
  return `${'<g transform="rotate(1)">'.repeat(depth)}${content}${'</g>'.repeat(depth)}`;
}

describe('a process that reads files', () => {
  test('is ended when it exceeds its time, in plain words; the next file is read by a new one', async () => {
    const hasty = createDecoders({ places: 2, cpuMs: 700 });
    expect(await runTask('own', { do: 'spin' }, { by: hasty })).toMatchObject({
      code: 'costly-file',
      fields: {
        limit: 'too-slow',
        hi: 'इस सूची को पढ़ने में तय सीमा से अधिक समय लगा; सूची को CSV में सहेजकर भेजें',
        en: 'Reading this list takes more time than is allowed; save it as csv',
      },
    });
    expect(await runTask('own', { do: 'answer' }, { by: hasty })).toBe('answer');
    await hasty.close();
  });

  test('that waits for something is ended too', async () => {
    const hasty = createDecoders({ places: 2, cpuMs: 20 });
    expect(await runTask('own', { do: 'wait' }, { by: hasty })).toMatchObject({
      fields: { limit: 'too-slow' },
    });
    await hasty.close();
  });

  test.each(['fill-buffers', 'fill-wasm', 'crash'])(
    'that needs more memory than there is, or crashes, is a refusal (%s)',
    async (how) => {
      expect(await runTask('own', { do: how })).toMatchObject({
        code: 'costly-file',
        fields: { limit: 'exhausted' },
      });
      expect(await runTask('own', { do: 'answer' })).toBe('answer');
    },
  );

  test('that has a fault of ours is an error with its message', async () => {
    const outcome = await runTask('own', { do: 'fail' });
    expect(outcome).toMatchObject({ name: 'Error', message: 'a fault of ours' });
  });

  test('knows none of the service’s settings, and ends with what it started', async () => {
    process.env['AUTH_SECRET_OF_TEST'] = 'x';
    const known = (await runTask('own', { do: 'tell-settings' })) as string[];
    expect(known).toContain('PATH');
    expect(known).not.toContain('AUTH_SECRET_OF_TEST');
    const hasty = createDecoders({ places: 1, cpuMs: 20 });
    const path = join(folder, 'child');
    await runTask('own', { do: 'start-child', path }, { by: hasty });
    const pid = readFileSync(path, 'utf8');
    await expect.poll(() => isRunning(pid)).toBe(false);
    await hasty.close();
  });

  test('makes batches no further ahead than it is asked', async () => {
    const path = join(folder, 'long.csv');
    const file = createWriteStream(path);
    for (let n = 0; n < 20; n += 1) file.write('9876543210\n'.repeat(50_000));
    file.end();
    await once(file, 'finish');
    const [kind, name] = modules.audience;
    const module = new URL(`../../../../messaging/${name}`, import.meta.url);
    const classify = { districts: [], stations: [], defaultDistrict: null, defaultLanguage: 'hi' };
    const given = { path, name: 'long.csv', id: 1, classify };
    const batches = decoders.read<Decode>({ kind, module }, given as never, 'a');
    await batches.next();
    const before = treeMs(process.pid);
    await wait(500);
    expect(treeMs(process.pid) - before).toBeLessThan(250);
    await batches.return(undefined as never);
  });
});

describe('ten files of one officer', () => {
  test('do not keep another officer’s one waiting, and long lists not what is read in a moment', async () => {
    const one = createDecoders();
    const by = (account: string) => ({ by: one, account });
    const ten = Array.from({ length: 10 }, () => runTask('own', { do: 'wait' }, by('first')));
    expect(await runTask('own', { do: 'answer' }, by('second'))).toBe('answer');
    void runTask('own', { do: 'wait' }, by('third'));
    // Both places are taken, neither of them by a list of numbers.
    const classify = { districts: [], stations: [], defaultDistrict: null, defaultLanguage: 'hi' };
    const list = { path: join(folder, 'none.csv'), name: 'none.csv', id: 1, classify };
    expect(await runTask('audience', list, by('first'))).toMatchObject({
      message: expect.stringContaining('ENOENT'),
    });
    await one.close();
    expect(await Promise.race(ten)).toMatchObject({ code: 'costly-file' });
  });
});
