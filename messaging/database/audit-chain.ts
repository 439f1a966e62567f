import { createHash } from 'node:crypto';
import type { Actor } from '../../campaigns/offices/actor.ts';
import { maskPhoneNumbers } from '../process/phone-mask.ts';

/** What changed, as `writeAudit` takes it. */
export interface AuditEntry {
  /**
   * The officer (`request.actor`), the service by its own rules, a command on the server, or somebody who
   * is not signed in.
   */
  actor: Pick<Actor, 'id' | 'name' | 'role'> | 'service' | 'command-line' | 'citizen';
  /** Noun and verb, `activity.approve`. */
  action: string;
  /** Noun and id, `activity/4711`: under it the history of one thing is found. */
  subject: string;
  /** Id of the district that it is about. */
  district?: string | undefined;
  /** The thing as it was; left out when it is new. Phone numbers are masked before they are stored. */
  before?: unknown;
  /** The thing as it is now; left out when it is gone. */
  after?: unknown;
  /** `request.id` */
  requestId?: string | undefined;
}

/** One row of the log. `before` and `after` are the JSON text that was stored, since the hash covers it. */
export interface AuditRow {
  /** 1, 2, 3 … without a gap. */
  id: number;
  at: Date;
  actorId: string | null;
  actorRole: string;
  actorName: string;
  action: string;
  subject: string;
  district: string | null;
  before: string | null;
  after: string | null;
  requestId: string | null;
  /** Hash of the row before, 64 hexadecimal digits. */
  previous: string;
  hash: string;
}

/** End of a chain: the last row's number and hash. */
export interface AuditHead {
  id: number;
  hash: string;
}

/** A head as it is noted on paper, `ID:HASH`. */
export function formatHead({ id, hash }: AuditHead): string {
  return `${id}:${hash}`;
}

/** @throws unless the text is `ID:HASH` */
export function parseHead(text: string): AuditHead {
  const [, id, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text) ?? [];
  if (id === undefined || hash === undefined) {
    throw new Error(`Expected ID:HASH of an audit log's head, got "${text}"`);
  }
  return { id: Number(id), hash };
}

/** Head of a log without rows. */
export const emptyHead: AuditHead = { id: 0, hash: '0'.repeat(64) };

/** The row that follows on `head`. */
export function nextRow(head: AuditHead, entry: AuditEntry, at: Date): AuditRow {
  const actor = typeof entry.actor === 'string' ? null : entry.actor;
  const row = {
    id: head.id + 1,
    at,
    actorId: actor?.id ?? null,
    actorRole: actor?.role ?? String(entry.actor),
    actorName: maskPhoneNumbers(actor?.name ?? ''),
    action: entry.action,
    subject: maskPhoneNumbers(entry.subject),
    district: entry.district ?? null,
    before: toJson(entry.before),
    after: toJson(entry.after),
    requestId: entry.requestId ?? null,
    previous: head.hash,
  };
  return { ...row, hash: hashRow(row) };
}

/** SHA-256 over everything in the row, and so over every row before it. */
function hashRow(row: Omit<AuditRow, 'hash'>): string {
  const covered = [
    row.id,
    row.at.toISOString(),
    row.actorId,
    row.actorRole,
    row.actorName,
    row.action,
    row.subject,
    row.district,
    row.before,
    row.after,
    row.requestId,
    row.previous,
  ];
  return createHash('sha256').update(JSON.stringify(covered)).digest('hex');
}

/** What is wrong with a log, or nothing. `id` is the first row that does not fit. */
export type AuditFault =
  | { kind: 'missing'; id: number }
  | { kind: 'changed'; id: number }
  | { kind: 'cut-off'; id: number };

/** Takes the rows in order and says where the chain breaks; `head` is where it should end. */
export class ChainCheck {
  #last = emptyHead;

  /** The first fault of these rows, which follow on those of the last call. */
  next(rows: readonly AuditRow[]): AuditFault | null {
    for (const row of rows) {
      const expectedId = this.#last.id + 1;
      if (row.id > expectedId) return { kind: 'missing', id: expectedId };
      const fits = row.id === expectedId && row.previous === this.#last.hash;
      if (!fits || hashRow(row) !== row.hash) return { kind: 'changed', id: row.id };
      this.#last = { id: row.id, hash: row.hash };
    }
    return null;
  }

  /** The last row that was seen. */
  get head(): AuditHead {
    return this.#last;
  }
}

function toJson(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  const plain: unknown = JSON.parse(
    JSON.stringify(value, (_key, entry: unknown) =>
      typeof entry === 'bigint' ? String(entry) : entry,
    ),
  );
  return JSON.stringify(mask(plain));
}

/** What cannot be deleted must not hold personal data. */
function mask(value: unknown): unknown {
  if (typeof value === 'string') return maskPhoneNumbers(value);
  if (Number.isInteger(value)) {
    const masked = maskPhoneNumbers(String(value));
    return masked === String(value) ? value : masked;
  }
  if (Array.isArray(value)) return value.map(mask);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [maskPhoneNumbers(key), mask(entry)]),
  );
}
