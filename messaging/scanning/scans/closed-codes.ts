import type { ClosingReason } from '../../../campaigns/links/closing-reasons.ts';
import { openReread, type Reread } from './reread.ts';

/** Codes that lead to no app, kept in memory. */
export interface ClosedCodes extends Reread {
  /** undefined for a code that is open */
  reasonOf(code: string): ClosingReason | undefined;
}

export function openClosedCodes(
  read: () => Promise<ReadonlyMap<string, ClosingReason>>,
  onTrouble: (error: Error) => void,
): ClosedCodes {
  let closed: ReadonlyMap<string, ClosingReason> = new Map();
  return {
    reasonOf: (code) => closed.get(code),
    ...openReread(async () => {
      closed = await read();
    }, onTrouble),
  };
}
