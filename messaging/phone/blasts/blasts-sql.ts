import type { Pool } from 'pg';
import { pendingCode } from '../../../campaigns/links/short-code.ts';
import { messageLanguages } from '../../../campaigns/messages/messages.ts';
import { type MessageChannel, type PauseReason, stoppedByItself } from '../../contract/values.ts';
import { judgeSecondPerson } from '../../people/accounts/second-person.ts';
import { execute, queryRow, queryRows, raw } from '../../platform/database/sql.ts';
import { inTransaction, type Queryable } from '../../platform/database/transaction.ts';
import type { Blast, GatewayState, Seal } from './blast.ts';
import { type BlastDraft, keptDraft, placesOfText } from './draft-schemas.ts';
import { hasOtherRecordings, listMakers, readPause, stampRecordings } from './recordings-sql.ts';
import { type Actor, type BlastCommand, type BlastState, type Decision, decide } from './state.ts';

export const blastColumns = `draft, seal, found, id, status, revision, drafter_id AS "drafterId", district,
  approver_id AS "approverId", remark, pause_reason AS "pauseReason", canary_passed AS "canaryPassed",
  trial_codes AS "trialCodes", trial_sent_at AS "trialSentAt", trial_choice AS "trialChoice", (
    SELECT coalesce(json_agg(json_build_object('gateway', g.gateway, 'pricePaise', g.price_paise,
      'costBeforePaise', g.cost_before_paise, 'segmentsBefore', g.segments_before, 'stoppedBy', g.stopped_by,
      'laterSinceMs', extract(epoch FROM g.later_since) * 1000) ORDER BY g.place), '[]')
    FROM blast_gateway AS g WHERE g.blast_id = blast.id) AS gateways, (
    SELECT json_build_object('seriesId', o.series_id, 'number', o.number,
      'afterBlastId', CASE WHEN o.after_first THEN o.series_id END,
      'startBeforeMs', CASE WHEN o.status = 'begun' THEN extract(epoch FROM o.start_before) * 1000 END)
    FROM blast_round AS o WHERE o.blast_id = blast.id) AS round, parent_id AS "parentId",
  short_code AS "shortCode", halting_code AS "haltingCode", created_at AS "createdAt",
  submitted_at AS "submittedAt", approved_at AS "approvedAt", pack_taken_at AS "packTakenAt",
  planned_at AS "plannedAt",
  started_at AS "startedAt", resumed_at AS "resumedAt", ended_at AS "endedAt"`;

