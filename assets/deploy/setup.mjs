// Prepares a machine: npm packages (only when the lock file changed), the site that a first start shows, and Debian's
// packages that the service and the tests start. Plain JavaScript, since it runs before Node 24 is installed.
import { execFileSync, spawn } from 'node:child_process';
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

/** Debian packages, each with the sign that it is there. */
const packages = [
  ['redis-server', () => onPath('redis-server')],
  ['chromium-headless-shell', () => onPath('chromium-headless-shell')],
  [
    'postgresql',
    () => existsSync('/usr/lib/postgresql') && readdirSync('/usr/lib/postgresql').length > 0,
  ],
  ['nginx', () => onPath('nginx')],
  // The tests run the deployed files in their own network, and have the units checked.
  ['iproute2', () => onPath('ip')],
  ['systemd', () => onPath('systemd-analyze')],
  ['qpdf', () => onPath('qpdf')],
  // Reads the tags of a PDF as a screen reader does.
  ['poppler-utils', () => onPath('pdfinfo')],
  ['libharfbuzz-bin', () => onPath('hb-shape')],
  ['zbar-tools', () => onPath('zbarimg')],
  ['ffmpeg', () => onPath('ffmpeg')],
  ['espeak-ng', () => onPath('espeak-ng')],
  // Tries the rules of Prometheus.
  ['promtool', () => onPath('promtool')],
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

/** Whether the command ended well. */
function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options });
    child.once('error', () => resolve(false));
    child.once('exit', (status) => resolve(status === 0));
  });
}

/** @returns the fault, or null */
async function installNpmPackages() {
  const stamp = join(root, 'node_modules', '.lock-hash');
  const hash = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return null;
  console.log('npm ci …');
  if (!(await run('npm', ['ci', '--no-fund', '--no-audit', '--loglevel=error'])))
    return 'npm ci failed: see above.';
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, hash);
  did.push('npm packages installed');
  return null;
}

/** @returns the fault, or null */
async function installDebianPackages() {
  const missing = packages.filter(([, present]) => !present()).map(([name]) => name);
  if (missing.length === 0) return null;
  const manual = `sudo apt-get install -y --no-install-recommends ${missing.join(' ')}`;
  const prefix = process.getuid?.() === 0 ? [] : sudoWithoutPassword() ? ['sudo', '-n'] : null;
  if (prefix === null || !onPath('apt-get')) {
    console.log(`Missing: ${missing.join(', ')}. Please run:\n  ${manual}`);
    did.push(`${missing.length} Debian packages still to be installed by you`);
    return null;
  }
  console.log(`apt-get install ${missing.join(' ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  const apt = (...args) => {
    const [command, ...rest] = [...prefix, 'apt-get', '-qq', ...args];
    return run(command, rest, { env });
  };
  await apt('update');
  if (!(await apt('install', '-y', '--no-install-recommends', ...missing)))
    return `Could not install ${missing.join(', ')}. Please run:\n  ${manual}`;
  did.push(`installed ${missing.join(', ')}`);
  return null;
}

/**
 * Builds the site that a first start shows while it makes its own, from the lists of what will be printed. It needs npm's
 * packages alone: on most machines it is there before Debian's are.
 * @returns the fault, or null
 */
async function buildFirstSite() {
  // An earlier start has made its own.
  if (existsSync(join(root, 'data', 'site'))) return null;
  const isNew = !existsSync(join(root, 'built', 'site'));
  if (isNew) console.log('The site of a first start …');
  const env = { ...process.env, DATA_DIR: 'built' };
  for (const name of ['CAMPAIGN', 'CAMPAIGN_TODAY', 'PUBLIC_URL', 'PORT', 'SITE_DIR'])
    delete env[name];
  const node = join(root, 'node_modules', '.bin', 'node');
  const quiet = { env, stdio: ['ignore', 'ignore', 'inherit'] };
  const make = (...args) => run(node, ['--disable-warning=ExperimentalWarning', ...args], quiet);
  const planned = await Promise.all([
    make('generator/main.ts', '--plan'),
    make('generator/main.ts', '--channel', 'all', '--plan'),
  ]);
  if (!planned.every(Boolean) || !(await make('site/build.ts', '--if-changed')))
    return 'The site could not be built: see above.';
  if (isNew) did.push('site of a first start built');
  return null;
}

function sudoWithoutPassword() {
  try {
    execFileSync('sudo', ['-n', 'true'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

// On a slow line both are silent for minutes.
const stillAtIt = setInterval(() => {
  console.log(`… ${Math.round((Date.now() - started) / 1000)} s`);
}, 15_000);
// Neither needs the other, and each waits for the network: together they take as long as the longer one.
const faults = await Promise.all([
  installNpmPackages().then((fault) => fault ?? buildFirstSite()),
  installDebianPackages(),
]);
clearInterval(stillAtIt);
for (const fault of faults) if (fault !== null) console.error(fault);
if (faults.some((fault) => fault !== null)) process.exit(1);
const seconds = ((Date.now() - started) / 1000).toFixed(1);
console.log(`setup: ${did.length > 0 ? did.join('; ') : 'nothing to do'} (${seconds} s)`);
