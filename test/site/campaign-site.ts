import { defaultCampaign } from '../../campaigns/campaign-folder-fs.ts';
import { type BuiltSite, buildOnce, emptySite } from './site-fixture.ts';

/** The site of a campaign: nothing generated, no figures. */
export function campaignSite(id: string): Promise<BuiltSite> {
  if (id === defaultCampaign) return emptySite();
  return buildOnce(id, async () => ({
    args: ['--uncompressed'],
    env: { CAMPAIGN: id, PUBLIC_URL: 'https://demo.example' },
  }));
}
