import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { parseRegistry } from '../../../campaigns/links/registry-csv.ts';
import { serialAt } from '../../../campaigns/links/serials.ts';
import { openFolder } from '../../folders.ts';

const root = join(import.meta.dirname, '../../..');
const checkout = openFolder('checkout-');
const campaigns = join(checkout, 'campaigns');

/** What a fresh clone of the tree has, as far as the command reads it. */
beforeAll(() => {
  const listed = ['ls-files', '--cached', '--others', '--exclude-standard', 'campaigns'];
  const files = execFileSync('git', listed, { cwd: root, encoding: 'utf8' }).trim().split('\n');
  for (const file of [...files.filter((each) => existsSync(join(root, each))), 'package.json']) {
    mkdirSync(dirname(join(checkout, file)), { recursive: true });
    cpSync(join(root, file), join(checkout, file));
  }
  mkdirSync(join(checkout, 'elsewhere'));
  symlinkSync(join(root, 'node_modules'), join(checkout, 'node_modules'));
});

const answers = {
  language: 'hi',
  app: 'Sahayak',
  'app-own': 'सहायक',
  state: 'Police of a State',
  'state-own': 'राज्य पुलिस',
  goal: '2,50,000',
  'goal-ends': '2030-01-01',
  district: 'First Town',
  'district-own': 'पहला नगर',
  station: 'City',
  'station-own': 'शहर',
};
const call = (id: string, more: readonly string[] = []) => [
  'campaigns/studio/main.ts',
  'new',
  id,
  ...Object.entries(answers).map(([name, value]) => `--${name}=${value}`),
  ...more,
];
const run = (args: readonly string[]) =>
  spawnSync(process.execPath, args, { cwd: checkout, encoding: 'utf8' });
const start = (id: string, more: readonly string[] = []) =>
  run(call(id, ['--words-only', ...more]));

const serialsIn = (folder: string) => {
  const file = join(folder, 'codes.csv');
  return parseRegistry(readFileSync(file, 'utf8'), file, 'committed').map(({ serial }) => serial);
};
const namesIn = (folder: string) => readdirSync(folder).sort();

/** Kills the process in the middle of its files, as a power cut would. */
const dieAtCopy = `data:text/javascript,${encodeURIComponent(`
  import fs from 'node:fs';
  import { syncBuiltinESMExports } from 'node:module';
  const write = fs.writeFileSync;
  fs.writeFileSync = (file, ...more) => {
    if (file.endsWith('copy.yaml')) process.kill(process.pid, 'SIGKILL');
    write(file, ...more);
  };
  syncBuiltinESMExports();
`)}`;

describe('npm run campaign -- new', () => {
  test('starts one campaign after the other in a fresh checkout, after one was killed half-way', () => {
    const before = namesIn(campaigns);
    const fresh = () => namesIn(campaigns).filter((name) => !before.includes(name));
    const killed = spawnSync(
      process.execPath,
      ['--import', dieAtCopy, ...call('sahayak', ['--words-only'])],
      {
        cwd: checkout,
      },
    );
    expect(killed.signal).toBe('SIGKILL');
    expect(fresh()).not.toEqual([]);
    expect(fresh().filter((name) => !name.startsWith('.'))).toEqual([]);
    for (const id of ['sahayak', 'mitra'])
      expect(start(id)).toMatchObject({ status: 0, stderr: '' });
    expect(fresh()).toEqual(['.new-campaign.lock', 'mitra', 'sahayak']);
    for (const id of ['sahayak', 'mitra'])
      expect(serialsIn(join(campaigns, id))).toEqual([serialAt(1), serialAt(2), serialAt(3)]);
  });

  test('starts as many as are wanted at the same time, each with the whole room for its codes', async () => {
    const elsewhere = join(checkout, 'elsewhere');
    const ids = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'];
    const ended = ids.map((id) => {
      const args = call(id, ['--words-only', '--out', elsewhere]);
      const child = spawn(process.execPath, args, { cwd: checkout });
      return new Promise((resolve) => child.once('exit', resolve));
    });
    expect(await Promise.all(ended)).toEqual(ids.map(() => 0));
    for (const id of ids) expect(serialsIn(join(elsewhere, id))).toHaveLength(3);
  });

  test('says what is missing, and asks again for nothing that may be left out', () => {
    const { stderr } = start('short', ['--language=xx', '--help-lines=555']);
    expect(stderr).toMatch(/--language/);
    expect(start('short', ['--help-lines=555']).stderr).toMatch(/Expected the name of 555/);
    expect(start('short', ['--goal=many']).stderr).toMatch(/--goal: .*"many"/);
    expect(start('short', ['--station=City, Old']).stderr).toMatch(
      /Expected 2 names for --station-own, got 1/,
    );
    expect(start('short', ['--goal-ends=2019-03-31']).stderr).toMatch(
      /Expected a day from \S+ on for --goal-ends, got 2019-03-31/,
    );
    const { stdout } = start('bare');
    expect(stdout).toMatch(
      /goal.source: the paper that states it[\s\S]*helpLines: numbers to call[\s\S]*motto: of the force/,
    );
    const copy = readFileSync(join(campaigns, 'bare/copy.yaml'), 'utf8');
    expect(copy).not.toMatch(/motto|fee|112/);
    const facts = readFileSync(join(campaigns, 'bare/campaign.yaml'), 'utf8');
    expect(facts).toMatch(/downloads: 250000\n {2}startsOn: \S+\n {2}endsOn: 2030-01-01/);
  });

  // The checkout has no generator, so that nothing can be drawn.
  test('ends with 1 where its first boards are not printable, and with the faults behind that', () => {
    const { status, stdout, stderr } = run(call('undrawn'));
    expect([status, stdout.trimEnd().split('\n').at(-1)]).toEqual([
      1,
      expect.stringMatching(/data-undrawn\/first: not printable:$/),
    ]);
    expect(stderr).toMatch(/Cannot find module \S*generator\/main\.ts/);
  });
});
