import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { isBuiltin, registerHooks } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'astro';
import { runCommand } from '../campaigns/command/run-command.ts';
import { endWithParent } from '../campaigns/files/end-with-parent.ts';
import { withFileLock } from '../campaigns/files/file-lock-fs.ts';
import { syncDisk } from '../campaigns/files/sync-fs.ts';
import { compressSite } from './compress-fs.ts';
import { loadConfig, type SiteConfig } from './config.ts';
import { writeConsoleWorkers } from './console-worker-fs.ts';
import { hashInputs } from './inputs-hash-fs.ts';
import { expectWhole } from './kit-fs.ts';

/**
 * `npm run build [-- --with-files] [--if-changed] [--uncompressed]`: the static site; with the print files for
 * a plain web server; without the packed copies that a server sends. It is built beside the one that is being served,
 * which it replaces whole. One build at a time: the service and `npm start` may both ask for one.
 */
const mark = '.built-from';
const lockLimitMs = 600_000;
/** Astro hands it on to its builder: types for editors would go into the project, which is read-only to the service. */
const writesNoTypes: { devOutput?: boolean } & { sync: boolean } = { sync: false };

await runCommand(async () => {
  endWithParent();
  const { values } = parseArgs({
    options: {
      'with-files': { type: 'boolean', default: false },
      'if-changed': { type: 'boolean', default: false },
      uncompressed: { type: 'boolean', default: false },
    },
  });
  const config = loadConfig(process.env);
  await withFileLock(`${config.siteDir}.lock`, lockLimitMs, () => buildSite(config, values));
});

function isBuilt(siteDir: string, inputs: string): boolean {
  const file = join(siteDir, mark);
  return existsSync(file) && readFileSync(file, 'utf8') === inputs;
}

/**
 * Everything that Astro writes meanwhile lies in the folder of the new site: it takes that one only where it is below the
 * working directory. The project's own folders are read-only to a deployed service; packages still come from there.
 */
function writeOnlyInto(fresh: string): void {
  mkdirSync(fresh, { recursive: true });
  process.chdir(dirname(fresh));
  const written = pathToFileURL(fresh).href;
  registerHooks({
    resolve(specifier, context, next) {
      const isPackage = !/^([./]|[a-z]+:)/.test(specifier) && !isBuiltin(specifier);
      const fromProject = isPackage && context.parentURL?.startsWith(written);
      return next(specifier, fromProject ? { ...context, parentURL: import.meta.url } : context);
    },
  });
}
async function buildSite(
  config: SiteConfig,
  values: { 'with-files': boolean; 'if-changed': boolean; uncompressed: boolean },
): Promise<void> {
  const { siteDir, printDir } = config;
  const fresh = `${siteDir}.new`;
  const old = `${siteDir}.old`;
  // The exchange below was cut between its two steps.
  if (!existsSync(siteDir) && existsSync(old)) renameSync(old, siteDir);
  const inputs = hashInputs(config);
  if (values['if-changed'] && isBuilt(siteDir, inputs)) return;
  if (values['with-files']) {
    expectWhole(printDir, config.campaign);
    // For the pages, which are read in this process.
    process.env.SITE_WITH_FILES = 'yes';
  }
  writeOnlyInto(fresh);
  await build(
    {
      root: join(import.meta.dirname, '..'),
      outDir: fresh,
      logLevel: 'warn',
      // On a plain web server nothing answers /api/progress: the pages then do not ask.
      vite: { define: { 'import.meta.env.HAS_SERVICE': JSON.stringify(!values['with-files']) } },
    },
    writesNoTypes,
  );
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
}
