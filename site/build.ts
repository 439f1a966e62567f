import { cpSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'astro';
import { withFileLock } from '../campaigns/files/file-lock-fs.ts';
import { syncDisk } from '../campaigns/files/sync-fs.ts';
import { compressSite } from './compress-fs.ts';
import { loadConfig } from './config.ts';
import { writeConsoleWorkers } from './console-worker-fs.ts';
import { hashInputs } from './inputs-hash-fs.ts';
import { expectWhole } from './kit-fs.ts';

/**
 * `npm run build [-- --with-files] [--if-changed] [--uncompressed]`: the static site; with the print files beside it for
 * a plain web server; without the packed copies that a server sends. It is built beside the one that is being served,
 * which it replaces whole. One build at a time: the service and `npm start` may both ask for one.
 */
const { values } = parseArgs({
  options: {
    'with-files': { type: 'boolean', default: false },
    'if-changed': { type: 'boolean', default: false },
    uncompressed: { type: 'boolean', default: false },
  },
});
const config = loadConfig(process.env);
const { siteDir, printDir } = config;
const mark = '.built-from';
const lockLimitMs = 600_000;

function isBuilt(inputs: string): boolean {
  const file = join(siteDir, mark);
  return existsSync(file) && readFileSync(file, 'utf8') === inputs;
}

const [fresh, old] = [`${siteDir}.new`, `${siteDir}.old`];

await withFileLock(`${siteDir}.lock`, lockLimitMs, async () => {
  // The exchange below was cut between its two steps.
  if (!existsSync(siteDir) && existsSync(old)) renameSync(old, siteDir);
  const inputs = hashInputs(config);
  if (values['if-changed'] && isBuilt(inputs)) return;
  if (values['with-files']) {
    expectWhole(printDir, config.campaign);
    // For the pages, which are read in this process.
    process.env.SITE_WITH_FILES = 'yes';
  }
  await build({
    root: join(import.meta.dirname, '..'),
    outDir: fresh,
    logLevel: 'warn',
    // On a plain web server nothing answers /api/progress: the pages then do not ask.
    vite: { define: { 'import.meta.env.HAS_SERVICE': JSON.stringify(!values['with-files']) } },
  });
  // The console has a service behind it only where it is served by one.
  if (!values['with-files']) writeConsoleWorkers(fresh);
  if (values['with-files']) cpSync(printDir, join(fresh, 'files'), { recursive: true });
  await syncDisk(fresh);
  rmSync(old, { recursive: true, force: true });
  if (existsSync(siteDir)) renameSync(siteDir, old);
  renameSync(fresh, siteDir);
  rmSync(old, { recursive: true, force: true });
  if (!values.uncompressed) await compressSite(siteDir);
  await syncDisk(siteDir);
  // One without the packed copies is no whole site for the service: it is built again when that asks for one.
  if (!values['with-files'] && !values.uncompressed) writeFileSync(join(siteDir, mark), inputs);
});
