import { execFile, execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commands, exitCodes, type Option } from '../../../assets/deploy/commands.ts';
import { asCalledHere } from '../../../campaigns/command/called-here-fs.ts';
import { inherited } from '../../messaging/fixtures/inherited-env.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const program = join(root, 'assets', 'deploy', 'program.ts');

interface Ended {
  code: number;
  stdout: string;
  stderr: string;
}

function run(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  node = process.execPath,
): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(node, args, { cwd: root, env: { ...inherited(), ...env } }, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr }),
    );
  });
}

const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};

/** Imports programs one after the other, each up to where it reads its options, and says their names. */
const tellOptions = `
  import util from 'node:util';
  import { syncBuiltinESMExports } from 'node:module';
  let taken;
  util.parseArgs = ({ options }) => {
    taken = Object.keys(options);
    throw new Error('read');
  };
  syncBuiltinESMExports();
  process.exit = (code) => { throw new Error('ended with ' + code); };
  const told = [];
  for (const [path, ...args] of JSON.parse(process.argv[1])) {
    process.argv = [process.execPath, path, ...args];
    await import(path + '?' + told.length).catch(() => {});
    told.push(taken);
  }
  console.log(JSON.stringify(told));
  process.exitCode = 0;
`;

test('without a command, and with one that there is not, it says what there is', async () => {
  const [none, wrong, help] = await Promise.all([
    run([program]),
    run([program, 'bakup']),
    run([program, '--help']),
  ]);
  expect(none.code).toBe(2);
  expect(wrong).toMatchObject({ code: 2, stdout: '' });
  expect(wrong.stderr).toContain('Expected a command, got bakup');
  expect(help.code).toBe(0);
  for (const { name } of commands) expect(help.stdout).toContain(`${name} `);
  for (const { summary } of commands) expect(help.stdout).toContain(summary);
  for (const [code, what] of Object.entries(exitCodes))
    expect(help.stdout).toMatch(new RegExp(`${code} +${RegExp.escape(what)}`));
});

test.each(commands)(
  '$name: help has options and examples, what is unknown is wrong use',
  async ({ name, options = {}, examples }) => {
    const [help, wrong] = await Promise.all([
      run([program, name, '--help']),
      run([program, name, '--nonsense']),
    ]);
    expect(help).toMatchObject({ code: 0, stderr: '' });
    for (const option of Object.keys(options)) expect(help.stdout).toContain(`--${option}`);
    expect(examples.length).toBeGreaterThan(0);
    for (const [args] of examples)
      expect(help.stdout).toContain(asCalledHere(`up-cop-outreach ${name} ${args}`.trim()));
    expect(wrong).toMatchObject({ code: 2, stdout: '' });
    expect(wrong.stderr).toBe(
      `Unknown option '--nonsense'. What there is: npm run ${name} -- --help\n`,
    );
  },
);

/** What is named and not there, and which sentence says so. */
const absent: [call: string, sentence: RegExp][] = [
  ['import nofile.csv', /^Expected a file at nofile\.csv, got nothing there$/],
  ['restore nofolder', /^Expected the folder of a backup, got nofolder, which holds none$/],
  ['restore-drill nofolder', /^Expected the folder of a backup, got nofolder/],
  ['backup --key-file nofile', /^Expected a file at nofile/],
  ['backup --keep-days x', /^Expected 1 to \d+ for --keep-days/],
  ['preflight nofolder', /nofolder\/manifest\.json, got none/],
  ['preflight --dcp nofile', /^Expected a folder or a ZIP, got nothing at \S*nofile$/],
  ['generate --district nowhere', /^Expected a district of the directory/],
  ['campaign check nofolder', /^Expected a file at \S*nofolder\/campaign\.yaml/],
  ['campaign new some-state --answers nofile', /^Expected a file at nofile/],
  [
    'words hi --read nofile',
    /^Expected one of gu, mr, ur, [^\n]* with --write FILE or --read FILE/,
  ],
  ['words ta --read nofile', /^Expected a file at nofile/],
  ['verify-audit nonsense', /^Expected ID:HASH/],
  ['invite --role nobody --email a@b.in', /^Expected --role/],
  ['serve --only nothing', /^Expected --only/],
  [
    'generate --plan --out /proc/x',
    /^Expected a folder in which files can be made, got \/proc\/x$/,
  ],
  ['film --plan --out /proc/x', /^Expected a folder in which files can be made, got/],
  ['campaign export --out /proc/x', /^Expected a folder in which files can be made, got/],
  ['campaign new some-state --out /proc/x', /^Expected a folder in which files can be made, got/],
  ['backup /proc/x', /^Expected a folder in which files can be made, got/],
  ['backup --encrypt-to /proc/x/y', /^Expected a folder in which files can be made, got/],
];

