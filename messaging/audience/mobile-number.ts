import { Refusal } from '../refusal.ts';
import { classifyNumber } from './number.ts';

/**
 * A number as a form gives it, in E.164; it stands in bodies only, never in a URL.
 * @throws Refusal when it is no Indian mobile number
 */
export function mobileNumber(cell: string): string {
  const classified = classifyNumber(cell);
  if (classified.kind === 'rejected') throw new Refusal('no-mobile-number');
  return `+${classified.msisdn}`;
}
