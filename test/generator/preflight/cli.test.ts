import { execFile } from 'node:child_process';
import { appendFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadCampaign } from '../../../campaigns/campaign-fs.ts';
import { toExitCode } from '../../../campaigns/command/run-command.ts';
import { openFacts, openStores } from '../../../campaigns/facts.ts';
import type { Finding } from '../../../generator/preflight/check-file.ts';
import { parseOptions } from '../../../generator/preflight/options.ts';
import { preflight as run } from '../../../generator/preflight/run.ts';
import { generateSample, type Sample } from './sample.ts';

let sample: Sample;

beforeAll(async () => {
  sample = await generateSample('agra/baah,lucknow/hazratganj', 'pamphlet');
});

afterAll(() => rmSync(sample.folder, { recursive: true, force: true }));

function preflight(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const main = join(import.meta.dirname, '..', '..', '..', 'generator', 'preflight', 'main.ts');
  const env = { ...process.env, DATA_DIR: sample.config.dataDir };
  return new Promise((resolve) => {
    execFile(process.execPath, [main, ...args], { env }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr });
    });
  });
}

test('good files give a table of districts, progress, and code 0', async () => {
  const { code, stdout, stderr } = await preflight(sample.out);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^agra +1 +– +/m);
  expect(stdout).toMatch(/^lucknow +1 +– +/m);
  expect(stdout).toMatch(/Printable\. 2 files in [\d.]+ s\.\n$/);
  expect(stderr).toContain('2/2 files');
});

test('a release with an unconfirmed link host, facts and a placeholder for the emblem is a fault for each and code 1', async () => {
  const campaign = loadCampaign('up-cop');
  const stores = openStores(campaign).map(({ id }) => id);
  const facts = openFacts(campaign).map(({ id }) => (stores.includes(id) ? 'store-id' : 'fact'));
  expect(new Set(facts)).toEqual(new Set(['store-id', 'fact']));
  const json = await preflight(sample.out, '--release', '--station', 'agra/baah', '--json');
  expect(json.code).toBe(1);
  const report = JSON.parse(json.stdout);
  expect(report).toMatchObject({
    release: true,
    faults: facts.length + 2,
    districts: [{ district: 'agra', files: 1 }],
  });
  const faults = report.findings.map(({ severity, rule }: Finding) => `${severity} ${rule}`);
  expect(faults).toEqual(['link-host', ...facts, 'emblem'].map((rule) => `fault ${rule}`));
});

test('a broken file is named with rule, expected and found, and gives code 1', async () => {
  appendFileSync(join(sample.out, 'agra/baah/agra-baah-pamphlet.pdf'), '\n');
  const { code, stdout } = await preflight(sample.out, '--district', 'agra');
  expect(code).toBe(1);
  expect(stdout).toMatch(
    /✗ file {2}agra\/baah\/agra-baah-pamphlet\.pdf\n {4}expected \d+ bytes\n {4}found {4}\d+/,
  );
  expect(stdout).toContain('NOT PRINTABLE: 1 fault.');
});

test.each([
  { label: 'an unknown option', args: ['--fast'], message: "Unknown option '--fast'" },
  { label: 'two folders', args: ['a', 'b'], message: 'Expected one folder for `DIR`, got a b' },
  {
    label: 'a folder without manifest',
    args: ['/nowhere'],
    message: 'run up-cop-outreach generate first',
  },
  {
    label: 'a district that is not in the manifest',
    args: ['--district', 'agrah'],
    message: 'Expected a district of the manifest for `--district`, got "agrah". Did you mean agra',
  },
])('$label is a wrong call: code 2 and what is wrong', async ({ args, message }) => {
  const call = async () => {
    const options = parseOptions(args);
    const folder = options.folder ?? sample.out;
    await run({ config: sample.config, options, folder, progress: process.stderr });
  };
  const error = await call().catch((each: Error) => each);
  expect(error).toMatchObject({ message: expect.stringContaining(message) });
  expect(toExitCode(error)).toBe(2);
});
