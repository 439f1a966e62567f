import { strict as assert } from 'node:assert';
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { findChild } from '../assets/deploy/machine.ts';
import { relay } from '../assets/deploy/relay.ts';
import { type Started, startedByCompose } from '../assets/release/containers.ts';
import { freePort } from '../messaging/fixtures/postgres.ts';
import type { BareMachine } from './bare-machine.ts';
import { residentByProgram, tell, timed } from './report.ts';
import { sendBlast, signInFirst, untilAnswers, untilOwnSite } from './walk.ts';

interface ImageConfig {
  User: string;
  WorkingDir: string;
  Entrypoint: string[];
  Env: string[];
  Healthcheck: { Test: string[] };
}

/** An image unpacked, as a program that runs containers would. */
interface Unpacked {
  root: string;
  config: ImageConfig;
  /** Volumes and files of the containers: the path inside, and where it lies here. */
  mounts: Record<string, string>;
  folder: string;
}

/** What the containers find where they are: their stores' names, which lead to the bare machine itself. */
const hosts = '127.0.0.1 localhost postgres valkey store public console\n';
const shape = `mount --bind "$1" "$1"; cd "$1"
mount -t tmpfs -o mode=1777 tmpfs tmp; mount -t proc proc proc; mount -t tmpfs -o mode=755 tmpfs dev
for device in null zero full random urandom; do touch dev/$device; mount --bind /dev/$device dev/$device; done
mount -o remount,ro dev
for pair in $2; do mount --bind "\${pair#*=}" "$1\${pair%%=*}"; done
mount -o remount,bind,ro "$1"
shift 2
exec "$@"`;

/** The same walk with the image, beside the stores of the bare machine: a root that nobody can write to, and another user. */
export async function walkTheImage(
  machine: BareMachine,
  archive: string,
  scanPath: string,
): Promise<void> {
  const image = unpack(archive);
  const stopStores = await openStores(machine);
  const started = Object.fromEntries(
    startedByCompose().map((each) => [each.where.split(' ')[1], each]),
  ) as Record<string, Started>;
  const running: ChildProcess[] = [];
  const begin = (name: string) => {
    const child = run(machine, image, started[name] as Started);
    running.push(child);
    return child;
  };
  try {
    begin('public');
    const [publicUrl, close] = await reach(machine, 8080);
    const [, answered] = await timed(() => untilAnswers(`${publicUrl}/`));
    tell(`image: first page ${answered} after the start of its container`);
    begin('console');
    const [officers, closeConsole] = await reach(machine, 8081);
    const [, ready] = await timed(() => untilAnswers(`${officers}/readyz`));
    tell(`image: the officers’ side ready after ${ready}`);
    const worker = begin('worker');
    const scan = await fetch(`${publicUrl}${scanPath}`, { redirect: 'manual' });
    assert.equal(scan.status, 302);
    await expectDone(
      machine,
      image,
      { ...(started['console'] as Started), args: image.config.Healthcheck.Test.slice(-1) },
      'health',
      ['node', ...image.config.Healthcheck.Test.slice(2)],
    );
    const origin = started['console']?.env['PUBLIC_URL'] ?? '';
    const invite = async (role: string, email: string) => {
      const args = ['invite', '--role', role, '--email', email];
      const said = await expectDone(
        machine,
        image,
        { ...(started['console'] as Started), args },
        'invite',
      );
      return said.trimEnd().split('\n').at(-1) ?? '';
    };
    const email = 'first@police.example';
    await signInFirst({ origin, officers }, { link: await invite('admin', email), email });
    const figures = await sendBlast({ origin, citizens: publicUrl, officers, invite });
    tell(`image: a scan, a sign-in, a blast: ${JSON.stringify(figures)}`);
    const [, built] = await timed(() =>
      untilOwnSite(origin, async () => (await fetch(`${publicUrl}/sitemap.xml`)).text()),
    );
    tell(`image: its own pages after another ${built}`);
    const said = await expectDone(machine, image, started['backup'] as Started, 'backup');
    tell(`image: backup: ${said.trim().split('\n').at(-1)}`);
    const user = Number(image.config.User.split(':')[0]);
    tell(`image: resident MB: ${JSON.stringify(residentByProgram(user))}`);
    assert.equal(worker.exitCode, null);
    for (const end of [close, closeConsole]) end();
  } finally {
    await Promise.all(running.map(stop));
    stopStores();
    rmSync(image.folder, { recursive: true, force: true });
  }
}

