import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { loadCampaign } from '../../campaigns/campaign-fs.ts';
import { loadDirectory } from '../../campaigns/directory/directory-fs.ts';
import { loadPopulation } from '../../campaigns/directory/population-fs.ts';
import { boardStations } from '../../campaigns/directory/station.ts';
import { type Manifest, manifestSchema } from '../../campaigns/manifest.ts';
import { buildProgress } from '../../campaigns/tracker/build-progress.ts';
import { type ProgressFile, progressFileName } from '../../campaigns/tracker/progress-file.ts';
import { makeSample, sampleOutcomes, sampleToday } from '../../campaigns/tracker/sample.ts';
import { serviceName } from '../../campaigns/tracker/service-name.ts';
import { stockChannels } from '../../generator/shelf/command.ts';
import { isRunning } from '../is-running.ts';
import { practised } from '../messaging/fixtures/practice.ts';
import { writePrintFixture } from './print-fixture.ts';
import { writeSocialFixture } from './social-fixture.ts';

const root = join(import.meta.dirname, '../..');
const cache = join(root, 'node_modules/.cache/site-test');
/** A build takes some 8 s on two idle cores; a test run keeps both of them busy. */
export const buildLimitMs = 240_000;

export interface BuiltSite {
  folder: string;
  manifest: Manifest;
}

/** The site with print files of two districts and sample figures, for a plain web server. */
export function fullSite(): Promise<BuiltSite> {
  return buildOnce('full', async (dataDir) => {
    await writePrintFixture(join(dataDir, 'print'));
    await writeSocialFixture(join(dataDir, 'print'));
    await stockChannels(['--channel', 'radio', '--plan'], { DATA_DIR: dataDir });
    writeFileSync(join(dataDir, progressFileName), JSON.stringify(sampleProgress()));
    return {
      args: ['--with-files', '--uncompressed'],
      env: { PUBLIC_URL: 'https://upcop.example' },
    };
  });
}

/** The site of a fresh installation: nothing generated, no figures, the real clock. */
export function emptySite(): Promise<BuiltSite> {
  return buildOnce('empty', async () => ({ args: ['--uncompressed'], env: {} }));
}

/** Figures of the sample campaign, as the service would write them. */
export function sampleProgress(now = new Date()): ProgressFile {
  const campaign = loadCampaign('up-cop');
  const directory = loadDirectory();
  const population = loadPopulation('up-cop');
  const districts = directory.districts.map(({ id }) => ({
    id,
    population: population?.byDistrict.get(id) ?? null,
    stations: boardStations(directory).flatMap((station) =>
      station.district === id ? [station.id] : [],
    ),
  }));
  return buildProgress({
    campaign: practised,
    districts,
    ...makeSample(districts),
    outcomes: sampleOutcomes.flatMap((outcome, id) => {
      const name = serviceName(campaign, outcome.service);
      return name === undefined ? [] : [{ ...outcome, id, name }];
    }),
    today: sampleToday,
    now,
  });
}

type Prepare = (dataDir: string) => Promise<{ args: string[]; env: Record<string, string> }>;

/**
 * Builds once for all files of a test run, which share a parent process: the first one builds, the others wait for
 * its mark.
 */
export async function buildOnce(name: string, prepare: Prepare): Promise<BuiltSite> {
  const run = join(cache, `${name}-${process.ppid}`);
  const folder = join(run, 'dist');
  const dataDir = join(run, 'data');
  const done = join(run, 'done');
  mkdirSync(cache, { recursive: true });
  dropOldRuns();
  if (claim(run)) {
    try {
      mkdirSync(dataDir);
      const { args, env } = await prepare(dataDir);
      await promisify(execFile)(process.execPath, ['site/build.ts', ...args], {
        cwd: root,
        env: { ...process.env, CAMPAIGN_TODAY: '', ...env, SITE_DIR: folder, DATA_DIR: dataDir },
      });
      writeFileSync(done, '');
    } catch (error) {
      rmSync(run, { recursive: true, force: true });
      throw error;
    }
  }
  const deadline = Date.now() + buildLimitMs;
  while (!existsSync(done)) {
    if (!existsSync(run)) throw new Error(`Expected the build of the ${name} site to succeed`);
    if (Date.now() > deadline)
      throw new Error(`Expected the site in ${folder} within ${buildLimitMs} ms`);
    await wait(100);
  }
  const manifestFile = join(dataDir, 'print/manifest.json');
  const manifest = existsSync(manifestFile)
    ? manifestSchema.parse(JSON.parse(readFileSync(manifestFile, 'utf8')))
    : { campaign: 'up-cop', files: [] };
  return { folder, manifest };
}

/** A run whose parent process is gone has left its site behind. */
function dropOldRuns(): void {
  for (const run of readdirSync(cache)) {
    if (!isRunning(Number(run.split('-').at(-1)))) {
      rmSync(join(cache, run), { recursive: true, force: true });
    }
  }
}

/** Only the process that makes the folder builds. */
function claim(run: string): boolean {
  try {
    mkdirSync(run);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}
