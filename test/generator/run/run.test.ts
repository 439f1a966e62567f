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
import { toExitCode } from '../../../campaigns/command/run-command.ts';
import { loadDirectory } from '../../../campaigns/directory/directory-fs.ts';
import { loadConfig } from '../../../generator/config.ts';
import { parseOptions } from '../../../generator/run/options.ts';
import { generate } from '../../../generator/run/run.ts';
import { selectStations } from '../../../generator/run/selection.ts';
import { readManifest, removeFolder, runGenerator, temporaryFolder } from '../fixture.ts';
import { expectWhole, pressFilesBelow } from './made-files.ts';

const tiny = join(import.meta.dirname, '..', '..', 'campaigns', 'tiny');
const boards = ['--artwork', 'board', '--format', 'pdf'];
/** Where corrections of the district shamli begin. */
const head = 'action,station,name_hi,name_en,kind,remark\n';
let folder: string;
let out: string;
beforeEach(() => {
  folder = temporaryFolder();
  out = join(folder, 'print');
});
afterEach(() => removeFolder(folder));

/** A run as the command line starts it, in this process. @param env beside the run's own data folder */
function make(args: string[], env: Record<string, string> = {}, to = out) {
  return generate({
    config: loadConfig({ DATA_DIR: folder, ...env }),
    options: parseOptions(args),
    out: to,
    signal: new AbortController().signal,
    progress: { write: () => true, isTTY: false },
  });
}

/** The environment with corrections of a district. */
function overridden(correction: string): { OVERRIDES_DIR: string } {
  const overrides = join(folder, 'overrides');
  mkdirSync(overrides);
  writeFileSync(join(overrides, 'shamli.csv'), `${head}${correction}\n`);
  return { OVERRIDES_DIR: overrides };
}

describe('what changed is made again, and only that', () => {
  const two = ['--station', 'shamli/kairana,shamli/kandhla', '--format', 'pdf,preview'];
  /** What these tests begin with, made once. */
  let made: string;
  beforeAll(async () => {
    made = temporaryFolder();
    const run = await make(two, { DATA_DIR: made }, join(made, 'print'));
    expect(run).toMatchObject({ made: 20, faults: [] });
  });
  afterAll(() => removeFolder(made));
  beforeEach(() => cpSync(join(made, 'print'), out, { recursive: true, preserveTimestamps: true }));

  test('nothing changed: nothing is made', async () => {
    expect(await make(two)).toMatchObject({ made: 0, fresh: 20 });
  });

  test('a lost or shortened file comes back', async () => {
    rmSync(join(out, 'shamli/kairana/shamli-kairana-board.pdf'));
    writeFileSync(join(out, 'shamli/kairana/shamli-kairana-pamphlet.pdf'), 'cut');
    expect(await make(two)).toMatchObject({ made: 2 });
    expectWhole(join(out, 'shamli/kairana/shamli-kairana-pamphlet.pdf'));
  });

  test('a renamed station changes its own files and no other', async () => {
    const env = overridden('rename,kairana,कैराना नगर,Kairana Nagar,,');
    const before = statSync(join(out, 'shamli/kandhla/shamli-kandhla-board.pdf')).mtimeMs;
    expect(await make(two, env)).toMatchObject({ made: 10 });
    expect(statSync(join(out, 'shamli/kandhla/shamli-kandhla-board.pdf')).mtimeMs).toBe(before);
  });

  test('copy that only the pamphlet prints leaves the boards as they are', async () => {
    const campaign = join(folder, 'campaign');
    cpSync(campaignFolder('up-cop'), campaign, { recursive: true });
    const copy = join(campaign, 'copy.yaml');
    const text = readFileSync(copy, 'utf8');
    const changed = text.replace('तीन आसान काम', 'ऐप ऐसे पाएँ');
    expect(changed).not.toBe(text);
    writeFileSync(copy, changed);
    const run = await make(two, { CAMPAIGN: campaign });
    // Pamphlet, two-up and four-up of each, with two sides of the pamphlet in two sizes.
    expect(run).toMatchObject({ made: 14, fresh: 6 });
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
    const error = await (async () => make(args))().catch((each: Error) => each);
    expect(error).toMatchObject({ message: expect.stringContaining(said) });
    expect(toExitCode(error)).toBe(2);
    expect(existsSync(join(out, 'manifest.json'))).toBe(false);
  });

  test('one station that cannot be set does not stop the others', async () => {
    const endless = 'सुल्तानगंजमहमूदाबाद'.repeat(3);
    const env = overridden(`rename,kairana,${endless},Endless,,`);
    const stations = ['--station', 'shamli/kairana,shamli/kandhla'];
    const ended = await runGenerator([...stations, ...boards, '--out', out], { env });
    expect(ended.code).toBe(1);
    expect(ended.stderr).toContain('shamli/kairana board: Expected a name that fits');
    expect(pressFilesBelow(out)).toHaveLength(readManifest(out).files.length);
    expect(readManifest(out).files.map(({ station }) => station)).toEqual(['kandhla']);
  });

  test('an added station gets a code of the installation that stays', async () => {
    const env = overridden('add,naya-bazar,नया बाज़ार,Naya Bazar,territorial,');
    const code = async (where: string) => {
      await make(['--station', 'shamli/naya-bazar', ...boards], env, where);
      return readManifest(where).files[0]?.code;
    };
    const first = await code(out);
    expect(first).toMatch(/^[0-9B-Z]{6}$/);
    expect(await code(join(folder, 'again'))).toBe(first);
  });
});

