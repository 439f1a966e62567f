import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type { Campaign } from '../../campaigns/campaign.ts';
import { campaignFolder, loadCampaign } from '../../campaigns/campaign-fs.ts';
import { listPapers } from '../../campaigns/channels/newspapers/newspapers.ts';
import { loadDirectory } from '../../campaigns/directory/directory-fs.ts';
import type { Directory } from '../../campaigns/directory/station.ts';
import type { Registry } from '../../campaigns/links/registry.ts';
import { grownFileName, loadRegistry } from '../../campaigns/links/registry-fs.ts';
import type { ManifestFile } from '../../campaigns/manifest.ts';
import { loadOwnFields } from '../../campaigns/print/own-fields/own-fields-fs.ts';
import { publishedIn } from '../../campaigns/published-fs.ts';
import type { Artwork } from '../artwork/artwork.ts';
import { adArtworks } from '../channels/newspapers/ad-artwork.ts';
import { ownerOfPaper, paperImprint } from '../channels/newspapers/paper-imprint.ts';
import { panelArtwork } from '../channels/vehicles/panel-artwork.ts';
import {
  createVehicleImprints,
  districtOfPath,
  panelOwner,
} from '../channels/vehicles/vehicle-place.ts';
import { type Fonts, loadFonts } from '../layout/fonts-fs.ts';
import type { ToThread } from '../run/pool.ts';
import { createFileChecker } from './check-file.ts';
import { createPressChecker } from './check-press.ts';
import { createExpectations, createExpected, type Expected } from './expected.ts';
import type { Batch, CheckedBatch, WorkerData } from './run.ts';
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
  ownFields: loadOwnFields(published),
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

/**
 * Makes what is expected of a press file of a channel's shelf: undefined when it is no artwork, a message when the
 * registry does not know whose it is.
 */
function createShelfExpectations(sources: {
  campaign: Campaign;
  directory: Directory;
  registry: Registry;
  fonts: Fonts;
}): (file: ManifestFile) => Expected | string | undefined {
  const { campaign, directory, registry, fonts } = sources;
  const expect = createExpected(campaign, fonts);
  const panels = new Map<string, Artwork>(
    (campaign.vehicles?.panels ?? []).map((panel) => [panel.id, panelArtwork(panel)]),
  );
  const papers = campaign.newspapers === undefined ? [] : listPapers(campaign.newspapers);
  const ads = new Map(
    papers.map((paper) => [
      paper.id,
      new Map(
        adArtworks(paper, campaign.newspapers?.ads ?? []).map((artwork) => [artwork.id, artwork]),
      ),
    ]),
  );
  const imprintOf = createVehicleImprints(campaign, directory, registry);
  return ({ path, artwork: id }) => {
    const [channel, paperId = ''] = path.split('/');
    if (channel === 'vehicle') {
      const artwork = panels.get(id);
      const district = districtOfPath(path);
      // An earlier version made panels of single vehicles, a folder deeper.
      if (artwork === undefined || district === undefined) return undefined;
      if (!registry.has(panelOwner(district))) return `${path} has no serial in the registry`;
      return expect(artwork, imprintOf(district));
    }
    const paper = papers.find((each) => each.id === paperId);
    const artwork = ads.get(paperId)?.get(id);
    if (paper === undefined || artwork === undefined) return undefined;
    if (!registry.has(ownerOfPaper(paper))) return `${paper.id} has no serial in the registry`;
    return expect(artwork, paperImprint(campaign, registry, paper));
  };
}