/** As podman and CRI-O read an archive, whose code it has: without a daemon, each layer a copy. */
export function loadByBuildah(archive: string): void {
  const folder = mkdtempSync(join(tmpdir(), 'buildah-'));
  const store = ['--storage-driver=vfs', `--root=${folder}/root`, `--runroot=${folder}/run`];
  const buildah = (...args: string[]) =>
    execFileSync('buildah', [...store, ...args], { encoding: 'utf8' }).trim();
  try {
    // What this machine may give; its default asks for more than a container in a container has.
    const container = buildah(
      'from',
      '--ulimit=nofile=1024:4096',
      '--ulimit=nproc=1024:4096',
      `oci-archive:${archive}`,
    );
    const inside = ['run', '--isolation=chroot', container, '--'];
    const node = buildah(...inside, 'node', '--version');
    const help = buildah(...inside, 'up-cop-outreach', '--help');
    assert.match(help, /^Usage: up-cop-outreach COMMAND/);
    tell(`image: buildah (vfs) takes it from oci-archive and runs up-cop-outreach by Node ${node}`);
    buildah('rm', container);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function unpack(archive: string): Unpacked {
  const folder = mkdtempSync(join(tmpdir(), 'image-'));
  const layout = join(folder, 'layout');
  const root = join(folder, 'root');
  for (const each of [layout, root]) mkdirSync(each);
  execFileSync('tar', ['--extract', `--file=${archive}`, `--directory=${layout}`]);
  const [{ Config, Layers }] = JSON.parse(readFileSync(join(layout, 'manifest.json'), 'utf8')) as [
    { Config: string; Layers: string[] },
  ];
  for (const layer of Layers)
    execFileSync('tar', [
      '--extract',
      '--zstd',
      `--file=${join(layout, layer)}`,
      `--directory=${root}`,
    ]);
  rmSync(join(layout, 'blobs', 'sha256', Layers[0]?.split('/').at(-1) ?? ''));
  const { config } = JSON.parse(readFileSync(join(layout, Config), 'utf8')) as {
    config: ImageConfig;
  };
  const [userId = 0] = config.User.split(':').map(Number);
  const mounts: Record<string, string> = {};
  for (const path of ['/var/lib/up-cop-outreach', '/backups']) {
    mkdirSync(join(root, path), { recursive: true });
    mounts[path] = join(folder, path.replaceAll('/', '-'));
    mkdirSync(mounts[path]);
    chownSync(mounts[path], userId, userId);
  }
  for (const path of ['/etc/hosts', '/etc/resolv.conf']) {
    writeFileSync(join(root, path), '');
    mounts[path] = join(folder, path.replaceAll('/', '-'));
    writeFileSync(mounts[path], path === '/etc/hosts' ? hosts : '');
  }
  return { root, config, mounts, folder };
}

/** As a container: its own mounts, the network of the stores, another user, and these arguments and variables. */
function run(
  machine: BareMachine,
  { root, config, mounts }: Unpacked,
  { args, env }: Pick<Started, 'args' | 'env'>,
  program: readonly string[] = [...config.Entrypoint, ...args],
): ChildProcess {
  const [uid = '', gid = ''] = config.User.split(':');
  const pairs = Object.entries(mounts).map(([inside, here]) => `${inside}=${here}`);
  const [command = '', ...rest] = [
    ...[
      ...machine.beside,
      'unshare',
      '--mount',
      '--propagation',
      'private',
      '--pid',
      '--fork',
      '--kill-child',
    ],
    ...['sh', '-ec', shape, 'sh', root, pairs.join(' ')],
    ...[
      'unshare',
      `--root=${root}`,
      `--wd=${config.WorkingDir}`,
      `--setgid=${gid}`,
      `--setuid=${uid}`,
    ],
    ...program,
  ];
  const ofImage = Object.fromEntries(config.Env.map((pair) => pair.split(/=(.*)/s, 2)));
  const own = { ...ofImage, ...env, CAMPAIGN_TODAY: '2019-04-12' };
  return spawn(`/usr/bin/${command}`, rest, {
    env: { ...own, PATH: '/usr/sbin:/usr/bin:/sbin:/bin' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

async function expectDone(
  machine: BareMachine,
  image: Unpacked,
  started: Started,
  what: string,
  program?: readonly string[],
): Promise<string> {
  const child = run(machine, image, started, program);
  const [said, [code]] = await Promise.all([
    text(child.stdout as NodeJS.ReadableStream),
    once(child, 'exit'),
  ]);
  assert.equal(code, 0, `${what}: ${said}`);
  return said;
}

/** A database with a password, as compose has it, Redis, and Debian's moto for the object store. */
async function openStores(machine: BareMachine): Promise<() => void> {
  machine.run(`as() { setpriv --reuid=postgres --regid=postgres --clear-groups "$@"; }
    as createuser outreach
    as psql -c "ALTER ROLE outreach PASSWORD 'password'"
    as createdb -O outreach -T template0 -E UTF8 --locale=C.UTF-8 outreach`);
  const [program = '', ...beside] = machine.beside;
  const store = spawn(
    program,
    [...beside, '/usr/bin/moto_server', '-H', '127.0.0.1', '-p', '7070'],
    {
      stdio: 'ignore',
    },
  );
  const bucket = `fetch('http://127.0.0.1:7070/outreach', { method: 'PUT' }).then(({ ok }) => process.exit(ok ? 0 : 1))`;
  for (;;) {
    const asked = spawn(program, [...beside, process.execPath, '-e', bucket], { stdio: 'ignore' });
    if ((await once(asked, 'exit'))[0] === 0) break;
    assert.equal(store.exitCode, null, 'moto_server (Debian: python3-moto) ended');
    await wait(200);
  }
  return () => store.kill();
}

async function reach(machine: BareMachine, port: number): Promise<[string, () => void]> {
  const here = await freePort();
  return [`http://127.0.0.1:${here}`, await relay(here, machine.socketOf(port))];
}

/** As a program that runs containers would: the first process is told, and has its time. */
async function stop(child: ChildProcess): Promise<void> {
  const first = child.exitCode === null ? findChild(child) : undefined;
  if (first === undefined) return;
  const ended = once(child, 'exit');
  process.kill(first, 'SIGTERM');
  assert.equal((await ended)[0], 0);
}
