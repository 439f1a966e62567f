import { existsSync, readFileSync } from 'node:fs';
import { buildProgress } from '../campaigns/tracker/build-progress.ts';
import { type ProgressFile, progressFileSchema } from '../campaigns/tracker/progress-file.ts';
import { content } from './content-fs.ts';
import { population } from './population-fs.ts';

/** The figures at build: what the service last wrote, or the goal and the plan alone. */
export const progress: ProgressFile = loadProgress(content.config.progressFile);

function loadProgress(file: string): ProgressFile {
  const { campaign, districts, config } = content;
  if (!existsSync(file)) {
    return buildProgress({
      campaign,
      districts: districts.map(({ district, stations }) => ({
        id: district.id,
        stations: stations.map(({ id }) => id),
        population: population?.byDistrict.get(district.id) ?? null,
      })),
      readings: [],
      scans: [],
      activities: [],
      today: config.today,
      now: config.builtAt,
    });
  }
  const parsed = progressFileSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (!parsed.success) {
    const [first] = parsed.error.issues;
    throw new Error(`Expected figures in ${file}: ${first?.path.join('.')}: ${first?.message}`);
  }
  if (parsed.data.campaign !== campaign.id) {
    throw new Error(
      `Expected the figures of ${campaign.id} in ${file}, got those of ${parsed.data.campaign}`,
    );
  }
  return parsed.data;
}