/** Without the names of places: of all stations they are a hundred kilobytes. */
const listColumns = blastColumns.replace(
  'draft,',
  `draft ${messageLanguages
    .flatMap((language) => placesOfText.map((path) => `#- '{texts,${language},${path.join()}}'`))
    .join(' ')} AS draft,`,
);

interface BlastRow extends Omit<Blast, keyof BlastDraft | 'pricePaise'> {
  /** As JSON has it. */
  draft: Omit<BlastDraft, 'startsAt'> & { startsAt: string | null };
}

/** Blasts that a statement with `blastColumns` reads. */
export async function readBlasts(
  database: Queryable,
  statement: string,
  values: unknown[] = [],
): Promise<Blast[]> {
  const { rows } = await database.query<BlastRow>(statement, values);
  return rows.map(({ draft, ...state }) => ({
    ...draft,
    startsAt: draft.startsAt === null ? null : new Date(draft.startsAt),
    pricePaise: state.gateways[0]?.pricePaise ?? draft.paisePerSegment,
    ...state,
  }));
}

export async function insertBlast(
  database: Queryable,
  blast: { draft: BlastDraft; drafterId: string; district: string | null; parentId: number | null },
): Promise<Blast> {
  const rows = await readBlasts(
    database,
    `INSERT INTO blast (drafter_id, district, parent_id, draft) VALUES ($1, $2, $3, $4) RETURNING ${blastColumns}`,
    [blast.drafterId, blast.district, blast.parentId, writeDraft(blast.draft)],
  );
  return only(rows);
}

export async function findBlast(database: Queryable, id: number): Promise<Blast | null> {
  const [blast] = await readBlasts(database, `SELECT ${blastColumns} FROM blast WHERE id = $1`, [
    id,
  ]);
  return blast ?? null;
}

/**
 * Gives the drafts that an officer left open, and series with rounds to come, to another one; returns their ids. A series
 * stays with its drafter where the other one has approved it.
 */
export async function transferBlasts(
  tx: Queryable,
  from: string,
  to: { id: string },
): Promise<number[]> {
  const rows = await queryRows<{ id: number }>(tx)`
    UPDATE blast SET drafter_id = ${to.id} WHERE drafter_id = ${from} AND (status IN ('draft', 'submitted')
    OR approver_id <> ${to.id} AND EXISTS (SELECT FROM blast_round WHERE series_id = blast.id
      AND blast_round.status = 'waiting')) RETURNING id`;
  return rows.map(({ id }) => id);
}

/** The blast, held as it is until the transaction ends. */
export async function findBlastLocked(tx: Queryable, id: number): Promise<Blast | null> {
  const [blast] = await readBlasts(
    tx,
    `SELECT ${blastColumns} FROM blast WHERE id = $1 FOR NO KEY UPDATE`,
    [id],
  );
  return blast ?? null;
}

/** Newest first. Where there are too many, each office has as many as the others: first those that are not over. */
export async function listBlasts(pool: Pool, district: string | null): Promise<Blast[]> {
  return readBlasts(
    pool,
    `SELECT ${listColumns} FROM blast WHERE id IN (
       SELECT id FROM (
         SELECT id, row_number() OVER (
           PARTITION BY district ORDER BY status IN ('draft', 'stopped', 'finished'), id DESC) AS place
         FROM blast WHERE $1::text IS NULL OR district = $1) AS placed
       ORDER BY place, id DESC LIMIT 500)
     ORDER BY id DESC`,
    [district],
  );
}

/** Names of what a blast refers to by ids. An officer who has no account any more stays as the id. */
export interface BlastNames {
  drafterName: string;
  approverName: string | null;
  audienceName: string;
  /** Retries of it, oldest first. */
  childIds: number[];
}

export async function readNames(pool: Pool, id: number): Promise<BlastNames> {
  const rows = await queryRows<BlastNames>(pool)`
    SELECT coalesce(drafter.name, b.drafter_id) AS "drafterName",
      coalesce(approver.name, b.approver_id) AS "approverName", audience.name AS "audienceName",
      array(SELECT child.id FROM blast AS child WHERE child.parent_id = b.id ORDER BY 1) AS "childIds"
    FROM blast AS b JOIN audience ON audience.id = b.audience_id
    LEFT JOIN person AS drafter ON drafter.id = b.drafter_id
    LEFT JOIN person AS approver ON approver.id = b.approver_id WHERE b.id = ${id}`;
  return only(rows);
}

/** Blasts that the service itself moves on, also where they wait for a gateway to come back. */
export async function listActiveBlasts(pool: Pool): Promise<Blast[]> {
  return readBlasts(
    pool,
    `SELECT ${blastColumns} FROM blast WHERE status IN ('approved', 'scheduled', 'running')
       OR status = 'paused' AND pause_reason = 'gateway-busy' ORDER BY id`,
  );
}

export interface CommandOptions {
  actor: Actor;
  /** New content for what is there, with the command `edit`. */
  draft?: (before: Blast) => BlastDraft;
  /** The plan that is handed in or approved, or for which it pauses. */
  plan?: Seal;
  /** Leaves a blast alone that another worker holds, instead of waiting for it. */
  skipLocked?: boolean;
  /** Writes what happened and what goes with it, in the same transaction. */
  record?: (tx: Queryable, before: Blast, after: BlastState) => Promise<void>;
}

/**
 * Applies a command under a lock on the blast, so that two at once are judged one after the other.
 */
export async function applyCommand(
  pool: Pool,
  id: number,
  command: BlastCommand,
  options: CommandOptions,
): Promise<Decision & { before?: Blast }> {
  return inTransaction(pool, async (client) => {
    const [before] = await readBlasts(
      client,
      `SELECT ${blastColumns} FROM blast WHERE id = $1
       FOR NO KEY UPDATE${options.skipLocked === true ? ' SKIP LOCKED' : ''}`,
      [id],
    );
    if (before === undefined) return { kind: 'refused', refusal: 'wrong-status' };
    const { actor } = options;
    const second =
      actor === 'service'
        ? null
        : await judgeSecondPerson(client, actor.id, await listMakers(client, before));
    const decision = decide(before, command, actor, second?.bar ?? null);
    if (decision.kind === 'refused') return { ...decision, before };
    const { status, revision, approverId, pauseReason, canaryPassed, trialChoice } = decision.blast;
    if (command.kind === 'approve' && (await isRetriedAlready(client, before))) {
      return { kind: 'refused', refusal: 'retried-already', before };
    }
    if (command.kind === 'approve' && (await hasOtherRecordings(client, id))) {
      return { kind: 'refused', refusal: 'call-changed', before };
    }
    if (
      command.kind === 'resume' &&
      before.pauseReason !== null &&
      approvedBy[before.pauseReason] !== undefined &&
      command.seen !== (await readPause(client, id))
    ) {
      return { kind: 'refused', refusal: 'pause-changed', before };
    }
    await client.query(
      `UPDATE blast SET status = $2, revision = $3, approver_id = $4, pause_reason = $5,
         canary_passed = $6, trial_choice = $7${stampsFor(command, before)}
       WHERE id = $1`,
      [id, status, revision, approverId, pauseReason, canaryPassed, trialChoice],
    );
    if (options.plan !== undefined) {
      const column = command.kind === 'pause' ? 'found' : 'seal';
      await execute(client)`UPDATE blast SET ${raw(column)} = ${options.plan} WHERE id = ${id}`;
    }
    if (command.kind === 'reject') {
      await execute(client)`UPDATE blast SET remark = ${command.remark} WHERE id = ${id}`;
    }
    if (command.kind === 'budget') {
      const { kind, ...ceiling } = command;
      await changeDraft(client, id, ceiling);
    }
    if (command.kind === 'approve') {
      await execute(client)`UPDATE blast SET draft = draft - 'night' WHERE id = ${id}`;
      if (command.night) await changeDraft(client, id, { night: command.night });
    }
    if (command.kind === 'edit' && options.draft !== undefined) {
      await changeDraft(client, id, options.draft(before));
    }
    if (['resume', 'confirm-canary', 'decide-trial'].includes(command.kind)) {
      const again =
        command.kind === 'confirm-canary' ||
        (command.kind === 'resume' && actor !== 'service' && stoppedByItself(before.pauseReason));
      await execute(client)`
        UPDATE blast_gateway SET later_since = NULL,
          stopped_by = CASE WHEN ${again} THEN NULL ELSE stopped_by END
        WHERE blast_id = ${id}`;
    }
    await options.record?.(client, before, decision.blast);
    return { ...decision, before };
  });
}

/**
 * Whether another retry of the same blast may have reached its failed ones; the parent is held, so that two take turns.
 */
async function isRetriedAlready(tx: Queryable, { id, parentId, channel }: Blast): Promise<boolean> {
  if (parentId === null) return false;
  await execute(tx)`SELECT FROM blast WHERE id = ${parentId} FOR NO KEY UPDATE`;
  return (await findRetry(tx, { parentId, channel }, id)) !== null;
}

/** The retry of a blast by a channel that was approved, as the index blast_retry_once has it. */
export async function findRetry(
  database: Queryable,
  { parentId, channel }: { parentId: number; channel: MessageChannel },
  exceptId: number | null = null,
): Promise<number | null> {
  const row = await queryRow<{ id: number }>(database)`
    SELECT id FROM blast WHERE parent_id = ${parentId} AND id IS DISTINCT FROM ${exceptId}::integer
      AND channel = ${channel}
    AND status NOT IN ('draft', 'submitted') AND NOT (status = 'stopped' AND started_at IS NULL)`;
  return row?.id ?? null;
}

/**
 * Notes what a segment costs now at a gateway of a blast, once for each change: what was sent before stays at the price of
 * its time.
 */
export async function keepPrice(
  pool: Pool,
  { id }: Pick<Blast, 'id'>,
  { gateway, pricePaise }: GatewayState,
  paise: number,
): Promise<void> {
  await execute(pool)`
    WITH charged AS (
      SELECT coalesce(sum(segments), 0) AS segments FROM blast_tally
      WHERE blast_id = ${id} AND gateway = ${gateway}
        AND status NOT IN ('planned', 'claimed', 'skipped', 'failed')
    )
    UPDATE blast_gateway SET price_paise = ${paise}, segments_before = charged.segments,
      cost_before_paise = cost_before_paise + greatest(0, charged.segments - segments_before) * price_paise
    FROM charged WHERE blast_id = ${id} AND gateway = ${gateway} AND price_paise = ${pricePaise}`;
}

/** Gives a blast another code, or none, and puts it into its texts. The blast must be locked. */
export async function putShortCode(
  tx: Queryable,
  blast: Pick<Blast, 'id' | 'shortCode'>,
  code: string | null,
): Promise<Blast> {
  const rows = await readBlasts(
    tx,
    `UPDATE blast SET short_code = $2, draft = jsonb_set(draft, '{texts}', replace((draft->'texts')::text, $3, $4)::jsonb)
     WHERE id = $1 RETURNING ${blastColumns}`,
    [blast.id, code, linkEnd(blast.shortCode), linkEnd(code)],
  );
  return only(rows);
}

/** Lets a new blast go as one approved with another: with its link, or at the time and within the sum that was approved. */
export async function putApproved(
  tx: Queryable,
  id: number,
  {
    approverId,
    shortCode = null,
    mostPaise = null,
    startsAt = null,
    seal = null,
  }: Pick<Blast, 'approverId'> &
    Partial<Pick<Blast, 'shortCode' | 'startsAt' | 'seal'>> & { mostPaise?: number | null },
): Promise<void> {
  await execute(tx)`
    UPDATE blast SET status = 'approved', approver_id = ${approverId}, submitted_at = now(),
      approved_at = now(), ${raw(stampRecordings)},
      short_code = coalesce(${shortCode}, short_code), seal = ${seal}, draft = draft
      || jsonb_build_object('budgetPaise', least((draft->>'budgetPaise')::bigint,
        nullif(${mostPaise}::bigint, 0)))
      || ${JSON.stringify(startsAt === null ? {} : { startsAt })}::jsonb WHERE id = ${id}`;
}

/** Whether another blast has the code of this one. */
export async function isSharedCode(
  tx: Queryable,
  { id, shortCode }: Pick<Blast, 'id' | 'shortCode'>,
): Promise<boolean> {
  const { rows } = await tx.query('SELECT FROM blast WHERE short_code = $1 AND id <> $2 LIMIT 1', [
    shortCode,
    id,
  ]);
  return rows.length > 0;
}

const linkEnd = (code: string | null) => `/q/${code ?? pendingCode}`;

/** Gives the two texts of a trial their codes, or takes them back. The blast must be locked. */
export async function putTrialCodes(
  tx: Queryable,
  id: number,
  codes: Blast['trialCodes'],
): Promise<void> {
  await execute(tx)`UPDATE blast SET trial_codes = ${codes} WHERE id = ${id}`;
}

/** Notes that the last of both texts of a trial is out; the first time stays. */
export async function recordTrialSent(pool: Pool, id: number): Promise<void> {
  await execute(pool)`
    UPDATE blast SET trial_sent_at = clock_timestamp() WHERE id = ${id} AND trial_sent_at IS NULL`;
}

/** Remembers that the canary was good. */
export async function passCanary(pool: Pool, id: number): Promise<void> {
  await execute(pool)`UPDATE blast SET canary_passed = true WHERE id = ${id}`;
}

/**
 * Notes that a blast's pack was taken; the first time stays. What is returned is held as it is until the
 * transaction ends, so that nobody approves it meanwhile.
 */
export async function recordPackTaken(tx: Queryable, id: number): Promise<Blast> {
  const rows = await readBlasts(
    tx,
    `UPDATE blast SET pack_taken_at = coalesce(pack_taken_at, now()) WHERE id = $1 RETURNING ${blastColumns}`,
    [id],
  );
  return only(rows);
}

/**
 * Remembers the code that halts a blast until somebody resumes it.
 * @param gateway that the code speaks of: where the blast has others, it alone stops
 */
export async function recordHaltingCode(
  pool: Pool,
  id: number,
  code: string,
  gateway: string | null = null,
): Promise<void> {
  await pool.query(
    `WITH stopped AS (
       UPDATE blast_gateway SET stopped_by = coalesce(stopped_by, $2) WHERE blast_id = $1 AND gateway = $3
         AND EXISTS (SELECT FROM blast WHERE id = $1 AND status = 'running')
     )
     UPDATE blast SET halted_by = array_append(array_remove(halted_by, $2::text), $2::text), halting_code =
       CASE WHEN $3::text IS NULL OR NOT EXISTS (SELECT FROM blast_gateway WHERE blast_id = $1 AND gateway <> $3) THEN $2 END
     WHERE id = $1 AND status IN ('scheduled', 'running') AND halting_code IS NULL`,
    [id, code, gateway],
  );
}

/** Remembers since when a gateway of a blast says nothing but "later", or that it says something else again. */
export async function recordOnlyLater(
  pool: Pool,
  id: number,
  gateway: string,
  onlyLater: boolean,
): Promise<void> {
  await execute(pool)`
    UPDATE blast_gateway SET later_since = CASE WHEN ${onlyLater}
      THEN coalesce(later_since, clock_timestamp()) END
    WHERE blast_id = ${id} AND gateway = ${gateway}`;
}

const stamps: Partial<Record<BlastCommand['kind'], string>> = {
  // Submitting again answers the remark with which it was returned.
  submit: `, submitted_at = now(), remark = NULL, ${stampRecordings}`,
  approve: ', approved_at = now()',
  plan: ', planned_at = now()',
  start: ', started_at = now(), resumed_at = now()',
  resume: `, started_at = CASE WHEN $2 = 'running' THEN coalesce(started_at, now()) END`,
  'confirm-canary': ', resumed_at = now(), halting_code = NULL',
  'decide-trial': ', resumed_at = now()',
  stop: ', ended_at = now()',
  finish: ', ended_at = now()',
};

/** Going on after a stop by itself overrules why it stopped; after an officer's pause all of that still counts. */
const overruled = ', resumed_at = now(), halting_code = NULL';

// Who was not told of another plan, or of other recordings, does not approve them by the way.
const approvedBy: Partial<Record<PauseReason, string>> = {
  'call-changed': `, ${stampRecordings}`,
  'plan-changed': ', seal = found, found = NULL',
};

function stampsFor({ kind }: BlastCommand, { pauseReason }: Blast): string {
  const own = stamps[kind] ?? '';
  if (kind !== 'resume' || !stoppedByItself(pauseReason)) return own;
  return `${own}${overruled}${(pauseReason && approvedBy[pauseReason]) ?? ''}`;
}

/** Only what belongs to the draft: of a whole blast the rest has its own columns. */
function writeDraft(draft: BlastDraft): string {
  const names = Object.keys(keptDraft.shape) as (keyof BlastDraft)[];
  return JSON.stringify(Object.fromEntries(names.map((name) => [name, draft[name]])));
}

function changeDraft(tx: Queryable, id: number, change: Partial<BlastDraft>) {
  return tx.query('UPDATE blast SET draft = draft || $2::jsonb WHERE id = $1', [
    id,
    JSON.stringify(change),
  ]);
}

function only<T>(rows: readonly T[]): T {
  const [row] = rows;
  if (row === undefined) throw new Error('Expected one row, got none');
  return row;
}
