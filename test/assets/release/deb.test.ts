import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { debianScript, makeDeb } from '../../../assets/deploy/release/deb.ts';
import { root } from '../../../assets/deploy/release/project.ts';
import { settle } from '../../../assets/deploy/release/stage.ts';
import { packRoot, packTar } from '../../../assets/deploy/release/tar.ts';
import { openFolder } from '../../folders.ts';

const epoch = 1_795_900_000;
const run = (program: string, ...args: string[]) =>
  execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

const folder = openFolder('deb-');

/** A package of an installation of two files, written by somebody with habits of his own. */
function make(name: string, names: readonly string[], mode: number): string {
  const place = join(folder, name);
  const installation = join(place, 'installation');
  const papers = join(place, 'papers');
  for (const each of [installation, papers, join(place, 'out')])
    mkdirSync(each, { recursive: true });
  for (const each of names) {
    writeFileSync(join(installation, each), each, { mode });
    utimesSync(join(installation, each), 1000 + mode, 1000 + mode);
  }
  writeFileSync(join(papers, 'CHANGELOG.md'), '## Unreleased\n');
  writeFileSync(join(papers, 'sbom.json'), '{}\n');
  settle(installation, epoch);
  return makeDeb({ installation, papers, epoch }, place, join(place, 'out'));
}

test('the package is the same bytes for every builder, and all of it is root’s', () => {
  const one = make('one', ['a', 'b'], 0o600);
  const other = make('other', ['b', 'a'], 0o664);
  expect(readFileSync(one).equals(readFileSync(other))).toBe(true);
  const lines = run('dpkg-deb', '--contents', one).trim().split('\n');
  const shapes = lines.map((line) => line.split(/\s+/).slice(0, 2).join(' '));
  expect([...new Set(shapes)].sort()).toEqual([
    '-rw-r--r-- root/root',
    '-rwxr-xr-x root/root',
    'drwxr-xr-x root/root',
  ]);
  const paths = lines.map((line) => line.split(' ./').at(-1));
  expect(paths).toEqual(
    expect.arrayContaining([
      'usr/lib/up-cop-outreach/a',
      'usr/sbin/up-cop-outreach',
      'usr/share/man/man8/up-cop-outreach.8.gz',
      'usr/share/doc/up-cop-outreach/sbom.json',
      'etc/nginx/conf.d/up-cop-outreach.conf',
    ]),
  );
  expect(run('dpkg-deb', '--field', one, 'Depends')).toMatch(
    /postgresql .*redis-server \| valkey-server, nginx.*ffmpeg, espeak-ng/,
  );
});

test('its units are known to systemd, and what they run lies where it is installed', () => {
  const unpacked = join(folder, 'unpacked');
  const installation = join(unpacked, 'usr/lib/up-cop-outreach/node_modules/.bin');
  run('dpkg-deb', '--extract', make('three', ['a'], 0o644), unpacked);
  mkdirSync(installation, { recursive: true });
  writeFileSync(join(installation, 'node'), '', { mode: 0o755 });
  mkdirSync(join(unpacked, 'bin'));
  writeFileSync(join(unpacked, 'bin/sh'), '', { mode: 0o755 });
  const units = [
    '@both.service',
    '-worker@1.service',
    '-receiver.service',
    '-redirect.service',
    '-backup.service',
    '-backup.timer',
    '-drill.service',
    '-drill.timer',
  ];
  // What Debian's systemd brings.
  for (const name of ['basic', 'shutdown', 'sysinit', 'network-online', 'multi-user', 'timers'])
    writeFileSync(
      join(unpacked, 'usr/lib/systemd/system', `${name}.target`),
      `[Unit]\nDescription=${name}\n`,
    );
  const said = execFileSync(
    'systemd-analyze',
    [
      ...['verify', `--root=${unpacked}`, '--man=no', '--recursive-errors=no'],
      ...units.map((unit) => `up-cop-outreach${unit}`),
    ],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] },
  );
  expect(said).toBe('');
});

test('its scripts are sh’s, and each is a program', () => {
  for (const script of ['config', 'postinst', 'prerm', 'postrm', 'install.sh', 'up-cop-outreach'])
    expect(run('dash', '-n', join(root, 'assets/deploy/debian', script)), script).toBe('');
});

