import type { ErrorClass } from '../send-error.ts';

/** Statuses of SMPP 3.4 (table 5-2) that say more than that one message was refused. */
const classes: ReadonlyMap<number, ErrorClass> = new Map([
  // Not bound (any more), bound already, throttled, queue full, a temporary fault of the receiving side.
  [0x04, 'later'],
  [0x05, 'later'],
  [0x14, 'later'],
  [0x58, 'later'],
  [0x64, 'later'],
  // A system error: nobody says whether before or after the message was taken.
  [0x08, 'ambiguous'],
  // Header, login and everything that is the same for each message of a blast.
  [0x0a, 'halt'],
  [0x0d, 'halt'],
  [0x0e, 'halt'],
  [0x0f, 'halt'],
  [0x15, 'halt'],
  [0x43, 'halt'],
  [0x48, 'halt'],
  [0x49, 'halt'],
  [0x50, 'halt'],
  [0x51, 'halt'],
  [0x62, 'halt'],
  [0xc0, 'halt'],
  [0xc1, 'halt'],
  [0xc2, 'halt'],
  [0xc3, 'halt'],
  [0xc4, 'halt'],
]);

/** As the ledger keeps it: `smpp-58` for throttling. */
export function toCode(status: number): string {
  return `smpp-${status.toString(16).padStart(2, '0')}`;
}

/** Classes a refused submission; an unlisted status was surely not processed and concerns this number. */
export function classifyStatus(status: number, haltingCodes: ReadonlySet<string>): ErrorClass {
  if (haltingCodes.has(toCode(status))) return 'halt';
  return classes.get(status) ?? 'permanent';
}

/** Throttling and a full queue concern all submissions of the link. */
export function isThrottling(status: number): boolean {
  return status === 0x58 || status === 0x14;
}
