import { unasked } from '../../../campaigns/messages/legal-hours.ts';
import type { MessageCategory } from '../../../campaigns/messages/messages.ts';
import { classMask } from '../../../campaigns/messages/preference-classes.ts';
import { blockedCodes } from '../../../campaigns/words/whatsapp-codes.ts';
import type { MessageChannel } from '../../contract/values.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import type { Gateway } from '../gateways/gateway.ts';
import type { Blast } from './blast.ts';
import type { BlastSelection } from './draft-schemas.ts';

/** Gateways by name, as far as a retry needs them. */
export type RetryingGateways = Readonly<
  Record<string, Pick<Gateway, 'retryableCodes' | 'whatsapp'>>
>;

/** The fields of a blast that decide who gets it. */
export type Selected = Pick<
  Blast,
  | 'audienceId'
  | 'channel'
  | 'districts'
  | 'category'
  | 'parentId'
  | 'gateway'
  | 'further'
  | 'startsAt'
  | 'selection'
> &
  Partial<Pick<Blast, 'district' | 'round'>>;

/** Numbers greater than `after`, up to and with `upto`. */
export interface NumberRange {
  after: string;
  upto: string;
}

/** A query for `msisdn, language, district, station, reason` of everybody on the list; the reason is null for who gets it. */
export interface Source {
  text: string;
  values: unknown[];
}

/**
 * Everybody on the list, or for a retry the parent's failed ones that may still work or that failed by what halted it, each with the reason why it is
 * left out. One set-based statement for any size. Who said stop is not in it at all: nothing more is kept of them.
 * Rules that do not bind this blast cost nothing: lists and blasts that matter are looked up first.
 * @param range the part of the list that is wanted: every table is then read in that range alone
 */
export async function readSource(
  database: Queryable,
  blast: Selected,
  gateways: RetryingGateways,
  range?: NumberRange,
): Promise<Source> {
  const values: unknown[] = [];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const within = (column: string) =>
    range === undefined
      ? ''
      : `AND ${column} > ${bind(range.after)}::bigint AND ${column} <= ${bind(range.upto)}::bigint`;
  const joins: string[] = [];
  const reasons: string[] = [];
  const skip = (join: string, condition: string, reason: string) => {
    if (join !== '') joins.push(join);
    reasons.push(`WHEN ${condition} THEN '${reason}'`);
  };
  const members = writeMembers(blast, gateways, { bind, within });
  if (blast.channel === 'whatsapp') {
    skip(
      `LEFT JOIN whatsapp_opt_in AS w ON w.msisdn = m.msisdn ${within('w.msisdn')}`,
      'w.msisdn IS NULL',
      'no-opt-in',
    );
  }
  const classes = bindingClasses(blast);
  if (classes !== null) {
    skip(
      // The list as it is now: it may have come after the audience.
      `LEFT JOIN do_not_disturb AS d ON d.msisdn = m.msisdn AND d.classes & ${bind(classes)}::integer <> 0
         ${within('d.msisdn')}`,
      'd.msisdn IS NOT NULL',
      'do-not-disturb',
    );
  }
  const excluding = await excludingLists(database, blast);
  if (excluding.length > 0) {
    skip(
      `LEFT JOIN (SELECT DISTINCT msisdn FROM audience_member
         WHERE audience_id = ANY (${bind(excluding)}::integer[]) ${within('msisdn')}) AS x ON x.msisdn = m.msisdn`,
      'x.msisdn IS NOT NULL',
      'excluded-list',
    );
  }
  const earlier = await earlierBlasts(database, blast);
  if (earlier.all.length > 0) {
    joins.push(`LEFT JOIN (
      SELECT r.msisdn, bool_or(r.blast_id = ANY (${bind(earlier.received)}::integer[])) AS received,
        count(*) FILTER (WHERE r.blast_id = ANY (${bind(earlier.recent)}::integer[])
          AND (r.status IN ('planned', 'claimed', 'submitting')
            OR coalesce(r.submitted_at, r.changed_at) > ${writeSince(blast, bind)})) AS recent
      FROM blast_recipient AS r
      WHERE r.blast_id = ANY (${bind(earlier.all)}::integer[]) AND r.msisdn IN (SELECT msisdn FROM members)
        ${within('r.msisdn')}
        AND (r.status IN ('submitting', 'unknown', 'accepted', 'delivered')
          OR r.status IN ('planned', 'claimed') AND r.blast_id = ANY (${bind(earlier.open)}::integer[]))
      GROUP BY 1) AS h ON h.msisdn = m.msisdn`);
    if (earlier.received.length > 0) skip('', 'h.received', 'already-received');
    if (blast.selection.capMessages !== null) {
      skip('', `h.recent >= ${bind(blast.selection.capMessages)}::integer`, 'frequency-cap');
    }
  }
  const reason = reasons.length === 0 ? 'NULL' : `CASE ${reasons.join(' ')} END`;
  return {
    text: `WITH members AS (${members})
      SELECT m.msisdn, m.language, m.district, m.station, ${reason}::text AS reason FROM members AS m ${joins.join('\n')}`,
    values,
  };
}