test.each([
  ['--address', 'Expected a value after --address, got nothing'],
  ['--address outreach.test', 'Expected an address like https://outreach.example.gov.in, got'],
  ['--address https://a.example/console', 'Expected an address like'],
  ['--address https://', 'Expected an address like'],
  [
    '--address https://a.example --email x',
    'Expected an e-mail address like you@example.in, got "x"',
  ],
  ['--email a@b', 'Expected an e-mail address like'],
  ['--mail a@b.in', 'Expected --address URL --email NAME@DOMAIN, got --mail'],
])('the installer refuses %s at once', (given, sentence) => {
  const path = join(folder, 'install.sh');
  writeFileSync(path, debianScript('install.sh'));
  const { status, stderr } = spawnSync('sh', [path, ...given.split(' ')], { encoding: 'utf8' });
  expect([status, stderr]).toEqual([2, expect.stringContaining(sentence)]);
});

test('what will do for the installer is not refused', () => {
  const script = debianScript('answers.sh');
  for (const given of [
    'expect_address https://outreach.example.gov.in',
    'expect_address http://10.0.0.7:8080/',
    'expect_email you@example.gov.in',
    "expect_email ''",
  ])
    expect(run('sh', '-euc', `${script}\n${given}`)).toBe('');
});

test('each script of Debian’s has the answers in it', () => {
  for (const script of ['config', 'postinst', 'install.sh'])
    expect(debianScript(script)).toMatch(/^expect_address\(\)/m);
});

test('a layer names each path once, the folders that are somebody’s own last', () => {
  const place = join(folder, 'layer');
  for (const path of ['tmp', 'var/lib/own', 'var/lib/other'])
    mkdirSync(join(place, path), { recursive: true });
  writeFileSync(join(place, 'var/lib/other/tmp'), 'a file of that name');
  const own = [
    { path: 'var/lib/own', owner: 7, mode: '0711' },
    { path: 'tmp', owner: 0, mode: '1777' },
  ];
  const archive = join(folder, 'layer.tar');
  packRoot(place, own, archive, epoch);
  expect(run('tar', '--list', `--file=${archive}`).trim().split('\n')).toEqual([
    ...['var/', 'var/lib/', 'var/lib/other/', 'var/lib/other/tmp'],
    ...['var/lib/own/', 'tmp/'],
  ]);
  expect(run('tar', '--list', '--verbose', '--numeric-owner', `--file=${archive}`)).toMatch(
    /drwx--x--x 7\/7 .* var\/lib\/own\/\ndrwxrwxrwt 0\/0 .* tmp\//,
  );
});

test('a command of an installation has its settings as systemd reads them, and runs nothing in them', () => {
  const program = readFileSync(join(root, 'assets/deploy/debian/up-cop-outreach'), 'utf8');
  const file = join(folder, 'settings.env');
  writeFileSync(file, '# A=1\nB=$(touch "$HOME/ran") `id` # 2\nC=a=b "c"\n\n');
  const [reading = ''] = /^while .*?^done/ms.exec(program) ?? [];
  const script = `${reading}</etc/up-cop-outreach.env\nprintf '%s|%s|%s' "\${A-}" "$B" "$C"`
    .replace('done</etc', 'done </etc')
    .replaceAll('/etc/up-cop-outreach.env', file);
  expect(run('sh', '-euc', script)).toBe('|$(touch "$HOME/ran") `id` # 2|a=b "c"');
});

test('an archive is the same bytes whenever its files were written', () => {
  const archives = ['early', 'late'].map((name, at) => {
    const place = join(folder, name);
    mkdirSync(join(place, 'top'), { recursive: true });
    for (const each of at === 0 ? ['x', 'y'] : ['y', 'x']) {
      writeFileSync(join(place, 'top', each), each);
      utimesSync(join(place, 'top', each), 2000 + at, 2000 + at);
    }
    chmodSync(join(place, 'top', 'x'), 0o600 + at * 0o40);
    settle(place, epoch);
    const path = join(folder, `${name}.tar`);
    onTestFinished(() => rmSync(path));
    packTar(place, ['top'], path, epoch);
    return readFileSync(path);
  });
  expect(archives[0]?.equals(archives[1] as Buffer)).toBe(true);
});

test.each([
  [
    'upgrade 99.0',
    1,
    /^up-cop-outreach: 99\.0 is installed, and \S+ cannot read its data\. Nothing was changed\.\n/,
  ],
  ['upgrade 1.0.0', 0, /^$/],
  ['install', 0, /^$/],
])('dpkg asks to %s, and the package answers %i', (args, code, said) => {
  const { status, stderr } = spawnSync('sh', ['-s', ...args.split(' ')], {
    input: debianScript('preinst'),
    encoding: 'utf8',
  });
  expect(status).toBe(code);
  expect(stderr).toMatch(said);
});
