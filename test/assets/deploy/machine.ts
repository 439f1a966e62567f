import { type ChildProcess, execFileSync, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { relay } from './relay.ts';

const root = join(import.meta.dirname, '..', '..', '..');
/** Where the deployed files say that the project is. */
export const project = '/opt/up-cop-outreach';
export const dataDir = '/var/lib/up-cop-outreach';

/** Another machine, so far as an installation sees: files and network are its own, programs and packages this one's. */
export interface Machine {
  /** Runs a command there as root and returns what it writes. */
  run(command: string): string;
  spawn(args: readonly string[], options: SpawnOptions): ChildProcess;
  /** Path from outside of a file there. */
  path(inside: string): string;
  /** Unix socket that leads to a port there. */
  socketOf(port: number): string;
  stop(): Promise<void>;
}

export interface MachineOptions {
  /** Ports there that are asked from outside. */
  reached: readonly number[];
  /** Ports there that lead to ports of this machine, as to a database server. */
  leading?: Readonly<Record<number, number>>;
}

// What is written lies in memory and is gone with the last process of the machine.
const setUp = `ip link set lo up
mount -t tmpfs tmpfs "$1"
for folder in etc opt var; do
  mkdir -p "$1/$folder/upper" "$1/$folder/work"
  mount -t overlay overlay -o "lowerdir=/$folder,upperdir=$1/$folder/upper,workdir=$1/$folder/work" "/$folder"
done
mount -t tmpfs tmpfs /run
mkdir ${project}
mount --bind "$2" ${project}
echo ready
exec cat`;

const namespaces = ['--mount', '--net', '--pid'];

/** Starts one; only root may. */
export async function startMachine({ reached, leading = {} }: MachineOptions): Promise<Machine> {
  const folder = mkdtempSync(join(tmpdir(), 'machine-'));
  const disk = mkdtempSync(join(folder, 'disk-'));
  const shared = mkdtempSync(join(folder, 'shared-'));
  const holder = spawn(
    'unshare',
    [
      ...[...namespaces, '--mount-proc', '--propagation', 'private', '--fork', '--kill-child'],
      ...['sh', '-ec', setUp, 'sh', disk, root],
    ],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  await Promise.race([
    once(holder.stdout, 'data'),
    once(holder, 'exit').then(() => {
      throw new Error('Expected namespaces for another machine; see above');
    }),
  ]);
  const first = findChild(holder);
  const enter = ['--target', String(first), ...namespaces, '--wd=/', '--'];
  const spawnThere = (args: readonly string[], options: SpawnOptions) =>
    spawn('nsenter', [...enter, ...args], options);
  const socketOf = (port: number) => join(shared, `${port}.sock`);
  const inward = reached.map((port) => ({ listen: socketOf(port), connect: port }));
  const outward = Object.entries(leading).map(([port, outside]) => ({
    listen: Number(port),
    connect: join(shared, `to-${outside}.sock`),
  }));
  const closeRelays = await Promise.all(
    Object.values(leading).map((outside) => relay(join(shared, `to-${outside}.sock`), outside)),
  );
  const relays = spawnThere(
    [
      process.execPath,
      join(import.meta.dirname, 'relay.ts'),
      JSON.stringify([...inward, ...outward]),
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  await once(relays.stdout as NodeJS.ReadableStream, 'data');
  return {
    run: (command) =>
      execFileSync('nsenter', [...enter, 'sh', '-ec', command], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe'],
      }),
    spawn: spawnThere,
    path: (inside) => join(`/proc/${first}/root`, inside),
    socketOf,
    async stop() {
      for (const close of closeRelays) close();
      const ended = once(holder, 'exit');
      // Its first process ends, and all others with it; so they do when this process dies.
      holder.stdin.end();
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The process that unshare or nsenter waits for, by its number on this machine. */
export function findChild({ pid }: ChildProcess): number | undefined {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8');
  return Number.parseInt(children, 10) || undefined;
}

/** Lines of a deployed file's comment that are commands: how it says that it is installed. */
export function installCommands(file: string): string[] {
  const text = readFileSync(join(root, 'assets', 'deploy', file), 'utf8');
  return [...text.matchAll(/^# {3}(\S.*)$/gm)].map(([, command = '']) => command);
}
