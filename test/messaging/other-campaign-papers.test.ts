import { otherCampaigns } from '../other-campaigns.ts';
import { tryPapers } from './campaign-papers-suite.ts';

tryPapers(otherCampaigns);
