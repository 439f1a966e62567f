import { Refusal } from '../../platform/process/refusal.ts';
import { classifyNumber } from './number.ts';
import { isSampleNumber } from './sample-number.ts';

/**
 * Reads a number from a form into E.164; it is in bodies only, never in a URL.
 * @throws a refusal when it is no Indian mobile number
 */
export function parseMobileNumber(cell: string): string {
  const classified = classifyNumber(cell);
  if (classified.kind === 'rejected') throw new Refusal('no-mobile-number');
  return `+${classified.msisdn}`;
}

/**
 * Reads a number that may be looked up, deleted or stopped: an Indian mobile number, or one of the sample.
 * @throws a refusal when it is neither
 */
export function parseHeldNumber(cell: string): string {
  const digits = cell.replace(/[\s+-]/g, '');
  const e164 = `+${digits.length === 10 ? '91' : ''}${digits}`;
  return isSampleNumber(e164) ? e164 : parseMobileNumber(cell);
}
