import { defaultCampaign } from '../../campaigns/campaign-folder-fs.ts';
import { describeCampaignSite } from './campaign-site-suite.ts';
import { emptySite } from './site-fixture.ts';

describeCampaignSite(defaultCampaign, emptySite);
