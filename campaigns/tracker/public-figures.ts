import type { Day } from './clock.ts';
import { countDownloads } from './downloads.ts';
import { forecastDownloads } from './forecast.ts';
import { computeProgress } from './progress.ts';
import type { Goal, Progress } from './progress-file.ts';
import type { Reading } from './readings.ts';

/** The public page's line on the downloads; null where it shows none. */
export interface PublicFigures {
  total: number | null;
  /** Last day that the total holds */
  asOf: Day | null;
  /** Average of the last seven days */
  perDay: number | null;
  requiredPerDay: number | null;
  status: Progress['status'];
  /** Part of the drawn courses that exceed the goal */
  chance: number | null;
  /** Total on the goal's last day that half of the drawn courses stay below */
  expectedEnd: number | null;
}

/** The public page's figures as they would be with these readings. */
export function publicFigures(goal: Goal, readings: readonly Reading[], today: Day): PublicFigures {
  const downloads = countDownloads(readings, today);
  const { total, rate7, requiredPerDay, status } = computeProgress(goal, downloads, today);
  const forecast = today > goal.endsOn ? null : forecastDownloads(goal, downloads);
  const isDrawn = forecast?.kind === 'forecast';
  return {
    total,
    asOf: downloads.kind === 'none' ? null : downloads.asOf,
    perDay: rate7?.perDay ?? null,
    requiredPerDay,
    status,
    chance: isDrawn ? forecast.probability : null,
    expectedEnd: isDrawn ? (forecast.band.at(-1)?.p50 ?? null) : null,
  };
}
