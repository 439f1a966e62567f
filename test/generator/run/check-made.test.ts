import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { campaignFolder } from '../../../campaigns/campaign-folder-fs.ts';
import { removeFolder, runGenerator, temporaryFolder } from '../fixture.ts';

const folder = temporaryFolder();
afterAll(() => removeFolder(folder));

/** A campaign outside the repository with one of its words replaced. */
function campaignWith(id: string, file: string, [from, to]: [RegExp, string]): string {
  const campaign = join(folder, id);
  cpSync(campaignFolder('maharashtra-citizen-portal'), campaign, { recursive: true });
  const path = join(campaign, file);
  writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));
  return campaign;
}

function makeBoards(campaign: string, ...stations: string[]) {
  const call = ['--artwork', 'board', '--format', 'pdf', '--out', join(campaign, 'print')];
  return runGenerator([...call, '--station', stations.join()], {
    env: { CAMPAIGN: campaign, XDG_CACHE_HOME: join(folder, 'cache') },
  });
}

test('a run whose board breaks a rule says which and ends with 1, also when nothing is made again', async () => {
  const word = 'संरक्षण'.repeat(9);
  const campaign = campaignWith('word', 'copy.yaml', [/(headline: \{ mr: )[^,]*/, `$1${word}`]);
  for (const made of ['1 files made', '0 files made']) {
    const ended = await makeBoards(campaign, 'ratnagiri/ratnagiri-city');
    expect(ended).toMatchObject({ code: 1, stdout: expect.stringContaining(made) });
    expect(ended.stderr).toMatch(/board\.pdf heights: Expected headline at least .* mm high/);
  }
});

test('a fault of a district is found though other stations have the longest and the shortest name', async () => {
  const long: [RegExp, string] = [/Pune,पुणे/, `Pune,${'पुणे'.repeat(30)}`];
  const campaign = campaignWith('district', 'directory/districts.csv', long);
  const others = ['ratnagiri/khed', 'ratnagiri/ratnagiri-city'];
  const ended = await makeBoards(campaign, ...others, 'pune/hadapsar', 'pune/deccan');
  expect(ended.code).toBe(1);
  const faults = ended.stderr.match(/\S+ heights: Expected district .* high/g) ?? [];
  expect(faults.map((fault) => fault.split(' ')[0])).toEqual([
    'pune/deccan/pune-deccan-board.pdf',
    'pune/hadapsar/pune-hadapsar-board.pdf',
  ]);
  expect(ended.stderr).not.toContain('ratnagiri');
});
