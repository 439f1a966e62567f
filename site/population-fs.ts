import { loadPopulation } from '../campaigns/directory/population-fs.ts';
import { content } from './content-fs.ts';

/** People of the districts, read once a build; undefined in a campaign that has none. */
export const population = loadPopulation(content.config.campaign);
