import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { campaignFolder } from '../../../campaigns/campaign-folder-fs.ts';
import { removeFolder, runGenerator, temporaryFolder } from '../fixture.ts';

const folder = temporaryFolder();
const campaign = join(folder, 'campaign');
afterAll(() => removeFolder(folder));

/** A campaign outside the repository whose headline is one word that no board holds. */
cpSync(campaignFolder('maharashtra-citizen-portal'), campaign, { recursive: true });
const copy = join(campaign, 'copy.yaml');
const words = readFileSync(copy, 'utf8');
writeFileSync(copy, words.replace(/(headline: \{ mr: )[^,]*/, `$1${'संरक्षण'.repeat(9)}`));

const board = () => {
  const call = ['--artwork', 'board', '--format', 'pdf', '--out', join(folder, 'print')];
  return runGenerator([...call, '--station', 'ratnagiri/ratnagiri-city'], {
    env: { CAMPAIGN: campaign, XDG_CACHE_HOME: join(folder, 'cache') },
  });
};

test('a run whose board breaks a rule says which and ends with 1, also when nothing is made again', async () => {
  for (const made of ['1 files made', '0 files made']) {
    const ended = await board();
    expect(ended).toMatchObject({ code: 1, stdout: expect.stringContaining(made) });
    expect(ended.stderr).toMatch(/board\.pdf heights: Expected headline at least .* mm high/);
  }
});
