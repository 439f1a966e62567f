import { begunCampaigns } from '../begun-campaigns.ts';
import { tryPapers } from './campaign-papers-suite.ts';

tryPapers(begunCampaigns);
