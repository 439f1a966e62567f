import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { campaignFolder } from '../../../campaigns/campaign-fs.ts';
import { readManifest, removeFolder, runGenerator, temporaryFolder } from '../fixture.ts';
import { counts, expectWhole, pressFilesBelow } from './made-files.ts';

const boards = ['--artwork', 'board', '--format', 'pdf'];
let folder: string;
let out: string;
beforeEach(() => {
  folder = temporaryFolder();
  out = join(folder, 'print');
});
afterEach(() => removeFolder(folder));

describe('what changed is made again, and only that', () => {
  const kairana = ['--district', 'shamli', '--format', 'pdf,preview', '--out'];
  /** What these tests begin with, made once. */
  let made: string;
  beforeAll(async () => {
    made = temporaryFolder();
    const overrides = join(made, 'overrides');
    mkdirSync(overrides);
    const env = { OVERRIDES_DIR: overrides };
    expect((await runGenerator([...kairana, join(made, 'print')], { env })).code).toBe(0);
  });
  afterAll(() => removeFolder(made));
  const begin = () =>
    cpSync(join(made, 'print'), out, { recursive: true, preserveTimestamps: true });

  test('nothing changed: nothing is made', async () => {
    begin();
    const again = await runGenerator([...kairana, out]);
    expect(counts(again.stdout)).toMatchObject({ made: 0 });
  });

  test('a lost or shortened file comes back', async () => {
    begin();
    rmSync(join(out, 'shamli/kairana/shamli-kairana-board.pdf'));
    writeFileSync(join(out, 'shamli/kairana/shamli-kairana-pamphlet.pdf'), 'cut');
    const again = await runGenerator([...kairana, out]);
    expect(counts(again.stdout).made).toBe(2);
    expectWhole(join(out, 'shamli/kairana/shamli-kairana-pamphlet.pdf'));
  });

  test('a renamed station changes its own files and no other', async () => {
    const overrides = join(folder, 'overrides');
    mkdirSync(overrides);
    const env = { OVERRIDES_DIR: overrides };
    begin();
    writeFileSync(
      join(overrides, 'shamli.csv'),
      'action,station,name_hi,name_en,kind,remark\nrename,kairana,कैराना नगर,Kairana Nagar,,\n',
    );
    const before = statSync(join(out, 'shamli/kandhla/shamli-kandhla-board.pdf')).mtimeMs;
    const again = await runGenerator([...kairana, out], { env });
    expect(counts(again.stdout).made).toBe(10);
    expect(statSync(join(out, 'shamli/kandhla/shamli-kandhla-board.pdf')).mtimeMs).toBe(before);
  });

  test('copy that only the pamphlet prints leaves the boards as they are', async () => {
    const campaign = join(folder, 'campaign');
    cpSync(campaignFolder('up-cop'), campaign, { recursive: true });
    const env = { CAMPAIGN: campaign, DATA_DIR: folder };
    await runGenerator(['--district', 'shamli', '--format', 'pdf', '--out', out], { env });
    const copy = join(campaign, 'copy.yaml');
    const text = readFileSync(copy, 'utf8');
    const changed = text.replace('तीन कदमों में सेवा पाएँ', 'ऐप ऐसे पाएँ');
    expect(changed).not.toBe(text);
    writeFileSync(copy, changed);
    const again = await runGenerator(['--district', 'shamli', '--format', 'pdf', '--out', out], {
      env,
    });
    const stations = new Set(readManifest(out).files.map(({ station }) => station)).size;
    expect(counts(again.stdout).made).toBe(3 * stations);
  });
});

