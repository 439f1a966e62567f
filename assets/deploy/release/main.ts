import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runCommand, WrongUse } from '../../../campaigns/command/run-command.ts';
import { writePapers } from './bill.ts';
import { makeDeb } from './deb.ts';
import { makeImage } from './image.ts';
import { writeManifests } from './manifests.ts';
import { writeManual } from './manual.ts';
import { makeOffline } from './offline.ts';
import { describeParts } from './parts.ts';
import { name, readEpoch, root, runIn, version } from './project.ts';
import { settle, stageInstallation } from './stage.ts';

// npm run release [-- --out FOLDER] [--only papers,manual,deb,offline,image,manifests]
// What an installation is made from, in dist-release/: see docs/operate.md. Two runs of one commit make the same bytes.

const parts = ['papers', 'manual', 'deb', 'offline', 'image', 'manifests'] as const;
type Part = (typeof parts)[number];

await runCommand(async () => {
  const { values } = parseArgs({
    options: { out: { type: 'string' }, only: { type: 'string', default: parts.join(',') } },
  });
  const wanted = values.only.split(',').map((word): Part => {
    const part = parts.find((each) => each === word);
    if (part === undefined) throw new WrongUse(`Expected --only ${parts.join(',')}, got ${word}`);
    return part;
  });
  const out = resolve(values.out ?? join(root, 'dist-release'));
  const work = mkdtempSync(join(tmpdir(), `${name}-release-`));
  try {
    await makeRelease(new Set(wanted), { out, work });
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
});

async function makeRelease(
  only: ReadonlySet<Part>,
  { out, work }: { out: string; work: string },
): Promise<void> {
  if (runIn(root, 'git', 'status', '--porcelain') !== '')
    console.error('Not all changes are committed: this is no release of a commit.');
  mkdirSync(out, { recursive: true });
  const epoch = readEpoch();
  const papers = join(work, 'papers');
  writePapers(papers, epoch);
  if (only.has('papers')) runIn(work, 'cp', '-r', `${papers}/.`, out);
  if (only.has('manifests')) writeManifests(out);
  if (!['manual', 'deb', 'offline', 'image'].some((part) => only.has(part as Part))) return;
  const siteDir = buildSite(work, epoch);
  if (only.has('manual')) await writeManual({ siteDir, out: join(out, 'manual'), epoch });
  if (!['deb', 'offline', 'image'].some((part) => only.has(part as Part))) return;
  const installation = join(work, 'installation');
  stageInstallation(installation, siteDir);
  settle(installation, epoch);
  console.log(describeParts(installation));
  const staged = { installation, papers, epoch };
  const apt = join(work, 'apt');
  if (only.has('image')) tell(makeImage(staged, apt, work, out));
  if (!only.has('deb') && !only.has('offline')) return;
  const deb = makeDeb(staged, work, only.has('deb') ? out : work);
  if (only.has('deb')) tell(deb);
  if (only.has('offline')) tell(makeOffline({ deb, papers, epoch }, apt, work, out));
}

function tell(path: string): void {
  const megabytes = (statSync(path).size / 1e6).toFixed(0);
  console.log(`${basename(path)} of ${name} ${version}: ${megabytes} MB`);
}

/**
 * Builds the site that a new installation answers with until it has built its own, which has its address. @returns
 * its folder
 */
function buildSite(folder: string, epoch: number): string {
  const dataDir = join(folder, 'data');
  const env = {
    PATH: process.env['PATH'],
    DATA_DIR: dataDir,
    SOURCE_DATE_EPOCH: String(epoch),
  };
  const run = (script: string, ...args: string[]) =>
    execFileSync(process.execPath, ['--disable-warning=ExperimentalWarning', script, ...args], {
      cwd: root,
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  run('generator/main.ts', '--plan');
  run('generator/main.ts', '--channel', 'all', '--plan');
  // Packed copies double it; the installation's own build has them.
  run('site/build.ts', '--uncompressed');
  return join(dataDir, 'site');
}
