import type { Row } from '../../kit/feature.ts';
import type { House } from '../../kit/house.ts';
import { serve } from '../../kit/serve.ts';
import type { Module } from '../../platform/http/module.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { breaches } from './breaches-feature.ts';

type Moments = Pick<
  Row<typeof breaches>,
  'knownAt' | 'happenedAt' | 'boardToldAt' | 'peopleToldAt'
>;

/** The log of breaches of personal data, for HQ and the administrator. */
export function openBreaches(house: House): Module {
  const requirePossible = ({ input, now }: { input: Moments; now: Date }): undefined => {
    const place = impossibleMoment(input, now);
    if (place !== null) throw new Refusal('impossible-moment', { place });
  };
  return serve(breaches, house, { rules: { record: requirePossible, change: requirePossible } });
}

/** The field whose moment cannot be; null when all can. */
function impossibleMoment(report: Moments, now: Date): keyof Moments | null {
  const { knownAt, happenedAt } = report;
  if (knownAt > now) return 'knownAt';
  if (happenedAt !== null && happenedAt > knownAt) return 'happenedAt';
  for (const name of ['boardToldAt', 'peopleToldAt'] as const) {
    const moment = report[name];
    if (moment !== null && (moment > now || moment < knownAt)) return name;
  }
  return null;
}
