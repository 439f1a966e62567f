import type { Pool } from 'pg';
import type { Campaign } from '../../../campaigns/campaign.ts';
import { toDay } from '../../../campaigns/tracker/clock.ts';
import type { seriesProblemWords } from '../../../campaigns/words/series-problem-words.ts';
import { operatorGateway } from '../../contract/values.ts';
import type { Audience } from '../audiences/audiences-sql.ts';
import { readPromptHashes } from '../takes/recorded-prompts.ts';
import type { Blast } from './blast.ts';
import { digestSource, planRounds } from './series.ts';

/** Why a draft cannot be submitted as a series; empty for one that goes once. */
export async function findSeriesProblems(
  pool: Pool,
  blast: Blast,
  { campaign, audience, today }: { campaign: Campaign; audience: Audience | null; today: string },
): Promise<(keyof typeof seriesProblemWords)[]> {
  const { repeat, startsAt, gateway } = blast;
  if (repeat === null) return [];
  if (startsAt === null || toDay(startsAt) < today) return ['series-start'];
  const change = await findChange(pool, blast, campaign);
  const rounds = planRounds(blast, 0);
  const last = toDay(rounds.at(-1)?.at ?? startsAt);
  return [
    ...(rounds.length < 2 ? (['series-end'] as const) : []),
    ...(gateway === operatorGateway ? (['series-pack'] as const) : []),
    ...(audience !== null && audience.retainUntil < last
      ? (['series-outlives-list'] as const)
      : []),
    ...(change === null ? [] : [change]),
  ];
}

/** Why a series no longer says what was approved; null where it does. */
export async function findChange(
  pool: Pool,
  blast: Blast,
  campaign: Campaign,
): Promise<'text-changed' | 'call-changed' | null> {
  const recordings = await readPromptHashes(pool, campaign);
  if (digestSource(campaign, blast, recordings) === blast.repeat?.source) return null;
  return blast.channel === 'ivr' ? 'call-changed' : 'text-changed';
}
