import type { SpawnOptions } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { findChild, type Machine } from './machine.ts';
import { compileFilter, type SeccompRules } from './seccomp.ts';
import { type Directive, readEnvironmentFile, readUnit, splitWords } from './unit-file.ts';

/** What a unit asks for, put together from its directives. */
interface Plan {
  command: string[];
  user: string;
  folder: string;
  env: Record<string, string>;
  envFile: Record<string, string>;
  /** Below /var/lib; made with this mode. */
  state: string | undefined;
  stateMode: string;
  /** Stay writable. */
  writable: string[];
  strict: boolean;
  /** Lines of a shell that shape the files which the unit sees, before and after all becomes read-only. */
  before: string[];
  after: string[];
  /** Arguments of setpriv. */
  privileges: string[];
  seccomp: SeccompRules;
  stopLimitSeconds: number;
}

const closed = (path: string) =>
  `if [ -e ${path} ]; then mount -t tmpfs -o mode=000,ro tmpfs ${path}; fi`;
const readOnly = (path: string) => `if [ -e ${path} ]; then
  mount --bind ${path} ${path}; mount -o remount,bind,ro ${path}; fi`;
const privateDevices = `mkdir -p /run/dev; mount -t tmpfs -o mode=755,nosuid tmpfs /run/dev
for device in null zero full random urandom tty; do
  touch /run/dev/$device; mount --bind /dev/$device /run/dev/$device; done
mkdir -m 1777 /run/dev/shm; ln -s /proc/self/fd /run/dev/fd
mount --move /run/dev /dev`;

function only(value: string, expected: string): void {
  if (value !== expected) throw new Error(`Expected ${expected}, got ${value}`);
}

/** When and in which order units run; nothing that a single run could keep to. */
const forTheManager =
  /^(Description|After|Wants|Conflicts|WantedBy|DefaultInstance|Restart|RestartSec|OnCalendar|Persistent)$/;

const apply: Readonly<
  Record<
    string,
    (value: string, plan: Plan, context: { machine: Machine; instance: string }) => void
  >
> = {
  Type: (value) => only(value, 'oneshot'),
  ExecStart(value, plan, { instance }) {
    plan.command = splitWords(value, instance);
  },
  User(value, plan) {
    plan.user = value;
  },
  WorkingDirectory(value, plan) {
    plan.folder = value;
  },
  Environment(value, plan, { instance }) {
    for (const word of splitWords(value, instance)) {
      const [name = '', content = ''] = word.split(/=(.*)/s);
      plan.env[name] = content;
    }
  },
  EnvironmentFile(value, plan, { machine }) {
    Object.assign(plan.envFile, readEnvironmentFile(machine.path(value)));
  },
  StateDirectory(value, plan) {
    plan.state = join('/var/lib', value);
  },
  StateDirectoryMode(value, plan) {
    plan.stateMode = value;
  },
  ReadWritePaths(value, plan) {
    plan.writable.push(...splitWords(value));
  },
  // The service ends by itself: what it left would be killed.
  KillMode: (value) => only(value, 'mixed'),
  TimeoutStopSec(value, plan) {
    plan.stopLimitSeconds = Number(value);
  },
  LimitNOFILE(value, plan) {
    // Root of a container may not raise it.
    plan.after.push(`ulimit -n ${Number(value)} 2>/dev/null || ulimit -n "$(ulimit -Hn)"`);
  },
  NoNewPrivileges: (value, plan) => {
    only(value, 'yes');
    plan.privileges.push('--no-new-privs');
  },
  ProtectSystem(value, plan) {
    only(value, 'strict');
    plan.strict = true;
  },
  ProtectHome(value, plan) {
    only(value, 'yes');
    plan.after.push(...['/home', '/root', '/run/user'].map(closed));
  },
  PrivateTmp(value, plan) {
    only(value, 'yes');
    plan.after.push(
      ...['/tmp', '/var/tmp'].map((path) => `mount -t tmpfs -o mode=1777 tmpfs ${path}`),
    );
  },
  PrivateDevices(value, plan) {
    only(value, 'yes');
    plan.before.push(privateDevices);
  },
  ProtectKernelTunables(value, plan) {
    only(value, 'yes');
    plan.after.push(...['/proc/sys', '/sys'].map(readOnly));
  },
  ProtectKernelModules(value, plan) {
    only(value, 'yes');
    plan.after.push(closed('/usr/lib/modules'));
  },
  ProtectControlGroups(value, plan) {
    only(value, 'yes');
    plan.after.push(readOnly('/sys/fs/cgroup'));
  },
  RestrictAddressFamilies(value, plan) {
    plan.seccomp.families = splitWords(value);
  },
  RestrictSUIDSGID(value, plan) {
    only(value, 'yes');
    plan.seccomp.noSetId = true;
  },
  LockPersonality(value, plan) {
    only(value, 'yes');
    plan.seccomp.lockPersonality = true;
  },
  SystemCallArchitectures(value, plan) {
    only(value, 'native');
    plan.seccomp.nativeOnly = true;
  },
  CapabilityBoundingSet(value, plan) {
    only(value, '');
    plan.privileges.push('--bounding-set=-all', '--inh-caps=-all', '--ambient-caps=-all');
  },
};

