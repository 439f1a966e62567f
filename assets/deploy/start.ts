import { type ChildProcess, spawn } from 'node:child_process';
import { setPriority } from 'node:os';
import { join, resolve } from 'node:path';
import { tryFileLock } from '../../campaigns/files/file-lock-fs.ts';

/**
 * `npm start [-- --only public|console]`: service and site first, the print kit and the channels' material while they run,
 * and the site once more when either is there.
 * What was made by an earlier start is not made again; of processes that share a data folder one makes it.
 */
const root = join(import.meta.dirname, '..', '..');
const running = new Set<ChildProcess>();
let stopping = false;
/** Of what is made, by the system's scale. */
let priority = 0;

/** A process group of its own: Ctrl-C reaches this program alone, which then ends the parts in their order. */
function begin(script: string, ...args: string[]): ChildProcess {
  const child = spawn(process.execPath, [join(root, script), ...args], {
    cwd: root,
    stdio: 'inherit',
    detached: true,
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}

function ended(child: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    child.once('error', () => resolve(1));
    child.once('exit', (code, signal) => resolve(code ?? (signal === null ? 1 : 130)));
  });
}

async function run(script: string, ...args: string[]): Promise<number> {
  if (stopping) return 130;
  const child = begin(script, ...args);
  if (child.pid !== undefined) setPriority(child.pid, priority);
  return ended(child);
}

/** In a frame, as it must not pass among the lines of the service. */
function warn(...lines: string[]): void {
  if (stopping) return;
  const width = Math.max(...lines.map(({ length }) => length)) + 2;
  const rule = '═'.repeat(width);
  const body = lines.map((line) => `║ ${line.padEnd(width - 1)}║`);
  console.error([`╔${rule}╗`, ...body, `╚${rule}╝`].join('\n'));
}

async function prepareOnce(): Promise<void> {
  const lock = tryFileLock(
    resolve(root, process.env['DATA_DIR'] || 'data', 'print', '.start.lock'),
  );
  if (lock === null) return;
  try {
    await prepare();
  } finally {
    lock.release();
  }
}

async function prepare(): Promise<void> {
  const planned = await Promise.all([
    run('generator/main.ts', '--plan'),
    run('generator/main.ts', '--channel', 'all', '--plan'),
  ]);
  if (planned.some((code) => code !== 0)) warn('A list of files could not be made; see above.');
  const buildSite = () => run('site/build.ts', '--if-changed');
  if ((await buildSite()) !== 0) {
    warn('The site could not be built; the service runs without it.', 'Again: npm run build');
  }
  // Somebody waits for the site; what follows stands back for requests.
  priority = 10;
  const code = await run('generator/main.ts');
  if (code !== 0) {
    warn(
      `THE PRINT KIT IS INCOMPLETE: the generator ended with ${code}.`,
      'Do not hand it to printers. What failed stands above; again: npm run generate',
    );
  }
  if ((await buildSite()) !== 0) warn('The site could not be built anew. Again: npm run build');
  // The film takes longer than all the others together.
  for (const channels of ['radio,social,vehicle,newspaper', 'film']) {
    if ((await run('generator/main.ts', '--channel', channels)) !== 0) {
      warn(
        'Some of the material of film, radio, social media, vehicles or newspapers is missing: see above.',
        'Again: npm run generate -- --channel all',
      );
    }
    if ((await buildSite()) !== 0) warn('The site could not be built anew. Again: npm run build');
  }
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    stopping = true;
    for (const child of running) child.kill(signal);
  });
}
const service = begin('messaging/main.ts', ...process.argv.slice(2));
const code = ended(service);
const prepared = prepareOnce().catch((error: Error) => warn('Nothing was made.', error.message));
process.exitCode = await code;
stopping = true;
for (const child of running) child.kill('SIGTERM');
await prepared;
