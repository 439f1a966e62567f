import type { Activity } from '../../../campaigns/activities/activity.ts';
import { countedStatuses } from '../../../campaigns/activities/activity-status.ts';
import { type DrawCount, lookDays } from '../../../campaigns/activities/board-draw.ts';
import type { BoardEvidence } from '../../../campaigns/activities/board-level.ts';
import { tallyActivities } from '../../../campaigns/activities/counts.ts';
import type { Channel } from '../../../campaigns/channel.ts';
import { stationKey } from '../../../campaigns/directory/station.ts';
import type { Day } from '../../../campaigns/tracker/clock.ts';
import { measuresOfChannel } from '../../../campaigns/tracker/measures.ts';
import type { ActivityTally, InstallTally, ScanTally } from '../../../campaigns/tracker/tallies.ts';
import { dayOf } from '../../platform/database/day-sql.ts';
import { queryRows, raw } from '../../platform/database/sql.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import { openVisitors } from '../../scanning/scans/scans-sql.ts';
import { countedInspections } from './board-evidence-sql.ts';

export function readScanTallies(database: Queryable): Promise<ScanTally[]> {
  return queryRows<{
    day: Day;
    district: string;
    channel: Channel;
    scans: number;
    visitors: number;
  }>(database)`
    WITH open AS (
      SELECT day, district, channel, count(*)::int AS visits
        FROM (${raw(openVisitors)}) AS seen GROUP BY day, district, channel
    )
    SELECT day::text AS day, district, channel, scans, coalesce(known.visits,
      CASE WHEN day >= (SELECT min(day) FROM scan_visitor) THEN coalesce(open.visits, 0)
        ELSE visitors END) AS visitors
    FROM scan_by_district AS known LEFT JOIN open USING (day, district, channel) WHERE scans > 0`;
}

export function readInstallTallies(database: Queryable): Promise<InstallTally[]> {
  return queryRows<InstallTally>(database)`
    SELECT day::text AS day, district, channel, sum(installs)::int AS installs
    FROM install_by_code GROUP BY day, district, channel`;
}

/**
 * An officer's word on what an operator sent counts until the operator's own report is in.
 * @param boards what is known of them, by the station's key
 */
export async function readActivityTallies(
  database: Queryable,
  boards: ReadonlyMap<string, BoardEvidence>,
): Promise<ActivityTally[]> {
  const rows = await queryRows<
    Pick<Activity, 'kind' | 'district' | 'station' | 'day' | 'details' | 'status'>
  >(database)`
    SELECT kind, district, station, day::text AS day, details, status FROM activity
    WHERE status = ANY (${countedStatuses}::text[]) AND NOT EXISTS (
      SELECT FROM operator_delivery AS reported
      WHERE reported.channel = kind AND lower(reported.operator) = lower(trim(details->>'operator'))
    )`;
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
  const rows = await queryRows<PhoneRow>(database)`
    SELECT day::text AS day, district, channel, sum(sent) AS sent, sum(delivered) AS delivered FROM (
      -- A WhatsApp message is one message more to a phone.
      SELECT day, district, CASE channel WHEN 'ivr' THEN 'ivr' ELSE 'sms' END AS channel, sent, delivered
        FROM phone_day
      UNION ALL
      SELECT day, district, channel, sent, delivered FROM operator_delivery
    ) AS phone GROUP BY 1, 2, 3`;
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

/** Messages and calls as the public page counts them: an officer's word until the provider's report is in. */
export async function readSentTallies(database: Queryable): Promise<ActivityTally[]> {
  const words = await readActivityTallies(database, new Map());
  const sent = words.filter(({ measure }) => measure === 'messages' || measure === 'calls');
  return [...sent, ...(await readPhoneTallies(database))];
}

/**
 * Boards of draws whose week is over by a day, by district: how many another office than the district looked at, and did not
 * find at its latest look.
 */
export async function readDrawCounts(
  database: Queryable,
  today: Day,
): Promise<Map<string, DrawCount>> {
  const rows = await queryRows<DrawCount & { district: string }>(database)`
    SELECT split_part(key, '/', 1) AS district, count(*)::int AS drawn, count(i.state)::int AS looked,
      count(*) FILTER (WHERE i.state = 'missing')::int AS missing
    FROM board_draw AS d CROSS JOIN unnest(d.drawn) AS key
    LEFT JOIN LATERAL (
      SELECT state FROM ${raw(countedInspections)} AS counted
      WHERE district || '/' || station = key AND role <> 'district'
        AND ${raw(dayOf('inspected_at'))} BETWEEN d.week AND d.week + ${lookDays}::int
      ORDER BY inspected_at DESC, id DESC LIMIT 1
    ) AS i ON true
    WHERE d.week + 7 <= ${today}::date GROUP BY 1`;
  return new Map(rows.map(({ district, ...counts }) => [district, counts]));
}