function planUnit(machine: Machine, directives: readonly Directive[], instance: string): Plan {
  const plan: Plan = {
    command: [],
    user: 'root',
    folder: '/',
    env: {},
    envFile: {},
    state: undefined,
    stateMode: '0755',
    writable: [],
    strict: false,
    before: [],
    after: [],
    privileges: [],
    seccomp: {},
    stopLimitSeconds: 90,
  };
  for (const { section, name, value } of directives) {
    if (forTheManager.test(name)) continue;
    const known = section === 'Service' ? apply[name] : undefined;
    if (known === undefined) throw new Error(`Expected a directive that is applied, got ${name}`);
    known(value, plan, { machine, instance });
  }
  return plan;
}

/** What a shell does as root before the command runs. */
function shape({ folder, state, stateMode, user, writable, strict, before, after }: Plan): string {
  const kept = [state ?? [], writable].flat();
  return [
    ...(state === undefined
      ? []
      : [`mkdir -p ${state}; chown ${user}: ${state}; chmod ${stateMode} ${state}`]),
    ...kept.map((path) => `mount --bind ${path} ${path}`),
    ...before,
    // The kernel's own file systems are left to directives of their own.
    ...(strict ? ['mount -o remount,bind,ro=recursive /'] : []),
    ...(strict ? [...kept, '/proc', '/sys', '/dev'] : []).map(
      (path) => `mount -o remount,bind,rw ${path}`,
    ),
    ...after,
    `cd ${folder}; exec "$@"`,
  ].join('\n');
}

export interface Running {
  /** Its number on this machine; undefined once it has ended. */
  pid(): number | undefined;
  /** Its output so far. */
  said(): string;
  hasEnded(): boolean;
  /** Resolves with what it ended with. */
  ended: Promise<number | null>;
  /** As systemctl stop. @throws when it takes longer than the unit allows */
  stop(): Promise<number | null>;
}

/** Runs a unit that is installed on a machine as systemd would, within all that it is kept to. */
export function startUnit(machine: Machine, unit: string): Running {
  const [, instance = ''] = /@(.+)\.service$/.exec(unit) ?? [];
  const file = machine.path(join('/etc/systemd/system', unit.replace(/@.+\./, '@.')));
  return runSandboxed(machine, readUnit(file), { name: basename(unit), instance });
}

export function runSandboxed(
  machine: Machine,
  directives: readonly Directive[],
  { name, instance }: { name: string; instance: string },
): Running {
  const plan = planUnit(machine, directives, instance);
  const filter = `/run/${name}.bpf`;
  writeFileSync(machine.path(filter), compileFilter(plan.seccomp));
  const [, , , , , home = '/'] = machine.run(`getent passwd ${plan.user}`).trim().split(':');
  const env = {
    PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin',
    HOME: home,
    USER: plan.user,
    LOGNAME: plan.user,
    ...(plan.state === undefined ? {} : { STATE_DIRECTORY: plan.state }),
    ...plan.env,
    // Whatever the order of the lines: systemd.exec(5).
    ...plan.envFile,
  };
  const args = [
    // As if a manager, or the starting process, held it back: nobody but root may take that away.
    ...['nice', '-n', '1', 'unshare', '--mount', '--propagation', 'private'],
    ...['sh', '-ec', shape(plan), 'sh'],
    ...['setpriv', `--reuid=${plan.user}`, `--regid=${plan.user}`, '--init-groups'],
    ...[...plan.privileges, `--seccomp-filter=${filter}`],
    ...['env', '-i', ...Object.entries(env).map(([key, value]) => `${key}=${value}`)],
    ...plan.command,
  ];
  const options: SpawnOptions = { stdio: ['ignore', 'pipe', 'pipe'] };
  const child = machine.spawn(args, options);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
  }
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return {
    pid: () => (child.exitCode === null ? findChild(child) : undefined),
    said: () => said,
    hasEnded: () => child.exitCode !== null || child.signalCode !== null,
    ended,
    async stop() {
      const limit = AbortSignal.timeout(plan.stopLimitSeconds * 1000);
      const late = new Promise<never>((_resolve, reject) => {
        limit.addEventListener('abort', () => reject(new Error(`${name} did not end: ${said}`)));
      });
      const pid = child.exitCode === null ? findChild(child) : undefined;
      if (pid !== undefined) process.kill(pid, 'SIGTERM');
      return Promise.race([ended, late]);
    },
  };
}
