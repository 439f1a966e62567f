import { minuteMs } from '../../../campaigns/durations.ts';
import type { AlertKind } from '../../../campaigns/words/alert-words.ts';
import type { HealthState } from '../../contract/values.ts';
import { maskPhoneNumbers } from '../../platform/process/phone-mask.ts';

/** A reason for an alert; one alert is open for each `kind` and `subject`. */
export interface Cause {
  kind: AlertKind;
  subject: string;
  /** Never a phone number: it leaves the house. */
  detail: string;
}

/** A blast that the service has paused by itself. */
export interface PausedBlast {
  id: number;
  reason: string;
  code: string | null;
}

export interface Observation {
  pausedBlasts: readonly PausedBlast[];
  gateways: readonly { name: string; state: HealthState; code: string | null }[];
  disk: { freeBytes: number; sizeBytes: number };
  /** Records since the start that each spool could not store. */
  dropped: Readonly<Record<string, number>>;
  /** Outcomes since the start that the ledger refused. */
  parked: number;
  /** Gateways of which many receipts match no message, with the setting by which they would. */
  unmatched: readonly { gateway: string; setting: string | null }[];
  /** Uses of the break-glass account within the last day. */
  breakGlass: readonly { personId: string; name: string; at: Date }[];
  /** How often wrong secrets locked an account or an address within the last hour, by secret. */
  locks: readonly { what: string; count: number }[];
  /** Folders into which data of the queue was moved in the last day. */
  damagedQueues: readonly string[];
  /** Why the last backup is less than it should be. */
  backupFault: string | null;
}

/** State kept from one look to the next. */
export interface Memory {
  /** Looks in succession at which a gateway was down. */
  downs: Readonly<Record<string, number>>;
  diskIsFull: boolean;
  /** Last value of each count, and when it last grew. */
  counts: Readonly<Record<string, { value: number; grewAtMs: number }>>;
}

const gigabyte = 2 ** 30;
/** A spool of a busy day fits into a gigabyte. */
const leastFree = { bytes: gigabyte, share: 0.02 };
/** Extra room that has to be free before the alert closes, so that it does not open and close by turns. */
const relief = 1.25;
/** One answer may be lost; a gateway that is away is away for longer. */
const downsForAlert = 2;
/** Locks in an hour: an officer who forgot a password has a few. */
const locksForAlert = 10;
/** A count that has not grown for so long is over. */
const quietMs = 10 * minuteMs;

/** State of alerts that were open before the service started. */
export function recallAlerts(open: readonly Pick<Cause, 'kind' | 'subject'>[]): Memory {
  const down = open.filter(({ kind }) => kind === 'gateway-down');
  return {
    downs: Object.fromEntries(down.map(({ subject }) => [subject, downsForAlert])),
    diskIsFull: open.some(({ kind }) => kind === 'disk-nearly-full'),
    counts: {},
  };
}

/** Judges what was seen: the causes that are there now, and what to remember. */
export function judge(
  seen: Observation,
  last: Memory,
  nowMs: number,
): { causes: Cause[]; memory: Memory } {
  const memory = remember(seen, last, nowMs);
  const grows = (name: string) => nowMs - (memory.counts[name]?.grewAtMs ?? 0) < quietMs;
  return { causes: listCauses(seen, memory, grows), memory };
}

/** Whether a disk is nearly full. @param times so much more than that has to be free */
export function needsRoom({ freeBytes, sizeBytes }: Observation['disk'], times = 1): boolean {
  return freeBytes < Math.min(leastFree.bytes, sizeBytes * leastFree.share) * times;
}

function remember(seen: Observation, last: Memory, nowMs: number): Memory {
  const values = { ...prefixed(seen.dropped), parked: seen.parked };
  const counts = Object.entries(values).map(([name, value]) => {
    const before = last.counts[name];
    const grew = value > (before?.value ?? 0);
    const grewAtMs = grew ? nowMs : (before?.grewAtMs ?? Number.NEGATIVE_INFINITY);
    return [name, { value, grewAtMs }] as const;
  });
  const downs = seen.gateways.map(
    ({ name, state }) => [name, state === 'down' ? (last.downs[name] ?? 0) + 1 : 0] as const,
  );
  return {
    downs: Object.fromEntries(downs),
    diskIsFull: needsRoom(seen.disk, last.diskIsFull ? relief : 1),
    counts: Object.fromEntries(counts),
  };
}

function listCauses(
  seen: Observation,
  { downs, diskIsFull }: Memory,
  grows: (count: string) => boolean,
): Cause[] {
  const down = seen.gateways.filter(({ name }) => (downs[name] ?? 0) >= downsForAlert);
  const refusing = Object.keys(seen.dropped).filter((name) => grows(spoolName(name)));
  const freeMegabytes = String(Math.floor(seen.disk.freeBytes / 2 ** 20));
  const full: Cause = { kind: 'disk-nearly-full', subject: 'data', detail: freeMegabytes };
  const parked: Cause = {
    kind: 'outcomes-parked',
    subject: 'ledger',
    detail: String(seen.parked),
  };
  return [
    ...seen.pausedBlasts.map(({ id, reason, code }) => ({
      kind: 'blast-paused' as const,
      subject: String(id),
      detail: code === null ? reason : `${reason} ${code}`,
    })),
    ...down.map(({ name, code }) => ({
      kind: 'gateway-down' as const,
      subject: name,
      detail: code ?? 'no-answer',
    })),
    ...(diskIsFull ? [full] : []),
    ...refusing.map((subject) => ({ kind: 'spool-refuses' as const, subject, detail: '' })),
    ...(grows('parked') ? [parked] : []),
    ...seen.unmatched.map(({ gateway, setting }) => ({
      kind: 'receipts-unmatched' as const,
      subject: gateway,
      detail: setting ?? '',
    })),
    ...seen.breakGlass.map(({ personId, name, at }) => ({
      kind: 'break-glass' as const,
      // One for each use.
      subject: `${personId} ${at.toISOString()}`,
      detail: maskPhoneNumbers(name),
    })),
    ...(countLocks(seen.locks) < locksForAlert ? [] : [toCause(seen.locks)]),
    ...seen.damagedQueues.map((subject) => ({
      kind: 'queue-damaged' as const,
      subject,
      detail: '',
    })),
    ...(seen.backupFault === null
      ? []
      : [{ kind: 'backup-smaller' as const, subject: 'backup', detail: seen.backupFault }]),
  ];
}

function countLocks(locks: Observation['locks']): number {
  return locks.reduce((sum, { count }) => sum + count, 0);
}

function toCause(locks: Observation['locks']): Cause {
  const detail = locks.map(({ what, count }) => `${what} ${count}`).join(', ');
  return { kind: 'secrets-tried', subject: 'attempts', detail };
}

/** Seen by all machines in the database alike; the others by each one for itself. */
const ofAllMachines: readonly AlertKind[] = [
  'blast-paused',
  'gateway-down',
  'receipts-unmatched',
  'break-glass',
  'secrets-tried',
  'backup-smaller',
];

export function isOfOneMachine(kind: AlertKind): boolean {
  return !ofAllMachines.includes(kind);
}

const spoolName = (name: string) => `spool ${name}`;

function prefixed(counts: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(counts).map(([name, value]) => [spoolName(name), value]),
  );
}
