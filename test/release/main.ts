// npm run test:release [-- FOLDER], after word-files.ts: a bare Debian without a network is given what `npm run release` makes (or what lies in
// FOLDER), and each part is walked through: wrong answers, package, removal, image. Ends with 1 at the first thing that is not as it should be;
// else `npm run tag` may tag what was walked.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { debianSources } from '../../assets/deploy/release/debian-packages.ts';
import { codename, name, root, version } from '../../assets/deploy/release/project.ts';
import { campaignFolder, defaultCampaign } from '../../campaigns/campaign-folder-fs.ts';
import { loadRegistry } from '../../campaigns/links/registry-fs.ts';
import { startBareMachine } from './bare-machine.ts';
import { loadByBuildah, walkTheImage } from './image.ts';
import { walkAway, walkThePackage } from './package.ts';
import { tell } from './report.ts';
import { noteWalk } from './walked.ts';

// The last is a part of buildah that Debian only recommends.
for (const program of ['mmdebstrap', 'buildah', 'netavark']) {
  if (existsSync(`/usr/bin/${program}`) || existsSync(`/usr/lib/podman/${program}`)) continue;
  console.error(`Expected ${program}: apt-get install --no-install-recommends ${program}`);
  process.exit(1);
}
const given = process.argv[2];
const work = mkdtempSync(join(tmpdir(), 'release-test-'));
const release = resolve(given ?? join(work, 'release'));
try {
  if (given === undefined) {
    execFileSync(
      process.execPath,
      [join(root, 'assets/deploy/release/main.ts'), '--out', release],
      {
        stdio: 'inherit',
      },
    );
    tell('released');
  }
  const [bundle, image] = [`${name}_${version}_offline.tar`, `${name}_${version}.oci.tar`].map(
    (file) => join(release, file),
  ) as [string, string];
  for (const file of [bundle, image]) tell(`${file}: ${Math.round(statSync(file).size / 1e6)} MB`);
  const media = join(work, 'media');
  mkdirSync(media);
  execFileSync('tar', ['--extract', `--file=${bundle}`, `--directory=${media}`]);
  const bare = join(work, 'bare.tar');
  execFileSync('mmdebstrap', ['--quiet', '--variant=minbase', codename, bare, '-'], {
    input: debianSources(),
    stdio: ['pipe', 'inherit', 'inherit'],
  });
  tell(`a bare Debian: ${Math.round(statSync(bare).size / 1e6)} MB`);
  const machine = await startBareMachine(bare, media, [80, 443, 8080, 8081]);
  try {
    const { assignments, codeFor } = loadRegistry({
      campaignFolder: campaignFolder(defaultCampaign),
    });
    const [{ owner } = { owner: { scope: 'state' as const } }] = assignments;
    const scanPath = `/Q${codeFor(owner, 'board')}`;
    await walkThePackage(machine, scanPath);
    walkAway(machine);
    loadByBuildah(image);
    await walkTheImage(machine, image, scanPath);
  } finally {
    await machine.stop();
  }
  tell('all as it should be');
  noteWalk(release);
} finally {
  rmSync(work, { recursive: true, force: true });
}
