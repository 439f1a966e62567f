// Opens the generator's threads and ends them while they still load: process.argv[2] is the milliseconds in between.
import { setTimeout as wait } from 'node:timers/promises';
import { loadCampaign } from '../../../campaigns/campaign-fs.ts';
import { startPool } from '../../../generator/run/pool.ts';

const campaign = loadCampaign('up-cop');
const [, , milliseconds, out = ''] = process.argv;
for (let at = 0; at < 5; at += 1) {
  const pool = startPool(2, { campaign, out }, Promise.resolve([]));
  await wait(Number(milliseconds) + at * 5);
  await pool.close();
}
