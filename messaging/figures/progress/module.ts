import { loadPopulation } from '../../../campaigns/directory/population-fs.ts';
import type { House } from '../../kit/house.ts';
import type { Module } from '../../platform/http/module.ts';
import { type LiveProgress, startLiveProgress } from './live-progress.ts';
import type { ProgressSource } from './progress-data.ts';
import { registerProgress } from './routes.ts';

/** How far the campaign got, up to now. */
export interface Progress extends Module {
  live: LiveProgress;
  source: ProgressSource;
}

export function openProgress(
  options: House & {
    answered?: ProgressSource['answered'];
  },
): Progress {
  const { config, database, campaign, directory, clock, log, registry, answered } = options;
  const population = loadPopulation(config.campaign);
  const source: ProgressSource = {
    pool: database.pool,
    registry,
    campaign,
    directory,
    ...(population === undefined ? {} : { population: population.byDistrict }),
    answered,
  };
  const live = startLiveProgress({
    ...source,
    clock,
    dataDir: config.dataDir,
    onTrouble: (error) => log.warn(error, 'the progress is not up to date'),
  });
  return {
    name: 'progress',
    live,
    source,
    register: ({ pages }) => registerProgress(pages, { progress: live, database: database.pool }),
    close: live.stop,
  };
}
