import type { z } from 'zod';
import { findLevel } from '../../../campaigns/activities/board-level.ts';
import { stationKey } from '../../../campaigns/directory/station.ts';
import type { Effect } from '../../../campaigns/held-acts/effect.ts';
import type { Actor } from '../../../campaigns/offices/actor.ts';
import { inspectionEffects } from '../../../campaigns/words/effect-words.ts';
import { readBoardEvidence } from '../../figures/progress/board-evidence-sql.ts';
import type { HeldActs } from '../../kit/held-acts.ts';
import { queryRow } from '../../platform/database/sql.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import type { Clock } from '../../platform/process/clock.ts';
import type { worded } from './inspections-schemas.ts';

/** An officer's word on a board, without pictures. */
export type SaidWord = z.output<typeof worded> & { by: Actor };

/** Boards that one officer alone says are gone from a district in a day: two, or a twentieth of what stands there. */
const mostMissing = 2;
const mostShare = 0.05;

/** Opens the door of words on boards: many that take boards from a district are held. */
export function openWords<Result>(
  { heldActs, clock }: { heldActs: HeldActs; clock: Clock },
  record: (
    tx: Queryable,
    said: SaidWord,
    by: { acceptedBy?: string | undefined; requestId: string },
  ) => Promise<Result>,
) {
  return heldActs.open<SaidWord, Result>({
    kind: 'inspection',
    title: ['बोर्ड, जो मिले नहीं', 'Boards that were not found'],
    may: 'activity.approve',
    movesLeague: true,
    judge: (tx, said) => judgeWord(tx, said, clock.today()),
    apply: (tx, said, { checker, requestId = '' }) =>
      record(tx, said, { acceptedBy: checker?.name, requestId }),
  });
}

async function judgeWord(
  tx: Queryable,
  { by, district, station, state }: SaidWord,
  today: string,
): Promise<Effect> {
  if (state !== 'missing') return nothing;
  const evidence = await readBoardEvidence(tx, [district]);
  const standing = [...evidence].filter(([, found]) => findLevel(found, today) !== null);
  const key = stationKey({ district, id: station });
  if (!standing.some(([known]) => known === key)) return nothing;
  const row = await queryRow<{ said: number }>(tx)`
    SELECT count(DISTINCT subject)::int AS said FROM audit_entry
    WHERE at > now() - interval '1 day' AND actor_id = ${by.id} AND action = 'board.inspect' AND district = ${district}
      AND subject <> ${`station/${district}/${station}`} AND after::jsonb->>'state' = 'missing'
      AND after::jsonb->>'acceptedBy' IS NULL`;
  const said = 1 + (row?.said ?? 0);
  if (said <= Math.max(mostMissing, mostShare * standing.length)) return nothing;
  const { boards, many } = inspectionEffects;
  return {
    changes: [{ what: boards, before: standing.length, after: standing.length - 1 }],
    findings: [{ code: 'boards missing', ...many(String(said)) }],
  };
}

const nothing: Effect = { changes: [], findings: [] };
