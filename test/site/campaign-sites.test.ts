import { loadCampaign } from '../../campaigns/campaign-fs.ts';
import { languageFacts } from '../../campaigns/language.ts';
import { begunCampaigns } from '../begun-campaigns.ts';
import { otherCampaigns } from '../other-campaigns.ts';
import { describeCampaignSite } from './campaign-site-suite.ts';
import { buildOnce } from './site-fixture.ts';

const scriptOf = (campaign: string) => languageFacts[loadCampaign(campaign).languages[0]].script;
const scripts = otherCampaigns.map(scriptOf);
/** The repository's other campaigns, and one that was just begun in each script that these do not have. */
const campaigns = [
  ...otherCampaigns,
  ...begunCampaigns.filter((campaign) => !scripts.includes(scriptOf(campaign))),
];

for (const campaign of campaigns)
  describeCampaignSite(campaign, () =>
    buildOnce(loadCampaign(campaign).id, async () => ({
      args: ['--uncompressed'],
      env: { CAMPAIGN: campaign, PUBLIC_URL: 'https://demo.example' },
    })),
  );
