import { parentPort, workerData } from 'node:worker_threads';
import { createFileWriter } from '../../campaigns/files/whole-file-fs.ts';
import { loadFonts } from '../layout/fonts-fs.ts';
import { coatedIntent } from '../print/output-intent-fs.ts';
import { type FromWorker, type ToWorker, unfinishedFolder, type WorkerData } from './job.ts';
import { createDistrictMaker } from './make-district.ts';
import type { SharedLayout } from './shared-layout.ts';

const port = parentPort;
if (port === null) throw new Error('Expected to run as a worker thread of the generator');

const { campaign, out, name } = workerData as WorkerData;
const fonts = loadFonts();
const layouts = new Map<string, SharedLayout>();
const makeDistrict = createDistrictMaker({
  campaign,
  fonts,
  intent: coatedIntent(),
  layouts,
  out,
  write: createFileWriter(out, unfinishedFolder, name),
});
const send = (message: FromWorker) => port.postMessage(message);

/** A message for each file would wake the main thread a thousand times a second. */
const tellEveryMs = 100;
let unreported = 0;
let toldAtMs = 0;

function tellFiles(files: number): void {
  unreported += files;
  if (performance.now() - toldAtMs < tellEveryMs) return;
  toldAtMs = performance.now();
  send({ kind: 'progress', files: unreported });
  unreported = 0;
}

port.on('message', async (message: ToWorker) => {
  if (message.kind === 'end') {
    port.close();
  } else if (message.kind === 'layouts') {
    for (const layout of message.layouts) layouts.set(layout.artwork, layout);
  } else {
    const result = await makeDistrict(message.job, tellFiles);
    send({ kind: 'progress', files: unreported });
    unreported = 0;
    send({ kind: 'done', result });
  }
});

// The fonts are opened while the main thread still lays the artwork out.
fonts.typeface(700);
fonts.typeface(800);
