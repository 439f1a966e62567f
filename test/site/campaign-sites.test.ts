import { otherCampaigns } from '../other-campaigns.ts';
import { describeCampaignSite } from './campaign-site-suite.ts';
import { buildOnce } from './site-fixture.ts';

for (const id of otherCampaigns)
  describeCampaignSite(id, () =>
    buildOnce(id, async () => ({
      args: ['--uncompressed'],
      env: { CAMPAIGN: id, PUBLIC_URL: 'https://demo.example' },
    })),
  );