test.each([
  [['--station', 'shamli/kairana', '--artwork', 'poster-a3'], 'kairana-poster-a3', 1],
  [
    ['--station', 'shamli/kairana,shamli/kandhla', '--artwork', 'board'],
    'kairana-kandhla-board',
    2,
  ],
  [['--district', 'shamli', '--artwork', 'sticker'], 'sticker', 10],
])('a shop gets a job ticket with whatever a run makes: %j', async (args, name, stations) => {
  const asked = [...args, '--format', 'ticket'];
  // The ticket names press files, so that these are made with it.
  expect(await make(asked)).toMatchObject({ made: stations + 1, faults: [] });
  const path = `shamli/shamli-${name}-job-ticket.pdf`;
  expect(readManifest(out).files.map((file) => file.path)).toContain(path);
  expectWhole(join(out, path));
  expect(await make(asked)).toMatchObject({ made: 0 });
});

test('a second campaign prints its own words, link and version', async () => {
  const env = { CAMPAIGN: tiny };
  const run = await make(['--station', 'shamli/kairana', '--format', 'pdf'], env);
  expect(run.faults).toEqual([]);
  const manifest = readManifest(out);
  expect(manifest.campaign).toBe('tiny');
  const board = manifest.files.find(({ artwork }) => artwork === 'board');
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
  cpSync(tiny, broken, { recursive: true });
  writeFileSync(join(broken, 'codes.csv'), 'serial,scope\n');
  const env = { CAMPAIGN: broken, DATA_DIR: folder };
  const ended = await runGenerator(['--district', 'shamli', '--out', join(folder, 'none')], {
    env,
  });
  expect(ended).toMatchObject({ code: 1 });
  expect(ended.stderr).toContain('codes.csv:1: Expected the columns');
});

test('what is made on demand stands beside the usual artworks and is no part of them', async () => {
  const station = ['--station', 'shamli/kairana', '--format'];
  await make([...station, 'pdf']);
  const usual = readManifest(out).files.map(({ artwork }) => artwork);
  expect(usual.sort()).toEqual(['board', 'pamphlet', 'pamphlet-2up', 'pamphlet-4up']);
  await make([...station, 'pdf,rgb,proof', '--artwork', 'sticker,poster-a3']);
  const all = readManifest(out).files.map(({ path }) => path.split('/').at(-1));
  for (const artwork of ['sticker', 'poster-a3'])
    for (const ending of ['.pdf', '-phone.jpg', '-proof.pdf'])
      expect(all).toContain(`shamli-kairana-${artwork}${ending}`);
  expect(all).toHaveLength(10);
});

test('cyber stations get boards only when asked for', () => {
  const kinds = (args: string[]) =>
    new Set(selectStations(loadDirectory(), parseOptions(args)).map(({ kind }) => kind));
  expect(kinds(['--district', 'shamli'])).not.toContain('cyber');
  expect(kinds(['--district', 'shamli', '--kinds', 'all'])).toContain('cyber');
});
