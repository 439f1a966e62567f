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
  // An invalid address; a message unknown to query_sm.
  [0x0b, 'permanent'],
  [0x0c, 'permanent'],
  [0x67, 'permanent'],
  // Form, header, login and everything that is the same for each message of a blast.
  [0x01, 'halt'],
  [0x02, 'halt'],
  [0x03, 'halt'],
  [0x06, 'halt'],
  [0x07, 'halt'],
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

/**
 * Classes a refused submission; it was surely not processed. What only this operator knows comes before the standard,
 * which leaves 0x400 to 0x4FF to each and says nothing by 0x45, "submit failed".
 */
export function classifyStatus(
  status: number,
  operatorCodes: ReadonlyMap<string, ErrorClass>,
): ErrorClass {
  return operatorCodes.get(toCode(status)) ?? classes.get(status) ?? 'unlisted';
}

/** Throttling and a full queue concern all submissions of the link. */
export function isThrottling(status: number): boolean {
  return status === 0x58 || status === 0x14;
}
