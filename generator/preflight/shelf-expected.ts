import type { Campaign } from '../../campaigns/campaign.ts';
import type { Directory } from '../../campaigns/directory/station.ts';
import type { Registry } from '../../campaigns/links/registry.ts';
import type { ManifestFile } from '../../campaigns/manifest.ts';
import { listPapers } from '../../campaigns/newspapers/newspapers.ts';
import type { Artwork } from '../artwork/artwork.ts';
import { adArtworks } from '../channels/newspapers/ad-artwork.ts';
import { ownerOfPaper, paperImprint } from '../channels/newspapers/paper-imprint.ts';
import { panelArtwork } from '../channels/vehicles/panel-artwork.ts';
import {
  createVehicleImprints,
  districtOfPath,
  panelOwner,
} from '../channels/vehicles/vehicle-place.ts';
import type { Fonts } from '../layout/fonts-fs.ts';
import { createExpected, type Expected } from './expected.ts';

/**
 * Makes what is expected of a press file of a channel's shelf: undefined when it is no artwork, a message when the
 * registry does not know whose it is.
 */
export function createShelfExpectations(sources: {
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
