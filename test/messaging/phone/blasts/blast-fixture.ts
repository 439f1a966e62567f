import type { Pool } from 'pg';
import type { Blast } from '../../../../messaging/phone/blasts/blast.ts';
import {
  applyCommand,
  findBlast,
  insertBlast,
  putShortCode,
} from '../../../../messaging/phone/blasts/blasts-sql.ts';
import {
  type BlastDraft,
  usualSelection,
} from '../../../../messaging/phone/blasts/draft-schemas.ts';
import { planRecipients } from '../../../../messaging/phone/blasts/plan-sql.ts';
import { defaultPolicy } from '../../../../messaging/phone/blasts/policy.ts';
import {
  beginSubmissions,
  claimRecipients,
  type DeliveryUpdate,
  type Outcome,
  type Submission,
} from '../../../../messaging/phone/ledger/ledger-sql.ts';

export const drafter = { id: 'pro', role: 'pro-dgp' } as const;
export const approver = { id: 'nodal', role: 'hq' } as const;
/** No Indian mobile number begins with 5: nobody can be reached by accident. */
export const firstNumber = 915_000_000_000;

/** A list without numbers; of the state unless a district is named. */
export async function insertList(
  pool: Pool,
  { excluding = false, district = null as string | null } = {},
): Promise<number> {
  const { rows } = await pool.query<{ id: number }>(
    `INSERT INTO audience (name, consent_basis, source, retain_until, created_by, ready_at, excluding, district)
     VALUES ('Sample', 'public-duty', 'invented', '2099-01-01', 'test', now(), $1, $2) RETURNING id`,
    [excluding, district],
  );
  return rows[0]?.id ?? 0;
}

export async function insertMembers(
  pool: Pool,
  audienceId: number,
  numbers: readonly (number | string)[],
  { district = 'agra' as string | null, language = 'hi' } = {},
): Promise<void> {
  await pool.query(
    `INSERT INTO audience_member (audience_id, msisdn, district, language, dnd)
     SELECT $1, n, $3, $4, false FROM unnest($2::bigint[]) AS n`,
    [audienceId, numbers, district, language],
  );
}

/** An audience of invented numbers, written straight into the database. */
export async function insertAudience(pool: Pool, size: number): Promise<number> {
  const id = await insertList(pool);
  await pool.query(
    `INSERT INTO audience_member (audience_id, msisdn, district, language, dnd)
     SELECT $1, $2::bigint + n, CASE WHEN n % 2 = 0 THEN 'agra' ELSE 'lucknow' END, 'hi', n % 10 = 0
     FROM generate_series(1, $3::bigint) AS n`,
    [id, firstNumber, size],
  );
  return id;
}

export function makeDraft(audienceId: number, change: Partial<BlastDraft> = {}): BlastDraft {
  return {
    name: 'Sample blast',
    channel: 'sms',
    category: 'government',
    texts: { hi: { templateId: null, header: 'UPPOLC', body: 'UP COP ऐप पाएँ', segments: 2 } },
    trial: null,
    gateway: 'emulator',
    further: [],
    audienceId,
    districts: null,
    startsAt: null,
    window: { fromMinute: 0, toMinute: 1440 },
    // Tests run at any hour.
    night: 'tests',
    policy: { ...defaultPolicy, canarySize: 0 },
    // Numbers are the same from test to test.
    selection: { ...usualSelection, capMessages: null },
    paisePerSegment: 10,
    budgetPaise: null,
    unlikeReason: null,
    fallback: null,
    repeat: null,
    ...change,
  };
}

/** A blast that HQ has approved; the worker plans and starts it. */
export async function approvedBlast(
  pool: Pool,
  draft: BlastDraft,
  parentId: number | null = null,
  shortCode = 'BCDFGH',
): Promise<Blast> {
  const { id, revision } = await insertBlast(pool, {
    draft,
    drafterId: drafter.id,
    district: null,
    parentId,
  });
  await putShortCode(pool, { id, shortCode: null }, shortCode);
  await applyCommand(pool, id, { kind: 'submit' }, { actor: drafter });
  await applyCommand(pool, id, { kind: 'approve', revision, night: 'tests' }, { actor: approver });
  const blast = await findBlast(pool, id);
  if (blast === null) throw new Error('Expected the blast');
  return blast;
}

/** Plans and starts an approved blast, as the service does. */
export async function startBlast(pool: Pool, { id }: Pick<Blast, 'id'>): Promise<Blast> {
  const approved = await findBlast(pool, id);
  if (approved === null) throw new Error('Expected the blast');
  await planRecipients(pool, approved, {});
  await applyCommand(pool, id, { kind: 'start' }, { actor: 'service' });
  const running = await findBlast(pool, id);
  if (running?.status !== 'running') throw new Error('Expected a blast that runs');
  return running;
}

/** Takes so many recipients and begins with each; none has an answer yet. */
export async function submitRecipients(
  pool: Pool,
  { id }: Pick<Blast, 'id'>,
  most: number,
): Promise<Submission[]> {
  const gateway = (await findBlast(pool, id))?.gateway ?? '';
  const claimed = await claimRecipients(pool, { blastId: id, gateway }, most);
  return beginSubmissions(pool, claimed, gateway);
}

/** The gateway has accepted it, but for what is given. */
export const makeOutcome = (id: string, change: Partial<Outcome> = {}): Outcome => ({
  id,
  attempt: 1,
  status: 'accepted',
  providerId: `S${id}`,
  code: null,
  retryInMs: null,
  ...change,
});

/** It is delivered, but for what is given. */
export const makeReceipt = (id: string, change: Partial<DeliveryUpdate> = {}): DeliveryUpdate => ({
  id,
  status: 'delivered',
  providerId: `S${id}`,
  code: null,
  ...change,
});

/** Statuses as the ledger itself counts them. */
export async function countLedger(pool: Pool, blastId: number): Promise<Record<string, number>> {
  const { rows } = await pool.query<{ status: string; n: string }>(
    'SELECT status, count(*) AS n FROM blast_recipient WHERE blast_id = $1 GROUP BY 1',
    [blastId],
  );
  return Object.fromEntries(rows.map(({ status, n }) => [status, Number(n)]));
}