describe('what goes wrong is said', () => {
  test.each([
    [['--district', 'lucknw'], 'Did you mean lucknow'],
    [['--station', 'lucknow/hajratganj'], 'lucknow/hazratganj'],
    [['--artwork', 'banner'], 'Expected one of board'],
    [['--format', 'doc'], 'Expected one of pdf'],
    [['--artwork', 'board', '--format', 'zip'], 'Expected all usual artworks'],
    [['--kinds', 'airport'], 'Expected one of territorial'],
    [['--nonsense'], "Unknown option '--nonsense'"],
  ])('%j', async (args, said) => {
    const ended = await runGenerator([...args, '--out', out]);
    expect(ended.code).toBe(2);
    expect(ended.stderr).toContain(said);
    expect(existsSync(join(out, 'manifest.json'))).toBe(false);
  });

  test('one station that cannot be set does not stop the others', async () => {
    const overrides = join(folder, 'overrides');
    mkdirSync(overrides);
    const endless = 'सुल्तानगंजमहमूदाबाद'.repeat(3);
    writeFileSync(
      join(overrides, 'shamli.csv'),
      `action,station,name_hi,name_en,kind,remark\nrename,kairana,${endless},Endless,,\n`,
    );
    const env = { OVERRIDES_DIR: overrides };
    const ended = await runGenerator(['--district', 'shamli', ...boards, '--out', out], { env });
    expect(ended.code).toBe(1);
    expect(ended.stderr).toContain('shamli/kairana board: Expected a name that fits');
    expect(pressFilesBelow(out)).toHaveLength(readManifest(out).files.length);
    expect(readManifest(out).files.some(({ station }) => station === 'kandhla')).toBe(true);
  });

  test('an added station gets a code of the installation that stays', async () => {
    const overrides = join(folder, 'overrides');
    mkdirSync(overrides);
    writeFileSync(
      join(overrides, 'shamli.csv'),
      'action,station,name_hi,name_en,kind,remark\nadd,naya-bazar,नया बाज़ार,Naya Bazar,territorial,\n',
    );
    const env = { OVERRIDES_DIR: overrides, DATA_DIR: folder };
    const code = async (where: string) => {
      await runGenerator(['--district', 'shamli', ...boards, '--out', where], { env });
      return readManifest(where).files.find(({ station }) => station === 'naya-bazar')?.code;
    };
    const first = await code(out);
    expect(first).toMatch(/^[0-9B-Z]{6}$/);
    expect(await code(join(folder, 'again'))).toBe(first);
  });
});

test('a second campaign prints its own words, link and version', async () => {
  const env = {
    CAMPAIGN: join(import.meta.dirname, '..', '..', 'campaigns', 'tiny'),
    DATA_DIR: folder,
  };
  const ended = await runGenerator(
    ['--district', 'shamli', '--format', 'pdf,preview,ticket,zip', '--out', out],
    { env },
  );
  expect(ended).toMatchObject({ code: 0 });
  const manifest = readManifest(out);
  expect(manifest.campaign).toBe('tiny');
  const board = manifest.files.find(
    ({ artwork, format }) => artwork === 'board' && format === 'pdf',
  );
  expect(board?.url).toMatch(/^https:\/\/EXAMPLE\.IN\/Q/);
  const pdf = readFileSync(join(out, board?.path ?? '')).toString('latin1');
  expect(pdf).toContain('(FOGRA39)');
  const pamphlet = board?.path.replace('board.pdf', 'pamphlet.pdf') ?? '';
  expect(readFileSync(join(out, pamphlet)).toString('latin1')).toContain('(FOGRA47)');
  const title = Buffer.from('Sahayak board', 'utf16le').swap16().toString('hex').toUpperCase();
  expect(pdf).toContain(title);
  expect(pdf).not.toContain(
    Buffer.from('UP COP', 'utf16le').swap16().toString('hex').toUpperCase(),
  );
});

test('a campaign whose codes cannot be read ends the run with one sentence, its threads too', async () => {
  const broken = join(folder, 'broken');
  cpSync(join(import.meta.dirname, '..', '..', 'campaigns', 'tiny'), broken, { recursive: true });
  writeFileSync(join(broken, 'codes.csv'), 'serial,scope\n');
  const env = { CAMPAIGN: broken, DATA_DIR: folder };
  const ended = await runGenerator(['--district', 'shamli', '--out', join(folder, 'none')], {
    env,
  });
  expect(ended).toMatchObject({ code: 1 });
  expect(ended.stderr).toContain('codes.csv:1: Expected the columns');
});

test('what is made on demand stands beside the usual artworks and is no part of them', async () => {
  const station = ['--station', 'shamli/kairana', '--format', 'pdf', '--out', out];
  await runGenerator(station);
  const usual = readManifest(out).files.map(({ artwork }) => artwork);
  expect(usual.sort()).toEqual(['board', 'pamphlet', 'pamphlet-2up', 'pamphlet-4up']);
  await runGenerator([...station, '--artwork', 'sticker,poster-a3']);
  const all = readManifest(out).files.map(({ path }) => path.split('/').at(-1));
  expect(all).toContain('shamli-kairana-sticker.pdf');
  expect(all).toContain('shamli-kairana-poster-a3.pdf');
  expect(all).toHaveLength(6);
});

test('cyber stations get boards only when asked for', async () => {
  await runGenerator(['--district', 'shamli', ...boards, '--out', out]);
  const usual = readManifest(out).files.length;
  await runGenerator(['--district', 'shamli', '--kinds', 'all', ...boards, '--out', out]);
  expect(readManifest(out).files.length).toBeGreaterThan(usual);
});