function writeMembers(
  blast: Selected,
  gateways: RetryingGateways,
  { bind, within }: { bind: (value: unknown) => string; within: (column: string) => string },
): string {
  const free = `NOT EXISTS (SELECT FROM opt_out AS o WHERE o.msisdn = m.msisdn ${within('o.msisdn')})`;
  const districts = bind(blast.districts);
  const here = `(${districts}::text[] IS NULL OR m.district = ANY (${districts}))`;
  if (blast.parentId === null) {
    return `SELECT m.msisdn, m.language, m.district, m.station FROM audience_member AS m
      WHERE m.audience_id = ${bind(blast.audienceId)} ${within('m.msisdn')} AND ${here} AND ${free}
        ${writeNarrowing(blast, bind)} ${writeReachedBy(blast, bind)}`;
  }
  // Codes are those of the gateway that gave them, which need not be the one that the retry goes through.
  const codes = Object.entries(gateways).map(([name, { retryableCodes, whatsapp }]) => [
    name,
    { again: retryableCodes, instead: whatsapp?.noWhatsappCodes ?? [] },
  ]);
  const known = `${bind(JSON.stringify(Object.fromEntries(codes)))}::jsonb`;
  return `SELECT m.msisdn, m.language, m.district, m.station
    FROM blast_recipient AS m JOIN blast AS parent ON parent.id = m.blast_id
    WHERE m.blast_id = ${bind(blast.parentId)} ${within('m.msisdn')} AND ${here} AND m.msisdn IS NOT NULL
      AND CASE WHEN parent.channel = ${bind(blast.channel)} THEN m.status IN ('failed', 'undelivered')
          AND (m.error_code = ANY (parent.halted_by) OR ${known}->m.gateway->'again' ? m.error_code)
        -- The SMS beside a WhatsApp blast, for those who have no WhatsApp; where it was decided, for whom it did not reach too.
        ELSE m.status IN ('failed', 'undelivered') AND ${known}->parent.gateway->'instead' ? m.error_code
          OR parent.draft->'fallback'->>'afterHours' IS NOT NULL AND m.status IN ('accepted', 'undelivered')
            AND coalesce(m.error_code, '') <> ALL (${bind(blockedCodes)}::text[]) END AND ${free}`;
}

/** Criteria of a target group besides its districts; training counts among itself only. */
function writeNarrowing(
  { gateway, selection }: Selected,
  bind: (value: unknown) => string,
): string {
  const { onlyLanguage = null, onlyReached = null } = selection;
  const spoken = onlyLanguage === null ? '' : `AND m.language = ${bind(onlyLanguage)}`;
  if (onlyReached === null) return spoken;
  return `${spoken} AND ${onlyReached ? '' : 'NOT '}EXISTS (
    SELECT FROM blast_recipient AS e JOIN blast AS eb ON eb.id = e.blast_id
    WHERE e.msisdn = m.msisdn AND e.status IN ('accepted', 'delivered')
      AND (eb.gateway = 'emulator') = (${bind(gateway)} = 'emulator'))`;
}