test.each(absent)('%s is wrong use', async (call, sentence) => {
  const { code, stdout, stderr } = await run([program, ...call.split(' ')], {
    DATA_DIR: join(tmpdir(), 'nothing-is-here'),
  });
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr.trimEnd()).toMatch(sentence);
  expect(stderr).not.toContain('up-cop-outreach');
});

/** How each is called that would do its work, had it a place for it; the others need no words. */
const calls: Readonly<Record<string, string>> = {
  generate: 'generate --plan',
  film: 'film --plan',
  invite: 'invite --role admin --email a@b.in',
  import: 'import package.json',
};
/** `doctor` says what it finds, `campaign` and `words` read and write where they are told, and `restore` looks at the backup first. */
const working = commands
  .map(({ name }) => name)
  .filter((name) => !['doctor', 'campaign', 'words', 'restore'].includes(name));
/** A full disk ends no program that answers people: scans need none. */
const keepsNothing = ['start', 'serve', 'worker', 'receive', 'redirect', 'preflight'];
const without: [what: string, env: Record<string, string>, names: string[], sentence: RegExp][] = [
  [
    'a folder that can be made',
    { DATA_DIR: '/proc/x' },
    working,
    /^Expected a folder in which files can be made for `DATA_DIR`, got \/proc\/x$/,
  ],
  ['a folder', { DATA_DIR: program }, working, /^Expected [^\n]* got [^\n]+$/],
  [
    'a database',
    { DATA_DIR: join(tmpdir(), 'no-database'), DATABASE_URL: 'postgresql://127.0.0.1:9/x' },
    ['invite', 'import', 'backup', 'restore-drill', 'accept-database', 'verify-audit'],
    /^Expected PostgreSQL to let the service in at `DATABASE_URL` \(127\.0\.0\.1:9\/x\), got [^\n]+$/,
  ],
  [
    'room on the disk',
    { DATA_DIR: '/mnt' },
    working.filter((name) => !keepsNothing.includes(name)),
    /Expected room on the disk[^\n]+: make room$/,
  ],
];
const cases = without.flatMap(([what, env, names, sentence]) =>
  names.map((name) => ({ name, what, env, sentence })),
);
/** A disk of 64 kB that is full, and only this program's. */
const onFullDisk = [
  ...['unshare', '--mount', 'sh', '-c'],
  'mount -t tmpfs -o size=64k tmpfs /mnt; head -c 1M /dev/zero >/mnt/full 2>/dev/null; exec "$@"',
  'sh',
];

test.skipIf(process.getuid?.() !== 0).each(cases)(
  '$name without $what ends with 1 and a sentence',
  async ({ name, env, sentence }) => {
    const before = env['DATA_DIR'] === '/mnt' ? onFullDisk : [];
    const call = [process.execPath, program, ...(calls[name] ?? name).split(' ')];
    const [node = '', ...args] = [...before, ...call];
    const { code, stderr } = await run(args, { PORT: '0', ...env }, node);
    expect(code, stderr).toBe(1);
    expect(stderr.trimEnd()).toMatch(sentence);
  },
);

