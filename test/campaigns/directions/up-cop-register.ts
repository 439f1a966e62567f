import { loadCampaign } from '../../../campaigns/campaign-fs.ts';
import { buildRegister } from '../../../campaigns/directions/directions.ts';
import { owingOffices } from '../../../campaigns/directions/owing-offices.ts';
import { loadDirectory } from '../../../campaigns/directory/directory-fs.ts';

export const register = buildRegister(loadCampaign('up-cop'));
export const { districts } = loadDirectory();
export const offices = owingOffices(register, districts);

/** Of districts, ranges and zones those of Agra alone, and every other office. */
export const officesOfAgra = offices.filter(
  ({ role, area }) => !['district', 'range', 'zone'].includes(role) || area === 'agra',
);
