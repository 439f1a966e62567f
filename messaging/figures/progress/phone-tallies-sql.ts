import type { Day } from '../../../campaigns/tracker/clock.ts';
import { measuresOfChannel } from '../../../campaigns/tracker/measures.ts';
import type { ActivityTally } from '../../../campaigns/tracker/tallies.ts';
import type { Queryable } from '../../platform/database/transaction.ts';

type PhoneRow = {
  day: Day;
  district: string;
  channel: 'sms' | 'ivr';
  sent: string;
  delivered: string;
};

/**
 * Messages and calls as the progress counts them: what real gateways took, and what operators report of packs that they
 * sent themselves. What reached a phone, by the network's word, is verified; what was only sent is not.
 */
export async function readPhoneTallies(database: Queryable): Promise<ActivityTally[]> {
  const { rows } = await database.query<PhoneRow>(`
    SELECT day::text AS day, district, channel, sum(sent) AS sent, sum(delivered) AS delivered FROM (
      SELECT day, district, channel, sent, delivered FROM phone_day
      UNION ALL
      SELECT day, district, channel, sent, delivered FROM operator_delivery
    ) AS phone GROUP BY 1, 2, 3`);
  return rows.flatMap(({ day, district, channel, sent, delivered }) => {
    const [measure] = measuresOfChannel[channel];
    if (measure === undefined) return [];
    const shared = { day, measure, district, station: null };
    return [
      { ...shared, count: Number(delivered), verified: true },
      { ...shared, count: Number(sent) - Number(delivered), verified: false },
    ].filter(({ count }) => count > 0);
  });
}
