import type { Callback } from './callback.ts';

/**
 * Reads a receipt's form; null for one that tells nothing about a recipient. Its status is kept in the words of the
 * other gateways, its `DetailedStatus` as the code. Fields by Exotel's documentation: SmsSid, Status, DetailedStatus;
 * CallSid, Status. A `sent` message has reached the phone only where the detail says so.
 */
export function readExotelCallback(
  kind: Callback['kind'],
  reference: string,
  fields: Readonly<Record<string, string>>,
): Callback | null {
  const sid = wordIn(fields[kind === 'sms' ? 'SmsSid' : 'CallSid']);
  const status = wordIn(fields['Status'])?.toLowerCase().replace('_', '-') ?? null;
  if (sid === null || status === null) return null;
  if (kind === 'call') return { kind, reference, sid, status, errorCode: null };
  const detail = wordIn(fields['DetailedStatus']);
  if (status === 'delivered' || detail === 'DELIVERED_TO_HANDSET') {
    return { kind, reference, sid, status: 'delivered', errorCode: null };
  }
  if (!lost.has(status)) return { kind, reference, sid, status: 'sent', errorCode: null };
  const errorCode = detail ?? status.toUpperCase().replace('-', '_');
  return { kind, reference, sid, status: 'undelivered', errorCode };
}

const lost: ReadonlySet<string> = new Set(['failed', 'failed-dnd', 'undelivered', 'expired']);

function wordIn(value: string | undefined): string | null {
  return value !== undefined && value !== '' && value.length <= 64 ? value : null;
}
