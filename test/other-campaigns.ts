import { campaignIds, defaultCampaign } from '../campaigns/campaign-folder-fs.ts';

/** Campaigns of the repository beside UP COP: what they show is tried whole, as nobody looks at it day by day. */
export const otherCampaigns = campaignIds().filter((id) => id !== defaultCampaign);

/** The one whose site is built soonest. */
export const smallCampaign = 'gujarat-citizen-first';
