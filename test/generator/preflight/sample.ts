import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { campaignFolder, loadCampaign } from '../../../campaigns/campaign-fs.ts';
import { loadDirectory } from '../../../campaigns/directory/directory-fs.ts';
import { loadRegistry } from '../../../campaigns/links/registry-fs.ts';
import type { ManifestFile } from '../../../campaigns/manifest.ts';
import { loadConfig } from '../../../generator/config.ts';
import { loadFonts } from '../../../generator/layout/fonts-fs.ts';
import { createPressChecker } from '../../../generator/preflight/check-press.ts';
import { createExpectations } from '../../../generator/preflight/expected.ts';
import { readManifest } from '../../../generator/run/manifest-fs.ts';
import { type Options, parseOptions } from '../../../generator/run/options.ts';
import { generate } from '../../../generator/run/run.ts';

const silent = { write: () => true, isTTY: false };

/** Stations generated into a folder of their own, and what checks them. */
export async function generateSample(stations: string, artworks: string) {
  const folder = mkdtempSync(join(tmpdir(), 'preflight-'));
  const config = loadConfig({ DATA_DIR: join(folder, 'data') });
  const call = ['--station', stations, '--artwork', artworks, '--format', 'pdf'];
  const out = join(folder, 'print');
  await generate({
    config,
    options: parseOptions(call) as Options,
    out,
    signal: new AbortController().signal,
    progress: silent,
  });
  const fonts = loadFonts();
  const campaign = loadCampaign(config.campaign);
  const directory = loadDirectory();
  const registry = loadRegistry({ campaignFolder: campaignFolder(config.campaign) });
  const expectationOf = createExpectations({ campaign, directory, registry, fonts });
  const files = readManifest(out)?.files ?? [];
  return {
    folder,
    out,
    config,
    files,
    campaign,
    directory,
    registry,
    fonts,
    expectationOf,
    checker: await createPressChecker(fonts),
    /** A file of the sample with its entry and bytes. */
    file(path: string): { entry: ManifestFile; bytes: Buffer } {
      const entry = files.find((each) => each.path === path);
      if (entry === undefined) throw new Error(`Expected ${path} in the sample`);
      return { entry, bytes: readFileSync(join(out, path)) };
    },
  };
}

export type Sample = Awaited<ReturnType<typeof generateSample>>;
