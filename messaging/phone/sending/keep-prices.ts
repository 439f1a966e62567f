import type { Pool } from 'pg';
import { type Blast, findPrice } from '../blasts/blast.ts';
import { findBlast, keepGatewayPrice, keepPrice } from '../blasts/blasts-sql.ts';

/** Notes what a segment costs now at each gateway of a blast. */
export async function keepPrices(
  pool: Pool,
  blast: Blast,
  paise: Readonly<Record<string, number>>,
): Promise<Blast> {
  const changed = blast.gateways.filter(
    ({ gateway, pricePaise }) => (paise[gateway] ?? pricePaise) !== pricePaise,
  );
  for (const state of changed) await keepGatewayPrice(pool, blast, state, paise[state.gateway]);
  const priced = await keepPrice(pool, blast, findPrice(paise, blast));
  return changed.length === 0 ? priced : ((await findBlast(pool, blast.id)) ?? priced);
}
