import { defaultCampaign } from '../../campaigns/campaign-folder-fs.ts';
import { tryPapers } from './campaign-papers-suite.ts';

tryPapers([defaultCampaign]);
