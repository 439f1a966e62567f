// Prepares a machine: npm packages (only when the lock file changed) and Debian's packages that
// the service and the tests start. Plain JavaScript, since it runs before Node 24 is installed.
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const started = Date.now();
const did = [];

const oldestNode = 20;
if (Number(process.versions.node.split('.')[0]) < oldestNode) {
  console.error(`Expected Node ${oldestNode} or newer, got ${process.versions.node}.`);
  process.exit(1);
}

/** What each Debian package is recognised by. */
const packages = [
  ['redis-server', () => onPath('redis-server')],
  ['chromium-headless-shell', () => onPath('chromium-headless-shell')],
  [
    'postgresql',
    () => existsSync('/usr/lib/postgresql') && readdirSync('/usr/lib/postgresql').length > 0,
  ],
  ['nginx', () => onPath('nginx')],
  ['qpdf', () => onPath('qpdf')],
  ['libharfbuzz-bin', () => onPath('hb-shape')],
  ['zbar-tools', () => onPath('zbarimg')],
  ['ghostscript', () => onPath('gs')],
  ['ffmpeg', () => onPath('ffmpeg')],
  ['espeak-ng', () => onPath('espeak-ng')],
  // An S3-compatible store for the tests; its program asks for flask-cors, the package does not.
  ['python3-moto', () => existsSync('/usr/bin/moto_server')],
  ['python3-flask-cors', () => existsSync('/usr/lib/python3/dist-packages/flask_cors')],
];

function onPath(name) {
  const folders = [...(process.env.PATH ?? '').split(':'), '/usr/sbin', '/sbin'];
  return folders.some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

function run(command, args, options = {}) {
  const result = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options });
  return result.status === 0;
}

function installNpmPackages() {
  const stamp = join(root, 'node_modules', '.lock-hash');
  const hash = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
  console.log('npm ci …');
  if (!run('npm', ['ci', '--no-fund', '--no-audit', '--loglevel=error'])) {
    console.error('npm ci failed: see above. Nothing else was changed.');
    process.exit(1);
  }
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, hash);
  did.push('npm packages installed');
}

function installDebianPackages() {
  const missing = packages.filter(([, present]) => !present()).map(([name]) => name);
  if (missing.length === 0) return;
  const manual = `sudo apt-get install -y --no-install-recommends ${missing.join(' ')}`;
  const prefix = process.getuid?.() === 0 ? [] : sudoWithoutPassword() ? ['sudo', '-n'] : null;
  if (prefix === null || !onPath('apt-get')) {
    console.log(`Missing: ${missing.join(', ')}. Please run:\n  ${manual}`);
    did.push(`${missing.length} Debian packages still to be installed by you`);
    return;
  }
  console.log(`apt-get install ${missing.join(' ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  const apt = (...args) => {
    const [command, ...rest] = [...prefix, 'apt-get', '-qq', ...args];
    return run(command, rest, { env });
  };
  apt('update');
  if (!apt('install', '-y', '--no-install-recommends', ...missing)) {
    console.error(`Could not install ${missing.join(', ')}. Please run:\n  ${manual}`);
    process.exit(1);
  }
  did.push(`installed ${missing.join(', ')}`);
}

function sudoWithoutPassword() {
  try {
    execFileSync('sudo', ['-n', 'true'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

installNpmPackages();
installDebianPackages();
const seconds = ((Date.now() - started) / 1000).toFixed(1);
console.log(`setup: ${did.length > 0 ? did.join('; ') : 'nothing to do'} (${seconds} s)`);