const entries = ['mjs', 'ts'].map((ending) =>
  join(root, `assets/deploy/up-cop-outreach.${ending}`),
);
test.each(entries)(
  'any Node of the machine starts it, which goes on with its own: %s',
  async (entry) => {
    const { bin } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expect(entries).toContain(join(root, bin['up-cop-outreach']));
    const [ofMachine, wrong] = await Promise.all([
      run([entry, 'doctor', '--help'], {}, '/usr/bin/node'),
      run([entry, 'bakup'], {}, '/usr/bin/node'),
    ]);
    expect(ofMachine).toMatchObject({ code: 0, stdout: expect.stringContaining('--json') });
    expect(wrong).toMatchObject({ code: 2, stderr: expect.stringContaining('got bakup') });
  },
);

test('a text names its commands as they are called here', () => {
  const text =
    'restore it: up-cop-outreach restore FOLDER, or up-cop-outreach restore-drill. Else up-cop-outreach sample --remove';
  expect(asCalledHere(text, false)).toBe(text);
  expect(asCalledHere(text, true)).toBe(
    'restore it: npm run restore -- FOLDER, or npm run restore-drill. Else npm run sample -- --remove',
  );
});

test('each sentence that names a command names one that there is, with options that it has', () => {
  const files = execFileSync(
    'git',
    ['ls-files', '-z', 'assets', 'campaigns', 'generator', 'messaging', 'site', 'docs'],
    { cwd: root, encoding: 'utf8' },
  );
  const texts = files
    .split('\0')
    .filter((path) => /\.(tsx?|astro|md|sh|8|yaml)$|postinst$/.test(path));
  const called =
    /(?:up-cop-outreach|npm run) ([a-z]+(?:-[a-z]+)*)(?: --(?= ))?((?: --[a-z-]+(?: [^\s`’'"]+)?)*)/g;
  const unknown = texts.flatMap((path) =>
    [...readFileSync(join(root, path), 'utf8').matchAll(called)].flatMap(
      ([call, name, given = '']) => {
        if (name === undefined || name in scripts === false)
          return /npm run/.test(call) ? [`${path}: ${call}`] : [];
        const command = commands.find((each) => each.name === name);
        const options = [...given.matchAll(/--([a-z-]+)/g)].map(([, option = '']) => option);
        return options.every((option) => command === undefined || option in (command.options ?? {}))
          ? []
          : [`${path}: ${call}`];
      },
    ),
  );
  expect(unknown).toEqual([]);
});

test('each program takes the options that its help names', async () => {
  // What else reads options: `start` hands all on to the service, `film` is part of the generator, four have none.
  const others = ['start', 'film', 'worker', 'receive', 'redirect', 'verify-audit'];
  const asked = commands.filter(({ name }) => !others.includes(name));
  const calls = [...asked.map(({ script }) => [script]), ['generator/main.ts', '--channel', 'all']];
  const absolute = calls.map(([script = '', ...args]) => [join(root, script), ...args]);
  const { stdout } = await run([
    ...['--input-type=module', '--eval', tellOptions, '--', JSON.stringify(absolute)],
  ]);
  const taken = JSON.parse(stdout) as string[][];
  for (const [index, { name, options = {} }] of asked.entries()) {
    const more = name === 'generate' ? (taken.at(-1) ?? []) : [];
    const all = new Set([...(taken[index] ?? []), ...more]);
    expect([...all].sort(), name).toEqual(Object.keys(options).sort());
  }
});

test('an option has the same words in every command', () => {
  const words = new Map<string, Option>();
  // What `campaign new` asks is about a campaign that is not there yet.
  for (const { name, options = {} } of commands.filter((each) => each.name !== 'campaign')) {
    for (const [option, { value, says }] of Object.entries(options)) {
      const [first] = says.split(', all');
      const own = { ...(value === undefined ? {} : { value }), says: first ?? says };
      expect(own, `${name} --${option}`).toEqual(words.get(option) ?? own);
      words.set(option, own);
    }
  }
});

test('npm runs each of them, and the paper for who runs it has the exit codes', () => {
  const paper = readFileSync(join(root, 'docs', 'operate.md'), 'utf8');
  for (const { name } of commands)
    expect(scripts[name]).toBe(`node assets/deploy/program.ts ${name}`);
  for (const [code, what] of Object.entries(exitCodes))
    expect(paper).toContain(`| ${code} | ${what} |`);
});
