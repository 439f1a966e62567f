import { parentPort, workerData } from 'node:worker_threads';
import type { ArtworkBase } from './base.ts';
import type { FromWorker, ToWorker, WorkerData } from './job.ts';
import { loadFonts } from './layout/fonts-fs.ts';
import { createDistrictMaker } from './make-district.ts';
import { coatedIntent } from './print/output-intent-fs.ts';
import { createWriter } from './whole-file-fs.ts';

const port = parentPort;
if (port === null) throw new Error('Expected to run as a worker thread of the generator');

const { campaign, out, name } = workerData as WorkerData;
const fonts = loadFonts();
const bases = new Map<string, ArtworkBase>();
const makeDistrict = createDistrictMaker({
  campaign,
  fonts,
  intent: coatedIntent(),
  bases,
  out,
  write: createWriter(out, name),
});
const send = (message: FromWorker) => port.postMessage(message);

port.on('message', async (message: ToWorker) => {
  if (message.kind === 'bases') {
    for (const base of message.bases) bases.set(base.artwork, base);
  } else {
    const result = await makeDistrict(message.job, (files) => send({ kind: 'progress', files }));
    send({ kind: 'done', result });
  }
});

// The fonts are opened while the main thread still lays the artwork out.
fonts.typeface(700);
fonts.typeface(800);
