import type { Activity } from '../../../campaigns/activities/activity.ts';
import { countedStatuses } from '../../../campaigns/activities/activity-status.ts';
import type { BoardEvidence } from '../../../campaigns/activities/board-level.ts';
import { tallyActivities } from '../../../campaigns/activities/counts.ts';
import type { Channel } from '../../../campaigns/channel.ts';
import { stationKey } from '../../../campaigns/directory/station.ts';
import type { Day } from '../../../campaigns/tracker/clock.ts';
import { measuresOfChannel } from '../../../campaigns/tracker/measures.ts';
import type { ActivityTally, InstallTally, ScanTally } from '../../../campaigns/tracker/tallies.ts';
import type { Queryable } from '../../platform/database/transaction.ts';

export async function readScanTallies(database: Queryable): Promise<ScanTally[]> {
  const { rows } = await database.query<{
    day: Day;
    district: string;
    channel: Channel;
    scans: number;
  }>('SELECT day::text AS day, district, channel, scans FROM scan_by_district WHERE scans > 0');
  return rows;
}

export async function readInstallTallies(database: Queryable): Promise<InstallTally[]> {
  const { rows } = await database.query<InstallTally>(
    `SELECT day::text AS day, district, channel, sum(installs)::int AS installs
     FROM install_by_code GROUP BY day, district, channel`,
  );
  return rows;
}

/**
 * An officer's word on what an operator sent counts until the operator's own report is in.
 * @param boards what is known of them, by the station's key
 */
export async function readActivityTallies(
  database: Queryable,
  boards: ReadonlyMap<string, BoardEvidence>,
): Promise<ActivityTally[]> {
  const { rows } = await database.query<
    Pick<Activity, 'kind' | 'district' | 'station' | 'day' | 'details' | 'status'>
  >(
    `SELECT kind, district, station, day::text AS day, details, status FROM activity
     WHERE status = ANY ($1::text[]) AND NOT EXISTS (
       SELECT FROM operator_delivery AS reported
       WHERE reported.channel = kind AND lower(reported.operator) = lower(trim(details->>'operator'))
     )`,
    [countedStatuses],
  );
  return tallyActivities(rows).map((tally) => {
    const { measure, district, station } = tally;
    const board =
      measure === 'boards' && station !== null && boards.get(stationKey({ district, id: station }));
    return board ? { ...tally, board } : tally;
  });
}

interface PhoneRow {
  day: Day;
  district: string;
  channel: 'sms' | 'ivr';
  sent: string;
  delivered: string;
}

/**
 * Messages and calls as the progress counts them: what real gateways took, and what operators report of packs that they
 * sent themselves. What reached a phone, by the network's word, is verified; what was only sent is not.
 */
export async function readPhoneTallies(database: Queryable): Promise<ActivityTally[]> {
  const { rows } = await database.query<PhoneRow>(`
    SELECT day::text AS day, district, channel, sum(sent) AS sent, sum(delivered) AS delivered FROM (
      -- A WhatsApp message is one message more to a phone.
      SELECT day, district, CASE channel WHEN 'ivr' THEN 'ivr' ELSE 'sms' END AS channel, sent, delivered FROM phone_day
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
