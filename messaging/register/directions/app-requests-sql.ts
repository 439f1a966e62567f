import type { AppRequestState } from '../../../campaigns/directions/app-approval.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import type { ShownAppRequest } from './app-requests-schemas.ts';

export type StoredAppRequest = Omit<ShownAppRequest, 'officeName' | 'may' | 'second'> & {
  /** Accounts that asked and supported. */
  makers: string[];
};

interface Row {
  id: number;
  hi: string;
  en: string;
  citizen: boolean;
  purpose: string;
  office: string;
  state: AppRequestState;
  askedBy: string;
  askedById: string;
  askedAt: Date;
  supportedBy: string | null;
  supportedById: string | null;
  supportedAt: Date | null;
  supportedRemark: string;
  decidedBy: string | null;
  decidedAt: Date | null;
  decidedRemark: string;
  version: number;
}

const columns = `id, name_hi AS hi, name_en AS en, citizen, purpose, office, state, version, asked_by AS "askedBy",
  asked_by_id AS "askedById", asked_at AS "askedAt", supported_by AS "supportedBy", supported_by_id AS "supportedById",
  supported_at AS "supportedAt", supported_remark AS "supportedRemark", decided_by AS "decidedBy", decided_at AS "decidedAt",
  decided_remark AS "decidedRemark"`;

/** Those that wait come first, then the ones decided last. */
export async function listAppRequests(database: Queryable): Promise<StoredAppRequest[]> {
  const { rows } = await database.query<Row>(
    `SELECT ${columns} FROM direction_app_request ORDER BY (decided_by IS NULL) DESC, coalesce(decided_at, asked_at) DESC, id DESC`,
  );
  return rows.map(toRequest);
}

export async function lockAppRequest(
  tx: Queryable,
  id: number,
): Promise<StoredAppRequest | undefined> {
  const { rows } = await tx.query<Row>(
    `SELECT ${columns} FROM direction_app_request WHERE id = $1 FOR UPDATE`,
    [id],
  );
  return rows.map(toRequest)[0];
}

export async function insertAppRequest(
  tx: Queryable,
  request: Pick<StoredAppRequest, 'name' | 'citizen' | 'purpose' | 'office'> & {
    by: { id: string; name: string };
  },
): Promise<number> {
  const { name, citizen, purpose, office, by } = request;
  const { rows } = await tx.query<{ id: number }>(
    `INSERT INTO direction_app_request (name_hi, name_en, citizen, purpose, office, asked_by, asked_by_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id`,
    [name.hi, name.en, citizen, purpose, office, by.name, by.id],
  );
  return rows[0]?.id ?? 0;
}

export async function updateAppRequest(
  tx: Queryable,
  id: number,
  change: { state: AppRequestState; by: { id: string; name: string }; remark: string },
): Promise<void> {
  const { state, by, remark } = change;
  if (state === 'supported') {
    await tx.query(
      `UPDATE direction_app_request SET state = $2, supported_by = $3, supported_by_id = $4, supported_at = now(),
         supported_remark = $5, version = version + 1 WHERE id = $1`,
      [id, state, by.name, by.id, remark],
    );
    return;
  }
  await tx.query(
    `UPDATE direction_app_request SET state = $2, decided_by = $3, decided_at = now(), decided_remark = $4,
       version = version + 1 WHERE id = $1`,
    [id, state, by.name, remark],
  );
}

function toRequest(row: Row): StoredAppRequest {
  const { id, hi, en, citizen, purpose, office, state, version } = row;
  const word = (by: string | null, at: Date | null, remark: string) =>
    by === null || at === null ? null : { by, at: at.toISOString(), remark };
  return {
    id,
    name: { hi, en },
    citizen,
    purpose,
    office,
    state,
    version,
    asked: { by: row.askedBy, at: row.askedAt.toISOString() },
    supported: word(row.supportedBy, row.supportedAt, row.supportedRemark),
    decided: word(row.decidedBy, row.decidedAt, row.decidedRemark),
    makers: [row.askedById, ...(row.supportedById === null ? [] : [row.supportedById])],
  };
}
