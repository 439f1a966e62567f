import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loadCampaign } from '../../../campaigns/campaign-fs.ts';
import { listChannelRuns } from '../../../campaigns/shelf.ts';
import { stockChannels } from '../../../generator/shelf/command.ts';
import { folderForTest } from '../../folders.ts';

function freshFolder(): string {
  const folder = folderForTest('channels-');
  return folder;
}

const campaignWithout = 'gujarat-citizen-first';

test.each(['film', 'radio,social'])(
  'a campaign without %s refuses it and writes nothing',
  async (named) => {
    const folder = freshFolder();
    const env = { DATA_DIR: folder, CAMPAIGN: campaignWithout };
    await expect(stockChannels(['--channel', named], env)).rejects.toThrow(
      `Expected no \`--channel\`, as the campaign has, got "${named}"`,
    );
    expect(readdirSync(folder)).toEqual([]);
  },
);

test('all channels are those that the campaign has, the film in a run of its own', async () => {
  const folder = freshFolder();
  const env = { DATA_DIR: folder, CAMPAIGN: campaignWithout };
  expect(await stockChannels(['--channel', 'all'], env)).toBe(0);
  expect(readdirSync(folder)).toEqual([]);
  expect(listChannelRuns(loadCampaign(campaignWithout))).toEqual([]);
  const whole = loadCampaign('up-cop');
  expect(listChannelRuns(whole)).toEqual(['radio,social,vehicle,newspaper', 'film']);
  expect(listChannelRuns({ ...whole, radio: undefined, film: undefined })).toEqual([
    'social,vehicle,newspaper',
  ]);
});
