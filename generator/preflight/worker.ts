import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { campaignFolder, loadCampaign } from '../../campaigns/campaign-fs.ts';
import { loadDirectory } from '../../campaigns/directory/directory-fs.ts';
import { grownFileName, loadRegistry } from '../../campaigns/links/registry-fs.ts';
import { loadOwnFields } from '../../campaigns/own-fields/own-fields-fs.ts';
import { publishedIn } from '../../campaigns/published-fs.ts';
import { loadFonts } from '../layout/fonts-fs.ts';
import type { ToThread } from '../run/pool.ts';
import { createFileChecker } from './check-file.ts';
import type { Batch, CheckedBatch, WorkerData } from './check-in-threads.ts';
import { createPressChecker } from './check-press.ts';
import { createExpectations } from './expected.ts';
import { createShelfExpectations } from './shelf-expected.ts';
import { isShelfFile } from './shelf-files-fs.ts';

const port = parentPort;
if (port === null) throw new Error('Expected to run as a worker thread of the preflight');

const { folder, campaign: id, dataDir } = workerData as WorkerData;
const published = publishedIn(dataDir);
const fonts = loadFonts();
const sources = {
  campaign: loadCampaign(id, published),
  directory: loadDirectory({ campaign: id, published }),
  registry: loadRegistry({
    campaignFolder: campaignFolder(id),
    grownFile: join(dataDir, grownFileName),
  }),
  ownFields: loadOwnFields(published.ownFieldsFolder),
  fonts,
};
const ofKit = createExpectations(sources);
const ofShelf = createShelfExpectations(sources);
const checkFile = createFileChecker({
  folder,
  expectationOf: (file) => (isShelfFile(file) ? ofShelf(file) : ofKit(file)),
  checker: await createPressChecker(fonts),
});

port.on('message', async (message: ToThread<Batch>) => {
  if (message.kind === 'end') {
    port.close();
    return;
  }
  const files = message.job;
  const batch: CheckedBatch = { files: files.length, findings: [] };
  for (const file of files) batch.findings.push(...(await checkFile(file)));
  port.postMessage(batch);
});
