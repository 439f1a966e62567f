import { execFileSync, type SpawnOptions, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChild, type Machine } from '../assets/deploy/machine.ts';

/** A Debian as its installer leaves it, without a network: files, processes, devices and loopback of its own. */
export interface BareMachine extends Machine {
  root: string;
  /** Arguments before a program of this machine's that runs in its network and among its processes. */
  beside: readonly string[];
}

const setUp = `ip link set lo up
mount --bind "$1" "$1"
cd "$1"
mount -t proc proc proc
mount -t sysfs -o ro sysfs sys
mount -t tmpfs -o mode=755 tmpfs dev
for device in null zero full random urandom tty; do touch dev/$device; mount --bind /dev/$device dev/$device; done
mkdir -m 1777 dev/shm; ln -s /proc/self/fd dev/fd
mount -t tmpfs tmpfs run
mount -t tmpfs -o mode=1777 tmpfs tmp
mkdir -p media/release; mount --bind "$2" media/release; mount -o remount,bind,ro media/release
hostname bare
echo ready
exec chroot . cat`;

/** Starts one of an archive of its files; only root may. @param media folder that is there as /media/release */
export async function startBareMachine(
  archive: string,
  media: string,
  ports: readonly number[],
): Promise<BareMachine> {
  const folder = mkdtempSync(join(tmpdir(), 'bare-'));
  const root = join(folder, 'root');
  const sockets = join(folder, 'sockets');
  mkdirSync(root);
  mkdirSync(sockets);
  execFileSync('tar', [
    '--extract',
    `--file=${archive}`,
    `--directory=${root}`,
    '--exclude=./dev/*',
  ]);
  // Without it Debian starts nothing where no init runs.
  const policy = join(root, 'usr/sbin/policy-rc.d');
  writeFileSync(policy, '#!/bin/sh\nexit 0\n');
  chmodSync(policy, 0o755);
  const namespaces = ['--mount', '--net', '--uts', '--pid'];
  const own = [...namespaces, '--propagation', 'private', '--fork', '--kill-child'];
  const holder = spawn('unshare', [...own, 'sh', '-ec', setUp, 'sh', root, media], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  await Promise.race([
    once(holder.stdout, 'data'),
    once(holder, 'exit').then(() => {
      throw new Error('Expected namespaces for a bare machine; see above');
    }),
  ]);
  const first = findChild(holder);
  const target = ['--target', String(first)];
  const enter = [...target, ...namespaces, '--root', '--wdns=/', '--'];
  const env = { PATH: '/usr/sbin:/usr/bin', LC_ALL: 'C.UTF-8', HOME: '/root' };
  const spawnThere = (args: readonly string[], options: SpawnOptions) =>
    spawn('/usr/bin/nsenter', [...enter, ...args], { env, ...options });
  const socketOf = (port: number) => join(sockets, `${port}.sock`);
  const relays = spawn('nsenter', [
    ...[...target, '--net', '--', process.execPath],
    join(import.meta.dirname, '../assets/deploy/relay.ts'),
    JSON.stringify(ports.map((port) => ({ listen: socketOf(port), connect: port }))),
  ]);
  await once(relays.stdout, 'data');
  return {
    root,
    beside: ['nsenter', ...target, '--net', '--uts', '--'],
    run(command) {
      const { status, stdout, stderr } = spawnSync(
        '/usr/bin/nsenter',
        [...enter, 'sh', '-ec', command],
        { env, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, stdio: ['ignore', 'pipe', 'pipe'] },
      );
      if (status === 0) return stdout;
      // Its last lines say why.
      throw new Error(`${command}\nended with ${status}:\n${`${stdout}${stderr}`.slice(-2000)}`);
    },
    spawn: spawnThere,
    path: (inside) => join(`/proc/${first}/root`, inside),
    socketOf,
    async stop() {
      relays.kill();
      const ended = once(holder, 'exit');
      holder.stdin.end();
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
