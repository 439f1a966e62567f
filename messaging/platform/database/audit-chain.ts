import { createHash } from 'node:crypto';
import { WrongUse } from '../../../campaigns/command/run-command.ts';
import type { Actor } from '../../../campaigns/offices/actor.ts';
import { maskPhoneNumbers } from '../process/phone-mask.ts';

/** A change, as `writeAudit` takes it. */
export interface AuditEntry {
  /**
   * The officer (`request.actor`), the service by its own rules, a command on the server, somebody who is not
   * signed in, or a printer by a vendor link.
   */
  actor:
    | Pick<Actor, 'id' | 'name' | 'role' | 'standsInFor'>
    | 'service'
    | 'command-line'
    | 'citizen'
    | 'vendor';
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
  /** The same as ISO text, to the microsecond where the database has one: no entry is written with any. */
  moment: string;
  actorId: string | null;
  actorRole: string;
  actorName: string;
  /** For whom the officer acted, where it was for another one. */
  actorForId: string | null;
  actorForName: string | null;
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
    throw new WrongUse(`Expected ID:HASH of an audit log's head, got "${text}"`);
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
    moment: at.toISOString(),
    actorId: keepable(actor?.id),
    actorRole: actor?.role ?? String(entry.actor),
    actorName: maskPhoneNumbers(keepable(actor?.name) ?? ''),
    actorForId: keepable(actor?.standsInFor?.id),
    actorForName: maskName(actor?.standsInFor?.name),
    action: keepable(entry.action) ?? '',
    subject: maskPhoneNumbers(keepable(entry.subject) ?? ''),
    district: keepable(entry.district),
    before: toJson(entry.before),
    after: toJson(entry.after),
    requestId: keepable(entry.requestId),
    previous: head.hash,
  };
  return { ...row, hash: hashRow(row) };
}

function maskName(name: string | undefined): string | null {
  const kept = keepable(name);
  return kept === null ? null : maskPhoneNumbers(kept);
}

/**
 * Everything in a row but its hash, in the order of the table's columns. For whom the officer acted is at the end, and
 * only where it was for another one: rows of before that was written keep their hash.
 */
export function coveredValues(row: Omit<AuditRow, 'hash'>): (string | number | null)[] {
  return [
    row.id,
    row.moment,
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
    ...((row.actorForId ?? row.actorForName) === null ? [] : [row.actorForId, row.actorForName]),
  ];
}

/** SHA-256 over everything in the row, and so over every row before it. */
function hashRow(row: Omit<AuditRow, 'hash'>): string {
  return createHash('sha256')
    .update(JSON.stringify(coveredValues(row)))
    .digest('hex');
}

/** A fault of a log: one row that was changed, or rows that are not there. Both ends are included. */
export interface AuditFault {
  kind: 'missing' | 'changed' | 'cut-off';
  id: number;
  toId: number;
}

/**
 * Takes the rows in order and says wherever the chain breaks. A row after a fault is judged by itself: that it does not
 * follow on the one before is that one's fault, and is told once.
 */
export class ChainCheck {
  #last = emptyHead;
  #afterFault = false;

  /** The faults of these rows, which follow on those of the last call. */
  next(rows: readonly AuditRow[], noted?: AuditHead): AuditFault[] {
    return rows.flatMap((row) => this.#judge(row, noted));
  }

  #judge(row: AuditRow, noted: AuditHead | undefined): AuditFault[] {
    const expectedId = this.#last.id + 1;
    const faults: AuditFault[] = [];
    if (row.id > expectedId) {
      faults.push({ kind: 'missing', id: expectedId, toId: row.id - 1 });
      this.#afterFault = true;
    }
    const follows = this.#afterFault || row.previous === this.#last.hash;
    const differsFromNoted = row.id === noted?.id && row.hash !== noted.hash;
    const changed = !follows || hashRow(row) !== row.hash || differsFromNoted;
    if (changed) faults.push({ kind: 'changed', id: row.id, toId: row.id });
    this.#last = { id: row.id, hash: row.hash };
    this.#afterFault = changed;
    return faults;
  }

  /** A fault of the end: `head` is where the log says that it ends. */
  end(head: AuditHead, noted?: AuditHead): AuditFault[] {
    const endId = Math.max(head.id, noted?.id ?? 0);
    if (this.#last.id < endId) return [{ kind: 'cut-off', id: this.#last.id + 1, toId: endId }];
    if (this.#afterFault || this.#last.hash === head.hash) return [];
    return [{ kind: 'changed', id: head.id, toId: head.id }];
  }
}

/**
 * Text as PostgreSQL keeps it: half of a surrogate pair becomes another character on its way into UTF-8 and NUL is
 * refused, so that the hash would not fit what is stored. In `before` and `after` JSON escapes both.
 */
function keepable(text: string | undefined): string | null {
  return text === undefined ? null : text.toWellFormed().replaceAll('\0', '\ufffd');
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

/** Masks numbers: entries cannot be deleted, so they must not hold personal data. */
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
