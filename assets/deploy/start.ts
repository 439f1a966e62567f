import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { getPriority, setPriority } from 'node:os';
import { join, resolve } from 'node:path';
import { defaultCampaign } from '../../campaigns/campaign-folder-fs.ts';
import { asCalledHere, isClone } from '../../campaigns/command/called-here-fs.ts';
import { runCommand } from '../../campaigns/command/run-command.ts';
import { tryFileLock } from '../../campaigns/files/file-lock-fs.ts';
import { isPractice, readEnvironment } from '../../campaigns/practice-fs.ts';
import type { Planned } from '../../generator/shelf/command.ts';
import { placeShippedSite } from './shipped-site-fs.ts';

/**
 * `npm start [-- --only public|console]`: service and site first, the print kit and the channels' material while they run,
 * and the site once more when either is there.
 * Nothing that an earlier start made is made again; of processes that share a data folder one makes it.
 */
const root = join(import.meta.dirname, '..', '..');
const dataDir = resolve(root, process.env['DATA_DIR'] || 'data');
/** Print files of practice are made when somebody asks for them. */
const practises = isPractice(dataDir);
const running = new Set<ChildProcess>();
/** Hides Node's warnings about experimental features from the operator. */
const quiet = ['--disable-warning=ExperimentalWarning'];
let stopping = false;
/** Of the programs that make files, by the system's scale. */
let priority = 0;

/** Its own process group: Ctrl-C reaches this program alone, which then ends the parts in their order. */
function begin(script: string, ...args: string[]): ChildProcess {
  const child = spawn(process.execPath, [...quiet, join(root, script), ...args], {
    cwd: root,
    // By the channel it notices the end of this program, whatever ended it.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
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
  // Only root may raise what it was itself started with.
  if (child.pid !== undefined) setPriority(child.pid, Math.max(priority, getPriority()));
  return ended(child);
}

/** In a frame, as it must not pass among the lines of the service. */
function frame(texts: readonly string[]): string {
  const lines = texts.map((text) => asCalledHere(text));
  const width = Math.max(...lines.map(({ length }) => length)) + 2;
  const rule = '═'.repeat(width);
  const body = lines.map((line) => `║ ${line.padEnd(width - 1)}║`);
  return [`╔${rule}╗`, ...body, `╚${rule}╝`].join('\n');
}

function warn(...lines: string[]): void {
  if (!stopping) console.error(frame(lines));
}

/** Next steps for the person at the terminal. */
function welcome(url: string): void {
  // An installed program finds its settings by itself.
  const own = (isClone ? ['DATA_DIR', 'PORT', 'CAMPAIGN'] : []).flatMap((name) =>
    process.env[name] ? [`${name}=${process.env[name]}`] : [],
  );
  const command = [...own, 'up-cop-outreach'].join(' ');
  console.log(
    frame([
      `Open it          ${url}`,
      `First officer    ${command} invite --role admin --email you@example.in`,
      ...(process.env['CAMPAIGN']
        ? []
        : [
            `${practises ? 'Delete it all   ' : 'Practise        '} ${command} sample${practises ? ' --remove' : ''}`,
          ]),
      'Stop it          Ctrl-C',
      '',
      practises
        ? 'PRACTICE: nothing here is real, and nothing reaches anybody.'
        : 'Boards, film and the rest are being made; /print/ shows how far they are.',
    ]),
  );
}

async function prepareOnce(): Promise<void> {
  const lock = tryFileLock(join(dataDir, 'print', '.start.lock'));
  if (lock === null) return;
  try {
    await prepare();
  } finally {
    lock.release();
  }
}

/** The runs of the channels that the campaign has; all in one where the plan failed. */
async function planChannels(): Promise<string[] | null> {
  if (stopping) return null;
  let runs: string[] | null = null;
  const child = begin('generator/main.ts', '--channel', 'all', '--plan');
  child.once('message', (planned: Planned) => {
    runs = planned.runs;
  });
  return (await ended(child)) === 0 ? runs : null;
}

async function prepare(): Promise<void> {
  const [code, runs] = await Promise.all([run('generator/main.ts', '--plan'), planChannels()]);
  if (code !== 0 || runs === null) warn('A list of files could not be made; see above.');
  const buildSite = () => run('site/build.ts', '--if-changed');
  if ((await buildSite()) !== 0) {
    warn(
      'The site could not be built; the service runs without it.',
      'Again: up-cop-outreach build',
    );
  }
  if (practises) return;
  // Somebody waits for the site; what follows yields to requests.
  priority = 10;
  const kit = await run('generator/main.ts');
  if (kit !== 0) {
    warn(
      `THE PRINT KIT IS INCOMPLETE: the generator ended with ${kit}.`,
      'Do not hand it to printers. What failed stands above; again: up-cop-outreach generate',
    );
  }
  if ((await buildSite()) !== 0)
    warn('The site could not be rebuilt. Again: up-cop-outreach build');
  for (const channels of runs ?? ['all']) {
    if ((await run('generator/main.ts', '--channel', channels)) !== 0) {
      warn(
        `Some of the material of these channels is missing: ${channels}; see above.`,
        'Again: up-cop-outreach generate --channel all',
      );
    }
    if ((await buildSite()) !== 0)
      warn('The site could not be rebuilt. Again: up-cop-outreach build');
  }
}

function stop(signal: NodeJS.Signals): void {
  stopping = true;
  for (const child of running) child.kill(signal);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => stop(signal));
await runCommand(async () => {
  const { CAMPAIGN = '', SITE_DIR = '' } = readEnvironment(process.env);
  const siteDir = SITE_DIR === '' ? join(dataDir, 'site') : resolve(root, SITE_DIR);
  if (['', defaultCampaign].includes(CAMPAIGN) && !practises)
    placeShippedSite(join(root, 'built', 'site'), siteDir);
  const service = begin('messaging/main.ts', ...process.argv.slice(2));
  if (process.stdout.isTTY)
    service.once('message', (told: { kind: 'open'; url: string }) => welcome(told.url));
  const code = ended(service);
  const opened = new Promise((resolve) => service.once('message', resolve));
  // There are pages to show: the service has the processors to itself until it does.
  if (existsSync(siteDir)) await Promise.race([opened, code]);
  const prepared = prepareOnce().catch((error: Error) => warn('Nothing was made.', error.message));
  const ofService = await code;
  stopping = true;
  for (const child of running) child.kill('SIGTERM');
  await prepared;
  return ofService;
});