/** A later text of a series goes to those who got the first, as far as they have not said stop. */
function writeReachedBy({ round }: Selected, bind: (value: unknown) => string): string {
  const { afterBlastId = null } = round ?? {};
  if (afterBlastId === null) return '';
  return `AND EXISTS (SELECT FROM blast_recipient AS f WHERE f.msisdn = m.msisdn
    AND f.blast_id = ${bind(afterBlastId)}::integer AND f.status IN ('accepted', 'delivered'))`;
}

/** Start of the cap's period: its days before the blast's start, or before now. */
function writeSince({ startsAt, selection }: Selected, bind: (value: unknown) => string): string {
  return `greatest(clock_timestamp(), ${bind(startsAt)}::timestamptz) - ${bind(selection.capDays)}::integer * interval '1 day'`;
}

/** Lists whose numbers no blast of this district, or of the state, goes to. */
async function excludingLists(
  database: Queryable,
  { district = null }: Selected,
): Promise<number[]> {
  const { rows } = await database.query<{ id: number }>(
    `SELECT id FROM audience
     WHERE excluding AND ready_at IS NOT NULL AND (district IS NULL OR district = $1)`,
    [district],
  );
  return rows.map(({ id }) => id);
}

interface EarlierBlasts {
  all: number[];
  /** Numbers that got one of these are left out. */
  received: number[];
  /** Messages of these count for the cap, by their time. */
  recent: number[];
  /** Their waiting recipients will still get it. */
  open: number[];
}

/**
 * Blasts that this one has to look at, planned or being planned; those of the training emulator count among themselves
 * only.
 */
async function earlierBlasts(database: Queryable, blast: Selected): Promise<EarlierBlasts> {
  const { selection } = blast;
  const values: unknown[] = [];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const { rows } = await database.query<{
    id: number;
    received: boolean;
    recent: boolean;
    open: boolean;
  }>(
    `SELECT * FROM (
       SELECT id, status IN ('approved', 'scheduled', 'running', 'paused') AS open,
         (${bind(selection.skipReceived)} = 'any' OR ${bind(selection.skipReceived)} = 'blasts'
           AND id = ANY (${bind(selection.skipBlastIds)}::integer[])) AS received,
         (${bind(selection.capMessages)}::integer IS NOT NULL
           AND (ended_at IS NULL OR ended_at > ${writeSince(blast, bind)})) AS recent
       FROM blast WHERE (planned_at IS NOT NULL OR planning_at IS NOT NULL) AND numbers_deleted_at IS NULL
         AND (gateway = 'emulator') = (${bind(blast.gateway)} = 'emulator')
     ) AS earlier WHERE received OR recent`,
    values,
  );
  const ids = (kept: (row: (typeof rows)[number]) => boolean) =>
    rows.filter(kept).map(({ id }) => id);
  return {
    all: ids(() => true),
    received: ids(({ received }) => received),
    recent: ids(({ recent }) => recent),
    open: ids(({ open }) => open),
  };
}

/**
 * The do-not-disturb classes that bind a category, as bits; null when none do. Government messages are excepted, also
 * from "fully blocked" (gazette of 12.02.2025), and so are those that somebody asked for. WhatsApp goes over no operator,
 * and to those alone who have agreed to it.
 */
function bindingClasses({
  category,
  channel,
  selection,
}: {
  category: MessageCategory;
  channel: MessageChannel;
  selection: Pick<BlastSelection, 'dndClasses'>;
}): number | null {
  return channel !== 'whatsapp' && unasked(category) ? classMask(selection.dndClasses) : null;
}
