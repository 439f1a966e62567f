import type { z } from 'zod';
import { findLevel } from '../../../campaigns/activities/board-level.ts';
import { countSaid, spans } from '../../../campaigns/activities/exceeded-count.ts';
import { stationKey } from '../../../campaigns/directory/station.ts';
import type { Effect } from '../../../campaigns/held-acts/effect.ts';
import { judgedDays } from '../../../campaigns/held-acts/judge-totals.ts';
import type { Actor } from '../../../campaigns/offices/actor.ts';
import { inspectionEffects } from '../../../campaigns/words/effect-words.ts';
import { readBoardEvidence } from '../../figures/progress/board-evidence-sql.ts';
import type { HeldActs } from '../../kit/held-acts.ts';
import { queryRows } from '../../platform/database/sql.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import type { Clock } from '../../platform/process/clock.ts';
import type { worded } from './inspections-schemas.ts';

/** An officer's word on a board, without pictures. */
export type SaidWord = z.output<typeof worded> & { by: Actor };

/**
 * Boards that one office alone says are gone from a district, and from the state, in a day: two, or a twentieth of what stands
 * there; in as long as small ones are added up, as many times two.
 */
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
  const evidence = await readBoardEvidence(tx);
  const standing = [...evidence].flatMap(([key, each]) =>
    findLevel(each, today) === null ? [] : key,
  );
  if (!standing.includes(stationKey({ district, id: station }))) return nothing;
  const own = standing.filter((key) => key.startsWith(stationKey({ district, id: '' }))).length;
  const said = await queryRows<{ district: string; at: Date }>(tx)`
    SELECT district, max(at) AS at FROM audit_entry
    WHERE at > now() - ${judgedDays} * interval '1 day' AND action = 'board.inspect'
      AND actor_id IN (SELECT office_accounts(${by.id})) AND subject <> ${`station/${district}/${station}`}
      AND after::jsonb->>'state' = 'missing' AND after::jsonb->>'acceptedBy' IS NULL
    GROUP BY subject, district`;
  const found = countSaid(said, { district, now: new Date() });
  const { boards, many, manyInState, during } = inspectionEffects;
  const [finding] = spans.flatMap(({ name, times }) => {
    const { there, whole } = found[name];
    return [
      { gone: 1 + there, stand: own, say: many },
      { gone: 1 + whole, stand: standing.length, say: manyInState },
    ].flatMap(({ gone, stand, say }) => {
      const most = Math.max(mostMissing * times, mostShare * stand);
      return gone <= most ? [] : say(String(gone), during[name]);
    });
  });
  if (finding === undefined) return nothing;
  return {
    changes: [{ what: boards, before: own, after: own - 1 }],
    findings: [{ code: 'boards missing', ...finding }],
  };
}

const nothing: Effect = { changes: [], findings: [] };
