// Opens the generator's threads and ends them while they still load: process.argv[2] is the milliseconds in between.
import { setTimeout as wait } from 'node:timers/promises';
import { loadCampaign } from '../../../campaigns/campaign-fs.ts';
import { endPool, startPool } from '../../../generator/run/pool.ts';

const campaign = loadCampaign('up-cop');
const worker = new URL('../../../generator/run/worker.ts', import.meta.url);
const [, , milliseconds, out = ''] = process.argv;
for (let at = 0; at < 5; at += 1) {
  const data = ['a', 'b'].map((name) => ({ campaign, out, name }));
  const pool = startPool(worker, data);
  await wait(Number(milliseconds) + at * 5);
  await endPool(pool);
}
