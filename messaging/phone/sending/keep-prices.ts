import type { Pool } from 'pg';
import { type Blast, findPrice } from '../blasts/blast.ts';
import { findBlast, keepPrice } from '../blasts/blasts-sql.ts';

/** Notes what a segment costs now at each gateway of a blast. */
export async function keepPrices(
  pool: Pool,
  blast: Blast,
  paise: Readonly<Record<string, number>>,
): Promise<Blast> {
  const { channel, category } = blast;
  let changed = false;
  for (const state of blast.gateways) {
    const now = findPrice(paise, { gateway: state.gateway, channel, category });
    if (now === undefined || now === state.pricePaise) continue;
    await keepPrice(pool, blast, state, now);
    changed = true;
  }
  return changed ? ((await findBlast(pool, blast.id)) ?? blast) : blast;
}
