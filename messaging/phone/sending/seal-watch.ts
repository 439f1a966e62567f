import type { Pool } from 'pg';
import { type Blast, computeCosts, findPrice, type Seal } from '../blasts/blast.ts';
import { describePlan, findChanges, type SealedParts } from '../blasts/seal.ts';
import { type LiveFigures, readFigures } from '../ledger/tallies-sql.ts';

/** Judges blasts by what was approved. */
export interface SealWatch {
  /** The plan of a blast that is to begin or goes on, where it is larger or other than was approved; else null. */
  findOther(blast: Blast): Promise<Seal | null>;
}

/** A running blast is judged when it goes on, and then every few seconds. */
const judgeEveryMs = 10_000;

export function createSealWatch(pool: Pool, parts: SealedParts): SealWatch {
  const judged = new Map<number, { resumedAt: number | undefined; untilMs: number }>();
  return {
    async findOther(blast) {
      const { id, seal, status } = blast;
      if (seal === null) return null;
      const resumedAt = blast.resumedAt?.getTime();
      const last = judged.get(id);
      const isFresh = last?.resumedAt === resumedAt && performance.now() < (last?.untilMs ?? 0);
      if (status === 'running' && isFresh) return null;
      // Nobody is added to the ledger later, and what was sent has its price.
      const counted =
        status === 'running' ? seal : countPlan(blast, parts, await readFigures(pool, id));
      const { people, paise } = counted;
      const now = await describePlan(pool, blast, parts, { people, paise });
      if (findChanges(seal, now).length > 0) return now;
      if (status === 'running')
        judged.set(id, { resumedAt, untilMs: performance.now() + judgeEveryMs });
      return null;
    },
  };
}

/** Whom it reaches by the ledger, and for how much at the prices of now. */
function countPlan(blast: Blast, { paise }: SealedParts, figures: LiveFigures) {
  const gateways = blast.gateways.map((state) => {
    const price = findPrice(paise, { ...blast, gateway: state.gateway });
    return { ...state, pricePaise: price ?? state.pricePaise };
  });
  const waiting = gateways.reduce((sum, { gateway, pricePaise }) => {
    return sum + (figures.byGateway.get(gateway)?.segmentsWaiting ?? 0) * pricePaise;
  }, 0);
  const { skipped, ...reached } = figures.all;
  return {
    people: Object.values(reached).reduce((sum, count) => sum + count, 0),
    paise: waiting + computeCosts({ gateways }, figures, 'segmentsCommitted'),
  };
}
