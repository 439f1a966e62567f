import { strict as assert } from 'node:assert';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commands } from '../../assets/deploy/commands.ts';
import { name } from '../../assets/deploy/release/project.ts';
import { host } from '../assets/deploy/nginx.ts';
import type { BareMachine } from './bare-machine.ts';
import { tell } from './report.ts';

type Wrong = readonly [what: string, command: string, code: number, sentence: RegExp];
const settings = '/etc/up-cop-outreach.env';
const program = `/usr/lib/${name}`;
const install = 'cd /media/release/*/ && ./install.sh';
/** As a machine answers by itself, where nobody sits at it. */
const answered = (address: string, email: string) =>
  `echo ${name} ${name}/address string ${address} | debconf-set-selections
   echo ${name} ${name}/email string ${email} | debconf-set-selections
   DEBIAN_FRONTEND=noninteractive dpkg --configure ${name}`;

/** Before anything is installed. */
const atTheInstaller: readonly Wrong[] = [
  [
    'an address without https',
    `${install} --address outreach.test`,
    2,
    /Expected an address like https:\/\/\S+, got "outreach\.test"/,
  ],
  [
    'an address of another kind',
    `${install} --address ftp://a.in`,
    2,
    /Expected an address .* got "ftp:\/\/a\.in"/,
  ],
  [
    'no e-mail address',
    `${install} --address https://a.in --email x`,
    2,
    /Expected an e-mail address .* got "x"/,
  ],
  ['a value left out', `${install} --address`, 2, /Expected a value after --address, got nothing/],
  [
    'another option',
    `${install} --adress https://a.in`,
    2,
    /Expected --address URL .* got --adress/,
  ],
  ['not root', `setpriv --reuid=65534 --clear-groups sh -c '${install}'`, 1, /Expected root/],
];
/** Where its packages are unpacked, and it waits for answers. */
const atTheQuestions: readonly Wrong[] = [
  [
    'the address of the questions',
    answered('outreach.test', 'a@b.in'),
    1,
    /Expected an address .* got "outreach\.test"\. Answer again/,
  ],
  [
    'the e-mail of the questions',
    answered('https://a.in', 'x'),
    1,
    /Expected an e-mail address .* got "x"\. Answer again/,
  ],
  [
    'PostgreSQL down',
    `pg_ctlcluster 17 main stop; ${answered(`https://${host}`, 'a@b.in')}`,
    1,
    /PostgreSQL does not run\. Start it, then: dpkg --configure/,
  ],
];
/** Of an installation, before its first start. */
const atTheCommands: readonly Wrong[] = [
  [
    'a setting that is none',
    `sed -i '$aLOG_FORMAT=xml' ${settings}; ${name} doctor`,
    1,
    /LOG_FORMAT/,
  ],
  [
    'no root at a command',
    `setpriv --reuid=65534 --clear-groups ${name} doctor`,
    1,
    /Run it as root/,
  ],
  [
    'a report that is absent',
    `${name} import nofile.csv`,
    2,
    /Expected a file at nofile\.csv, got nothing there/,
  ],
  [
    'a mistyped folder of a drill',
    `${name} restore-drill /nowhere`,
    2,
    /Expected the folder of a backup, got \/nowhere/,
  ],
  [
    'a folder that is not its user’s',
    `mkdir -p /mnt/backups && ${name} backup --encrypt-to /mnt/backups/today`,
    1,
    /Expected .*\/mnt\/backups\/today.* got EACCES/,
  ],
  [
    'a folder that cannot be',
    `${name} backup /proc/x`,
    2,
    /Expected a folder in which files can be made, got \/proc\/x/,
  ],
];

/** Commands with their options, as a text names them, here or in a clone. */
function listCalls(text: string): string[] {
  const called =
    /(?:up-cop-outreach|npm run) ([a-z]+(?:-[a-z]+)*)(?: --(?= ))?((?: --[a-z-]+(?: [^\s`’'"]+)?)*)/g;
  return [...text.matchAll(called)].flatMap(([, command = '', given = '']) => {
    const known = commands.find((each) => each.name === command);
    if (known === undefined) return [];
    // Help asks for no more than a value.
    const options = [...given.matchAll(/--([a-z-]+)/g)].map(([option, name = '']) =>
      known.options?.[name]?.value === undefined ? option : `${option}=X`,
    );
    return [[command, ...options].join(' ')];
  });
}

/** Each is refused where it is given, with what was expected. */
function refuse(machine: BareMachine, wrong: readonly Wrong[]): void {
  for (const [what, command, code, sentence] of wrong) {
    const said = machine.run(`{ ${command}\n} 2>&1 && rc=0 || rc=$?; echo "rc $rc"`);
    assert.match(said, sentence, what);
    assert.match(said, RegExp(`\\nrc ${code}\\n$`), `${what}: ${said.slice(-500)}`);
    tell(`refused with ${code}: ${what}: ${sentence.exec(said)?.[0]}`);
  }
}

/** Flags, answers to its questions and a database that is away; leaves the machine with the packages that it depends on. */
export function answerWrongly(machine: BareMachine): void {
  refuse(machine, atTheInstaller);
  const first = machine.run(
    `export DEBIAN_FRONTEND=noninteractive
     echo ${name} ${name}/address string outreach.test | debconf-set-selections
     ${install} >/tmp/said 2>&1 && rc=0 || rc=$?; tail -n 30 /tmp/said; echo "rc $rc"`,
  );
  assert.match(first, /Expected an address .* got "outreach\.test"/);
  assert.doesNotMatch(first, /\nrc 0\n$/);
  refuse(machine, atTheQuestions);
  machine.run('pg_ctlcluster 17 main start');
}

/** Settings and operands; and every command that a text of this installation names is one of this machine. */
export function commandWrongly(machine: BareMachine): void {
  const before = readFileSync(machine.path(settings));
  refuse(machine, atTheCommands.slice(0, 1));
  writeFileSync(machine.path(settings), before);
  refuse(machine, atTheCommands.slice(1));
  const said = machine.run(`${name} doctor 2>&1 || true`);
  assert.doesNotMatch(said, /npm run|npx/, 'doctor names no command of a clone');
  const texts = ['docs/operate.md', 'docs/material.md', 'README.md', 'assets/deploy/commands.ts'];
  const papers = texts.map((path) => readFileSync(machine.path(join(program, path)), 'utf8'));
  const calls = new Set([said, ...papers].flatMap(listCalls));
  assert.ok(calls.size > 20);
  for (const call of calls) machine.run(`${name} ${call} --help >/dev/null`);
  tell(`${calls.size} calls that doctor and the papers name are commands of this machine`);
  const plain = machine.run(`${name} backup 2>&1`).trim();
  assert.match(plain, /, encrypted$/);
  tell(`a backup without --encrypt-to, where there is a passphrase: ${plain}`);
  const over = machine.run(`${name} restore /var/lib/${name}/backups/* 2>&1 || true`);
  assert.doesNotMatch(over, /newer version/);
  tell(`restoring over data: ${over.trim()}`);
  const old = '/usr/bin/node';
  if (!existsSync(old)) return;
  const entry = machine.path(join(program, 'assets/deploy/up-cop-outreach.mjs'));
  const { status } = spawnSync(old, [entry, 'doctor', '--help']);
  assert.equal(status, 0);
  tell(
    `by the Node of another machine, ${spawnSync(old, ['--version']).stdout.toString().trim()}: goes on with its own`,
  );
}
