import type { Gateway } from '../gateways/gateway.ts';
import type { Blast } from './blast.ts';

/** Gateways by name, as far as it matters whether receipts come from them. */
export type ReportingGateways = Readonly<Record<string, Pick<Gateway, 'receipts'>>>;

/**
 * Whether what became of a blast's messages can be read from a file only: its gateway sends no receipts, or is not
 * set up here any more.
 */
export function receiptsByFile(
  { channel, startedAt, gateway }: Pick<Blast, 'channel' | 'startedAt' | 'gateway'>,
  gateways: ReportingGateways,
): boolean {
  return channel === 'sms' && startedAt !== null && gateways[gateway]?.receipts === undefined;
}
